import ClaimModel
import ClaimRules
import Randomness
import TerminalKit
import Testing

@testable import Workstation

/// A burst of keys gives what the keys give one by one.
struct BurstTests {
    @Test(arguments: 1...6)
    func `Keys that arrive at once do what they do one by one`(seed: Int) throws {
        var random = Seeded(UInt64(seed) &* 4_241)
        let draft = ClaimDraft.random(using: &random)
        let events = (0..<70).flatMap { _ -> [Event] in
            if Int.random(in: 0..<15, using: &random) == 0 {
                return [.paste(random.pick(["F33.2\nF41.1\n", "a\tb\tc", "0143-9508-01"]), dropped: 0)]
            }
            let way = random.pick([
                Keys.screen(7), [.function(2)], [.function(2), .character("f"), .enter], [.alt("x")],
            ])
            return (Int.random(in: 0..<8, using: &random) == 0 ? way : Keys.random(using: &random)).map { .key($0) }
        }
        let answers = ClaimAnswer.random(using: &random)
        let preferences = Preferences(beepsOnError: seed % 2 == 0)
        let slow = try TestDesk(open: draft, preferences: preferences, answers: answers)
        let fast = try TestDesk(open: draft, preferences: preferences, answers: answers)
        var asked: [[Effect]] = [[], []]
        for (index, event) in events.enumerated() {
            asked[0] += slow.workstation.handle(.event(event))
            if index % 3 == 0 { slow.workstation.settle() }
            asked[1] += fast.workstation.handle(.event(event))
        }
        slow.workstation.settle()
        fast.workstation.settle()
        #expect(slow.draft == fast.draft)
        #expect(asked[0] == asked[1])
        #expect(slow.frame == fast.frame)
    }
}
