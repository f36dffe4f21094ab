/// The diagnoses that a service line points to: one to four letters from A to L, the main one first (box 24E).
///
/// Digits are read as letters: `1` is A, `9` is I.
public struct Pointers: Parsed {
    /// One to four letters from A to L, the main diagnosis first, none twice.
    public let letters: [Character]

    public static let shape = EntryShape(columns: 4, limit: 10)

    private static let good = "Pointers are up to four letters from A to L, such as AB"

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        let code = try typedCode(text)
        var letters: [UInt8] = []
        var afterComma = true
        for byte in code where !byte.isSpace {
            if byte == .comma, !afterComma {
                afterComma = true
                continue
            }
            let letter = byte.isDigit ? byte - 48 + 64 : byte
            guard byte != UInt8(ascii: "0"), (UInt8(ascii: "A")...UInt8(ascii: "L")).contains(letter) else {
                throw .malformed(byte.isDigit ? "Type J, K or L for diagnoses 10 to 12" : Pointers.good)
            }
            guard !letters.contains(letter) else {
                throw .malformed("Each diagnosis is pointed to once. \(Pointers.good)")
            }
            letters.append(letter)
            afterComma = false
        }
        guard letters.count < 4 || (letters.count == 4 && !afterComma) else { throw .malformed(Pointers.good) }
        guard !afterComma else { throw .incomplete(Pointers.good) }
        self.letters = letters.map { Character(Unicode.Scalar($0)) }
    }

    public static func mayGrow(_ text: String, value: Pointers) -> Bool { value.letters.count < 4 }

    /// `AB`.
    public var description: String { String(letters) }
}

extension Pointers {
    /// The rows of the diagnoses, counted from 0, in the order of the letters.
    public var rows: [Int] {
        letters.compactMap { $0.asciiValue.map { Int($0) - Int(UInt8(ascii: "A")) } }
    }
}
