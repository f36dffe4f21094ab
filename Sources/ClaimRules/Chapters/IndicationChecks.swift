import ClaimModel
import CodeSets

extension DiagnosisFacts {
    /// A psychiatric diagnosis, or suicidality.
    var isBehavioral: Bool { isIn(.psychiatric) || isIn(.suicidalIdeation) || isIn(.suicideAttempt) }

    /// F30–F39.
    var isMoodDisorder: Bool { code.text.hasPrefix("F3") }
}

extension ClaimFacts {
    /// The problem with the first diagnosis, if it is in a family.
    func firstDiagnosis(in family: DiagnosisFamily, _ problem: (String) -> Problem) -> [Problem] {
        guard let first = firstDiagnosis, first.isIn(family) else { return [] }
        return [problem(first.text)]
    }

    func indicationProblem(_ line: LineFacts) -> Problem? {
        let pointed = diagnoses(pointedToBy: line)
        guard let count = line.line.pointers.value?.rows.count, count > 0, count == pointed.count,
            !pointed.contains(where: \.isBehavioral)
        else { return nil }
        let others = diagnoses.filter(\.isBehavioral)
        return .conflict(
            .linePointers, row: line.row, with: pointed.map { Place(.diagnosisCode, row: $0.row) },
            "Line \(line.number) points to no psychiatric diagnosis.",
            remedy: others.isEmpty
                ? "Enter the psychiatric diagnosis in the chart, and point the line to it."
                : "Point the line to \(others.map(\.text).listed("or")) first.",
            fixes: others.map { pointing(line, firstTo: $0) },
            evidence: [Evidence("line \(line.number) points to", pointed.map(\.text).listed("and"))])
    }

    func pointerOrderProblem(_ line: LineFacts) -> Problem? {
        let pointed = diagnoses(pointedToBy: line)
        guard let first = pointed.first, first.row == line.line.pointers.value?.rows.first, !first.isBehavioral,
            let psychiatric = pointed.first(where: \.isBehavioral)
        else { return nil }
        return .wrong(
            .linePointers, row: line.row,
            "Line \(line.number) points first to \(first.text), then to \(psychiatric.text).",
            remedy: "Move the letter of the psychiatric diagnosis to the front.",
            fixes: [self.pointing(line, firstTo: psychiatric)])
    }

    func ideationFirstProblem(_ line: LineFacts) -> Problem? {
        guard let first = diagnoses(pointedToBy: line).first, first.isIn(.suicidalIdeation),
            first.row == line.line.pointers.value?.rows.first, let mood = diagnoses.first(where: \.isMoodDisorder)
        else { return nil }
        return .wrong(
            .linePointers, row: line.row,
            "Line \(line.number) points first to \(first.text); the claim has \(mood.text).",
            remedy: "Point the line to \(mood.text) first. Both pointers may stay.",
            fixes: [self.pointing(line, firstTo: mood)])
    }

    private func pointing(_ line: LineFacts, firstTo diagnosis: DiagnosisFacts) -> Fix {
        let others = (line.line.pointers.value?.rows ?? []).filter { $0 != diagnosis.row }
        let letters = String(([diagnosis.row] + others).prefix(4).map(DiagnosisRow.letter))
        return Fix("pointers \(letters), \(diagnosis.text) first", [Fix.Edit(.linePointers, row: line.row, letters)])
    }
}

extension ClaimFacts {
    /// Whether the indication is psychiatric, or the diagnoses or the chart say so.
    private var readsAsPsychiatric: Bool {
        indication == .psychiatric || diagnoses.contains(where: \.isBehavioral) || draft.chart.evaluatedOn.value != nil
            || !draft.scores.isEmpty
    }

    var painFirstProblems: [Problem] {
        guard readsAsPsychiatric else { return [] }
        return firstDiagnosis(in: .pain) {
            .conflict(
                .diagnosisCode, with: [Place(.treatmentIndication)],
                "\($0) is first, so the claim reads as a pain infusion.",
                remedy: "If the chart documents a mood disorder, put it first; pain may follow.")
        }
    }

    var suicidalIdeationProblems: [Problem] {
        guard let first = firstDiagnosis, first.isIn(.suicidalIdeation) else { return [] }
        if let disorder = diagnoses.first(where: { $0.code.text.hasPrefix("F") }) {
            return [
                .conflict(
                    .diagnosisCode, with: [Place(.diagnosisCode, row: disorder.row)],
                    "\(first.text) is a symptom and is coded before \(disorder.text).",
                    remedy: "Put \(disorder.text) first and \(first.text) after it.")
            ]
        }
        guard isJudged(by: .psychiatricKetamineClaim) else { return [] }
        return [
            .wrong(
                .diagnosisCode, "\(first.text) alone does not show depression.",
                remedy: "Put the mood disorder in the chart first, and \(first.text) after it.")
        ]
    }

    /// The PHQ-9 before treatment: the earliest, if it is not after the first service.
    private var baseline: (total: Int, row: Int)? {
        let scores = draft.scores.enumerated().filter { _, score in
            score.instrument.value == .phq9 && score.date.value.map { $0 <= firstDay ?? $0 } ?? true
        }
        let earliest = scores.min { ($0.element.date.value ?? today) < ($1.element.date.value ?? today) }
        return earliest.flatMap { row, score in
            (score.total.value?.number ?? score.items.value?.total).map { ($0, row) }
        }
    }

    var scoreAgainstSeverity: [Problem] {
        guard let first = firstDiagnosis, let baseline else { return [] }
        let problem: String
        if first.isIn(.severe), baseline.total < 15 {
            problem = "\(first.text) is severe, but the PHQ-9 before treatment is \(baseline.total)."
        } else if first.isIn(.unspecifiedSeverity), baseline.total >= 20 {
            problem = "\(first.text) has no severity, but the PHQ-9 before treatment is \(baseline.total)."
        } else {
            return []
        }
        return [
            .conflict(
                .diagnosisCode, with: [Place(.scoreTotal, row: baseline.row)], problem,
                remedy: "Ask the provider which one the chart supports.")
        ]
    }
}
