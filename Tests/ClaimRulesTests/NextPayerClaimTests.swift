import ClaimModel
import Testing

@testable import ClaimRules

/// The claim to the second payer, made of the first one's remittance.
@Suite struct NextPayerClaimTests {
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

    private func secondary(_ answers: [ClaimAnswer], after primary: ClaimDraft = Self.primary) throws -> NextPayerClaim
    {
        try NextPayerClaim(after: primary, answered: answers, id: "second", in: ClaimExample.parsing)
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
                (.payerName, 0, before.otherInsurance.plan.name.text), (.payerIdentifier, 0, "55501"),
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
        #expect(secondary.draft.lines.allSatisfy { $0.primary.isBlank && $0.secondary.isBlank })
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
        #expect(Field.earlierDecisions.allSatisfy { secondary.draft.text(at: Place($0)).isEmpty })
    }

    // MARK: The third payer

    /// The claim to the secondary, with a third plan, and what the secondary paid on it.
    private static let toSecondary = ClaimExample.tertiary.with(.payerOrder, "S").withoutSecondary.draft

    private static let later: ClaimAnswer = {
        var answer = ClaimAnswer(.remittance, account: "C-1")
        (answer.processed, answer.payment, answer.payerControlNumber) = ("2", "78", "SEC77")
        answer.date = Day(iso: "2026-11-21")
        (answer.charge, answer.paid) = (25500, 3500)
        answer.lines = [
            line(
                "96365", 21000, 2500,
                [
                    Adjustment(group: "CO", reason: "45", cents: 1000),
                    Adjustment(group: "OA", reason: "23", cents: 17000),
                    Adjustment(group: "PR", reason: "2", cents: 500),
                ]),
            line(
                "J3490", 4500, 1000,
                [Adjustment(group: "OA", reason: "23", cents: 3000), Adjustment(group: "PR", reason: "1", cents: 500)]),
        ]
        return answer
    }()

    private func expectTertiary(_ draft: ClaimDraft) throws {
        expect(
            draft,
            [
                (.payerOrder, 0, "T"), (.payerName, 0, "Harbor Health Plan"), (.memberID, 0, "HHP66602"),
                (.otherPayerIdentifier, 0, Self.primary.payer.identifier.text), (.thirdPayerIdentifier, 0, "55501"),
                (.thirdPlanName, 0, "Lakeshore Health Plan"), (.thirdPolicyNumber, 0, "LHP55501"),
                (.adjudicationPaid, 0, "200.00"), (.linePrimaryPaid, 0, "170.00"),
                (.secondaryAdjudicationDate, 0, "11/21/2026"), (.secondaryAdjudicationPaid, 0, "35.00"),
                (.secondaryAdjudicationControlNumber, 0, "SEC77"), (.lineSecondaryPaid, 1, "10.00"),
                (.lineSecondaryAdjusted, 1, "OA-23 30.00, PR-1 5.00"),
            ])
        let context = try ClaimExample.secondary.context(books: Desk.books.get(), library: Desk.library.get())
        let found = validate(draft, in: context).filter { $0.rule.chapterIsOnPrimary }
        #expect(found.isEmpty, "\(found.map(\.message))")
    }

    @Test func `a secondary claim with a third plan goes on to it with both decisions`() throws {
        let primary = ClaimExample.tertiary.with(.payerOrder, "P").undecided.withoutSecondary.draft
        let first = try secondary([Self.remittance], after: primary).draft
        expect(
            first, [(.thirdPlanName, 0, "Harbor Health Plan"), (.payerOrder, 0, "S"), (.linePrimaryPaid, 0, "170.00")])
        try expectTertiary(try secondary([Self.later], after: first).draft)
    }

    @Test func `a claim crossed over and paid by both goes on to the third plan`() throws {
        let primary = ClaimExample.tertiary.with(.payerOrder, "P").undecided.withoutSecondary.draft
        var crossed = Self.remittance
        crossed.processed = "19"
        let tertiary = try secondary([crossed, Self.later], after: primary)
        try expectTertiary(tertiary.draft)
        #expect(tertiary.notices.isEmpty)
    }

    @Test func `the third payer's limit counts from the secondary's decision`() throws {
        let draft = try secondary([Self.later], after: Self.toSecondary).draft
        let example = ClaimExample.secondary.whenPolicy {
            $0.filingDays = Setting(90)
            $0.filingMonths = nil
        }
        let policy = try example.context(books: Desk.books.get(), library: Desk.library.get()).policy
        #expect(FilingDeadline(of: draft, under: policy)?.from == Day(iso: "2026-11-21"))
    }

    @Test func `what cannot be passed on is refused with words`() throws {
        var answer = Self.remittance
        answer.processed = "22"
        #expect(throws: NextPayerClaim.Obstacle.takenBack(.primary)) { try secondary([Self.remittance, answer]) }
        answer.processed = "23"
        #expect(throws: NextPayerClaim.Obstacle.notDecided(.primary)) { try secondary([answer]) }
        #expect(throws: NextPayerClaim.Obstacle.noThirdPlan) {
            try secondary([Self.remittance], after: ClaimExample.secondary.draft)
        }
        #expect(throws: NextPayerClaim.Obstacle.isTertiary) {
            try secondary([Self.remittance], after: ClaimExample.tertiary.draft)
        }
        #expect(throws: NextPayerClaim.Obstacle.noOtherInsurance) {
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
    fileprivate var withoutSecondary: ClaimExample {
        DecisionFields.secondary.all.filter { $0.part == .claim }.reduce(self) { $0.with($1, "") }
            .with(.lineSecondaryPaid, "").with(.lineSecondaryAdjusted, "")
            .with(.lineSecondaryPaid, row: 1, "").with(.lineSecondaryAdjusted, row: 1, "")
    }

    fileprivate var undecided: ClaimExample {
        Field.earlierDecisions.filter { $0.part == .claim }.reduce(self) { $0.with($1, "") }
            .with(.linePrimaryPaid, "").with(.linePrimaryAdjusted, "")
            .with(.linePrimaryPaid, row: 1, "").with(.linePrimaryAdjusted, row: 1, "")
    }
}
