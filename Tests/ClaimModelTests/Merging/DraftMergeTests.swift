import ClaimModel
import Testing

/// A claim that was changed in two windows.
struct DraftMergeTests {
    private let context = ParsingContext(today: Day(number: 20_780))
    private let base: ClaimDraft

    init() {
        base = ClaimDraft(id: "claim").keyed([
            (.patientLastName, 0, "RIVERA"), (.patientFirstName, 0, "DANA"), (.amountPaid, 0, "20"),
            (.diagnosisCode, 0, "F33.2"), (.diagnosisCode, 1, "F41.1"),
            (.lineProcedure, 0, "96365"), (.lineUnits, 0, "1"), (.lineCharge, 0, "200"), (.linePointers, 0, "A"),
            (.lineProcedure, 1, "J3490"), (.lineUnits, 1, "35"), (.lineNDC, 1, "0143-9508-01"),
            (.lineCharge, 1, "40"), (.linePointers, 1, "A"), (.lineAdministration, 1, "1"),
            (.lineProcedure, 2, "99214"), (.lineUnits, 2, "1"), (.lineCharge, 2, "130"), (.linePointers, 2, "B"),
        ])
    }

    private typealias Texts = [(Field, Int, String)]

    private func merge(_ mine: Texts, _ theirs: Texts, since base: ClaimDraft? = nil) -> DraftMerge {
        let base = base ?? self.base
        return DraftMerge(base: base, mine: base.keyed(mine), theirs: base.keyed(theirs))
    }

    private func removing(line: Int, _ texts: Texts = []) -> ClaimDraft {
        var draft = base
        draft.lines.remove(at: line)
        return draft.keyed(texts)
    }

