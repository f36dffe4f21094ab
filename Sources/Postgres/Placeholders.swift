/// A statement whose placeholders are `?` or `?3`, as SQLite has them, with those of PostgreSQL: `$1`, `$3`.
///
/// A bare `?` has the number after the highest so far. What is quoted or a comment stays as it is.
struct Placeholders {
    private var rest: Substring.UTF8View
    private var translated: [UInt8] = []
    private var highest = 0

    static func translated(_ sql: String) -> String {
        guard sql.utf8.contains(UInt8(ascii: "?")) else { return sql }
        var placeholders = Placeholders(rest: sql[...].utf8)
        while let byte = placeholders.rest.first { placeholders.step(byte) }
        return String(decoding: placeholders.translated, as: UTF8.self)
    }

    private init(rest: Substring.UTF8View) { self.rest = rest }

    private mutating func step(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "?"): placeholder()
        case UInt8(ascii: "'"): quoted(by: byte, escapes: isEscapeString)
        case UInt8(ascii: "\""): quoted(by: byte, escapes: false)
        case UInt8(ascii: "-") where rest.starts(with: "--".utf8):
            copy(rest.prefix { $0 != UInt8(ascii: "\n") }.count)
        case UInt8(ascii: "/") where rest.starts(with: "/*".utf8): comment()
        case UInt8(ascii: "$"): dollar()
        default: copy(1)
        }
    }

    private mutating func copy(_ count: Int) {
        translated += rest.prefix(count)
        rest = rest.dropFirst(count)
    }

    private mutating func placeholder() {
        let digits = rest.dropFirst().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let number = Int(String(decoding: digits, as: UTF8.self)) ?? highest + 1
        highest = max(highest, number)
        translated += "$\(number)".utf8
        rest = rest.dropFirst(1 + digits.count)
    }

    /// Whether the quote that comes is one of `E'…'`.
    private var isEscapeString: Bool {
        guard let last = translated.last, last | 0x20 == UInt8(ascii: "e") else { return false }
        return !(translated.dropLast().last.map(Placeholders.isOfName) ?? false)
    }

    /// A quote that is doubled inside ends one part and begins the next.
    private mutating func quoted(by quote: UInt8, escapes: Bool) {
        copy(1)
        while let byte = rest.first {
            copy(escapes && byte == UInt8(ascii: "\\") ? 2 : 1)
            if byte == quote { return }
        }
    }

    private mutating func comment() {
        var depth = 0
        repeat {
            if rest.starts(with: "/*".utf8) {
                depth += 1
                copy(2)
            } else if rest.starts(with: "*/".utf8) {
                depth -= 1
                copy(2)
            } else {
                copy(1)
            }
        } while depth > 0 && !rest.isEmpty
    }

    /// `$tag$ … $tag$` is a string; any other dollar is copied.
    private mutating func dollar() {
        let tag = rest.dropFirst().prefix(while: Placeholders.isOfName)
        let isInName = translated.last.map(Placeholders.isOfName) ?? false
        guard !isInName, rest.dropFirst(1 + tag.count).first == UInt8(ascii: "$"),
            !(tag.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false)
        else { return copy(1) }
        let fence = Array(rest.prefix(tag.count + 2))
        copy(fence.count)
        while !rest.isEmpty && !rest.starts(with: fence) { copy(1) }
        copy(fence.count)
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}
