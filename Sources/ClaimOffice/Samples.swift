import ClaimModel
import ClaimRules
public import ClaimStore

extension Office {
    /// Fills an empty store with a fictitious practice, its claims, and the answers to two of them.
    public func addSamples() throws(StoreFault) {
        try store.savePractice(samplePractice)
        try store.startAccountNumbers(at: 3001)
        for example in ClaimExample.demo.reversed() {
            try store.save(try judge(example.draft, status: nil).record)
            try store.rememberEverybody(in: example.draft, asOf: library.day)
        }
        for answer in Office.sampleAnswers {
            guard let claim = try store.claims().first(where: { $0.account == answer.account }) else { continue }
            try store.mark(claim.id, as: .submitted)
            try store.answer(claim.id, with: answer, as: answer.status)
        }
        // Claims that came later count for the duplicates of earlier ones.
        for claim in try store.claims() { try recount(claim.id) }
    }

    /// One denial and one front-end rejection.
    private static var sampleAnswers: [ClaimAnswer] {
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

    private var samplePractice: ClaimDraft {
        var practice = ClaimDraft(id: Office.practiceID)
        let groups: [FieldGroup] = [.billingProvider, .renderingProvider, .signatures]
        for field in groups.flatMap(\.fields) + [.placeOfService] {
            practice.type(ClaimExample.sample.draft.text(at: Place(field)), at: Place(field), in: parsing)
        }
        return practice
    }
}