    @Test func `What one side changed is taken, and what both changed alike is no clash`() {
        let merge = merge(
            [(.amountPaid, 0, "50"), (.patientSex, 0, "F")],
            [(.patientLastName, 0, "RIVERA-LOPEZ"), (.patientSex, 0, "F")])
        #expect(merge.clashes.isEmpty)
        #expect(
            merge.merged
                == base.keyed([(.amountPaid, 0, "50"), (.patientSex, 0, "F"), (.patientLastName, 0, "RIVERA-LOPEZ")]))
        #expect(merge.taken.map(\.subject) == [.field(.patientLastName)])
    }

    @Test func `What both changed differently names both, and mine stays until one is chosen`() throws {
        let merge = merge([(.amountPaid, 0, "50")], [(.amountPaid, 0, "60")])
        let clash = try #require(merge.clashes.first)
        #expect(merge.clashes.count == 1 && clash.title == "Amount paid")
        #expect((clash.base, clash.mine, clash.theirs) == ("20", "50", "60"))
        #expect(merge.merged.text(at: Place(.amountPaid)) == "50")
        let chosen = merge.taking(theirs: [clash.id])
        #expect(chosen.merged.text(at: Place(.amountPaid)) == "60" && chosen.clashes == merge.clashes)
    }

    @Test func `A patient is merged by field`() {
        let merge = merge([(.patientFirstName, 0, "DIANA")], [(.patientLastName, 0, "RIVERS")])
        #expect(merge.clashes.isEmpty)
        #expect(merge.merged.text(at: Place(.patientFirstName)) == "DIANA")
        #expect(merge.merged.text(at: Place(.patientLastName)) == "RIVERS")
    }

    @Test func `Different lines go together, one line is one value with its drug`() throws {
        #expect(merge([(.lineUnits, 0, "2")], [(.lineUnits, 1, "70")]).clashes.isEmpty)
        let merge = merge([(.lineUnits, 1, "70")], [(.lineNDC, 1, "0143-9509-01")])
        let clash = try #require(merge.clashes.first)
        #expect(merge.clashes.count == 1 && clash.title == "Line 2, as a whole")
        #expect(clash.mine == "Units 70, NDC 0143-9508-01" && clash.theirs == "Units 35, NDC 0143-9509-01")
        #expect(merge.merged.lines[1] == base.keyed([(.lineUnits, 1, "70")]).lines[1])
        #expect(
            merge.taking(theirs: [clash.id]).merged.lines[1] == base.keyed([(.lineNDC, 1, "0143-9509-01")]).lines[1])
    }

    @Test func `The diagnoses and every pointer are one value`() throws {
        // One side's list goes with the other side's charge.
        let both = merge([(.diagnosisCode, 0, "F32.9"), (.linePointers, 2, "AB")], [(.lineCharge, 2, "140")])
        #expect(both.clashes.isEmpty)
        #expect(both.merged.text(at: Place(.linePointers, row: 2)) == "AB")
        #expect(both.merged.text(at: Place(.lineCharge, row: 2)) == "140")

        let merge = merge([(.diagnosisCode, 0, "F41.1"), (.diagnosisCode, 1, "F33.2")], [(.linePointers, 0, "AB")])
        let clash = try #require(merge.clashes.first)
        #expect(merge.clashes.count == 1 && clash.title == "Diagnoses with pointers")
        #expect(clash.mine == "A F41.1, B F33.2, line 1 Ptr A" && clash.theirs == "A F33.2, B F41.1, line 1 Ptr AB")
        #expect(merge.merged.text(at: Place(.linePointers)) == "A")
        let theirs = merge.taking(theirs: [clash.id]).merged
        #expect(theirs.diagnoses == base.diagnoses && theirs.text(at: Place(.linePointers)) == "AB")
    }

    @Test func `A line that points into another list is asked about`() throws {
        let line: Texts = [(.lineProcedure, 3, "96366"), (.linePointers, 3, "A")]
        #expect(merge([(.lineCharge, 0, "1")], line).clashes.isEmpty)
        let merge = merge([(.diagnosisCode, 0, "Z79.899")], line)
        #expect(merge.clashes.map(\.id) == [.diagnoses])
        // The line is there, and points to nothing that its keyer did not see.
        #expect(merge.merged.text(at: Place(.lineProcedure, row: 3)) == "96366")
        #expect(merge.merged.text(at: Place(.linePointers, row: 3)).isEmpty)
        #expect(merge.taking(theirs: [.diagnoses]).merged.text(at: Place(.linePointers, row: 3)) == "A")
    }

    @Test func `The primary's decision is one value on the claim and its lines`() {
        let clashing = merge([(.adjudicationPaid, 0, "80")], [(.linePrimaryPaid, 0, "80")])
        #expect(clashing.clashes.map(\.id) == [.adjudication])
        #expect(clashing.merged == base.keyed([(.adjudicationPaid, 0, "80")]))
        let single = merge([(.adjudicationPaid, 0, "80"), (.linePrimaryPaid, 0, "80")], [(.lineCharge, 0, "210")])
        #expect(single.clashes.isEmpty)
        #expect(single.merged.text(at: Place(.linePrimaryPaid)) == "80")
        #expect(single.merged.text(at: Place(.lineCharge)) == "210")
    }

    @Test func `A line that one side removed goes, and what the other changed in the next is kept`() {
        let merge = DraftMerge(base: base, mine: removing(line: 0), theirs: base.keyed([(.lineCharge, 2, "140")]))
        #expect(merge.clashes.isEmpty)
        #expect(merge.merged == removing(line: 0, [(.lineCharge, 1, "140")]))
        // Where a person was in the third line is the second one now.
        let mirrored = DraftMerge(base: base, mine: base.keyed([(.lineCharge, 2, "140")]), theirs: removing(line: 0))
        #expect(mirrored.place(of: Place(.lineCharge, row: 2)) == Place(.lineCharge, row: 1))
        #expect(mirrored.merged == merge.merged)
    }

    @Test func `A line that one side removed and the other changed is asked about`() throws {
        let merge = DraftMerge(base: base, mine: removing(line: 2), theirs: base.keyed([(.lineCharge, 2, "140")]))
        let clash = try #require(merge.clashes.first)
        #expect(merge.clashes.count == 1 && clash.title == "Line 3, removed, as a whole" && clash.isOfWholeRow)
        #expect(clash.mine.isEmpty && clash.theirs == "Code 99214, Ptr B, Charge 140, Units 1")
        #expect(merge.merged == removing(line: 2))
        #expect(merge.taking(theirs: [clash.id]).merged == base.keyed([(.lineCharge, 2, "140")]))
    }

    @Test func `Lines that both added are both kept, one that both added alike is one`() {
        let (mine, theirs): (Texts, Texts) = ([(.lineProcedure, 3, "96366")], [(.lineProcedure, 3, "96367")])
        let merge = merge(mine, theirs)
        #expect(merge.clashes.isEmpty)
        #expect(merge.merged == base.keyed([(.lineProcedure, 3, "96366"), (.lineProcedure, 4, "96367")]))
        #expect(self.merge(mine, mine).merged == base.keyed(mine))
        // The sender's own number says that it is one line.
        let numbered = self.merge(mine + [(.lineControlNumber, 3, "L4")], theirs + [(.lineControlNumber, 3, "L4")])
        #expect(numbered.clashes.map(\.title) == ["Line 4, added, as a whole"])
        #expect(numbered.merged.lines.count == 4)
    }

    @Test func `A number that names another line now is asked about`() throws {
        let drug: Texts = [(.lineProcedure, 3, "96372"), (.lineProcedure, 4, "J1885"), (.lineAdministration, 4, "4")]
        let merge = merge([(.lineProcedure, 3, "96366")], drug)
        let clash = try #require(merge.clashes.first)
        #expect(merge.clashes.count == 1 && clash.title == "Line 5, added, Given on line")
        #expect(clash.mine.isEmpty && clash.theirs == "4")
        #expect(merge.merged.text(at: Place(.lineProcedure, row: 5)) == "J1885")
        #expect(merge.merged.text(at: Place(.lineAdministration, row: 5)).isEmpty)
        #expect(merge.taking(theirs: [clash.id]).merged.text(at: Place(.lineAdministration, row: 5)) == "4")
        #expect(self.merge([(.lineUnits, 0, "2")], drug).clashes.isEmpty)
    }

    @Test func `A score is known by its instrument and day, a trial by its drug and start`() {
        func score(_ total: String) -> Texts {
            [(.scoreInstrument, 0, "PHQ9"), (.scoreDate, 0, "11/10/2026"), (.scoreTotal, 0, total)]
        }
        #expect(merge(score("20"), score("18")).clashes.map(\.title) == ["Score 1, added, Total"])
        let trials = merge([(.trialDrug, 0, "sertraline")], [(.trialDrug, 0, "bupropion")])
        #expect(trials.clashes.isEmpty && trials.merged.trials.count == 2)
    }

    @Test func `More rows than a claim takes are asked about`() {
        func attachments(_ name: String, _ count: Int) -> Texts {
            (0..<count).map { (.attachmentControl, $0, "\(name)\($0)") }
        }
        let merge = merge(attachments("A", 6), attachments("B", 5))
        #expect(merge.clashes.map(\.id) == [.rows(.attachment)])
        #expect(merge.merged == base.keyed(attachments("A", 6)))
        #expect(merge.taking(theirs: [.rows(.attachment)]).merged == base.keyed(attachments("B", 5)))
        #expect(self.merge(attachments("A", 5), attachments("B", 5)).merged.attachments.count == 10)
    }

    @Test func `An override of either side is kept with its reason`() throws {
        var (mine, theirs) = (base, base)
        mine.overrides = [override("TM-010", "Slow infusion")]
        theirs.overrides = [override("DS-003", "Weight in the chart")]
        #expect(
            DraftMerge(base: base, mine: mine, theirs: theirs).merged.overrides == mine.overrides + theirs.overrides)
        theirs.overrides = [override("TM-010", "Reviewed")]
        let merge = DraftMerge(base: base, mine: mine, theirs: theirs)
        let clash = try #require(merge.clashes.first)
        #expect(clash.title == "Override of TM-010" && clash.theirs.hasPrefix("Reviewed (L. Lead, "))
        #expect(merge.merged.overrides == mine.overrides)
        #expect(merge.taking(theirs: [clash.id]).merged.overrides == theirs.overrides)
        // What one side took back is taken back.
        #expect(
            DraftMerge(base: theirs, mine: base, theirs: theirs.keyed([(.amountPaid, 0, "1")])).merged.overrides.isEmpty
        )
    }

    private func override(_ rule: String, _ reason: String) -> Override {
        Override(rule: rule, place: "line.stop[1]", reason: reason, by: "L. Lead", on: context.today, inputs: [:])
    }

    @Test(arguments: [
        (ClaimStatus.ready, ClaimStatus.draft, ClaimStatus.ready, ClaimStatus.draft),
        (.clean, .ready, .flagged, .draft),
        (.flagged, .clean, .ready, .draft),
        (.draft, .draft, .submitted, .submitted),
        (.ready, .draft, .submitted, .submitted),
        (.submitted, .draft, .submitted, .draft),
        (.submitted, .submitted, .denied, .denied),
        (.submitted, .denied, .submitted, .denied),
        (.draft, .flagged, .clean, .flagged),
    ])
    func `A merge makes a ready claim a draft, and the payer has what it has`(
        base: ClaimStatus, mine: ClaimStatus, theirs: ClaimStatus, merged: ClaimStatus
    ) {
        #expect(ClaimStatus.merged(base: base, mine: mine, theirs: theirs, isTheirs: false) == merged)
        if mine == base {
            #expect(ClaimStatus.merged(base: base, mine: mine, theirs: theirs, isTheirs: true) == theirs)
        }
    }
}

extension ClaimDraft {
    fileprivate func keyed(_ texts: [(Field, Int, String)]) -> ClaimDraft {
        var draft = self
        for (field, row, text) in texts { draft.type(text, at: Place(field, row: row), in: ClaimDraft.context) }
        return draft
    }
}
