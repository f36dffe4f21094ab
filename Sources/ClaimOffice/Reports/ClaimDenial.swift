import ClaimModel
import ClaimRules
import ClaimStore

/// What of a claim is denied, and why.
struct ClaimDenial {
    /// In cents.
    let charge: Int
    /// The codes that say why, each with the charge that it denies, in cents; empty where nobody gave any.
    let codes: [AnswerCode: Int]

    /// As a payer answers it.
    init(_ denied: ClaimAnswer, of charge: Int) {
        self.charge = denied.status == .denied ? charge : denied.charge ?? charge
        // What the payers before have paid denies nothing.
        let settled = AnswerCode.denial(.carc("23"))
        var codes = Dictionary(denied.codes.map { ($0, charge) }) { first, _ in first }
        for line in denied.lines {
            for code in Set(line.codes) where !denied.codes.contains(code) {
                codes[code, default: 0] += line.charge ?? 0
            }
        }
        if codes.count > 1 { codes[settled] = nil }
        self.codes = codes
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
        guard summary.status == .denied else { return nil }
        if let said = row.answers.last(where: { $0.status == .denied }) { return ClaimDenial(said, of: charge) }
        let recorded = row.draft?.identity.recordedDenial.text ?? ""
        return ClaimDenial(recorded: AnswerCode.codes(in: recorded).codes, of: charge)
    }
}
