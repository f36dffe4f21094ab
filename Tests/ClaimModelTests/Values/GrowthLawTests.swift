import ClaimModel
import Randomness
import Prerequisites
import Testing

/// What law 2 of the desk rests on: incomplete means that more characters can help, malformed that none can, and a value that
/// may grow can become another.
@Suite(.slow) struct GrowthLawTests {
    /// Every text on random ways of typing that are not malformed, but for those that end in a space, which is not judged.
    private func walks(of kind: Kind, count: Int, random: inout Seeded) -> [String] {
        (0..<count).flatMap { _ in
            var text = ""
            var seen: [String] = []
            for _ in 0..<16 {
                let next = kind.alphabet.shuffled(using: &random).first {
                    !($0 == " " && text.last == " ") && kind.read(text + String($0)) != .malformed
                }
                guard let next else { break }
                text.append(next)
                if next != " " { seen.append(text) }
            }
            return seen
        }
    }

    /// Whether some way of typing on reaches a reading that satisfies the condition.
    private func reaches(
        _ text: String, _ kind: Kind, depth: Int, budget: inout Int, _ condition: (Reading) -> Bool
    ) -> Bool {
        guard depth > 0 else { return false }
        let next = kind.alphabet.map { text + String($0) }.map { ($0, kind.read($0)) }
        budget -= next.count
        if next.contains(where: { condition($0.1) }) { return true }
        for (longer, reading) in next where reading != .malformed && budget > 0 {
            if reaches(longer, kind, depth: depth - 1, budget: &budget, condition) { return true }
        }
        return false
    }

    /// A birth date's last day (today) is finer than its beginnings are judged.
    static let exact = (Kind.fixed + Kind.numbers + Kind.choices).filter { $0.name != "BirthDate" }

    @Test(arguments: exact)
    func `an incomplete text can become a value`(kind: Kind) {
        var random = Seeded(1)
        for text in walks(of: kind, count: 6, random: &random) where kind.read(text) == .incomplete {
            var budget = 60_000
            let found = reaches(text, kind, depth: 14, budget: &budget) { $0.isValue }
            #expect(found, "\(text.debugDescription)")
        }
    }

    @Test(arguments: Kind.fixed + Kind.numbers + Kind.choices)
    func `a malformed text cannot become a value`(kind: Kind) {
        var random = Seeded(2)
        for text in [""] + walks(of: kind, count: 6, random: &random) {
            for character in kind.alphabet.shuffled(using: &random).prefix(6) {
                let wrong = text + String(character)
                guard kind.read(wrong) == .malformed else { continue }
                for _ in 0..<12 {
                    let tail = (0..<Int.random(in: 1...8, using: &random)).map { _ in
                        kind.alphabet.randomElement(using: &random) ?? " "
                    }
                    #expect(!kind.read(wrong + String(tail)).isValue, "\(wrong) then \(String(tail))")
                }
            }
        }
    }

    @Test(arguments: exact)
    func `a value says that it may grow when and only when it can`(kind: Kind) {
        var random = Seeded(3)
        for text in kind.samples + walks(of: kind, count: 6, random: &random) {
            let reading = kind.read(text)
            guard reading.isValue else { continue }
            var budget = kind.mayGrow(text) ? 40_000 : 1_500
            let grows = reaches(text, kind, depth: kind.mayGrow(text) ? 12 : 3, budget: &budget) {
                $0.isValue && $0 != reading
            }
            #expect(grows == kind.mayGrow(text), "\(text.debugDescription)")
        }
    }

    @Test(arguments: Kind.texts)
    func `a free text grows up to its limit`(kind: Kind) {
        for sample in kind.samples { #expect(kind.mayGrow(sample)) }
    }
}
