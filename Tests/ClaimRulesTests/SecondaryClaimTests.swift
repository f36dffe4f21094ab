import ClaimModel
import Testing

@testable import ClaimRules

/// The claim to the second payer, made of the first one's remittance.
@Suite struct SecondaryClaimTests {
    /// The sample claim of a patient with a second plan, as it went to the first.
    private static let primary = ClaimExample.secondary.with(.payerOrder, "P").undecided.draft

    private static func line(_ procedure: String, _ charge: Int, _ paid: Int, _ all: [Adjustment]) -> AnsweredLine {
        var line = AnsweredLine(procedure: procedure, charge: charge, paid: paid)
        line.adjustments = all
        return line
    }

    private static let remittance: ClaimAnswer = {
        var answer = ClaimAnswer(.remittance, account: "C-1")
        answer.processed = "1"
        answer.date = Day(iso: "2026-11-20")
        answer.payment = "77"
        answer.payerControlNumber = "26314000551"
        (answer.charge, answer.paid) = (25500, 20000)
        answer.lines = [
            line(
                "96365", 21000, 17000,
                [
                    Adjustment(group: "CO", reason: "45", cents: 1000),
                    Adjustment(group: "PR", reason: "2", cents: 3000),
                ]),
            line("J3490", 4500, 3000, [Adjustment(group: "PR", reason: "1", cents: 1500)]),
        ]
        return answer
    }()

    private func secondary(_ answers: [ClaimAnswer], after primary: ClaimDraft = Self.primary) throws -> SecondaryClaim
    {
        try SecondaryClaim(after: primary, answered: answers, id: "second", in: ClaimExample.parsing)
    }

