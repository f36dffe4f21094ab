import ClaimModel
import CodeSets

extension ClaimFacts {
    /// The most choices that a finding offers.
    private static let choices = 12

    func headerProblem(_ diagnosis: DiagnosisFacts) -> Problem? {
        guard let entry = books.diagnosis(diagnosis.code.text, on: judgedDay), !entry.isBillable else { return nil }
        let choices = self.choices(under: entry.code, row: diagnosis.row)
        if let choice = books.release(of: .diagnosis, on: judgedDay), !choice.covers {
            // A release may turn a billable code into a header, or the reverse.
            guard !books.isBillable(diagnosis.code.text) else { return nil }
            return .wrong(
                .diagnosisCode, row: diagnosis.row, severity: .warning,
                "\(entry.code) has subcodes in \(choice.release.name).",
                remedy: "No release for \(self.judgedDay) is loaded. Check the code against the list of that date.",
                fixes: choices)
        }
        return .wrong(
            .diagnosisCode, row: diagnosis.row,
            self.isOnlyShortOfSeventh(entry)
                ? "\(entry.code) needs its 7th character; fill gaps before it with X."
                : "\(entry.code) is not billable: it has subcodes.",
            remedy: "Choose the subcode that the chart supports (F2).", fixes: choices)
    }

    /// Whether only the seventh character is missing: every code below has seven, and differs only in its last.
    private func isOnlyShortOfSeventh(_ entry: DiagnosisEntry) -> Bool {
        let below = books.children(of: entry.code, on: judgedDay).map { $0.code.filter { $0 != "." } }
        let code = entry.code.filter { $0 != "." }
        let stem = code + String(repeating: "X", count: max(0, 6 - code.count))
        return !below.isEmpty && below.allSatisfy { $0.count == 7 && $0.hasPrefix(stem) }
    }

    private func choices(under code: String, row: Int) -> [Fix] {
        books.billableCodes(under: code, on: judgedDay, limit: ClaimFacts.choices).map { entry in
            Fix("\(entry.code) \(entry.description)", [Fix.Edit(.diagnosisCode, row: row, entry.code)])
        }
    }

    /// Codes that are not in the release of the service date; if it is not loaded, one note that says so, or a warning for
    /// codes that are in no loaded release.
    var releaseProblems: [Problem] {
        let days = [firstDay, lastDay].compactMap { $0 }
        let absent = diagnoses.filter { books.diagnosis($0.code.text, on: judgedDay) == nil }
        let releases = (days.isEmpty ? [today] : days).compactMap { day in
            books.release(of: .diagnosis, on: day).map { (day, $0) }
        }
        if let (day, choice) = releases.first(where: { !$0.1.covers }) {
            let unknown = absent.filter { !books.isKnown($0.code.text, in: .diagnosis) }
            guard firstDay != nil || !unknown.isEmpty else { return [] }
            let row = (unknown.first ?? diagnoses.first)?.row ?? 0
            return [missingRelease(on: day, choice.release, row: row, unknown: unknown.map(\.text))]
        }
        let release = releases.first.map(\.1.release.name) ?? ""
        return absent.map { diagnosis in
            let choices = self.choices(under: self.existingBeginning(of: diagnosis.code.text), row: diagnosis.row)
            // A single choice would be one key away, and a different diagnosis.
            return .wrong(
                .diagnosisCode, row: diagnosis.row, "\(diagnosis.text) is not in ICD-10-CM \(release).",
                remedy: "Choose a code valid on the service date (F2).",
                fixes: choices.count > 1 ? choices : [])
        }
    }

    private func missingRelease(on day: Day, _ used: CodeRelease, row: Int, unknown: [String]) -> Problem {
        guard let first = unknown.first else {
            return .wrong(
                .diagnosisCode, row: row, severity: .note, used.text(missingOn: day),
                remedy: "Load it: cleanclaim codes import FILE.")
        }
        let others = unknown.dropFirst()
        let more = others.isEmpty ? "" : " No loaded release has \(others.map { $0 }.listed("or")) either."
        return .wrong(
            .diagnosisCode, row: row, severity: .warning, "No loaded release of ICD-10-CM has \(first).",
            remedy: "\(used.text(missingOn: day)) Load it: cleanclaim codes import FILE.\(more)")
    }

    /// The longest beginning of a code that is in the tables.
    private func existingBeginning(of code: String) -> String {
        stride(from: code.count - 1, through: 3, by: -1).lazy.map { String(code.prefix($0)) }
            .first { books.diagnosis($0, on: judgedDay) != nil } ?? code
    }
}

