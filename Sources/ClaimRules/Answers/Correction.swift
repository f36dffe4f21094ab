public import ClaimModel

/// A way to send again a claim that was sent before: its frequency, the payer's number that it names, and why.
public struct Correction: Hashable, Sendable {
    public let frequency: FrequencyCode
    /// The payer's number of the claim that is replaced or voided; blank for a new claim, and where no answer says it.
    public let originalReference: String
    /// Which and why, in whole sentences.
    public let reason: String

    /// `7  replace 26314000551`.
    public var label: String {
        let number = originalReference.isEmpty ? "the payer's claim" : originalReference
        switch frequency {
        case .original: return "1  send it as a new claim"
        case .replacement: return "7  replace \(number)"
        case .void: return "8  void \(number)"
        }
    }

    /// The ways, the advised one first; none where nothing says that the claim was ever sent.
    ///
    /// A replacement (7) and a void (8) are of a claim that the payer took in, and only for payers that take them
    /// (policy setting `accepts_freq78`); what was rejected in front or was unprocessable (MA130) is sent anew.
    ///
    /// - Parameter answers: what was answered to the claim, the earliest first.
    public static func ways(
        for draft: ClaimDraft, status: ClaimStatus, answers: [ClaimAnswer], in context: Context
    ) -> [Correction] {
        guard status.reachedPayer || status == .rejected || !answers.isEmpty else { return [] }
        return ResubmittedClaim(draft, status, answers, context).ways
    }
}

/// A claim that was sent, and what is known of its fate.
private struct ResubmittedClaim {
    private let draft: ClaimDraft
    private let answer: ClaimAnswer?
    private let facts: ClaimFacts
    private let isRejected: Bool
    private let codes: Set<AnswerCode>
    private let number: String

    init(_ draft: ClaimDraft, _ status: ClaimStatus, _ answers: [ClaimAnswer], _ context: Context) {
        self.draft = draft
        // What was sent again has no answer yet.
        answer = status == .sent ? nil : answers.last { $0.status != nil } ?? answers.last
        facts = ClaimFacts(of: draft, in: context)
        isRejected = status == .rejected || !status.reachedPayer && answer?.status == .rejected
        let keyed = status == .sent ? [] : AnswerCode.codes(in: draft.identity.recordedDenial.text).codes
        codes = Set(keyed + (answer?.allCodes ?? []))
        let named = draft.identity.frequency.value == .original ? "" : draft.identity.originalReference.text
        number = answers.last { !$0.payerControlNumber.isEmpty && $0.status != .rejected }?.payerControlNumber ?? named
    }

    var ways: [Correction] {
        if isRejected || isUnprocessable {
            guard !isLostReplacement else { return [repeatedReplacement, new(because: notFound)] }
            return [new(because: notTaken)] + (refusal == nil ? [replacement(because: onlyWhereTaken)] : [])
        }
        if let refusal { return [new(because: refusal)] }
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
            reason: "Frequency 8 takes the whole claim back, and the payer recoups what it has paid for it."
                + missingNumber)
    }

    /// A replacement or void that was turned away, while the claim that it is of still stands at the payer.
    private var isLostReplacement: Bool {
        guard let frequency = draft.identity.frequency.value, frequency != .original else { return false }
        return !number.isEmpty && !codes.contains(.status("35"))
    }

    private var repeatedReplacement: Correction {
        let frequency = draft.identity.frequency.value ?? .replacement
        return Correction(
            frequency: frequency, originalReference: number,
            reason: "It went out as frequency \(frequency.code) and was turned away, so the claim that it is of still "
                + "stands at the payer as \(number): the same frequency and number again.")
    }
}

/// Why.
extension ResubmittedClaim {
    private var payer: String {
        if facts.isMedicare { return "Medicare" }
        let name = draft.payer.name.text
        return facts.payerIsKnown || name.isEmpty ? facts.policy.name : name
    }

    private var isUnprocessable: Bool { codes.contains(.denial(.rarc("MA130"))) }

    private var notTaken: String {
        isUnprocessable
            ? "\(payer) called it unprocessable (MA130), which decides nothing: a new claim, frequency 1, without the "
                + "payer's number."
            : "It was rejected in front: \(payer) never took it in, so there is nothing to replace. A new claim, "
                + "frequency 1, without the payer's number."
    }

    private var notFound: String { "Only where the payer does not find the claim that it was to replace." }
    private var onlyWhereTaken: String { "Only where the payer has taken the claim in after all." + missingNumber }
    private var onlyWhereWanted: String {
        "Only where the payer wants corrections as new claims; else it is denied as a duplicate (CARC 18)."
    }

    /// `nil` where the payer takes replacements, or nobody knows.
    private var refusal: String? {
        let refuses = facts.policy.value(of: \.acceptsReplacement) == false
        guard facts.isMedicare || refuses else { return nil }
        let source = refuses ? " (\(facts.policy.source(of: \.acceptsReplacement)))" : ""
        return
            "\(payer) takes no replacements\(source): a new claim, frequency 1, without the payer's number. Where it has "
            + "decided on the claim, ask for a reopening or appeal instead; a second claim is denied as a duplicate "
            + "(CARC 18)."
    }

    private var taken: String {
        let start = answer == nil ? "No answer to it has come yet. " : ""
        let acceptance =
            facts.policy.value(of: \.acceptsReplacement) == true
            ? "\(payer) takes replacements (\(facts.policy.source(of: \.acceptsReplacement)))"
            : "Whether \(payer) takes replacements is not known; most payers do"
        return "\(start)\(acceptance): frequency 7 replaces the whole claim, every line as it should have been."
            + missingNumber
    }

    private var missingNumber: String {
        number.isEmpty ? " No answer says the payer's claim number: enter it from the remittance." : ""
    }
}

extension ClaimDraft {
    /// Makes the claim the one to be sent again; what the payer denied it for is kept as the earlier denial where nothing
    /// stands there.
    public mutating func correct(as way: Correction, after answers: [ClaimAnswer], in context: ParsingContext) {
        type(way.frequency.code, at: Place(.frequency), in: context)
        type(way.originalReference, at: Place(.originalReference), in: context)
        let denial = answers.last { $0.status != nil }?.denial ?? ""
        if self.identity.recordedDenial.text.isEmpty, !denial.isEmpty {
            type(denial, at: Place(.recordedDenial), in: context)
        }
    }
}

extension ClaimAnswer {
    /// What was denied, as a person keys it: `CO-16 M119`; blank where nothing was.
    var denial: String {
        guard kind == .remittance, status == .denied || status == .partlyPaid else { return "" }
        let unpaid = lines.filter { ($0.paid ?? 0) == 0 }
        let reasons = (adjustments + unpaid.flatMap(\.adjustments)).filter {
            !AnswerCode.denial(.carc($0.reason)).isRoutine
        }
        let remarks = (codes + unpaid.flatMap(\.codes)).filter(\.isRemark).compactMap { code in
            if case .denial(.rarc(let remark)) = code { remark } else { nil }
        }
        var words: [String] = []
        for word in reasons.map({ "\($0.group)-\($0.reason)" }) + remarks where !words.contains(word) {
            guard (words + [word]).joined(separator: " ").count <= Field.recordedDenial.shape.limit else { break }
            words.append(word)
        }
        return words.joined(separator: " ")
    }
}
