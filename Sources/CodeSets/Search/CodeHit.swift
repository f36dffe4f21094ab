public import ClaimModel

/// One answer of a search over the code sets.
public struct CodeHit: Hashable, Sendable {
    public let set: CodeSetName
    /// As it is shown: a diagnosis with its dot, an NDC in eleven digits.
    public let code: String
    public let description: String
    /// `false` for header codes, and for drug products that no claim may name (veterinary ones).
    public let isBillable: Bool
    /// The first and the last day in force, both included; `nil` where the table sets no limit.
    public let validFrom: Day?
    public let validTo: Day?
}

extension CodeHit {
    init?(columns: [String], set: CodeSetName) {
        switch set {
        case .diagnosis:
            let entry = DiagnosisEntry(columns: columns)
            self.init(set: set, code: entry.code, description: entry.description, isBillable: entry.isBillable)
        case .cpt, .hcpcs:
            let entry = ProcedureEntry(columns: columns, set: set)
            self.init(
                set: set, code: entry.code, description: entry.label, from: entry.validFrom, to: entry.validTo)
        case .modifier:
            let entry = ModifierEntry(columns: columns)
            self.init(
                set: set, code: entry.code, description: entry.label, from: entry.validFrom, to: entry.validTo)
        case .ndc:
            guard let product = DrugProduct(columns: columns) else { return nil }
            self.init(product)
        case .placeOfService, .taxonomy, .carc, .rarc, .revenue:
            let entry = CodeEntry(columns: columns, set: set)
            self.init(set: set, code: entry.code, description: entry.label)
        }
    }

    init(_ product: DrugProduct) {
        self.init(
            set: .ndc, code: product.ndc11, description: product.summary, isBillable: product.isBillable,
            to: product.listingExpires)
    }

    private init(
        set: CodeSetName, code: String, description: String, isBillable: Bool = true, from: Day? = nil, to: Day? = nil
    ) {
        self.set = set
        self.code = code
        self.description = description
        self.isBillable = isBillable
        validFrom = from
        validTo = to
    }
}
