/// The server's numeric: a sign and digits to the base 10,000, most significant first.
struct Numeric {
    /// The power of 10,000 that the first digit counts.
    private let weight: Int
    private let isNegative: Bool
    private let digits: [Int64]

    /// `nil` for infinities and for what is no number.
    init?(_ content: UnsafeRawBufferPointer) {
        guard content.count >= 8, content.count % 2 == 0 else { return nil }
        let words = stride(from: 0, to: content.count, by: 2).map { UInt16(content[$0]) << 8 | UInt16(content[$0 + 1]) }
        switch words[2] {
        case 0: isNegative = false
        case 0x4000: isNegative = true
        default: return nil
        }
        weight = Int(Int16(bitPattern: words[1]))
        digits = words.dropFirst(4).prefix(Int(words[0])).map(Int64.init)
    }

    /// `nil` where it is not whole or does not fit.
    var integer: Int64? {
        guard !digits.isEmpty else { return 0 }
        guard digits.dropFirst(weight + 1).allSatisfy({ $0 == 0 }), (0...4).contains(weight) else { return nil }
        var value: Int64 = 0
        for place in 0...weight {
            // Counted downward, since the lowest number has no positive counterpart.
            let digit = place < digits.count ? digits[place] : 0
            let (product, isTooLow) = value.multipliedReportingOverflow(by: 10_000)
            let (sum, isLower) = product.subtractingReportingOverflow(digit)
            guard !isTooLow, !isLower else { return nil }
            value = sum
        }
        return isNegative ? value : value == .min ? nil : -value
    }

    var double: Double {
        // Through text, so that it is the nearest one.
        let text = digits.map { digit in String(String(10_000 + digit).dropFirst()) }.joined()
        let exponent = 4 * (weight + 1 - digits.count)
        return Double("\(isNegative ? "-" : "")\(text.isEmpty ? "0" : text)e\(exponent)") ?? .nan
    }
}
