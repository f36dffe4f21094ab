import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Open the workstation on invented claims in a throw-away place.",
        discussion: "The claims are set on 11/23/2026, so that is the day that the demo takes for today.")

    @OptionGroup var options: CommonOptions

    func run() throws {
        let around = try Surroundings(options, standardDay: ClaimExample.today)
        var opening = try Opening(around)
        opening.note =
            "A demo on invented claims; everything in it is thrown away. Enter opens a claim, F1 lists the keys."
        let store: ClaimStore
        do throws(StoreFault) {
            store = try ClaimStore.temporary()
            try DemoCommand.fill(store, around)
        } catch {
            throw Refusal(error.description)
        }
        try opening.run(on: store)
    }

    private static func fill(_ store: ClaimStore, _ around: Surroundings) throws(StoreFault) {
        try store.savePractice(practice(in: around.parsing))
        try store.startAccountNumbers(at: 3001)
        for example in ClaimExample.demo.reversed() {
            let context = around.context(for: example.draft)
            let findings = around.findings(on: example.draft, in: context)
            let verdict = Verdict(of: findings, on: example.draft)
            try store.save(
                ClaimRecord(example.draft, status: verdict.status, tally: Tally(findings, on: example.draft)))
            try store.rememberEverybody(in: example.draft)
        }
        for answer in answers {
            guard let claim = try store.claims().first(where: { $0.account == answer.account }) else { continue }
            try store.mark(claim.id, as: .sent)
            try store.answer(claim.id, with: answer.stored, as: answer.status)
        }
    }

    /// What came back of two of them: one is denied, one was rejected in front.
    private static var answers: [ClaimAnswer] {
        var denial = ClaimAnswer(.remittance, account: "C-2005")
        (denial.status, denial.date) = (.denied, ClaimExample.today + -2)
        (denial.charge, denial.paid, denial.payerControlNumber) = (25500, 0, "26324000107")
        denial.adjustments = [Adjustment(group: "CO", reason: "197", cents: 25500)]
        denial.codes = [.denial(.carc("197"))]
        var rejection = ClaimAnswer(.status, account: "C-2006")
        (rejection.status, rejection.date) = (.rejected, ClaimExample.today + -1)
        (rejection.charge, rejection.statuses) = (25500, ["A7:218", "A7:476"])
        rejection.codes = [.status("218"), .status("476")]
        return [denial, rejection]
    }

    /// The practice of the samples.
    private static func practice(in context: ParsingContext) -> ClaimDraft {
        var practice = ClaimDraft(id: Clerk.practiceID)
        let groups: [FieldGroup] = [.billingProvider, .renderingProvider, .signatures]
        for field in groups.flatMap(\.fields) + [.placeOfService] {
            practice.type(ClaimExample.sample.draft.text(at: Place(field)), at: Place(field), in: context)
        }
        return practice
    }
}