    private func expect(_ draft: ClaimDraft, _ texts: [(Field, Int, String)]) {
        for (field, row, text) in texts { #expect(draft.text(at: Place(field, row: row)) == text, "\(field.id)") }
    }

    @Test func `the payers change places`() throws {
        let draft = try secondary([Self.remittance]).draft
        let before = Self.primary
        expect(
            draft,
            [
                (.payerName, 0, before.otherInsurance.planName.text), (.payerIdentifier, 0, "55501"),
                (.payerOrder, 0, "S"), (.memberID, 0, "LHP55501"), (.relationship, 0, "18"),
                (.otherPlanName, 0, before.payer.name.text),
                (.otherPayerIdentifier, 0, before.payer.identifier.text),
                (.otherPolicyNumber, 0, before.subscriber.memberID.text), (.otherInsuranceExists, 0, "Y"),
                (.otherInsuredLastName, 0, before.patient.lastName.text), (.frequency, 0, "1"), (.account, 0, ""),
                (.originalReference, 0, ""), (.authorizationNumber, 0, ""), (.payerPolicy, 0, ""),
            ])
        #expect(draft.id == "second" && draft.lines.map(\.charge) == before.lines.map(\.charge))
    }

    @Test func `the remittance fills amounts and everything adds up`() throws {
        let secondary = try secondary([Self.remittance])
        let draft = secondary.draft
        expect(
            draft,
            [
                (.adjudicationDate, 0, "11/20/2026"), (.adjudicationPaid, 0, "200.00"),
                (.adjudicationControlNumber, 0, "26314000551"), (.adjudicationPayment, 0, "77"),
                (.linePrimaryPaid, 0, "170.00"), (.linePrimaryAdjusted, 0, "CO-45 10.00, PR-2 30.00"),
                (.linePrimaryLiability, 0, "30.00"), (.linePrimaryPaid, 1, "30.00"),
                (.linePrimaryAdjusted, 1, "PR-1 15.00"), (.adjudicationForwarded, 0, ""),
            ])
        #expect(secondary.notices.isEmpty)
        #expect(draft.defaulted.isSuperset(of: [Field.adjudicationPaid.id, Field.linePrimaryAdjusted.id]))
        let context = try ClaimExample.secondary.context(books: Desk.books.get(), library: Desk.library.get())
        let found = validate(draft, in: context).filter { $0.rule.chapterIsOnPrimary }
        #expect(found.isEmpty, "\(found.map(\.message))")
    }

    @Test func `it is no second claim for the same service`() throws {
        var earlier = ClaimExample.secondary
        earlier.draft = Self.primary.renamed("primary")
        let context = try earlier.after(earlier, .paid).context(books: Desk.books.get(), library: Desk.library.get())
        let alone = try earlier.context(books: Desk.books.get(), library: Desk.library.get())
        let draft = try secondary([Self.remittance]).draft
        #expect(validate(draft, in: context).map(\.rule.id) == validate(draft, in: alone).map(\.rule.id))
    }

    @Test func `what does not add up is said with the difference`() throws {
        var answer = Self.remittance
        answer.lines[1] = Self.line("J3490", 4500, 3000, [])
        let draft = try secondary([answer]).draft
        let context = try ClaimExample.secondary.context(books: Desk.books.get(), library: Desk.library.get())
        let found = validate(draft, in: context).filter { $0.rule.id == "PY-015" }
        #expect(found.map(\.place) == [Place(.linePrimaryAdjusted, row: 1)])
        #expect(found.first?.message.contains("$15.00 missing") == true)
    }

    @Test func `a forwarded claim is warned of`() throws {
        var answer = Self.remittance
        answer.processed = "19"
        answer.forwardedTo = "LAKESHORE"
        let forwarded = try secondary([answer])
        #expect(forwarded.draft.text(at: Place(.adjudicationForwarded)) == "Y")
        #expect(forwarded.notices.first?.contains("LAKESHORE") == true)
        answer = Self.remittance
        answer.codes = [.denial(.rarc("MA18"))]
        #expect(try secondary([answer]).draft.text(at: Place(.adjudicationForwarded)) == "Y")
    }

    @Test func `lines that do not fit are said and left blank`() throws {
        var answer = Self.remittance
        answer.lines[1] = Self.line("99213", 5000, 0, [])
        var parted = answer.lines[0]
        parted.billedProcedure = "96365"
        answer.lines.append(parted)
        let secondary = try secondary([answer])
        #expect(secondary.notices.count == 3)
        #expect(secondary.draft.lines.allSatisfy { !$0.isAdjudicated })
    }

    @Test func `another code and other units are passed on`() throws {
        var answer = Self.remittance
        var line = AnsweredLine(procedure: "96374", charge: 21000, paid: 17000)
        line.billedProcedure = "96365"
        line.units = "2"
        answer.lines[0] = line
        let draft = try secondary([answer]).draft
        expect(draft, [(.linePrimaryProcedure, 0, "96374"), (.linePrimaryUnits, 0, "2")])
    }

    @Test func `without a remittance the amounts are left to be keyed`() throws {
        let secondary = try secondary([])
        #expect(secondary.notices.count == 1)
        #expect(Field.primaryDecision.allSatisfy { secondary.draft.text(at: Place($0)).isEmpty })
    }

    @Test func `what cannot be passed on is refused with words`() throws {
        var answer = Self.remittance
        answer.processed = "22"
        #expect(throws: SecondaryClaim.Obstacle.takenBack) { try secondary([Self.remittance, answer]) }
        answer.processed = "23"
        #expect(throws: SecondaryClaim.Obstacle.notDecided) { try secondary([answer]) }
        #expect(throws: SecondaryClaim.Obstacle.notPrimary) {
            try secondary([Self.remittance], after: ClaimExample.secondary.draft)
        }
        #expect(throws: SecondaryClaim.Obstacle.noOtherInsurance) {
            try secondary([Self.remittance], after: ClaimExample.sample.draft)
        }
    }
}

extension Rule {
    fileprivate var chapterIsOnPrimary: Bool {
        ["PT-008", "PY-014", "PY-015", "PY-040", "PY-041", "PY-042", "PY-044"].contains(id)
    }
}

extension ClaimExample {
    fileprivate var undecided: ClaimExample {
        Field.primaryDecision.filter { $0.part == .claim }.reduce(self) { $0.with($1, "") }
            .with(.linePrimaryPaid, "").with(.linePrimaryAdjusted, "")
            .with(.linePrimaryPaid, row: 1, "").with(.linePrimaryAdjusted, row: 1, "")
    }
}
