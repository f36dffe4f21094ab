import ClaimModel
import CodeSets

extension ClaimFacts {
    /// Doses that only a text has, where the quantity billed is none of them; each with the lines that bill it.
    var statedPortions: [DrugPortion] {
        let isCharted = !draft.treatment.dose.isEmpty
        let lines = lines.filter { $0.isDrugLine && !$0.has("JW") && $0.line.dose.isEmpty }
            .filter { !(isCharted && $0.isKetamineLine) }
        var seen: Set<Int> = []
        return lines.compactMap { line in
            guard !seen.contains(line.row), let text = statedDose(of: line) else { return nil }
            // A dose drawn from two vials is on two lines.
            let group = lines.filter { $0.code == line.code && statedDose(of: $0)?.read.doses == text.read.doses }
            seen.formUnion(group.map(\.row))
            return portion(of: group, text)
        }
    }

    private func statedDose(of line: LineFacts) -> StatedText? { texts(of: line).first { !$0.read.doses.isEmpty } }

    private func portion(of group: [LineFacts], _ text: StatedText) -> DrugPortion? {
        guard let line = group.first, let first = text.read.doses.first,
            let portion = portion(of: group, dose: Dose(micrograms: first), at: text.place, text),
            portion.strength != nil
        else { return nil }
        let texts = texts(of: line)
        let doses = texts.flatMap(\.read.doses)
        let volumes = portion.unit == .milliliters ? texts.flatMap(\.read.volumes) : []
        let billed = group.compactMap { $0.line.ndcQuantity.value } + [portion.quantity]
        let agrees = billed.contains { quantity in
            volumes.contains(quantity.thousandths)
                || (doses + [doses.reduce(0, +)]).contains { dose in
                    portion.agrees(with: quantity, dose: Dose(micrograms: dose), decimals: quantityDecimals)
                }
        }
        return agrees ? nil : portion
    }

    /// Two texts of a line with different doses, where no field has it.
    func dosesAtOdds(on line: LineFacts) -> Problem? {
        let texts = line.texts.filter { !$0.read.doses.isEmpty }
        guard let first = texts.first,
            let other = texts.first(where: { Set($0.read.doses).isDisjoint(with: first.read.doses) })
        else { return nil }
        return .conflict(
            first.place.field, row: line.row, with: [other.place],
            "Line \(line.number) says \(first.quote) and \(other.quote).",
            remedy: "Enter the dose given in both, as the chart has it.", evidence: first.evidence + other.evidence)
    }

    /// The strength in a text is not that of the NDC's product.
    func otherStrengthInText(of line: LineFacts) -> Problem? {
        guard let product = line.product, product.confidence != .unconfirmed, line.drugOtherThanNDC == nil,
            let strength = product.microgramsPerMilliliter,
            let text = line.texts.first(where: { !$0.read.strengths.isEmpty }), !text.read.strengths.contains(strength)
        else { return nil }
        return .conflict(
            .lineNDC, row: line.row, with: [text.place],
            "NDC is \(Quantity(thousandths: strength)) mg/mL; the text says \(text.quote).",
            remedy: "Check the vial: enter its NDC, or correct the strength in the text.",
            evidence: [Evidence("product", product.summary)] + text.evidence)
    }
}

extension DrugPortion {
    /// Whether a quantity in the unit of the portion bills a dose; true for units that say nothing of milligrams.
    func agrees(with quantity: Quantity, dose: Dose, decimals: Int) -> Bool {
        switch unit {
        case .milliliters:
            strength.flatMap { DrugQuantity(dose: dose, microgramsPerMilliliter: $0, decimals: decimals) }
                .map { $0.agrees(with: quantity) } ?? true
        case .milligrams:
            abs(quantity.thousandths - dose.micrograms) <= max(10, dose.micrograms / 100)
        case .grams, .internationalUnits, .units: true
        }
    }
}
