import ClaimModel
import ClaimRules
import CodeSets

/// The arithmetic of a line, as a person would check it by hand.
extension ShownClaim {
    /// `IV infusion; 10:00 to 10:40, 40 min: 96365`.
    func administration(_ row: Int, _ figures: LineFigures?) -> String? {
        let line = draft.lines[row]
        let clock = joined([.lineStart, .lineStop], row: row, by: " to ")
        let chart = text(.lineChartMinutes, row: row).map { "chart minutes: \($0) min" }
        let time = [clock, chart, figures?.infusion?.text].compactMap { $0 }.joined(separator: ", ")
        let attended = line.continuousPresence.value == .yes ? "attended throughout" : nil
        return sentence([
            line.route.value?.label ?? text(.lineRoute, row: row), time.isEmpty ? nil : time, attended,
        ])
    }

    /// `KETAMINE HCL 35 mg; given on line 1; 35 mg / 70 kg = 0.5 mg/kg`.
    func drug(_ row: Int, _ figures: LineFigures?) -> String? {
        let dose = draft.lines[row].dose.value ?? draft.treatment.dose.value
        return sentence([
            joined([.lineDrugName, .lineDose], row: row),
            text(.lineAdministration, row: row).map { "given on line \($0)" },
            figures?.dosePerWeight == nil ? nil : doseByWeight(dose),
            text(.lineInvoice, row: row).map { "invoice \($0)" },
        ])
    }

    /// `35 mg / 70 kg = 0.5 mg/kg`, a weight in pounds with its kilograms.
    func doseByWeight(_ dose: Dose?) -> String? {
        guard let dose, let weight = draft.treatment.weight.value,
            let ratio = DosePerWeight(dose: dose, weight: weight)
        else { return nil }
        let kilograms = weight.unit == .pounds ? " (\(Weight(grams: weight.grams)))" : ""
        return "\(dose) / \(weight)\(kilograms) = \(ratio.text)"
    }

    /// `NDC 00143-9508-01, ML 0.7; 35 mg / 50 mg/mL = 0.7 mL; Ketamine HCl injection …`.
    func identification(_ row: Int, _ figures: LineFigures?) -> String? {
        let line = draft.lines[row]
        let number = line.ndc.value.map { plain($0.dashed) } ?? text(.lineNDC, row: row)
        let unit = line.ndcUnit.value?.code ?? text(.lineNDCUnit, row: row)
        let quantity = [unit, text(.lineNDCQuantity, row: row)].compactMap { $0 }.joined(separator: " ")
        let product = figures?.ndc.product.map { plain($0.summary) }
        return sentence([
            number.map { "NDC \($0)" }, quantity.isEmpty ? nil : quantity, figures?.quantity?.text,
            product ?? (line.ndc.value == nil ? nil : "not in the loaded NDC table"),
            text(.lineLot, row: row).map { "lot \($0)" },
        ])
    }
}
