package import ClaimModel
package import ClaimRules
import TextKit

extension PolicyReport {
    /// One policy as JSON on one line: what `text` says; what is not known is null.
    package static func json(of policy: Policy, on today: Day) -> String {
        let old = Set(policy.oldRows(on: today).map(\.key))
        let value = JSONValue.object([
            "policy": .text(policy.id), "name": .text(policy.name), "payer_id": JSONValue(policy.payerID),
            "policy_id": JSONValue(policy.policyID), "payer_type": .text(policy.payerType.rawValue),
            "source": .text(policy.source), "date": .text(policy.date.description),
            "confidence": .text(policy.confidence.rawValue),
            "verification": JSONValue(policy.provenance.verification?.text),
            "from": JSONValue(policy.effective.from?.iso), "to": JSONValue(policy.effective.to?.iso),
            "review_days": .number(policy.reviewDays), "contact": JSONValue(policy.contact),
            "file": .text(policy.origin.file), "shipped": .bool(policy.origin.isShipped),
            "inherits": .list(policy.origin.parents.map { .text($0) }),
            "rows": .list(policy.rows.map { $0.json(isOld: old.contains($0.key)) }),
        ])
        return value.json + "\n"
    }

    /// What is wrong with policy files, as JSON on one line.
    ///
    /// - Parameter files: how many were read.
    package static func json(of faults: [PolicyFault], files: Int) -> String {
        let value = JSONValue.object([
            "files": .number(files),
            "faults": .list(
                faults.map { fault in
                    .object([
                        "file": .text(fault.file), "line": JSONValue(fault.line),
                        "severity": .text(fault.severity.rawValue), "message": .text(fault.message),
                        "remedy": .text(fault.remedy),
                    ])
                }),
        ])
        return value.json + "\n"
    }
}

extension PolicyRow {
    fileprivate func json(isOld: Bool) -> JSONValue {
        .object([
            "kind": .text(kind.word), "key": .text(key), "value": .text(value),
            "confidence": .text(confidence.rawValue), "source": .text(provenance.source),
            "date": .text(provenance.date.description), "verification": JSONValue(provenance.verification?.text),
            "old": .bool(isOld),
        ])
    }
}

extension PolicyRow.Kind {
    fileprivate var word: String {
        switch self {
        case .setting: "setting"
        case .rule: "rule"
        case .requirement: "requirement"
        }
    }
}
