import ClaimModel
package import ClaimRules
package import CodeSets
package import TextKit

/// What a search over the code sets found, best first, with all that the look-up of the workstation shows.
package enum CodeReport {
    /// `{"on", "policy", "results": [{"set", "code", "description", "billable", "from", "to", "inForce", "release",
    /// "missingRelease", "fit", "grounds", "excludes1": [{"code", "note"}]}]}`; dates as `2026-11-10`.
    package static func json(_ hits: [CodeHit], of question: CodeQuestion) -> String {
        let lines = hits.map { object(question.assessment(of: $0), of: question).json }
        let head: KeyValuePairs = ["on": JSONValue(question.day?.iso), "policy": JSONValue(question.policy?.id)]
        let members = head.map { "\(JSONValue.text($0.key).json): \($0.value.json)" }.joined(separator: ", ")
        return "{\(members), \"results\": [" + (lines.isEmpty ? "" : "\n\(lines.joined(separator: ",\n"))\n") + "]}\n"
    }

    /// Code, set, description, and below what is to be known of it; at most 80 columns wide.
    package static func text(_ hits: [CodeHit], of question: CodeQuestion, glyphs: Glyphs = .unicode) -> String {
        hits.map { hit in
            let assessment = question.assessment(of: hit)
            let head = "\(hit.code.padded(to: 12)) \(hit.set.rawValue)".onPaper(glyphs)
            var lines = Paper.hanging(head, hit.description.onPaper(glyphs), indent: 0, column: 31)
            for line in [assessment.summary] + assessment.objections where !line.isEmpty {
                lines += Paper.hanging("", line.onPaper(glyphs), indent: 0, column: 31)
            }
            return lines.map { $0 + "\n" }.joined()
        }.joined()
    }

    /// The releases that the day asks for and that are not loaded, a sentence each.
    package static func missingReleases(_ hits: [CodeHit], of question: CodeQuestion) -> [String] {
        var seen: Set<String> = []
        return hits.compactMap { question.assessment(of: $0).missing }.filter { seen.insert($0).inserted }
    }

    private static func object(_ assessment: CodeAssessment, of question: CodeQuestion) -> JSONValue {
        .object([
            "set": .text(assessment.hit.set.rawValue), "code": .text(assessment.hit.code),
            "description": .text(assessment.hit.description), "billable": .bool(assessment.hit.isBillable),
            "from": JSONValue(assessment.from?.iso), "to": JSONValue(assessment.to?.iso),
            "inForce": .bool(assessment.isInForce),
            "release": JSONValue(assessment.release.isEmpty ? nil : assessment.release),
            "missingRelease": JSONValue(assessment.missing),
            "fit": JSONValue(assessment.policy.isEmpty ? nil : assessment.fit.rawValue),
            "grounds": JSONValue(assessment.grounds.isEmpty ? nil : assessment.grounds),
            "excludes1": .list(assessment.conflicts.map { .object(["code": .text($0.code), "note": .text($0.note)]) }),
            "notes": .list(
                question.notes(on: assessment.hit).map { note in
                    .object([
                        "kind": .text(note.kind.name), "at": .text(note.owner), "text": .text(note.text),
                        "isRead": .bool(note.isWhole),
                    ])
                }),
        ])
    }
}

extension CodeAssessment {
    /// `billable, 10/01/2025 to 09/30/2026, covered`.
    fileprivate var summary: String {
        [kind, validity, fit == .unsaid ? "" : "\(fit.rawValue) by \(policy)"].filter { !$0.isEmpty }
            .joined(separator: ", ")
    }
}
