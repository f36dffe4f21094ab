import TextKit

/// A query that may be the beginning of an NDC, in any layout: dashed, undashed, ten or eleven digits.
struct NDCQuery {
    private let digits: String
    /// The eleven digits that dashed parts make, as far as they are given.
    private let padded: String?

    /// `nil` where the text is not digits and dashes, or has fewer than four digits.
    init?(_ query: String) {
        let parts = query.filter { $0 != " " }.split(separator: "-", omittingEmptySubsequences: false)
        let isNumber = parts.allSatisfy { $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }
        digits = parts.joined()
        guard isNumber, (4...12).contains(digits.utf8.count) else { return nil }
        let widths = [5, 4, 2]
        padded =
            (2...3).contains(parts.count) && zip(parts, widths).allSatisfy { !$0.isEmpty && $0.utf8.count <= $1 }
            ? zip(parts, widths).map { $0.aligned(to: $1, with: "0") }.joined() : nil
    }

    /// Where the eleven digits may begin: as they are, or with the zero that the billing form puts before the labeler, the
    /// product or the package.
    var beginnings: [CodeKey] {
        var forms = [digits, "0" + digits, withZero(at: 5), withZero(at: 9)]
        if let padded { forms.append(padded) }
        var keys: [CodeKey] = []
        for key in forms.compactMap({ CodeKey($0.prefix(11)) }) where !keys.contains(where: { key.begins(with: $0) }) {
            keys.removeAll { $0.begins(with: key) }
            keys.append(key)
        }
        return keys
    }

    private func withZero(at place: Int) -> String { "\(digits.prefix(place))0\(digits.dropFirst(place))" }

    /// Whether the eleven digits are all that was asked for.
    func isWhole(_ ndc11: String) -> Bool { ndc11 == padded || ndc11 == digits }

    /// - Parameter label: the number as printed, with its dashes.
    func matches(_ ndc11: String, label: String) -> Bool {
        padded.map(ndc11.hasPrefix) ?? false || ndc11.hasPrefix(digits)
            || label.filter { $0 != "-" }.hasPrefix(digits)
    }
}
