import ClaimModel
import ClaimRules
import CodeSets
import TerminalKit
import TextKit

extension FormLayout {
    /// Twelve rows, A to L: code, its description, whether it can be billed, and the pathway it belongs to.
    static func diagnosis(from source: LayoutSource) -> FormLayout {
        var layout = FormLayout()
        layout.header = [
            FormLine(texts: [
                .init(column: 3, text: "ICD-10-CM"), .init(column: 18, text: "Description"),
                .init(column: source.columns - 21, text: "Billable  Indication"),
            ])
        ]
        layout.units = (0..<Part.diagnosis.limit).map { row in [diagnosisLine(row, from: source)] }
        return layout
    }

    private static func diagnosisLine(_ row: Int, from source: LayoutSource) -> FormLine {
        let place = Place(.diagnosisCode, row: row)
        var line = FormLine(
            texts: [.init(column: 3, text: String(DiagnosisRow.letter(of: row)))],
            slots: [Slot(place: place, column: 6, columns: 10)])
        guard source.draft.diagnoses.indices.contains(row), let code = source.draft.diagnoses[row].code.value
        else { return line }
        let verdictColumn = source.columns - 21
        guard let entry = source.inputs.diagnosis(code.text, of: source.draft) else {
            line.texts.append(.init(column: 18, text: "not in the loaded ICD-10-CM release", role: .muted))
            return line
        }
        line.texts.append(
            .init(column: 18, text: entry.description.clipped(to: verdictColumn - 20, ellipsis: "…"), role: .computed))
        line.texts.append(
            .init(column: verdictColumn, text: entry.isBillable ? "yes" : "header", role: .computed))
        line.texts.append(.init(column: verdictColumn + 10, text: indication(of: code.text), role: .computed))
        return line
    }

    private static func indication(of code: String) -> String {
        if DiagnosisFamily.ketamineIndication.contains(code) { return "mood" }
        if DiagnosisFamily.psychiatric.contains(code) { return "psychiatric" }
        if DiagnosisFamily.substanceUse.contains(code) { return "substance" }
        if DiagnosisFamily.pain.contains(code) { return "pain" }
        return ""
    }
}
