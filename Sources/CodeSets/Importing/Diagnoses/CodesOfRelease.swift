import ClaimModel

/// The codes of the release that is read, by which a word is distinguished from a code.
struct CodesOfRelease {
    private let sorted: [UInt64]
    private let categories: [UInt64]

    init(_ keys: [CodeKey]) {
        sorted = keys.map(\.high).sorted()
        categories = keys.filter { $0.length == 3 }.map(\.high).sorted()
    }

    /// `F33`, `F31.-`, `S42.3-`, `A00-B99`, `Y93.0-Y93.A`, a full stop behind it or not; `nil` where the release has no such
    /// codes.
    func range(of word: Substring) -> CodeRange? {
        let ends = word.split(separator: "-").map { $0.last == "." ? $0.dropLast() : $0 }.filter { !$0.isEmpty }
        guard (1...2).contains(ends.count), ends.allSatisfy(CodesOfRelease.isCode),
            let range = CodeRange(first: ends[0], last: ends[ends.count - 1]), has(range)
        else { return nil }
        return range
    }

    func existing(_ code: String) -> CodeRange? { CodeRange(first: code, last: code).flatMap { has($0) ? $0 : nil } }

    /// The three-character categories of a stretch.
    func categories(in range: CodeRange) -> [String] {
        categories.filter { range.contains($0) }.map { CodeKey(high: $0).text }
    }

    private func has(_ range: CodeRange) -> Bool {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < range.first { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low] <= range.last
    }

    /// A code as the book writes it: `F33`, `C44.500`.
    private static func isCode(_ text: Substring) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count >= 3, !bytes[0].isDigit, bytes[..<3].allSatisfy(\.isCapitalOrDigit),
            bytes[..<3].contains(where: \.isDigit)
        else { return false }
        let rest = bytes.dropFirst(3)
        return rest.isEmpty
            || (rest.first == UInt8(ascii: ".") && (2...5).contains(rest.count)
                && rest.dropFirst().allSatisfy(\.isCapitalOrDigit))
    }
}
