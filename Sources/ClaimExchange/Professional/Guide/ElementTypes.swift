import ClaimModel
import ClaimRules
import TextKit

/// What an element of each type may say (X12.5, appendix B of the guide).
extension ElementType {
    /// Signs and points do not count in numbers.
    func length(of bytes: ArraySlice<UInt8>) -> Int {
        switch self {
        case .decimal, .number: bytes.count { $0 != 0x2D && $0 != 0x2E }
        // A letter outside ASCII is more than one byte.
        default: bytes.count { $0 & 0xC0 != 0x80 }
        }
    }

    func takes(_ bytes: ArraySlice<UInt8>) -> Bool {
        switch self {
        case .number: bytes.afterSign.isOfDigits
        case .decimal: bytes.afterSign.isDecimal
        case .date: bytes.isDate
        case .time: bytes.isTime
        case .code, .text, .binary, .none: true
        }
    }

    var problem: String {
        switch self {
        case .number: "is not a whole number"
        case .decimal: "is not a number in digits and at most one point"
        case .date: "is not a date"
        case .time: "is not a time"
        case .code, .text, .binary, .none: "does not read"
        }
    }

    /// What to send instead, where the text shows it.
    ///
    /// - Parameter least: how long it has to be, with zeros before it.
    func remedy(for bytes: ArraySlice<UInt8>, least: Int) -> Remedy {
        switch self {
        case .number, .decimal:
            let digits = bytes.filter { $0 != 0x24 && $0 != 0x2C && $0 != 0x20 }[...]
            guard self == .number ? digits.isOfDigits : digits.isDecimal else { return "Send digits only." }
            let zeros = String(repeating: "0", count: max(0, least - digits.count))
            return .send("\(zeros)\(String(written: digits))")
        case .date: return ElementFormat.dateRemedy(for: bytes)
        case .time: return "Send hours and minutes as HHMM: 0930."
        case .code, .text, .binary, .none: return "Correct it."
        }
    }
}

/// Characters that an element has and should not have.
enum Characters {
    case control, blankEnd, repetition, separator, foreign

    static func flaw(of bytes: ArraySlice<UInt8>, _ repetition: UInt8?) -> Characters? {
        var flaw: Characters?
        for byte in bytes {
            if byte < 0x20 || byte == 0x7F { return .control }
            if byte == repetition { flaw = .repetition }
            if byte > 0x7F { flaw = flaw ?? .foreign }
        }
        // Blanks that fill an element to its least length are the only ones at its end.
        return flaw ?? (bytes.last == 0x20 && bytes.first != 0x20 ? .blankEnd : nil)
    }

    var severity: Severity { self == .blankEnd || self == .foreign ? .warning : .error }

    var problem: String {
        switch self {
        case .control: "has a control character"
        case .blankEnd: "ends with a blank"
        case .repetition: "is given more than once, with the sign for repetitions (ISA11) in between"
        case .separator: "has the sign that separates components (ISA16)"
        case .foreign: "has letters that not every receiver reads"
        }
    }

    var remedy: Remedy {
        switch self {
        case .control: "Leave it out."
        case .blankEnd: "Leave the blank out."
        case .repetition: "Give it once."
        case .separator: "Write another sign in its place."
        case .foreign: "Write it in English letters."
        }
    }
}

extension ArraySlice<UInt8> {
    var isOfDigits: Bool { !isEmpty && allSatisfy(\.isDigit) }

    fileprivate var afterSign: ArraySlice<UInt8> { first == 0x2D ? dropFirst() : self }

    /// Digits with at most one point among or before them.
    fileprivate var isDecimal: Bool {
        var points = 0
        for byte in self {
            if byte == 0x2E { points += 1 } else if !byte.isDigit { return false }
        }
        return points < 2 && count > points && last != 0x2E
    }

    /// `20261110`, or `261110` in the interchange header.
    var isDate: Bool {
        guard count == 8 || count == 6, isOfDigits else { return false }
        let year = count == 8 ? pair(0) * 100 + pair(2) : 2000 + pair(0)
        return year >= 1800 && Day(year: year, month: pair(count - 4), day: pair(count - 2)) != nil
    }

    /// The number that two digits write.
    private func pair(_ place: Int) -> Int {
        Int(self[startIndex + place]) * 10 + Int(self[startIndex + place + 1]) - 0x30 * 11
    }

    /// `0930`, `093015`, and parts of a second.
    fileprivate var isTime: Bool {
        guard count == 4 || (6...8).contains(count), isOfDigits else { return false }
        return pair(0) < 24 && pair(2) < 60 && (count == 4 || pair(4) < 60)
    }
}
