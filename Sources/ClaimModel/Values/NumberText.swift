/// A number as typed, without sign: digits, and decimals after a point.
struct NumberText {
    /// The number times ten to the power of its kind's decimals.
    let scaled: Int
    /// Whether a further digit or point may follow.
    let mayGrow: Bool

    /// How many digits a kind of number takes, and what messages call it.
    struct Kind {
        let integerDigits: Int
        let decimals: Int
        /// The most digits on both sides of the point together, where that is limited.
        var digits: Int?
        var takesCommas = false
        /// What a good value looks like: `An amount is dollars and cents, such as 210.00`.
        let good: String
    }

    init(_ bytes: some BidirectionalCollection<UInt8>, as kind: Kind) throws(Unreadable) {
        guard let first = bytes.first else { throw .incomplete(kind.good) }
        if first == .dash { throw .malformed("No minus sign here. \(kind.good)") }
        let parts = bytes.split(separator: .point, omittingEmptySubsequences: false)
        guard parts.count <= 2, kind.decimals > 0 || parts.count == 1 else { throw .malformed(kind.good) }
        let whole = try NumberText.ungrouped(Array(parts[0]), as: kind, isOpen: parts.count == 1)
        let fraction = parts.count == 2 ? Array(parts[1]) : []
        guard whole.allSatisfy(\.isDigit), fraction.allSatisfy(\.isDigit) else { throw .malformed(kind.good) }
        guard whole.count <= kind.integerDigits else {
            throw .malformed("At most \(counted(kind.integerDigits, "digit")) before the point. \(kind.good)")
        }
        guard fraction.count <= kind.decimals else {
            throw .malformed("At most \(counted(kind.decimals, "decimal")). \(kind.good)")
        }
        let digits = whole.count + fraction.count
        guard digits <= kind.digits ?? .max else {
            throw .malformed("At most \(counted(kind.digits ?? 0, "digit")) in all. \(kind.good)")
        }
        guard !(whole.isEmpty && fraction.isEmpty) else { throw .incomplete(kind.good) }
        let zeros = Array(repeating: UInt8(ascii: "0"), count: kind.decimals - fraction.count)
        guard let scaled = (whole + fraction + zeros).number else { throw .malformed(kind.good) }
        self.scaled = scaled
        mayGrow =
            digits < kind.digits ?? .max
            && (fraction.count < kind.decimals || (parts.count == 1 && whole.count < kind.integerDigits))
    }

    /// The digits before the point without the commas between their groups of three.
    private static func ungrouped(_ bytes: [UInt8], as kind: Kind, isOpen: Bool) throws(Unreadable) -> [UInt8] {
        guard kind.takesCommas, bytes.contains(.comma) else { return bytes }
        let groups = bytes.split(separator: .comma, omittingEmptySubsequences: false)
        let inner = groups.dropFirst().dropLast()
        let last = groups.last?.count ?? 0
        guard let head = groups.first, (1...3).contains(head.count), inner.allSatisfy({ $0.count == 3 }), last <= 3
        else { throw .malformed("A comma goes before every three digits. \(kind.good)") }
        guard head.count + 3 * (groups.count - 1) <= kind.integerDigits else {
            throw .malformed("At most \(counted(kind.integerDigits, "digit")) before the point. \(kind.good)")
        }
        if last < 3 {
            throw isOpen ? .incomplete(kind.good) : .malformed("A comma goes before three digits. \(kind.good)")
        }
        return bytes.filter { $0 != .comma }
    }

    /// `0.7` for 700 thousandths: no zeros that say nothing.
    static func trimmed(thousandths: Int) -> String {
        let (whole, rest) = thousandths.quotientAndRemainder(dividingBy: 1000)
        guard rest != 0 else { return String(whole) }
        let sign = thousandths < 0 && whole == 0 ? "-" : ""
        var fraction = padded(Int(rest.magnitude), 3)
        while fraction.last == "0" { fraction.removeLast() }
        return "\(sign)\(whole).\(fraction)"
    }
}
