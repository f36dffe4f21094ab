extension SearchIndex {
    /// The bytes of an index over rows, given in the order of the table; the higher a rank, the better the row.
    static func build(_ texts: [(text: String, rank: Int)]) -> [UInt8] {
        let order = texts.indices.sorted {
            texts[$0].rank != texts[$1].rank ? texts[$0].rank > texts[$1].rank : $0 < $1
        }
        var places = Array(repeating: UInt32(0), count: texts.count)
        var positions: [String: [UInt32]] = [:]
        for (position, row) in order.enumerated() {
            places[row] = UInt32(position)
            for word in Set(Folding.words(of: texts[row].text)) {
                positions[word, default: []].append(UInt32(position))
            }
        }
        let words = positions.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
        var (wordBytes, wordEnds): ([UInt8], [UInt32]) = ([], [])
        var (lists, listEnds): ([UInt8], [UInt32]) = ([], [])
        for (word, list) in words {
            wordBytes += word.utf8
            wordEnds.append(UInt32(wordBytes.count))
            var last: UInt32 = 0
            for position in list {
                append(position - last, to: &lists)
                last = position
            }
            listEnds.append(UInt32(lists.count))
        }
        let head = [UInt32(texts.count), UInt32(words.count)] + order.map { UInt32($0) } + places + wordEnds + listEnds
        return head.bytes + wordBytes + lists
    }

    private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
        var number = number
        while number > 0x7F {
            bytes.append(UInt8(number & 0x7F) | 0x80)
            number >>= 7
        }
        bytes.append(UInt8(number))
    }
}

extension TableBuilder {
    /// The index of the rows in their final order.
    func searchIndex(order: [Int]) -> [UInt8] {
        SearchIndex.build(
            order.map { row in
                let text = String(decoding: texts[row], as: UTF8.self)
                let isBillable = flags[row] & TableFormat.billable != 0
                let (set, key) = meant(by: row)
                return (
                    text + " " + String(decoding: keywords[row], as: UTF8.self),
                    CodeRank.rank(key, in: set, isBillable: isBillable, length: text.utf8.count)
                )
            })
    }

    /// A phrase ranks as the first code that it leads to.
    private func meant(by row: Int) -> (CodeSetName, CodeKey) {
        guard release.set.leadsToCodes,
            let term = CodeTerm(
                details[row].split(separator: TableFormat.separator).map { String(decoding: $0, as: UTF8.self) }),
            let key = term.codes.first
        else { return (release.set, keys[row]) }
        return (term.set, key)
    }
}
