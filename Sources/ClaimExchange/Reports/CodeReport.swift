public import CodeSets

/// What a search over the code sets found, best first.
public enum CodeReport {
    /// `{"results": [{"set", "code", "description", "billable"}]}`.
    public static func json(_ hits: [CodeHit]) -> String {
        let lines = hits.map { hit in
            JSONValue.object([
                "set": .text(hit.set.rawValue), "code": .text(hit.code), "description": .text(hit.description),
                "billable": .bool(hit.isBillable),
            ]).json
        }
        return "{\"results\": [" + (lines.isEmpty ? "" : "\n\(lines.joined(separator: ",\n"))\n") + "]}\n"
    }

    /// Code, set and description, at most 80 columns wide.
    public static func text(_ hits: [CodeHit], lettering: Lettering = .unicode) -> String {
        hits.map { hit in
            let head = "\(hit.code.padded(to: 12)) \(hit.set.rawValue)".printable(as: lettering)
            let words = (hit.isBillable ? "" : "(not billable) ") + hit.description
            return Paper.hanging(head, words.printable(as: lettering), indent: 0, column: 31)
                .map { $0 + "\n" }.joined()
        }.joined()
    }
}
