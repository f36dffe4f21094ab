import ClaimModel
import Randomness
import Testing

/// Two versions of a claim beside each other.
struct DraftDifferenceTests {
    private let context = ParsingContext(today: Day(number: 20_780))

    private func draft(_ texts: [(Field, Int, String)]) -> ClaimDraft {
        var draft = ClaimDraft(id: "claim")
        for (field, row, text) in texts { draft.type(text, at: Place(field, row: row), in: context) }
        return draft
    }

    private func lines(_ codes: String...) -> ClaimDraft {
        draft(
            codes.enumerated().flatMap { row, code in
                [(.lineProcedure, row, code), (.lineCharge, row, "\(code.count * 10)"), (.lineUnits, row, "1")]
            })
    }

    @Test func `A text of the claim shows its old and its new value`() throws {
        let before = draft([(.frequency, 0, "1"), (.payerName, 0, "Sample Health")])
        let after = draft([
            (.frequency, 0, "7"), (.originalReference, 0, "26314000551"), (.payerName, 0, "Sample Health"),
        ])
        let found = after.differences(from: before)
        #expect(found.map(\.subject) == [.field(.frequency), .field(.originalReference)])
        #expect(found.map(\.before) == ["1", ""] && found.map(\.after) == ["7", "26314000551"])
    }

    @Test func `A line that was removed moves no other`() throws {
        let found = lines("99214", "J3490").differences(from: lines("96365", "99214", "J3490"))
        #expect(found.count == 3)
        #expect(found.allSatisfy { $0.rows == (0, nil) && $0.after.isEmpty })
    }

    @Test func `A line that was put between shows as added, and what changed in the next as changed`() throws {
        var after = lines("96365", "96366", "J3490")
        after.type("2", at: Place(.lineUnits, row: 2), in: context)
        let found = after.differences(from: lines("96365", "J3490"))
        #expect(found.filter { $0.rows == (nil, 1) }.count == 3)
        let changed = try #require(found.first { $0.rows.before != nil })
        #expect(changed.rows == (1, 2) && changed.subject == .field(.lineUnits))
        #expect(changed.before == "1" && changed.after == "2")
        #expect(found.count == 4)
    }

    @Test func `A code that was changed is a change of its line, not another line`() throws {
        let found = lines("96365").differences(from: lines("96372"))
        #expect(found.map(\.subject) == [.field(.lineProcedure)])
        #expect(found.first?.rows.before == 0 && found.first?.rows.after == 0)
    }

    @Test func `What a file carries and what was overridden differ too`() throws {
        let before = lines("96365")
        var after = before
        after.carried = [CarriedSegment(loop: "2300", text: "REF*P4*1")]
        after.lines[0].carried = [CarriedSegment(loop: "2400", text: "REF*9A*2")]
        after.overrides = [
            Override(
                rule: "TM-010", place: "line.stop[1]", reason: "Slow", by: "L. Lead", on: context.today, inputs: [:])
        ]
        #expect(
            after.differences(from: before).map(\.subject) == [
                .carried(loop: "2300"), .carried(loop: "2400"), .override(rule: "TM-010"),
            ])
        #expect(before.differences(from: after).allSatisfy { $0.after.isEmpty && !$0.before.isEmpty })
    }

    @Test(arguments: UInt64(1)...40)
    func `What differs one way differs the other, and nothing differs from itself`(seed: UInt64) {
        var random = Seeded(seed)
        let (before, after) = (randomDraft(&random), randomDraft(&random))
        #expect(before.differences(from: before).isEmpty)
        let there = after.differences(from: before)
        #expect(there.isEmpty == (before == after))
        #expect(before.differences(from: after).count == there.count)
        for difference in there {
            guard case .field(let field) = difference.subject else { continue }
            #expect(difference.before == difference.rows.before.map { before.text(at: Place(field, row: $0)) } ?? "")
            #expect(difference.after == difference.rows.after.map { after.text(at: Place(field, row: $0)) } ?? "")
        }
        // Each row of either side stands in the pairing at most once, in order.
        for part in Part.allCases where part != .claim {
            let rows = there.filter { $0.part == part }.map(\.rows)
            #expect(rows.compactMap(\.before) == rows.compactMap(\.before).sorted())
            #expect(rows.compactMap(\.after) == rows.compactMap(\.after).sorted())
        }
    }

    private func randomDraft(_ random: inout Seeded) -> ClaimDraft {
        var draft = ClaimDraft(id: "claim")
        for _ in 0..<Int.random(in: 0..<20, using: &random) {
            guard let field = Field.all.randomElement(using: &random) else { continue }
            let row = field.part == .claim ? 0 : Int.random(in: 0..<min(5, field.part.limit), using: &random)
            draft.type(
                ["1", "7", "F33.2", ""].randomElement(using: &random) ?? "", at: Place(field, row: row), in: context)
        }
        return draft
    }
}
