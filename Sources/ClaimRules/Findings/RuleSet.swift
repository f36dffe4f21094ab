/// Some of the rules that are evaluated, by their place in `Rule.evaluated`; a bit for each.
struct RuleSet {
    private var words: [UInt64] = []

    init() {}

    init(_ rules: some Sequence<Int>) {
        for rule in rules { insert(rule) }
    }

    mutating func insert(_ rule: Int) {
        while words.count <= rule / 64 { words.append(0) }
        words[rule / 64] |= 1 << UInt64(rule % 64)
    }

    mutating func formUnion(_ other: RuleSet) {
        while words.count < other.words.count { words.append(0) }
        for index in other.words.indices { words[index] |= other.words[index] }
    }

    /// In the order of the book.
    var all: [Int] {
        var all: [Int] = []
        for (index, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                all.append(index * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return all
    }
}
