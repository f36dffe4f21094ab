/// Some of the rules that are evaluated, by their place in `Rule.evaluated`; a bit for each.
struct RuleSet {
    private var words = InlineArray<8, UInt64>(repeating: 0)

    /// The most rules that there may be.
    static let most = 8 * 64

    init() {}

    /// - Parameter rules: none of them `most` or beyond.
    init(_ rules: some Sequence<Int>) {
        for rule in rules { insert(rule) }
    }

    mutating func insert(_ rule: Int) { words[rule / 64] |= 1 << UInt64(rule % 64) }

    mutating func formUnion(_ other: RuleSet) {
        for index in words.indices { words[index] |= other.words[index] }
    }

    /// In the order of the book.
    func forEach(_ body: (Int) -> Void) {
        for index in words.indices {
            var rest = words[index]
            while rest != 0 {
                body(index * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }
}
