import ClaimModel
import CodeSets

extension ClaimFacts {
    func wrongQuantity(of portion: DrugPortion) -> Problem? {
        switch portion.unit {
        case .milliliters:
            guard let expected = portion.expected(decimals: quantityDecimals), !expected.agrees(with: portion.quantity)
            else { return nil }
            let isCertain = portion.product?.confidence != .unconfirmed
            let strength = "\(Quantity(thousandths: expected.strength)) mg/mL"
            return wrongQuantity(
                of: portion, severity: isCertain && portion.text == nil ? .error : .warning,
                expected: expected.quantity,
                "\(portion.given) at \(strength) is \(expected.quantity) mL, but \(portion.quantity) is billed.",
                evidence: [
                    Evidence("arithmetic", expected.text),
                    Evidence("strength from", portion.product?.source ?? portion.text?.text ?? ""),
                ])
        case .milligrams:
            // A quantity's thousandths of a milligram are the dose's micrograms.
            let difference = abs(portion.quantity.thousandths - portion.dose.micrograms)
            guard difference > max(10, portion.dose.micrograms / 100) else { return nil }
            return wrongQuantity(
                of: portion, severity: portion.text == nil ? .error : .warning,
                expected: Quantity(thousandths: portion.dose.micrograms),
                "\(portion.given) was given, but the quantity is \(portion.quantity) mg (ME).", evidence: [])
        case .grams, .internationalUnits, .units: return nil
        }
    }

    private func wrongQuantity(
        of portion: DrugPortion, severity: Severity, expected: Quantity, _ message: String, evidence: [Evidence]
    ) -> Problem {
        let isOneLine = portion.lines.count == 1
        return .conflict(
            .lineNDCQuantity, row: portion.row, with: portion.otherPlaces, severity: severity, message,
            remedy: isOneLine
                ? "Bill \(expected), or correct the dose or the NDC if one of them is wrong."
                : "Correct the quantities: together the lines must bill \(expected).",
            fixes: isOneLine && portion.text == nil
                ? [.replace(.lineNDCQuantity, row: portion.row, with: expected.description)] : [],
            evidence: evidence)
    }

    func milligramsAsMilliliters(in portion: DrugPortion) -> Problem? {
        guard portion.unit == .milliliters, portion.quantity.thousandths == portion.dose.micrograms,
            portion.quantity.thousandths > 0
        else { return nil }
        let strength = portion.product?.microgramsPerMilliliter
        guard strength != 1000, strength != nil || portion.lines.contains(where: \.isKetamineLine) else { return nil }
        let expected = portion.expected(decimals: quantityDecimals)
        return .conflict(
            .lineNDCQuantity, row: portion.row, with: portion.otherPlaces,
            severity: strength == nil || portion.text != nil ? .warning : .error,
            "Quantity \(portion.quantity) mL is the dose in milligrams: mg billed as mL.",
            remedy: expected.map { "Bill the volume: \($0.text)." }
                ?? "Bill the volume: the dose divided by the strength.",
            fixes: portion.lines.count > 1 || portion.text != nil
                ? []
                : expected.map { [.replace(.lineNDCQuantity, row: portion.row, with: $0.quantity.description)] } ?? [])
    }

    func wholeVial(in portion: DrugPortion) -> Problem? {
        guard portion.unit == .milliliters, let product = portion.product, product.container != .singleDose,
            let volume = product.volumeThousandths, portion.quantity.thousandths == volume,
            let expected = portion.expected(decimals: quantityDecimals), expected.quantity < portion.quantity,
            !expected.agrees(with: portion.quantity)
        else { return nil }
        return .conflict(
            .lineNDCQuantity, row: portion.row, with: portion.otherPlaces,
            "\(portion.quantity) mL is the whole vial; \(portion.given) is \(expected.quantity) mL.",
            remedy: "Bill what was given. The rest of a multi-dose vial is for other patients.",
            fixes: portion.lines.count > 1 || portion.text != nil
                ? [] : [.replace(.lineNDCQuantity, row: portion.row, with: expected.quantity.description)])
    }

