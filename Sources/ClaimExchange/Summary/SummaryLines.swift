import ClaimModel
import ClaimRules
import CodeSets
import TextKit

/// Diagnoses, treatment and service lines with their arithmetic.
extension ShownClaim {
    var diagnoses: Section {
        let rows = draft.diagnoses.indices.flatMap { row -> [String] in
            guard let code = text(.diagnosisCode, row: row) else { return [] }
            let entry = draft.diagnoses[row].code.value.flatMap {
                context.books.diagnosis($0.text, on: draft.firstServiceDay ?? context.today)
            }
            let text = entry.map { $0.isBillable ? $0.description : "\($0.description) (header, not billable)" }
            let missing = draft.diagnoses[row].code.value == nil ? "" : "not in the loaded release"
            let letter = String(DiagnosisRow.letter(of: row))
            return Paper.hanging(
                letter, code.padded(to: 9) + " " + plain(text ?? missing), indent: 0, column: 3,
                columns: Paper.textColumns)
        }
        return Section(inMargin: "DIAGNOSES", rows.isEmpty ? ["none"] : rows)
    }

    var treatment: Section {
        Section(
            inMargin: "TREATMENT",
            Paper.run([
                [
                    fact(.treatmentDrug), fact(.treatmentRoute), fact(.treatmentDose), fact(.treatmentWeight),
                    ("Dose by weight", doseByWeight(draft.treatment.dose.value)), fact(.treatmentSupplier),
                    fact(.treatmentIndication), fact(.treatmentStage),
                ]
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
            units(row),
        ].compactMap { $0 }.joined(separator: "  ")
        let figures = LineFigures(row: row, of: draft, in: context)
        let detail =
            [
                code(row), administration(row, figures), drug(row, figures), identification(row, figures),
                decision(.primary, row), decision(.secondary, row),
            ].compactMap { $0 } + notes(row)
        let first = Paper.ends("  \(String(row + 1).aligned(to: 2))  \(head)", charge)
        guard head.columns + charge.columns + 7 <= Paper.columns else {
            return Paper.hanging(String(row + 1).aligned(to: 2), head + "  " + charge, column: 6)
                + detail.flatMap { Paper.hanging("", $0, column: 6) }
        }
        return [first] + detail.flatMap { Paper.hanging("", $0, column: 6) }
    }

    private func units(_ row: Int) -> String {
        guard let units = text(.lineUnits, row: row) else { return "no units" }
        guard draft.lines[row].unitBasis.value != .minutes else { return "\(units) min" }
        return units == "1" ? "1 unit" : "\(units) units"
    }

    private func modifiers(_ row: Int) -> String? {
        joined([.lineModifier1, .lineModifier2, .lineModifier3, .lineModifier4], row: row).map { "-\($0)" }
    }

    private func code(_ row: Int) -> String? {
        let day = draft.lines[row].from.value
        let label = draft.lines[row].procedure.value.flatMap { context.books.procedure($0.text, on: day)?.lineLabel }
        let place = placeOfService(.linePlaceOfService, row: row).map { "place of service \($0)" }
        return sentence([label.map(plain), place] + people(row))
    }

    /// Who did, ordered or sold what is billed on a line, where it is not the claim's rendering provider, and its marks.
    private func people(_ row: Int) -> [String?] {
        func person(_ role: String, _ names: [Field], _ npi: Field) -> String? {
            let number = text(npi, row: row).map { "NPI \($0)" }
            let parts = [joined(names, row: row), number].compactMap { $0 }
            return parts.isEmpty ? nil : "\(role) \(parts.joined(separator: ", "))"
        }
        func mark(_ field: Field, _ word: String) -> String? {
            text(field, row: row).map { _ in draft.state(at: Place(field, row: row)).value == "Y" ? word : nil } ?? nil
        }
        return [
            person("rendering", [.lineRenderingFirstName, .lineRenderingLastName], .lineRenderingNPI),
            person("ordering", [.lineOrderingFirstName, .lineOrderingLastName], .lineOrderingNPI),
            person("referring", [.lineReferringFirstName, .lineReferringLastName], .lineReferringNPI),
            person("bought from", [], .linePurchasedNPI),
            text(.linePurchasedCharge, row: row).map { "bought for \($0)" },
            mark(.lineEmergency, "emergency"), mark(.lineScreeningReferral, "EPSDT"),
            mark(.lineFamilyPlanning, "family planning"), text(.lineCLIANumber, row: row).map { "CLIA no. \($0)" },
        ]
    }

    private func decision(_ fields: DecisionFields, _ row: Int) -> String? {
        sentence([
            text(fields.linePaid, row: row).map { "\(fields.payer.label) paid \($0)" },
            text(fields.lineAdjusted, row: row).map { "adjusted \($0)" },
            text(fields.lineProcedure, row: row).map { "paid as \($0)" },
            text(fields.lineUnits, row: row).map { "units paid \($0)" },
            text(fields.lineLiability, row: row).map { "patient responsibility \($0)" },
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
