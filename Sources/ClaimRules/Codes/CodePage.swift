public import CodeSets

extension CodeQuestion {
    /// Everything that is to be known of a code, to be read before it is taken: a paragraph a line.
    public func page(on hit: CodeHit) -> [String] {
        let standing = standing(of: hit)
        var lines = ["\(hit.code)  \(hit.description)", ""] + standing.words
        if !standing.release.isEmpty, standing.missing == nil {
            lines.append("Release: \(hit.set.rawValue) \(standing.release).")
        }
        if !standing.grounds.isEmpty { lines.append("Policy: \(standing.grounds).") }
        lines += section("", standing.notes.map { "! \($0)" })
        if hit.isHeader {
            lines += section(
                "Billable codes below it:", codes(under: hit, limit: 50).map { "  \($0.code)  \($0.description)" })
        }
        return lines
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : (title.isEmpty ? [""] : ["", title]) + lines
    }
}
