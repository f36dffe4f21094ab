public import ClaimModel
public import CodeSets

/// What to know about a code before it goes on a claim.
public struct CodeAssessment: Hashable, Sendable {
    /// The code that is asked about.
    public let hit: CodeHit
    /// The name of the release that has the code, as published.
    public let release: String
    /// The first day in force, included; `nil` where no limit is known.
    public let from: Day?
    /// The last day in force, included; `nil` where no limit is known.
    public let to: Day?
    /// Whether it is in force on the day of the question; true without a day.
    public let isInForce: Bool
    /// What the policy says of the code.
    public let fit: PolicyFit
    /// The policy's name; empty without one.
    public let policy: String
    /// The policy's source for that, with its date; empty where it says nothing.
    public let grounds: String
    /// The claim's diagnoses that an Excludes1 note excludes with it.
    public let conflicts: [Conflict]
    /// Which release the day needs, and which is used instead; `nil` where a loaded one covers the day.
    public let missing: String?

    /// A diagnosis of the claim that may not be together with the code.
    public struct Conflict: Hashable, Sendable {
        /// With its dot.
        public let code: String
        /// The text of the note.
        public let note: String
    }
}

extension CodeQuestion {
    /// What to know about a code on this day, under this policy and next to these diagnoses.
    public func assessment(of hit: CodeHit) -> CodeAssessment {
        let choice = books.release(of: hit.set, on: day)
        let release = choice?.release
        let fit = policy?.fit(of: hit.code, in: hit.set, on: day) ?? .unsaid
        return CodeAssessment(
            hit: hit, release: release?.name ?? "", from: hit.validFrom ?? release?.from,
            to: hit.validTo ?? release?.to,
            isInForce: day.map { (hit.validFrom ?? $0) <= $0 && $0 <= (hit.validTo ?? $0) } ?? true, fit: fit,
            policy: policy?.name ?? "", grounds: policy?.grounds(of: fit, for: hit.code, in: hit.set) ?? "",
            conflicts: conflicts(of: hit),
            missing: day.flatMap { day in choice.flatMap { $0.covers ? nil : $0.release.text(missingOn: day) } })
    }

    private func conflicts(of hit: CodeHit) -> [CodeAssessment.Conflict] {
        guard hit.set == .diagnosis else { return [] }
        return diagnoses.compactMap { other in
            books.excludes1(hit.code, other, on: day).map { CodeAssessment.Conflict(code: other, note: $0.text) }
        }
    }
}

extension CodeRelease {
    /// Which release a day needs, and that this one is used instead.
    func text(missingOn day: Day) -> String {
        let wanted =
            set == .diagnosis
            ? "ICD-10-CM \(CodeRelease.fiscalYear(of: day)) is not loaded"
            : "No \(set.rawValue) release for \(day) is loaded"
        return "\(wanted); \(name) is used."
    }
}

extension CodeAssessment {
    /// `billable` or `header`; empty where the set has no such distinction.
    public var kind: String {
        switch hit.set {
        case .diagnosis: hit.isBillable ? "billable" : "header"
        case .ndc: hit.isBillable ? "" : "not billable"
        default: ""
        }
    }

    /// The reasons against entering it, the most severe first.
    public var objections: [String] {
        var objections = conflicts.map { "Excludes1 with \($0.code) on this claim" }
        if !isInForce { objections.append("Not valid on the service date: \(validity)") }
        return objections
    }

    /// `10/01/2025 to 09/30/2026`; empty where no limit is known.
    public var validity: String { Day.span(from: from, to: to) }

    /// Whether it may be billed, when, by which release, and what the policy says, a sentence each.
    public var sentences: [String] {
        var sentences: [String] = []
        let dates = validity.isEmpty ? "" : "effective \(validity)"
        let state = [kind, dates].filter { !$0.isEmpty }.joined(separator: ", ")
        if !state.isEmpty { sentences.append(state.prefix(1).uppercased() + state.dropFirst() + ".") }
        if let missing { sentences.append(missing) }
        switch fit {
        case .covered: sentences.append("\(policy) covers it.")
        case .accepted: sentences.append("\(policy) accepts it.")
        case .excluded: sentences.append("\(policy) excludes it.")
        case .unlisted: sentences.append("\(policy) does not list it.")
        case .unsaid: break
        }
        return sentences
    }
}

extension CodeAssessment {
    /// The reasons against entering it, a sentence each.
    public var notes: [String] {
        conflicts.map { "Excludes1 with \($0.code) on this claim: \($0.note.sentence)" }
            + (isInForce ? [] : ["Not valid on the service date: \(validity)."])
    }
}
