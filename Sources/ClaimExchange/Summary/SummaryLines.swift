import ClaimModel
import ClaimRules
import CodeSets
import TextKit

/// Diagnoses, treatment and service lines with their arithmetic.
extension ShownClaim {
    var diagnoses: Section {
        Section(
            "DIAGNOSES",
            draft.diagnoses.indices.compactMap { row in
                guard let code = text(.diagnosisCode, row: row) else { return nil }
                let entry = draft.diagnoses[row].code.value.flatMap {
                    context.books.diagnosis($0.text, on: draft.firstServiceDay ?? context.today)
                }
                let text = entry.map { $0.isBillable ? $0.description : "\($0.description) (header, not billable)" }
                let letter = String(DiagnosisRow.letter(of: row))
                return Paper.hanging(
                    letter, code.padded(to: 9) + " " + plain(text ?? "not in the loaded release"), column: 5)
            }.nonEmpty(or: "none"))
    }

    var treatment: Section {
        Section(
            "TREATMENT GIVEN, FROM THE CHART",
            Paper.facts([
                fact(.treatmentDrug), fact(.treatmentRoute), fact(.treatmentDose), fact(.treatmentWeight),
                ("Dose by weight", doseByWeight(draft.treatment.dose.value)), fact(.treatmentSupplier),
                fact(.treatmentIndication), fact(.treatmentStage),
            ]))
    }

    var lines: Section {
        Section("SERVICE LINES", draft.lines.indices.map { line($0) }.nonEmpty(or: "none"))
    }

    private func line(_ row: Int) -> [String] {
        let line = draft.lines[row]
        let charge = line.charge.value.map(\.currency) ?? text(.lineCharge, row: row) ?? "no charge"
        let head = [
            text(.lineFrom, row: row) ?? "no date",
            line.to.isEmpty ? nil : "to " + (text(.lineTo, row: row) ?? ""),
            text(.lineProcedure, row: row) ?? "no code",
            modifiers(row), text(.linePointers, row: row).map { "Dx \($0)" } ?? "no pointer",
            text(.lineUnits, row: row).map { $0 == "1" ? "1 unit" : "\($0) units" } ?? "no units",
        ].compactMap { $0 }.joined(separator: "  ")
        let figures = LineFigures(row: row, of: draft, in: context)
        let detail =
            [
                code(row), administration(row, figures), drug(row, figures), identification(row, figures),
                primary(row),
            ].compactMap { $0 } + notes(row)
        let first = Paper.ends("  \(String(row + 1).aligned(to: 2))  \(head)", charge)
        guard head.columns + charge.columns + 7 <= Paper.columns else {
            return Paper.hanging(String(row + 1).aligned(to: 2), head + "  " + charge, column: 6)
                + detail.flatMap { Paper.hanging("", $0, column: 6) }
        }
        return [first] + detail.flatMap { Paper.hanging("", $0, column: 6) }
    }

    private func modifiers(_ row: Int) -> String? {
        joined([.lineModifier1, .lineModifier2, .lineModifier3, .lineModifier4], row: row).map { "-\($0)" }
    }

    private func code(_ row: Int) -> String? {
        let day = draft.lines[row].from.value
        let label = draft.lines[row].procedure.value.flatMap { context.books.procedure($0.text, on: day)?.lineLabel }
        let place = placeOfService(.linePlaceOfService, row: row).map { "place of service \($0)" }
        let provider = text(.lineRenderingNPI, row: row).map { "rendering NPI \($0)" }
        return sentence([label.map(plain), place, provider])
    }

    private func primary(_ row: Int) -> String? {
        sentence([
            text(.linePrimaryPaid, row: row).map { "primary paid \($0)" },
            text(.linePrimaryAdjusted, row: row).map { "adjusted \($0)" },
            text(.linePrimaryProcedure, row: row).map { "paid as \($0)" },
            text(.linePrimaryUnits, row: row).map { "units paid \($0)" },
            text(.linePrimaryLiability, row: row).map { "patient responsibility \($0)" },
        ])
    }

    private func notes(_ row: Int) -> [String] {
        [
            text(.lineDescription, row: row).map { "Description: \($0)" },
            text(.lineNarrative, row: row).map { "Narrative: \($0)" },
        ].compactMap { $0 }
    }

    func sentence(_ parts: [String?]) -> String? {
        let parts = parts.compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}

extension [[String]] {
    /// The items, or one line that says that there is none.
    func nonEmpty(or text: String) -> [[String]] { isEmpty ? [["  \(text)"]] : self }
}
