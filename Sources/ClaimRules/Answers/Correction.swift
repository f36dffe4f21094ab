public import ClaimModel

/// A way to resubmit a claim: its frequency, the payer's number that it names, and why.
public struct Correction: Hashable, Sendable {
    /// 1 new claim, 7 replacement, 8 void (CLM05-3).
    public let frequency: FrequencyCode
    /// The payer's number of the claim that is replaced or voided; blank for a new claim, and where no answer has it.
    public let originalReference: String
    /// Which and why, in complete sentences.
    public let reason: String

    /// `7  replace 26314000551`.
    public var label: String {
        let number = originalReference.isEmpty ? "the payer's claim" : originalReference
        switch frequency {
        case .original: return "1  resubmit as a new claim"
        case .replacement: return "7  corrected claim, replaces \(number)"
        case .void: return "8  void of \(number)"
        }
    }

    /// What is left to do before it goes.
    public var task: String {
        frequency == .void ? "Mark it ready to submit the void." : "Correct what was wrong, then mark it ready."
    }

    /// The ways, the recommended one first; none where nothing says that the claim was ever submitted.
    ///
    /// A replacement (7) and a void (8) are for claims that the payer accepted, and only for payers that accept them
    /// (policy setting `accepts_freq78`); front-end rejections and unprocessable claims (MA130) are resubmitted as new.
    ///
    /// - Parameter answers: what was answered to the claim, the earliest first.
    public static func ways(
        for draft: ClaimDraft, status: ClaimStatus, answers: [ClaimAnswer], in context: Context
    ) -> [Correction] {
        guard status.reachedPayer || status == .rejected || !answers.isEmpty else { return [] }
        return ResubmittedClaim(draft, status, answers.settled(on: draft), context).ways
    }
}

/// A submitted claim, and what is known about its outcome.
private struct ResubmittedClaim {
    private let draft: ClaimDraft
    private let status: ClaimStatus
    private let answer: ClaimAnswer?
    private let facts: ClaimFacts
    private let isRejected: Bool
    private let codes: Set<AnswerCode>
    private let number: String

    init(_ draft: ClaimDraft, _ status: ClaimStatus, _ answers: [ClaimAnswer], _ context: Context) {
        self.draft = draft
        self.status = status
        // A resubmitted claim has no answer yet.
        answer = status == .submitted ? nil : answers.last { $0.status != nil } ?? answers.last
        facts = ClaimFacts(of: draft, in: context)
        isRejected = status == .rejected || !status.reachedPayer && answer?.status == .rejected
        let keyed = status == .submitted ? [] : AnswerCode.codes(in: draft.identity.recordedDenial.text).codes
        codes = Set(keyed + (answer?.allCodes ?? []))
        let named = draft.identity.frequency.value == .original ? "" : draft.identity.originalReference.text
        number = answers.last { !$0.payerControlNumber.isEmpty && $0.status != .rejected }?.payerControlNumber ?? named
    }

    var ways: [Correction] {
        if isRejected || isUnprocessable {
            guard !isLostReplacement else { return [repeatedReplacement, new(because: notFound)] }
            return [new(because: notTaken)] + (refusal == nil ? [replacement(because: onlyWhereTaken)] : [])
        }
        if status == .voided { return [new(because: voided)] }
        if status == .voidAccepted { return [new(because: voidAccepted)] }
        if let refusal { return [new(because: refusal)] }
        if status == .nothingDue { return [new(because: nothingDue), void] }
        return [replacement(because: taken), new(because: onlyWhereWanted), void]
    }

    private func new(because reason: String) -> Correction {
        Correction(frequency: .original, originalReference: "", reason: reason)
    }

    private func replacement(because reason: String) -> Correction {
        Correction(frequency: .replacement, originalReference: number, reason: reason)
    }

    private var void: Correction {
        Correction(
            frequency: .void, originalReference: number,
            reason: "Frequency 8 cancels the whole claim, and the payer recoups what it paid for it."
                + missingNumber)
    }

    /// A replacement or void that was rejected, while the payer still has the original claim.
    private var isLostReplacement: Bool {
        guard let frequency = draft.identity.frequency.value, frequency != .original else { return false }
        return !number.isEmpty && !codes.contains { if case .status("35", _) = $0 { true } else { false } }
    }

