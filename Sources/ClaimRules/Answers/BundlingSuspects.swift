import ClaimModel
import CodeSets

extension AnswerCode {
    /// Codes by which a payer says that a line is paid with another one: CARC 97, 231, 234, 236, RARC M15, M80, N20.
    private static let bundling: Set<AnswerCode> = [
        .denial(.carc("97")), .denial(.carc("231")), .denial(.carc("234")), .denial(.carc("236")),
        .denial(.rarc("M15")), .denial(.rarc("M80")), .denial(.rarc("N20")), .status("735"), .status("777"),
    ]

    /// The modifier that says that a bundled line was a separate service, and the line that it was bundled into.
    func bundlingSuspects(on facts: ClaimFacts, line row: Int?) -> [AnswerCandidate] {
        let plain: AnswerCode = if case .status(let code, _) = self { .status(code) } else { self }
        guard AnswerCode.bundling.contains(plain), let row, facts.lines.indices.contains(row) else { return [] }
        let line = facts.lines[row]
        let modifier = AnswerCandidate(
            place: Place(line.firstFreeModifier, row: row),
            reason: line.modifiers.isEmpty
                ? "No modifier. Only if the record shows a separate service, add the one that says so."
                : "Modifiers \(line.modifiers.joined(separator: " ")). Check that they say it was a separate service.",
            rule: nil, isFound: true, weight: 125)
        guard let other = facts.bundlingLine(of: line) else { return [modifier] }
        let isPrimary = facts.isPrimary(other, to: line)
        let why =
            if isPrimary {
                "Line \(line.number) is an add-on to this code, and is paid only where this one is."
            } else if other.isEvaluationAndManagement {
                "Visit on the same day. If separate from line \(line.number), it needs modifier 25."
            } else {
                "Line \(line.number) is probably paid with this code of the same day."
            }
        let bundled = AnswerCandidate(
            place: other.place, reason: why, rule: nil, isFound: true, weight: isPrimary ? 126 : 124)
        return [modifier, bundled]
    }
}

extension ClaimFacts {
    fileprivate func isPrimary(_ other: LineFacts, to line: LineFacts) -> Bool {
        guard let code = line.code, let theirs = other.code else { return false }
        return ClaimFacts.primaries[code]?.contains(theirs) == true
    }

    /// The line of the same day that the payer most likely means: the one that it is an add-on to; by the NCCI if its edits
    /// are loaded, else an infusion or another administration, else a visit, else the dearest line that is not a drug.
    fileprivate func bundlingLine(of line: LineFacts) -> LineFacts? {
        let others = otherLines(onDayOf: line).filter { !$0.isDrugLine && $0.code != line.code }
        let paired = others.first { other in
            guard let code = line.code, let theirs = other.code, let day = line.day else { return false }
            return books.procedurePair(theirs, code, on: day) != nil
                || books.procedurePair(code, theirs, on: day) != nil
        }
        return others.first { isPrimary($0, to: line) } ?? paired
            ?? (line.isAdministration ? others.first(where: \.isAdministration) : nil)
            ?? others.first(where: \.isEvaluationAndManagement)
            ?? others.max { ($0.line.charge.value?.cents ?? 0) < ($1.line.charge.value?.cents ?? 0) }
    }
}
