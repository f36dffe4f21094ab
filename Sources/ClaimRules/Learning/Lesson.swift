public import ClaimModel

/// One case of how a payer decided: a code with another of the same day and claim, a code alone, or a claim on which a
/// rule's warning was overridden.
public struct Lesson: Hashable, Sendable {
    /// By what the payer is known: its ID, else its name in capitals.
    public let payer: String
    /// The payer's name as the claim has it.
    public let payerName: String
    /// The procedure code that was decided; blank where the case is about a rule.
    public let code: String
    /// Another code of the same day and claim; blank where the code is counted alone.
    public let companion: String
    /// The rule whose warning was overridden; blank where the case is about a code.
    public let rule: String
    /// Whether nothing was paid, for one of `reasons`.
    public let isDenied: Bool
    /// Reason codes, then remark codes, each once; none where it was paid.
    public let reasons: [DenialCode]

    /// A case as it is stored.
    public init(
        payer: String, payerName: String, code: String, companion: String, rule: String, isDenied: Bool,
        reasons: [DenialCode]
    ) {
        self.payer = payer
        self.payerName = payerName
        self.code = code
        self.companion = companion
        self.rule = rule
        self.isDenied = isDenied
        self.reasons = reasons
    }
}

extension Lesson {
    /// Far more than most claims have.
    private static let mostCodes = 12

    /// The cases that a remittance makes of a claim as it was billed; none where it decides nothing: a reversal, an
    /// estimate, another payer's claim.
    public static func all(from answer: ClaimAnswer, to draft: ClaimDraft) -> [Lesson] {
        let isDecision = ["1", "2", "3", "4", "19", "20", "21"].contains(answer.processed)
        guard answer.kind == .remittance, isDecision, let payer = payer(of: draft) else { return [] }
        let decided = decisions(of: answer, on: draft)
        guard !decided.isEmpty else { return [] }
        func lesson(_ code: String, _ companion: String, _ rule: String, _ reasons: [DenialCode]?) -> Lesson {
            Lesson(
                payer: payer, payerName: draft.payer.name.text, code: code, companion: companion, rule: rule,
                isDenied: reasons != nil, reasons: reasons ?? [])
        }
        let ofCodes = decided.flatMap { decision in
            ([""] + draft.companions(ofRow: decision.row).prefix(mostCodes)).map {
                lesson(decision.code, $0, "", decision.reasons)
            }
        }
        let denied = decided.compactMap(\.reasons).flatMap(\.self).uniqued
        let isDenied = decided.contains { $0.reasons != nil }
        return ofCodes + draft.overrides.map(\.rule).uniqued.map { lesson("", "", $0, isDenied ? denied : nil) }
    }

    /// `nil` where the claim names no payer.
    static func payer(of draft: ClaimDraft) -> String? {
        let id = draft.payer.identifier.text
        let name = draft.payer.name.text.uppercased()
        return id.isEmpty ? (name.isEmpty ? nil : name) : id
    }

    /// What was decided on each row of the claim: the reasons of a denial, `nil` where it was paid.
    private static func decisions(
        of answer: ClaimAnswer, on draft: ClaimDraft
    ) -> [(row: Int, code: String, reasons: [DenialCode]?)] {
        let ofClaim = answer.codes.reasons
        if answer.lines.isEmpty {
            let isDenied = (answer.paid ?? 0) <= 0 && (answer.processed == "4" || !ofClaim.isEmpty)
            return draft.lines.indices.compactMap { row in
                draft.lines[row].procedure.value.map { (row, $0.text, isDenied ? ofClaim : nil) }
            }
        }
        var used: Set<Int> = []
        return answer.lines.compactMap { line in
            guard let row = line.row(in: draft, after: used), let code = draft.lines[row].procedure.value?.text else {
                return nil
            }
            used.insert(row)
            let own = line.codes.reasons
            let reasons = own.contains { if case .carc = $0 { true } else { false } } ? own : own + ofClaim
            let isDenied =
                (line.paid ?? 0) <= 0 && (line.charge ?? 0) > 0 && !line.adjustments.contains(where: \.isPatients)
                && !reasons.isEmpty
            return (row, code, isDenied ? reasons : nil)
        }
    }
}

extension [AnswerCode] {
    /// Those that say why nothing is paid, reason codes first; what another payer or the contract takes off is no reason.
    fileprivate var reasons: [DenialCode] {
        let codes = filter(\.isReason).compactMap { code in
            if case .denial(let denial) = code { denial } else { nil }
        }
        let carcs = codes.filter { if case .carc = $0 { true } else { false } }
        return carcs.isEmpty ? [] : (carcs + codes.filter { if case .rarc = $0 { true } else { false } }).uniqued
    }
}

extension ClaimDraft {
    /// The other codes of the day of a line, each once.
    func companions(ofRow row: Int) -> [String] {
        let line = self.lines[row]
        return self.lines.indices.filter { $0 != row && self.lines[$0].from.value == line.from.value }
            .compactMap { self.lines[$0].procedure.value?.text }.filter { $0 != line.procedure.value?.text }.uniqued
    }
}
