public import ClaimModel
public import CodeSets

/// What the text of an NDC field means: the eleven digits that are billed, and their product.
public struct NDCReading: Hashable, Sendable {
    /// The code; `nil` while the text is none.
    public let ndc: NDC?
    /// What the table has under it.
    public let product: DrugProduct?
    /// What ten digits without dashes may mean: the one that the table has first, else in the order 4-4-2, 5-3-2, 5-4-1.
    public let candidates: [NDC]

    /// - Parameter books: the tables that know the products.
    public init(of entry: Entry<NDC>, books: CodeBooks) {
        ndc = entry.value
        product = ndc.flatMap { books.product(ndc11: $0.digits11) }
        let readings: [NDC] = if case .ndc(.undashedTen(let ndcs)) = entry.unreadable?.fault { ndcs } else { [] }
        let known = readings.filter { books.product(ndc11: $0.digits11) != nil }
        candidates = known.count == 1 ? known + readings.filter { $0 != known[0] } : readings
    }

    /// `= 00143950801`, `could be 00143950801, 01439050801 or 01439508001`; empty where the text means nothing.
    public var text: String {
        if let ndc { return "= \(ndc.digits11)" }
        return candidates.isEmpty ? "" : "could be \(candidates.map(\.digits11).listed("or"))"
    }
}