extension ClaimFacts {
    /// Duplicates, a gap, too many diagnoses.
    var listProblems: [Problem] {
        var problems: [Problem] = []
        for (index, later) in diagnoses.enumerated() {
            guard let earlier = diagnoses.prefix(index).first(where: { $0.code == later.code }) else { continue }
            problems.append(
                .conflict(
                    .diagnosisCode, row: later.row, with: [Place(.diagnosisCode, row: earlier.row)],
                    "\(later.text) is listed twice (\(earlier.letter) and \(later.letter)).",
                    remedy: "Delete one.", fixes: self.deleting(later.row, pointersGoTo: earlier.row)))
        }
        if let gap = draft.diagnoses.firstIndex(where: { $0.code.isEmpty }),
            let next = draft.diagnoses[gap...].firstIndex(where: { !$0.code.isEmpty })
        {
            problems.append(
                .missing(
                    .diagnosisCode, row: gap,
                    "Diagnosis \(DiagnosisRow.letter(of: gap)) is blank, but \(DiagnosisRow.letter(of: next)) is not.",
                    remedy: "Move the diagnoses up to close the gap.",
                    fixes: self.deleting(gap, pointersGoTo: nil)))
        }
        if draft.diagnoses.count > Part.diagnosis.limit {
            problems.append(
                .wrong(
                    .diagnosisCode, row: Part.diagnosis.limit,
                    "Claim has \(self.draft.diagnoses.count) diagnoses; the limit is \(Part.diagnosis.limit).",
                    remedy: "Keep the ones that were treated."))
        }
        return problems
    }

    /// Deletes a diagnosis row: those below move up, and every pointer follows its diagnosis.
    ///
    /// No fix while a line's pointers do not read, or point to the row and have nowhere to go.
    private func deleting(_ row: Int, pointersGoTo other: Int?) -> [Fix] {
        var edits: [Fix.Edit] = []
        for below in row..<draft.diagnoses.count {
            let next = draft.diagnoses.indices.contains(below + 1) ? draft.diagnoses[below + 1].code.text : ""
            edits.append(Fix.Edit(.diagnosisCode, row: below, next))
        }
        for line in lines where !line.line.pointers.isEmpty {
            guard let rows = line.line.pointers.value?.rows else { return [] }
            var moved: [Int] = []
            for pointed in rows {
                guard let target = pointed == row ? other : pointed > row ? pointed - 1 : pointed else { return [] }
                if !moved.contains(target) { moved.append(target) }
            }
            if moved != rows {
                edits.append(Fix.Edit(.linePointers, row: line.row, String(moved.map(DiagnosisRow.letter))))
            }
        }
        return [Fix(other == nil ? "move the diagnoses up" : "delete the second, pointers follow", edits)]
    }
}

extension ClaimFacts {
    func pointerProblem(_ line: LineFacts) -> Problem? {
        let pointers = line.line.pointers
        guard let value = pointers.value else {
            guard let reason = pointers.unreadable, reason.kind != .empty else {
                return .missing(
                    .linePointers, row: line.row, "Line \(line.number) has no diagnosis pointer.",
                    remedy: "Enter the letter of the diagnosis that the line treats.",
                    fixes: self.pointerChoices(line.row))
            }
            return .wrong(
                .linePointers, row: line.row, "Line \(line.number): \(reason.message).",
                remedy: "Enter the letters of at most four diagnoses, the main one first.")
        }
        let isBlank = { (row: Int) in
            !self.draft.diagnoses.indices.contains(row) || self.draft.diagnoses[row].code.isEmpty
        }
        guard let blank = value.rows.first(where: isBlank) else { return nil }
        let rest = String(value.rows.filter { !isBlank($0) }.map(DiagnosisRow.letter))
        return .wrong(
            .linePointers, row: line.row,
            "Line \(line.number) points to diagnosis \(DiagnosisRow.letter(of: blank)), which is blank.",
            remedy: "Point to a diagnosis on the claim, or enter it.",
            fixes: rest.isEmpty
                ? self.pointerChoices(line.row)
                : [Fix("pointers \(rest)", [Fix.Edit(.linePointers, row: line.row, rest)])])
    }

    private func pointerChoices(_ row: Int) -> [Fix] {
        diagnoses.map { diagnosis in
            Fix(
                "pointer \(diagnosis.letter), \(diagnosis.text)",
                [Fix.Edit(.linePointers, row: row, String(diagnosis.letter))])
        }
    }
}