    private var repeatedReplacement: Correction {
        let frequency = draft.identity.frequency.value ?? .replacement
        return Correction(
            frequency: frequency, originalReference: number,
            reason: "The frequency \(frequency.code) claim was rejected, and the payer still has the original as "
                + "\(number): resubmit with the same frequency and number.")
    }
}

/// The reasons.
extension ResubmittedClaim {
    private var payer: String {
        if facts.isMedicare { return "Medicare" }
        let name = draft.payer.name.text
        return facts.payerIsKnown || name.isEmpty ? facts.policy.name : name
    }

    private var isUnprocessable: Bool { codes.contains(.denial(.rarc("MA130"))) }

    private var notTaken: String {
        isUnprocessable
            ? "\(payer) returned it as unprocessable (MA130), without adjudicating it: resubmit as a new claim (frequency 1), "
                + "without the payer's number."
            : "Rejected before the payer accepted it: resubmit as a new claim (frequency 1), without the payer's "
                + "number."
    }

    private var voided: String { "The payer has voided the claim: bill the services as a new claim (frequency 1)." }
    private var voidAccepted: String {
        "The payer has accepted the void: bill the services as a new claim (frequency 1) once it is done."
    }
    private var nothingDue: String {
        "Nothing is due, and nothing was denied: resubmit only if the claim itself was wrong. " + onlyWhereWanted
    }
    private var notFound: String { "Only if the payer cannot find the claim to replace." }
    private var onlyWhereTaken: String { "Only if the payer accepted the claim after all." + missingNumber }
    private var onlyWhereWanted: String {
        "Only if the payer wants corrections as new claims; else it is denied as a duplicate (CARC 18)."
    }

    /// `nil` where the payer accepts replacements, or it is not known.
    private var refusal: String? {
        let refuses = facts.policy.value(of: \.acceptsReplacement) == false
        guard facts.isMedicare || refuses else { return nil }
        let source = refuses ? " (\(facts.policy.source(of: \.acceptsReplacement)))" : ""
        return
            "\(payer) does not accept corrected claims\(source): submit a new claim (frequency 1), without the payer's number. "
            + "If the claim was adjudicated, request a reopening or appeal instead; a second claim is denied as a "
            + "duplicate (CARC 18)."
    }

    private var taken: String {
        let start = answer == nil ? "No response yet. " : ""
        let acceptance =
            facts.policy.value(of: \.acceptsReplacement) == true
            ? "\(payer) accepts corrected claims (\(facts.policy.source(of: \.acceptsReplacement)))"
            : "It is not known whether \(payer) accepts corrected claims; most payers do"
        return "\(start)\(acceptance): frequency 7 replaces the whole claim, so every line must be correct."
            + missingNumber
    }

    private var missingNumber: String {
        number.isEmpty ? " No response has the payer's claim number: enter it from the remittance." : ""
    }
}

extension ClaimDraft {
    /// Turns the claim into the one to resubmit; the payer's denial codes are kept as prior denial codes where that field
    /// is blank.
    public mutating func correct(as way: Correction, after answers: [ClaimAnswer], in context: ParsingContext) {
        type(way.frequency.code, at: Place(.frequency), in: context)
        type(way.originalReference, at: Place(.originalReference), in: context)
        let denial = answers.settled(on: self).last { $0.status != nil }?.denial ?? ""
        if self.identity.recordedDenial.text.isEmpty, !denial.isEmpty {
            type(denial, at: Place(.recordedDenial), in: context)
        }
    }
}

extension ClaimAnswer {
    /// The denial codes as a person types them: `CO-16 M119`; blank where nothing was denied.
    var denial: String {
        guard kind == .remittance, status == .denied || status == .partlyPaid else { return "" }
        let unpaid = lines.filter { ($0.paid ?? 0) == 0 }
        let reasons = (adjustments + unpaid.flatMap(\.adjustments)).filter {
            !AnswerCode.denial(.carc($0.reason)).isRoutine
        }
        let remarks = (codes + unpaid.flatMap(\.codes)).filter(\.isRemark).compactMap { code in
            if case .denial(.rarc(let remark)) = code { remark } else { nil }
        }
        var codes: [String] = []
        for word in reasons.map({ "\($0.group)-\($0.reason)" }) + remarks where !codes.contains(word) {
            guard (codes + [word]).joined(separator: " ").count <= Field.recordedDenial.shape.limit else { break }
            codes.append(word)
        }
        return codes.joined(separator: " ")
    }
}
