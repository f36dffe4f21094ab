import ClaimModel
import CodeSets

/// A dose and the drug lines that bill it: one line with its own dose, or all that share the treatment's.
struct DrugPortion: Sendable {
    let lines: [LineFacts]
    let dose: Dose
    /// Where the dose is entered.
    let dosePlace: Place
    let unit: NDCUnit
    /// The quantities of the lines, added.
    let quantity: Quantity
    /// The text that has the dose, where no field does.
    let text: StatedText?
    /// Whether the NDC is of another drug than the one a line names, so that its strength does not apply to this dose.
    let isOfAnotherDrug: Bool

    /// The product of the NDC on all these lines.
    var product: DrugProduct? { isOfAnotherDrug ? nil : lines[0].product }

    /// The row of the first quantity, where findings show.
    var row: Int { lines[0].row }

    var otherPlaces: [Place] {
        [dosePlace] + lines.map { Place(.lineNDC, row: $0.row) }
            + lines.dropFirst().map { Place(.lineNDCQuantity, row: $0.row) }
    }

    /// Micrograms in a milliliter: the NDC's, else those of the text, where it has one strength.
    var strength: Int? {
        if let own = product?.microgramsPerMilliliter { return own }
        guard let text, product == nil, Set(text.read.strengths).count == 1 else { return nil }
        return text.read.strengths.first
    }

    /// The milliliters of the dose, where the strength is known.
    func expected(decimals: Int) -> DrugQuantity? {
        strength.flatMap { DrugQuantity(dose: dose, microgramsPerMilliliter: $0, decimals: decimals) }
    }

    /// What was given, as a message has it: `35 mg`, or the text that says so.
    var given: String { text?.quote ?? dose.description }
}

extension ClaimFacts {
    /// How many decimals the payer accepts in an NDC quantity; three, the format's limit, where that is not known.
    var quantityDecimals: Int { policy.value(of: \.ndcDecimals) ?? 3 }

    /// The drug lines that bill what was given: those of waste (JW) left aside.
    private var givenDrugLines: [LineFacts] { lines.filter { $0.isDrugLine && !$0.has("JW") } }

    /// Every dose with the quantity that bills it, where both are known.
    var drugPortions: [DrugPortion] {
        let own = givenDrugLines.filter { $0.line.dose.value != nil }
        let portions = own.compactMap { line in
            line.line.dose.value.flatMap { portion(of: [line], dose: $0, at: Place(.lineDose, row: line.row)) }
        }
        let sharing = givenDrugLines.filter { $0.isKetamineLine && $0.line.dose.isEmpty }
        guard !own.contains(where: \.isKetamineLine), let dose = draft.treatment.dose.value,
            let shared = portion(of: sharing, dose: dose, at: Place(.treatmentDose))
        else { return portions + statedPortions }
        return portions + [shared] + statedPortions
    }

    /// `nil` where a quantity is missing or zero, or the lines differ in unit or product.
    func portion(
        of lines: [LineFacts], dose: Dose, at place: Place, _ text: StatedText? = nil
    ) -> DrugPortion? {
        let quantities = lines.compactMap { $0.line.ndcQuantity.value }
        guard let first = lines.first, let unit = first.line.ndcUnit.value, quantities.count == lines.count,
            !quantities.contains(where: { $0.thousandths == 0 }),
            lines.allSatisfy({ $0.line.ndcUnit.value == unit && $0.product?.ndc11 == first.product?.ndc11 })
        else { return nil }
        return DrugPortion(
            lines: lines, dose: dose, dosePlace: place, unit: unit,
            quantity: Quantity(thousandths: quantities.reduce(0) { $0 + $1.thousandths }), text: text,
            isOfAnotherDrug: lines.contains { $0.drugOtherThanNDC != nil })
    }

    /// The dose that a line bills: its own, else the treatment's where it is the only ketamine line.
    func dose(of line: LineFacts) -> (dose: Dose, place: Place)? {
        if let dose = line.line.dose.value { return (dose, Place(.lineDose, row: line.row)) }
        guard line.isKetamineLine, ketamineLines.count == 1, let dose = draft.treatment.dose.value else { return nil }
        return (dose, Place(.treatmentDose))
    }

    /// The ketamine given: as in the chart, else the sum of its lines.
    var ketamineDose: (dose: Dose, place: Place)? {
        if let dose = draft.treatment.dose.value { return (dose, Place(.treatmentDose)) }
        let lines = givenDrugLines.filter(\.isKetamineLine)
        let doses = lines.compactMap { $0.line.dose.value }
        guard let first = lines.first, doses.count == lines.count else { return nil }
        return (Dose(micrograms: doses.reduce(0) { $0 + $1.micrograms }), Place(.lineDose, row: first.row))
    }

    /// What the ketamine lines bill together; `nil` unless each names its dose.
    var billedKetamineDose: Dose? {
        let lines = givenDrugLines.filter(\.isKetamineLine)
        let doses = lines.compactMap { $0.line.dose.value }
        guard !lines.isEmpty, doses.count == lines.count else { return nil }
        return Dose(micrograms: doses.reduce(0) { $0 + $1.micrograms })
    }

    var ketamineDosePerWeight: DosePerWeight? {
        ketamineDose.flatMap { given in
            draft.treatment.weight.value.flatMap { DosePerWeight(dose: given.dose, weight: $0) }
        }
    }
}
