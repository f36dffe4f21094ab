import CNcurses
import Glibc
import TerminalKit

/// What the terminal's description (terminfo) says about keys and about leaving its screen.
enum Description {
    /// Loads the description of the terminal named by `TERM`.
    static func load(environment: [String: String]) throws(Unusable) {
        guard let name = environment["TERM"], !name.isEmpty else { throw .unnamed }
        var problem: Int32 = 0
        guard setupterm(nil, STDOUT_FILENO, &problem) == 0 else {
            throw name == "dumb" || problem == 1 ? .incapable(name) : .unknown(name)
        }
        guard cc_capability("cup") != nil, cc_capability("clear") != nil else { throw .incapable(name) }
    }

    /// The bytes that each key sends, by the description.
    static var keys: [(bytes: [UInt8], key: Key)] {
        let functions = (1...12).flatMap { number in
            [("kf\(number)", Key.function(number)), ("kf\(number + 12)", .function(number, shift: true))]
        }
        return (named + functions).compactMap { name, key in
            bytes(of: name).map { ($0, key) }
        }
    }

    /// The bytes that bring the terminal back from the screen: keypad and paste modes, looks, cursor, first screen.
    static var leaving: [UInt8] {
        let parts = ["rmkx", "sgr0", "op", "cnorm", "rmcup"].map { bytes(of: $0) ?? [] }
        return pasteOff + parts.joined()
    }

    static let pasteOn = Array("\u{1B}[?2004h".utf8)
    static let pasteOff = Array("\u{1B}[?2004l".utf8)

    private static let named: [(String, Key)] = [
        ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
        ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
        ("kent", .enter), ("kLFT", .left), ("kRIT", .right), ("kri", .up), ("kind", .down), ("kHOM", .home),
        ("kEND", .end), ("kPRV", .pageUp), ("kNXT", .pageDown), ("kDC", .delete), ("kIC", .insert),
    ]

    /// A capability without its padding marks `$<…>`.
    private static func bytes(of name: String) -> [UInt8]? {
        guard let text = cc_capability(name) else { return nil }
        var bytes: [UInt8] = []
        var isPadding = false
        var last: UInt8 = 0
        for byte in UnsafeBufferPointer(start: text, count: strlen(text)).map(UInt8.init(bitPattern:)) {
            if byte == UInt8(ascii: "<"), last == UInt8(ascii: "$") {
                bytes.removeLast()
                isPadding = true
            }
            if !isPadding { bytes.append(byte) }
            if byte == UInt8(ascii: ">") { isPadding = false }
            last = byte
        }
        return bytes.isEmpty ? nil : bytes
    }
}
