import ClaimModel

/// A piece of a free text: a number, a word, or a sign between them.
enum TextToken: Hashable, Sendable {
    /// In thousandths; what lies below is dropped.
    case number(Int)
    /// In capital letters: letters, digits and hyphens, a letter first.
    case word(String)
    case sign(UInt8)

    var word: String? { if case .word(let text) = self { text } else { nil } }
    var number: Int? { if case .number(let thousandths) = self { thousandths } else { nil } }

    func isSign(_ character: Unicode.Scalar) -> Bool { self == .sign(UInt8(ascii: character)) }

    /// `50MG/ML` is 50, MG, a slash, ML.
    static func all(of text: String) -> [TextToken] {
        var rest = text.utf8.map(\.uppercased)[...]
        var tokens: [TextToken] = []
        while let first = rest.first {
            if first.isDigit || (first == UInt8(ascii: ".") && rest.dropFirst().first?.isDigit == true) {
                let digits = rest.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
                rest = rest[digits.endIndex...]
                if let number = thousandths(digits) { tokens.append(.number(number)) }
            } else if first.isCapital {
                let word = rest.prefix { $0.isCapitalOrDigit || $0 == UInt8(ascii: "-") }
                rest = rest[word.endIndex...]
                tokens.append(.word(String(decoding: word, as: UTF8.self)))
            } else {
                if first != UInt8(ascii: " ") { tokens.append(.sign(first)) }
                rest = rest.dropFirst()
            }
        }
        return tokens
    }

    /// A number of at most nine digits before its point; a point at its end belongs to the sentence.
    private static func thousandths(_ digits: ArraySlice<UInt8>) -> Int? {
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, whole.count <= 9 else { return nil }
        var number = (Int(String(decoding: whole, as: UTF8.self)) ?? 0) * 1000
        var step = 1000
        for digit in parts.count == 2 ? parts[1] : [] {
            step /= 10
            number += Int(digit - UInt8(ascii: "0")) * step
        }
        return number
    }
}
