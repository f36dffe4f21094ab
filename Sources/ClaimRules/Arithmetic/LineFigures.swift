public import ClaimModel
import CodeSets

/// The figures that a screen shows for a service line while it is entered; the rules use the same ones.
public struct LineFigures: Hashable, Sendable {
    /// Of an infusion, push or other administration whose times are known.
    public let infusion: InfusionTime?
    /// Of the line's dose, else of the treatment given on a drug line that names none.
    public let dosePerWeight: DosePerWeight?
    /// What the NDC field means, also while it is blank.
    public let ndc: NDCReading
    /// Where dose and strength are known.
    public let quantity: DrugQuantity?

    /// `nil` for a row that the claim has not.
    public init?(row: Int, of draft: ClaimDraft, in context: Context) {
        guard draft.lines.indices.contains(row) else { return nil }
        let line = draft.lines[row]
        let kinds = line.procedure.value.map { ProcedureKinds(of: $0.text) } ?? []
        // Hydration has minutes of its own.
        let codes: InfusionCodes? =
            kinds.contains(.chemotherapy) ? .chemotherapy : kinds.contains(.administration) ? .therapeutic : nil
        infusion = codes.flatMap { codes in line.minutes.map { InfusionTime(minutes: $0, of: codes) } }
        let isDrug = kinds.contains(.drug) || !line.ndc.isEmpty || !line.drugName.isEmpty
        let dose = line.dose.value ?? (isDrug ? draft.treatment.dose.value : nil)
        let weight = draft.treatment.weight.value
        dosePerWeight = dose.flatMap { dose in weight.flatMap { DosePerWeight(dose: dose, weight: $0) } }
        let reading = NDCReading(of: line.ndc, books: context.books)
        ndc = reading
        quantity = dose.flatMap { dose in
            reading.product.flatMap {
                DrugQuantity(dose: dose, product: $0, decimals: context.policy.value(of: \.ndcDecimals) ?? 3)
            }
        }
    }
}
