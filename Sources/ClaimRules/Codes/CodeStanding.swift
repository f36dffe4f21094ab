public import ClaimModel
public import CodeSets

/// What is to be known of a code before it goes onto a claim.
public struct CodeStanding: Hashable, Sendable {
    public let hit: CodeHit
    /// The release that the code is read in, as its publisher calls it.
    public let release: String
    /// The first and the last day in force, both included; `nil` where no limit is known.
    public let from: Day?
    public let to: Day?
    /// Whether it is in force on the day that was asked for; without a day it is.
    public let isInForce: Bool
    public let fit: PolicyFit
    /// The policy's name and who says so.
    public let policy: String
    public let grounds: String
    /// The claim's diagnoses that an Excludes1 note keeps apart from it.
    public let conflicts: [Conflict]
    /// What keeps the release from being the right one for the day.
    public let missing: String?

    public struct Conflict: Hashable, Sendable {
        /// With its dot.
        public let code: String
        /// What the note says.
        public let words: String
    }
}

extension CodeQuestion {
    public func standing(of hit: CodeHit) -> CodeStanding {
        let choice = hit.set == .diagnosis ? books.release(of: .diagnosis, on: day) : nil
        let isInForce =
            choice?.covers == false || day.map { (hit.validFrom ?? $0) <= $0 && $0 <= (hit.validTo ?? $0) } ?? true
        let fit = policy?.fit(of: hit.code, in: hit.set, on: day) ?? .unsaid
        return CodeStanding(
            hit: hit, release: choice?.release.name ?? "", from: hit.validFrom ?? choice?.release.from,
            to: hit.validTo ?? choice?.release.to, isInForce: isInForce,
            fit: fit,
            policy: policy?.name ?? "", grounds: policy?.grounds(of: fit, for: hit.code, in: hit.set) ?? "",
            conflicts: conflicts(of: hit),
            missing: choice?.covers == false
                ? day.map { "\(CodeRelease.fiscalYear(of: $0)), in force on \($0), is not loaded" } : nil
        )
    }

    private func conflicts(of hit: CodeHit) -> [CodeStanding.Conflict] {
        guard hit.set == .diagnosis else { return [] }
        return diagnoses.compactMap { other in
            guard let words = DiagnosisFamily.excludes1(hit.code, other) else { return nil }
            return CodeStanding.Conflict(code: other, words: words)
        }
    }
}

extension CodeStanding {
    /// `billable` or `header`; empty where the set knows no such thing.
    public var kind: String {
        switch hit.set {
        case .diagnosis: hit.isBillable ? "billable" : "header"
        case .ndc: hit.isBillable ? "" : "not billable"
        default: ""
        }
    }

    /// What speaks against taking it, the gravest first.
    public var objections: [String] {
        var words = conflicts.map { "Excludes1 with \($0.code) on this claim" }
        if !isInForce { words.append("Not in force on the service date: \(validity)") }
        return words
    }

    /// `10/01/2025 to 09/30/2026`; empty where no limit is known.
    public var validity: String {
        switch (from, to) {
        case (nil, nil): ""
        case (let from?, nil): "from \(from)"
        case (nil, let to?): "to \(to)"
        case (let from?, let to?): "\(from) to \(to)"
        }
    }

    /// Which release the day asks for, and which one is used instead; `nil` where the right one is loaded.
    public var missingWords: String? {
        missing.map { "\(hit.set.rawValue) \($0); \(release) is used." }
    }

    /// Whether it may be billed, when, by which release, and what the policy says, a sentence each.
    public var words: [String] {
        var words: [String] = []
        let dates = validity.isEmpty ? "" : "in force \(validity)"
        let stand = [kind, dates].filter { !$0.isEmpty }.joined(separator: ", ")
        if !stand.isEmpty { words.append(stand.prefix(1).uppercased() + stand.dropFirst() + ".") }
        if let missingWords { words.append(missingWords) }
        switch fit {
        case .covered: words.append("\(policy) covers it.")
        case .accepted: words.append("\(policy) takes it.")
        case .excluded: words.append("\(policy) excludes it.")
        case .unlisted: words.append("\(policy) does not list it.")
        case .unsaid: break
        }
        return words
    }
}

extension CodeStanding {
    /// What speaks against taking it, a sentence each.
    public var notes: [String] {
        conflicts.map { "Excludes1 with \($0.code) on this claim: \($0.words.sentence)" }
            + (isInForce ? [] : ["Not in force on the service date: \(validity)."])
    }
}
