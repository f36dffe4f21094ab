/// A query that may be the beginning of an NDC, in any layout: dashed, undashed, ten or eleven digits.
struct NDCQuery {
    private let digits: String
    /// The eleven digits that three dashed parts make.
    private let padded: String?

    /// `nil` where the text is not digits and dashes, or has fewer than four digits.
    init?(_ query: String) {
        let parts = query.filter { $0 != " " }.split(separator: "-", omittingEmptySubsequences: false)
        let isNumber = parts.allSatisfy { $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }
        digits = parts.joined()
        guard isNumber, (4...12).contains(digits.utf8.count) else { return nil }
        let widths = [5, 4, 2]
        padded =
            parts.count == 3 && zip(parts, widths).allSatisfy { !$0.isEmpty && $0.utf8.count <= $1 }
            ? zip(parts, widths).map { String(repeating: "0", count: $1 - $0.utf8.count) + $0 }.joined() : nil
    }

    func matches(_ product: DrugProduct) -> Bool {
        product.ndc11 == padded || product.ndc11.hasPrefix(digits)
            || product.label.filter { $0 != "-" }.hasPrefix(digits)
    }
}
