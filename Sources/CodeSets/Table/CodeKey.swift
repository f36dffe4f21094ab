import ClaimModel

/// A code of at most sixteen letters and digits as two numbers that compare as its text does.
struct CodeKey: Hashable, Comparable {
    private(set) var high: UInt64 = 0
    private(set) var low: UInt64 = 0
    private(set) var length = 0

    static let limit = 16

    /// Letters in capitals; `nil` where the text is empty, too long, or holds anything but letters, digits and `skipping`.
    @inline(__always)
    init?(_ text: some StringProtocol, skipping: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") }) {
        for byte in text.utf8 {
            if byte.isLetterOrDigit {
                guard length < CodeKey.limit else { return nil }
                append(byte >= UInt8(ascii: "a") ? byte - 32 : byte)
            } else if !skipping(byte) {
                return nil
            }
        }
        guard length > 0 else { return nil }
    }

    init(high: UInt64, low: UInt64 = 0) {
        self.high = high
        self.low = low
        let zeros = low == 0 ? 8 + high.trailingZeroBitCount / 8 : low.trailingZeroBitCount / 8
        length = CodeKey.limit - zeros
    }

    private mutating func append(_ byte: UInt8) {
        if length < 8 {
            high |= UInt64(byte) << UInt64(8 * (7 - length))
        } else {
            low |= UInt64(byte) << UInt64(8 * (15 - length))
        }
        length += 1
    }

    /// The last key that begins with this one.
    var lastBelow: CodeKey {
        var key = self
        key.high |= length >= 8 ? 0 : UInt64.max >> UInt64(8 * length)
        key.low |= length >= 16 ? 0 : length <= 8 ? .max : UInt64.max >> UInt64(8 * (length - 8))
        return key
    }

    /// Its first characters.
    func prefix(_ count: Int) -> CodeKey {
        guard count < length else { return self }
        let high = count >= 8 ? high : count == 0 ? 0 : high & ~(UInt64.max >> UInt64(8 * count))
        let low = count <= 8 ? 0 : low & ~(UInt64.max >> UInt64(8 * (count - 8)))
        return CodeKey(high: high, low: low)
    }

    func begins(with key: CodeKey) -> Bool { key <= self && self <= key.lastBelow }

    static func < (left: CodeKey, right: CodeKey) -> Bool {
        left.high != right.high ? left.high < right.high : left.low < right.low
    }

    static func == (left: CodeKey, right: CodeKey) -> Bool { left.high == right.high && left.low == right.low }

    func hash(into hasher: inout Hasher) {
        hasher.combine(high)
        hasher.combine(low)
    }

    /// The bytes, as many as `width` says (8 or 16), padded with zeros.
    func bytes(width: Int) -> [UInt8] { (0..<width).map(byte) }

    private func byte(_ place: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: (place < 8 ? high : low) >> UInt64(8 * (7 - place % 8)))
    }

    var text: String {
        String(unsafeUninitializedCapacity: CodeKey.limit) { text in
            for place in 0..<length { text[place] = byte(place) }
            return length
        }
    }
}
