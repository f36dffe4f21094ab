import ClaimModel
import CodeSets

extension DiagnosisFacts {
    /// A psychiatric diagnosis, or the suicidality that one comes with.
    var isBehavioral: Bool { isIn(.psychiatric) || isIn(.suicidalIdeation) || isIn(.suicideAttempt) }

    /// F30–F39.
    var isMoodDisorder: Bool { code.text.hasPrefix("F3") }
}

extension ClaimFacts {
    /// What to say of the first diagnosis where it is in a family.
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
            "Line \(line.number) points to \(pointed.map(\.text).listed("and")), and not to a psychiatric diagnosis.",
            remedy: others.isEmpty
                ? "Enter the psychiatric diagnosis that the chart documents, and point the line to it."
                : "Point the line to \(others.map(\.text).listed("or")) first.",
            fixes: others.map { pointing(line, firstTo: $0) })
    }

    func pointerOrderProblem(_ line: LineFacts) -> Problem? {
        let pointed = diagnoses(pointedToBy: line)
        guard let first = pointed.first, first.row == line.line.pointers.value?.rows.first, !first.isBehavioral,
            let psychiatric = pointed.first(where: \.isBehavioral)
        else { return nil }
        return .wrong(
            .linePointers, row: line.row,
            "Line \(line.number) points first to \(first.text), and to \(psychiatric.text) only after it.",
            remedy: "Move the letter of the psychiatric diagnosis to the front.",
            fixes: [self.pointing(line, firstTo: psychiatric)])
    }

    func ideationFirstProblem(_ line: LineFacts) -> Problem? {
        guard let first = diagnoses(pointedToBy: line).first, first.isIn(.suicidalIdeation),
            first.row == line.line.pointers.value?.rows.first, let mood = diagnoses.first(where: \.isMoodDisorder)
        else { return nil }
        return .wrong(
            .linePointers, row: line.row,
            "Line \(line.number) points first to \(first.text), though the claim has \(mood.text).",
            remedy: "Both may stand; point the line to \(mood.text) first.", fixes: [self.pointing(line, firstTo: mood)]
        )
    }

    private func pointing(_ line: LineFacts, firstTo diagnosis: DiagnosisFacts) -> Fix {
        let others = (line.line.pointers.value?.rows ?? []).filter { $0 != diagnosis.row }
        let letters = String(([diagnosis.row] + others).prefix(4).map(DiagnosisRow.letter))
        return Fix("pointers \(letters), \(diagnosis.text) first", [Fix.Edit(.linePointers, row: line.row, letters)])
    }
}

extension ClaimFacts {
    /// A claim whose indication nobody has named is psychiatric where its diagnoses or its chart say so.
    private var readsAsPsychiatric: Bool {
        indication == .psychiatric || diagnoses.contains(where: \.isBehavioral) || draft.chart.evaluatedOn.value != nil
            || !draft.scores.isEmpty
    }

    var painFirstProblems: [Problem] {
        guard readsAsPsychiatric else { return [] }
        return firstDiagnosis(in: .pain) {
            .conflict(
                .diagnosisCode, with: [Place(.treatmentIndication)],
                "\($0) stands first, so the claim reads as a pain infusion.",
                remedy: "Where the chart documents a mood disorder, put it first; the pain may stand after it.")
        }
    }

    var suicidalIdeationProblems: [Problem] {
        guard let first = firstDiagnosis, first.isIn(.suicidalIdeation) else { return [] }
        if let disorder = diagnoses.first(where: { $0.code.text.hasPrefix("F") }) {
            return [
                .conflict(
                    .diagnosisCode, with: [Place(.diagnosisCode, row: disorder.row)],
                    "\(first.text) is a symptom and stands before \(disorder.text).",
                    remedy: "Put \(disorder.text) first and \(first.text) after it.")
            ]
        }
        guard isJudged(by: .psychiatricKetamineClaim) else { return [] }
        return [
            .wrong(
                .diagnosisCode, "\(first.text) is the only mental diagnosis, and alone it shows no depression.",
                remedy: "Put the mood disorder that the chart documents first, and \(first.text) after it.")
        ]
    }

    /// The PHQ-9 before the course of treatment: the earliest that is not later than the first service.
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
        let words: String
        if first.isIn(.severe), baseline.total < 15 {
            words = "\(first.text) is severe, but the PHQ-9 before treatment is \(baseline.total)."
        } else if first.isIn(.unspecifiedSeverity), baseline.total >= 20 {
            words = "\(first.text) names no severity, but the PHQ-9 before treatment is \(baseline.total), severe."
        } else {
            return []
        }
        return [
            .conflict(
                .diagnosisCode, with: [Place(.scoreTotal, row: baseline.row)], words,
                remedy: "Ask the provider which of the two the chart supports.")
        ]
    }
}
