import ClaimRules

/// The report of a check, written piece by piece, so that a batch of any size is never held as a whole.
///
/// `begin`, then `claim` for each claim and `unreadable` for each fault as they come, then `end`; the texts that they
/// return, in this order, are the report.
public struct CheckReport: Sendable {
    public enum Form: String, CaseIterable, Hashable, Sendable {
        case text, json, sarif
    }

    /// How many claims and findings there have been.
    public private(set) var counts = Counts()
    private var faults: [UnreadableFile] = []
    private let form: Form
    private let lettering: Lettering

    /// What a last line says, and what the exit status rests on.
    public struct Counts: Hashable, Sendable {
        public internal(set) var claims = 0
        public internal(set) var flagged = 0
        public internal(set) var errors = 0
        public internal(set) var warnings = 0
        public internal(set) var notes = 0
        public internal(set) var unreadable = 0

        /// 2 where something could not be read, else 1 where a claim has an error, else 0.
        public var exitStatus: Int32 { unreadable > 0 ? 2 : errors > 0 ? 1 : 0 }
    }

    public init(_ form: Form, lettering: Lettering = .unicode) {
        self.form = form
        self.lettering = lettering
    }

    /// What stands before the first claim.
    public func begin() -> String {
        switch form {
        case .text: ""
        case .json: "{\"claims\": ["
        case .sarif: SARIF.opening
        }
    }

    /// - Parameter file: where the claim was read from, as the user named it.
    public mutating func claim(_ claim: CheckedClaim, file: String? = nil) -> String {
        let before = counts
        counts.add(claim)
        switch form {
        case .text: return claim.text(lettering)
        case .json: return (before.claims == 0 ? "\n" : ",\n") + claim.json.json
        case .sarif:
            let results = claim.findings.map { $0.sarif(claim: claim.id, file: file).json }
            return results.enumerated().map { index, result in
                (index == 0 && before.findings == 0 ? "\n" : ",\n") + result
            }.joined()
        }
    }

    /// Keeps a fault for the end. As text it is counted only: its words belong on standard error.
    public mutating func unreadable(_ fault: UnreadableFile) {
        counts.unreadable += 1
        if form != .text { faults.append(fault) }
    }

    /// What stands behind the last claim.
    public func end() -> String {
        switch form {
        case .text: counts.text + "\n"
        case .json:
            (counts.claims == 0 ? "" : "\n") + "], \"unreadable\": " + JSONValue.list(faults.map(\.json)).json + "}\n"
        case .sarif: SARIF.closing(faults)
        }
    }
}

extension CheckReport.Counts {
    var findings: Int { errors + warnings + notes }

    mutating func add(_ claim: CheckedClaim) {
        claims += 1
        flagged += claim.status == .flagged ? 1 : 0
        errors += claim.findings.count { $0.severity == .error }
        warnings += claim.findings.count { $0.severity == .warning }
        notes += claim.findings.count { $0.severity == .note }
    }

    /// `3 claims: 1 clean, 2 flagged; 4 errors, 2 warnings, 9 notes.`
    var text: String {
        func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
        let failed = unreadable == 0 ? "" : "\n\(counted(unreadable, "document")) could not be read."
        return "\(counted(claims, "claim")): \(claims - flagged) clean, \(flagged) flagged; "
            + "\(counted(errors, "error")), \(counted(warnings, "warning")), \(counted(notes, "note")).\(failed)"
    }
}

extension CheckedClaim {
    var json: JSONValue {
        .object([
            "id": .text(id), "status": .text(status.rawValue), "findings": .list(findings.map(\.json)),
            "forecast": .list(forecast.map(\.json)),
        ])
    }
}

extension ReportedFinding {
    var json: JSONValue {
        .object([
            "rule": .text(rule), "severity": .text(severity.rawValue), "message": .text(message),
            "fix": JSONValue(remedy), "field": .text(field), "line": JSONValue(line), "box": JSONValue(box),
            "element": JSONValue(element), "source": .text(source),
            "prevents": .list(prevents.map { .text($0) }),
        ])
    }
}

extension UnreadableFile {
    var json: JSONValue {
        .object(["file": .text(file), "offset": JSONValue(offset), "message": .text(message)])
    }
}
