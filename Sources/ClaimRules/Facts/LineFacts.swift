import ClaimModel
import CodeSets

/// A service line with what its code means.
final class LineFacts: Sendable {
    let row: Int
    let line: ServiceLine
    /// The procedure code, readable ones only.
    let code: String?
    let entry: ProcedureEntry?
    let kinds: ProcedureKinds
    /// What the NDC means, where a loaded table has it.
    let product: DrugProduct?
    /// A line whose code or drug identification makes it a drug line.
    let isDrugLine: Bool
    let isKetamineLine: Bool
    /// Whether anything is in the line.
    let isWritten: Bool
    /// What its texts say about its drug.
    let texts: [StatedText]
    /// The line's own place of service, else the claim's.
    let placeOfService: PlaceOfService?

    init(row: Int, line: ServiceLine, claim: ClaimDraft, in context: Context) {
        self.row = row
        self.line = line
        code = line.procedure.value?.text
        entry = code.flatMap { context.books.procedure($0, on: line.from.value) }
        kinds = code.map { ProcedureKinds(of: $0) } ?? []
        product = line.ndc.value.flatMap { context.books.product(ndc11: $0.digits11, on: line.from.value) }
        isDrugLine = kinds.contains(.drug) || !line.drugName.isEmpty || !line.ndc.isEmpty
        isKetamineLine = LineFacts.isKetamine(line, kinds: kinds, product: product, claim: claim)
        isWritten = line != ServiceLine()
        texts = StatedText.all(of: line, row: row)
        placeOfService = line.placeOfService.value ?? claim.identity.placeOfService.value
    }

    /// The first day of the service.
    var day: Day? { line.from.value }
    /// As a person counts lines.
    var number: Int { row + 1 }
    var isAdministration: Bool { kinds.contains(.administration) }
    var isEvaluationAndManagement: Bool { kinds.contains(.evaluationAndManagement) }
    var modifiers: [String] { line.modifiers.map(\.text) }

    func has(_ modifier: String) -> Bool {
        line.modifier1.value?.text == modifier || line.modifier2.value?.text == modifier
            || line.modifier3.value?.text == modifier || line.modifier4.value?.text == modifier
    }

    /// The lines as they were worked out for an earlier state of the claim, where all that they rest on is as it was.
    static func all(of claim: ClaimDraft, in context: Context, stillAsIn earlier: ClaimFacts) -> [LineFacts]? {
        let isSame =
            claim.lines == earlier.draft.lines && claim.treatment.drug == earlier.draft.treatment.drug
            && claim.identity.placeOfService == earlier.draft.identity.placeOfService && context.books == earlier.books
        return isSame ? earlier.lines : nil
    }

    /// A drug line is ketamine's when its name or its NDC says so; an unclassified drug on a claim whose treatment was
    /// ketamine is taken for it as long as nothing on the line names another drug.
    private static func isKetamine(
        _ line: ServiceLine, kinds: ProcedureKinds, product: DrugProduct?, claim: ClaimDraft
    ) -> Bool {
        if let product, product.drug == .ketamine { return true }
        let text = line.drugName.text + " " + line.narrative.text
        if ClaimFacts.namesKetamine(text) { return true }
        guard kinds.contains(.unlistedDrug), product == nil else { return false }
        return line.drugName.isEmpty && line.narrative.isEmpty && ClaimFacts.namesKetamine(claim.treatment.drug.text)
    }
}
