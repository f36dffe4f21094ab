import ClaimModel
import ClaimRules
import ClaimStore

/// What of a claim is denied, and why.
struct ClaimDenial {
    /// In cents.
    let charge: Int
    /// The codes that say why, each with the charge that it denies, in cents; empty where nobody gave any.
    let codes: [AnswerCode: Int]
    /// The plan after the claim's payer that denies it, by name; `nil` for the payer itself.
    var plan: String?

    /// As a payer answers it.
    init(_ denied: ClaimAnswer, of charge: Int) {
        self.charge = denied.status == .denied ? charge : denied.charge ?? charge
        var codes = Dictionary(denied.codes.map { ($0, charge) }) { first, _ in first }
        for line in denied.lines {
            for code in Set(line.codes) where !denied.codes.contains(code) {
                codes[code, default: 0] += line.charge ?? 0
            }
        }
        // What the payers before have paid, the contract takes off or an alert says denies nothing.
        let reasons = codes.filter(\.key.isReason)
        self.codes = reasons.isEmpty ? codes : reasons
    }

    /// As somebody recorded it.
    init(recorded codes: [AnswerCode], of charge: Int) {
        self.charge = charge
        self.codes = Dictionary(codes.map { ($0, charge) }) { first, _ in first }
    }
}

extension ReportedClaim {
    /// What of it is denied by what came last; `nil` where nothing is.
    var denial: ClaimDenial? {
        if let denied = adjudication?.answer?.denied { return ClaimDenial(denied, of: charge) }
        if let refusal {
            let codes = refusal.allCodes.uniqued.filter(\.isReason)
            var denial = ClaimDenial(recorded: codes, of: open.nextPayer)
            denial.plan = nextPayer
            return denial
        }
        guard summary.status == .denied else { return nil }
        if let said = row.answers.last(where: { $0.status == .denied }) { return ClaimDenial(said, of: charge) }
        let recorded = row.draft?.identity.recordedDenial.text ?? ""
        return ClaimDenial(recorded: AnswerCode.codes(in: recorded).codes, of: charge)
    }

    /// The denial of the plan that the payer has sent the claim on to.
    private var refusal: ClaimAnswer? {
        guard summary.settlement?.nextPayer == .refused else { return nil }
        return row.draft.flatMap { row.answers.afterCrossing(of: $0) }
    }
}
