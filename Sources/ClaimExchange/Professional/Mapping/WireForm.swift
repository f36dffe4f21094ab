import ClaimModel

/// How the value of a field is written in an element of the 837P, and how an element is read into the field.
enum WireForm: Sendable {
    /// As it is.
    case text
    /// Without points: `F332`.
    case code
    /// Digits only: a ZIP code, a phone number, a tax number.
    case digits
    /// Letters and digits only: a postal code of any country.
    case postal
    /// `20261110`.
    case date
    /// A decimal number without needless zeros, or as typed where that is one.
    case amount

    func written(_ state: EntryState) -> String {
        guard let value = state.value else {
            if case .date = self { return WireForm.compactDate(state.text) }
            return state.text
        }
        switch self {
        case .text: return value
        case .code: return value.filter { $0 != "." }
        case .digits: return value.filter(\.isNumber)
        case .postal: return value.filter { $0.isLetter || $0.isNumber }
        case .date: return WireForm.compactDate(value)
        case .amount: return state.text.isDecimalNumber ? state.text : WireForm.trimmed(value)
        }
    }

    func read(_ element: String) -> String {
        guard case .date = self, element.utf8.count == 8, element.utf8.allSatisfy(\.isDigit) else { return element }
        // A day that no calendar has keeps the year first, so that it is never taken for another day.
        return Day(compact: element)?.description
            ?? "\(element.prefix(4))-\(element.dropFirst(4).prefix(2))-\(element.suffix(2))"
    }

    /// `11/10/2026` and `2026-11-10` become `20261110`.
    private static func compactDate(_ text: String) -> String {
        let parts = text.split(separator: "/")
        guard parts.map(\.utf8.count) == [2, 2, 4] else { return text.filter { $0 != "-" } }
        return "\(parts[2])\(parts[0])\(parts[1])"
    }

    /// `210.00` becomes `210`, `79.40` becomes `79.4`.
    static func trimmed(_ number: String) -> String {
        guard number.contains(".") else { return number }
        var text = Substring(number)
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return String(text)
    }

    /// Cents as an element has them: `210`, `79.04`.
    static func amount(cents: Int) -> String { trimmed(Money(cents: cents).description) }
}

extension String {
    /// As one component: a colon would part it.
    var unparted: String { replacing(":", with: ".") }

    /// Digits with at most one point between them.
    fileprivate var isDecimalNumber: Bool {
        let parts = utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return (1...2).contains(parts.count)
            && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
    }
}
