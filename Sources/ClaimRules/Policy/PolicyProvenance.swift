import Yams

/// The provenance of the lines of a file: their own, else that at the head of the file.
extension PolicyReader {
    /// `standing` is the name that `confidence` had in earlier versions.
    static let provenanceKeys = ["confidence", "standing", "source", "date", "verified"]

    /// The provenance at the head of a file.
    mutating func headProvenance(_ head: [String: Node], line: Int?) -> Provenance? {
        let source = text(
            head["source"], "source", at: line, isNeeded: true,
            "Name the source: a letter, a manual with its page, a call with its reference.")
        let date = date(head["date"], "date")
        if head["date"].map(\.isNothing) ?? true {
            note(
                at: head["date"]?.mark?.line ?? line, "date is missing.",
                "Write the date of the source: \(SourceDate.forms).")
        }
        let confidence = confidence(head)
        let verification = verification(head["verified"])
        guard let source, let date else { return nil }
        return provenance(
            confidence, source: source, date: date, verification: verification, inheriting: nil,
            at: confidenceNode(head)?.node)
    }

    /// The provenance of one line of the file.
    mutating func provenance(_ members: [String: Node], under head: Provenance, at node: Node) -> Provenance {
        guard !members.isEmpty else { return head }
        let confidence = confidence(members)
        let source = text(members["source"], "source", at: node.mark?.line, "Name the source.")
        let date = date(members["date"], "date")
        let verification = verification(members["verified"])
        if source != nil, members["date"] == nil {
            note(
                .warning, at: node.mark?.line, "Source without a date.",
                "Add date: \(SourceDate.forms). Until then the file's own date counts.")
        }
        return provenance(
            confidence, source: source ?? head.source, date: date ?? head.date, verification: verification,
            inheriting: head, at: confidenceNode(members)?.node ?? node)
    }

    private mutating func confidence(_ members: [String: Node]) -> Confidence? {
        confidenceNode(members).flatMap { value($0.node, $0.key) }
    }

    private func confidenceNode(_ members: [String: Node]) -> (key: String, node: Node)? {
        ["confidence", "standing"].lazy.compactMap { key in members[key].map { (key, $0) } }.first
    }

    private mutating func provenance(
        _ confidence: Confidence?, source: String, date: SourceDate, verification: Verification?,
        inheriting head: Provenance?, at node: Node?
    ) -> Provenance {
        let confidence = confidence ?? (verification != nil ? .verified : head?.confidence ?? .unverified)
        let verification = verification ?? (confidence == .verified ? head?.verification : nil)
        if confidence == .verified, verification == nil {
            note(
                .warning, at: node?.mark?.line, "Verified, but without a name and a date.",
                "Add verified: {by: your name, on: \"2026-11-23\"}.")
        }
        return Provenance(confidence: confidence, source: source, date: date, verification: verification)
    }
}

extension Confidence: SettingValue {}
