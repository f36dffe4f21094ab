public import CodeSets

extension CodeQuestion {
    /// Everything that is to be known of a code, to be read before it is taken: a paragraph a line.
    public func page(on hit: CodeHit) -> [String] {
        let standing = standing(of: hit)
        var lines = ["\(hit.code)  \(hit.description)", ""] + standing.words
        if !standing.release.isEmpty, standing.missing == nil { lines.append("Release: \(hit.set.rawValue) \(standing.release).") }
        if !standing.grounds.isEmpty { lines.append("Policy: \(standing.grounds)") }
        if !standing.conflicts.isEmpty || !standing.isInForce { lines.append("") }
        lines += standing.conflicts.map { "! Excludes1 with \($0.code) on this claim: \($0.words)." }
        if !standing.isInForce { lines.append("! Not in force on the service date.") }
        let below = hit.isHeader ? codes(under: hit, limit: 50) : []
        if !below.isEmpty {
            lines += ["", "Billable codes below it:"] + below.map { "  \($0.code)  \($0.description)" }
        }
        return lines
    }
}
