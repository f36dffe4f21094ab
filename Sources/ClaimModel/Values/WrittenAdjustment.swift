/// One adjustment as it is written: amount and units as typed.
package struct WrittenAdjustment: Hashable, Sendable {
    package let group: String
    package let reason: String
    /// `40`, `40.00`, `-5.5`.
    package let amount: String
    /// Blank where nothing is said of units.
    package let units: String
    /// Whether a semicolon keeps it apart from those of its group before.
    package private(set) var isApart = false
    private let cents: Int

    /// - Returns: `nil` where an adjustment that is written so would not be read again.
    package init?(group: String, reason: String, amount: String, units: String) {
        let text = "\(group)-\(reason) \(amount)\(units.isEmpty ? "" : " x\(units)")"
        do throws(Unreadable) {
            let read = try WrittenAdjustment.all(in: Array(text.utf8))
            guard read.count == 1, let only = read.first, only.text == text, only.group == group else { return nil }
            self = only
        } catch {
            return nil
        }
    }

    init(_ adjustment: Adjustment) {
        (group, reason, units) = (adjustment.group, adjustment.reason, adjustment.units ?? "")
        cents = adjustment.cents
        amount = Money(cents: cents).description
    }

    var value: Adjustment {
        Adjustment(group: group, reason: reason, cents: cents, units: units.isEmpty ? nil : units)
    }

    /// `CO-45 40.00 x2`.
    var text: String { "\(group)-\(reason) \(amount)\(units.isEmpty ? "" : " x\(units)")" }
}

extension WrittenAdjustment {
    static func all(in bytes: [UInt8]) throws(Unreadable) -> [WrittenAdjustment] {
        var rest = bytes[...]
        var all: [WrittenAdjustment] = []
        while true {
            let gap = rest.take { $0.isSpace || $0 == .comma || $0 == .semicolon }
            if rest.isEmpty { break }
            var next = try WrittenAdjustment(from: &rest)
            next.isApart = gap.contains(.semicolon)
            all.append(next)
        }
        guard !all.isEmpty else { throw .malformed(Adjustments.good) }
        return all
    }

    private init(from rest: inout ArraySlice<UInt8>) throws(Unreadable) {
        let group = rest.take(most: 2) { $0.isLetter }.map(\.uppercased).string
        guard group.utf8.count == 2 else {
            let isOpen = rest.isEmpty && Adjustment.groups.contains { $0.hasPrefix(group) }
            throw isOpen ? .incomplete(Adjustments.good) : .malformed(WrittenAdjustment.groupMessage)
        }
        guard Adjustment.groups.contains(group) else { throw .malformed(WrittenAdjustment.groupMessage) }
        rest.take(\.isSpace)
        rest.take(most: 1) { $0 == .dash }
        rest.take(\.isSpace)
        self.group = group
        reason = try WrittenAdjustment.reason(from: &rest)
        guard let blank = rest.first else { throw .incomplete(Adjustments.good) }
        guard blank.isSpace else { throw .malformed(Adjustments.good) }
        rest.take(\.isSpace)
        (amount, cents) = try WrittenAdjustment.amount(from: &rest)
        units = try WrittenAdjustment.units(from: &rest)
    }

    private static let groupMessage = "The group is CO, PR, OA, PI or CR. \(Adjustments.good)"

    /// A CARC: a letter or none, and one to three digits.
    private static func reason(from rest: inout ArraySlice<UInt8>) throws(Unreadable) -> String {
        let letter = rest.take(most: 1) { $0.isLetter }.map(\.uppercased)
        let digits = rest.take(most: 3, \.isDigit)
        guard !digits.isEmpty else { throw rest.isEmpty ? .incomplete(Adjustments.good) : .malformed(Adjustments.good) }
        return (letter + digits).string
    }

    private static func amount(
        from rest: inout ArraySlice<UInt8>
    ) throws(Unreadable) -> (text: String, cents: Int) {
        rest.take(most: 1) { $0 == UInt8(ascii: "$") }
        let sign = rest.take(most: 1) { $0 == .dash }
        let digits = rest.take { $0.isDigit || $0 == .point }
        if digits.isEmpty, !rest.isEmpty { throw .malformed(Adjustments.good) }
        let kind = NumberText.Kind(integerDigits: 7, decimals: 2, good: Adjustments.good)
        let cents = try NumberText(digits, as: kind).scaled
        return ((sign + digits).string, sign.isEmpty ? cents : -cents)
    }

    private static func units(from rest: inout ArraySlice<UInt8>) throws(Unreadable) -> String {
        let gap = rest.take(\.isSpace)
        guard let sign = rest.first, sign.uppercased == UInt8(ascii: "X") else {
            if gap.isEmpty, let next = rest.first, next != .comma, next != .semicolon {
                throw .malformed(Adjustments.good)
            }
            return ""
        }
        rest.removeFirst()
        let units = rest.take { $0.isDigit || $0 == .point }
        if units.isEmpty, !rest.isEmpty { throw .malformed("Units follow the x, such as CO-45 40.00 x2") }
        let kind = NumberText.Kind(integerDigits: 8, decimals: 3, good: "Units follow the x, such as CO-45 40.00 x2")
        _ = try NumberText(units, as: kind)
        if let next = rest.first, !next.isSpace, next != .comma, next != .semicolon { throw .malformed(kind.good) }
        return units.string
    }
}

extension ArraySlice<UInt8> {
    /// Removes the leading bytes of one kind.
    @discardableResult
    fileprivate mutating func take(most: Int = .max, _ isMeant: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let end = prefix(most).firstIndex { !isMeant($0) } ?? prefix(most).endIndex
        defer { self = self[end...] }
        return self[..<end]
    }
}

extension UInt8 {
    fileprivate static let semicolon = UInt8(ascii: ";")
}
