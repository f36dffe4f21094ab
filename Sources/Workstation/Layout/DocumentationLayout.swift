import ClaimModel
import ClaimRules
import TerminalKit
import TextKit

extension FormLayout {
    private static let trialCells: [GridCell] = [
        GridCell(.trialDrug, 17), GridCell(.trialClass, 5), GridCell(.trialDose, 8), GridCell(.trialStart, 10),
        GridCell(.trialStop, 10), GridCell(.trialWeeks, 3, title: "Wks"), GridCell(.trialOutcome, 10),
        GridCell(.trialAugmentation, 3, title: "Aug"),
    ]
    private static let scoreCells: [GridCell] = [
        GridCell(.scoreInstrument, 5, title: "Scale"), GridCell(.scoreDate, 10),
        GridCell(.scoreItems, 9, title: "Items"),
        GridCell(.scoreTotal, 5),
    ]
    private static let attachmentCells: [GridCell] = [
        GridCell(.attachmentType, 4, title: "Type"), GridCell(.attachmentTransmission, 3, title: "By"),
        GridCell(.attachmentControl, 30, title: "Control number"),
    ]

    /// The checklist that the payer's policy asks for.
    static func documentation(from source: LayoutSource) -> FormLayout {
        let context = source.inputs.context(for: source.draft, history: [])
        let asked = AskedDocumentation(
            by: source.policy, isKetamineClaim: source.draft.isKetamineClaim(in: context))
        var layout = FormLayout(detours: Detours(in: source.draft))
        layout.units += grid("Prior treatments", asked.trials, trialCells, part: .trial, from: source)
        layout.units += scores(asked.scores, from: source)
        layout.units += groups([.chart], from: source).map { marked($0, asked.chart) }
        layout.units += groups([.safety], from: source).map { marked($0, asked.safety) }
        layout.units += grid("Attachments", asked.attachments, attachmentCells, part: .attachment, from: source)
        return layout
    }

    private static func grid(
        _ title: String, _ asked: String, _ cells: [GridCell], part: Part, from source: LayoutSource
    ) -> [[FormLine]] {
        let lines = rows(of: part, in: source.draft).map { [FormLine.grid(cells, row: $0, start: 4)] }
        guard let first = lines.first else { return [] }
        return [marked([.heading(title)], asked) + [.titles(cells, start: 4)] + first] + lines.dropFirst()
    }

    private static func marked(_ lines: [FormLine], _ asked: String) -> [FormLine] {
        guard var first = lines.first, !asked.isEmpty else { return lines }
        let column = (first.texts.first.map { $0.column + $0.text.columns } ?? 0) + 2
        first.texts.append(.init(column: column, text: asked, role: .muted))
        return [first] + lines.dropFirst()
    }

    /// The scores with a bar for each total, so that the course is seen.
    private static func scores(_ asked: String, from source: LayoutSource) -> [[FormLine]] {
        let start = 4
        return grid("Symptom scores", asked, scoreCells, part: .score, from: source).map { unit in
            unit.map { line in
                guard let row = line.slots.first?.place.row, source.draft.scores.indices.contains(row) else {
                    return line
                }
                let score = source.draft.scores[row]
                var line = line
                // Only the PHQ-9 has items here.
                if let instrument = score.instrument.value, instrument != .phq9 {
                    for index in line.slots.indices where line.slots[index].place.field == .scoreItems {
                        line.slots[index].isDetour = true
                    }
                }
                guard let reading = score.scored else { return line }
                let column = start + scoreCells.reduce(0) { $0 + $1.columns + 1 } + 2
                let room = max(4, source.columns - column - 26)
                let highest = max(1, reading.instrument.range.upperBound)
                let length = max(0, min(reading.total, highest)) * room / highest
                line.graph = [.init(column: column, length: length)]
                line.texts.append(.init(column: column + length + 1, text: reading.text, role: .computed))
                return line
            }
        }
    }
}

/// What a policy asks to see, as shown after each heading.
struct AskedDocumentation {
    let trials: String
    let scores: String
    let chart: String
    let safety: String
    let attachments: String

    init(by policy: Policy, isKetamineClaim: Bool) {
        let isExcluded = policy.value(of: \.ketamineCoverage) == .excluded
        let excluded = !isKetamineClaim || isExcluded
        let none =
            !isKetamineClaim
            ? "not required for this claim" : isExcluded ? "not covered by this payer" : "not required by this payer"
        let unknown = excluded ? none : "whether this payer requires it is not known"
        let asksForRecords = policy.value(of: \.recordsRequired) == true
        let trialRequirements = [
            policy.value(of: \.minimumTrials).map { "at least \($0)" },
            policy.value(of: \.minimumClasses).map { "of \($0) classes" },
            policy.value(of: \.minimumWeeks).map { "\($0) weeks each" },
            policy.value(of: \.needsAugmentation) == true ? "one augmentation" : nil,
        ].compactMap { $0 }
        trials =
            excluded || (trialRequirements.isEmpty && !asksForRecords)
            ? unknown : trialRequirements.joined(separator: ", ")
        let least = policy.value(of: \.minimumScores) ?? [:]
        scores =
            excluded || (least.isEmpty && !asksForRecords)
            ? unknown
            : least.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value) or more" }
                .joined(separator: ", ")
        chart = excluded ? none : ""
        safety = excluded ? none : ""
        attachments = policy.value(of: \.attachmentRequired) == true ? "" : none
    }
}