    /// The payer's range of mg/kg, else the usual one of 0.3 to 1.
    private var doseRange: PolicySettings.DoseRange {
        policy.value(of: \.doseRange) ?? PolicySettings.DoseRange(lowest: 0.3, highest: 1.0)
    }

    func unusualDose() -> [Problem] {
        guard ketamineRoute?.isIntravenous ?? false, let given = ketamineDose, let perWeight = ketamineDosePerWeight,
            !perWeight.isWithin(doseRange)
        else { return [] }
        let range = doseRange.text
        return [
            .conflict(
                given.place.field, row: given.place.row, with: [Place(.treatmentWeight)],
                "\(given.dose) IV is \(perWeight.text(outside: self.doseRange)), outside the usual \(range).",
                remedy: "Check dose and weight against the chart.",
                evidence: [self.policyEvidence(\.doseRange)])
        ]
    }

    func otherDoseInText(of line: LineFacts) -> Problem? {
        guard let given = dose(of: line) else { return dosesAtOdds(on: line) }
        let text = DrugText(line.line.narrative.text, line.line.description.text, line.line.drugName.text)
        let amounts = text.doses.isEmpty ? text.rates : text.doses
        guard let amount = amounts.first, !amounts.contains(given.dose.micrograms) else { return nil }
        let stated = Dose(micrograms: amount).description
        return .conflict(
            .lineNarrative, row: line.row, with: [given.place],
            text.doses.isEmpty
                ? "The dose is \(given.dose); the narrative has only a strength, \(stated)/mL."
                : "The dose is \(given.dose), but the narrative says \(stated).",
            remedy: "Enter the dose given in the narrative.")
    }

    func wrongWeight() -> [Problem] {
        guard let weight = draft.treatment.weight.value else { return [] }
        if weight.grams == 0 || weight.grams > 400_000 {
            return [
                .wrong(
                    .treatmentWeight, "\(weight) is not a plausible patient weight.",
                    remedy: "Enter the weight from the chart, in kg or with lb after it.")
            ]
        }
        guard isJudged(by: .psychiatricKetamineClaim), ketamineRoute?.isIntravenous ?? false, let given = ketamineDose,
            let perWeight = ketamineDosePerWeight, !perWeight.isWithin(doseRange), let other = weight.otherUnit,
            let otherwise = DosePerWeight(dose: given.dose, weight: other), otherwise.isWithin(doseRange)
        else { return [] }
        return [
            .conflict(
                .treatmentWeight, with: [given.place], severity: .warning,
                "At \(weight) the dose is \(perWeight.text); at \(other) a usual \(otherwise.text).",
                remedy: "Check in the chart whether the weight is in pounds or kilograms.",
                fixes: [.replace(.treatmentWeight, with: other.description)])
        ]
    }

    func wrongUnits(of line: LineFacts) -> Problem? {
        let remedy = "Enter how many of the code's units were given: 1 if it was given once."
        guard let units = line.line.units.value else {
            return problem(at: Place(.lineUnits, row: line.row), required: false, remedy: remedy)
        }
        if units.thousandths == 0 {
            return .wrong(.lineUnits, row: line.row, "The units are 0.", remedy: remedy)
        }
        guard !units.isWhole, let code = line.code, !line.kinds.contains(.mileage) else { return nil }
        return .wrong(.lineUnits, row: line.row, "\(code) is billed in whole units, not \(units).", remedy: remedy)
    }
}

extension Weight {
    /// The same number in the other unit, where few adults weigh that in its own: from 120 kg, or up to 110 lb.
    fileprivate var otherUnit: Weight? {
        guard unit == .kilograms ? thousandths >= 120_000 : thousandths <= 110_000 else { return nil }
        let text = "\(Quantity(thousandths: thousandths)) \(unit == .kilograms ? "lb" : "kg")"
        return try? Weight(parsing: text, in: ParsingContext(today: Day(number: 0)))
    }
}
