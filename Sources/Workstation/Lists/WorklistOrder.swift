import ClaimModel
import ClaimRules

extension Worklist {
    /// What the list is sorted by.
    struct Order: Hashable, Sendable {
        var column: WorklistColumn
        /// The other way round than the column begins.
        var isReversed = false

        /// The claims that were edited last come first.
        static let changed = Order(column: .age)

        /// In words, for a message.
        var name: String { column.name + (isReversed ? ", reversed" : "") }
    }
}

extension Worklist.Order {
    /// By account number: what is alike in another column is in this order.
    static let account = Worklist.Order(column: .account)

    /// The rows in this order; those that are alike by their account number.
    ///
    /// - Parameter byAccount: the rows by their account numbers; those with one number as they came.
    func sorted(_ rows: [WorklistRow], _ figures: [RowFigures], _ byAccount: [Int32]) -> [Int32] {
        var (first, second) = ([UInt64](), [UInt64]())
        var (isBlank, isLong) = ([Bool](), [Bool]())
        first.reserveCapacity(rows.count)
        second.reserveCapacity(rows.count)
        isBlank.reserveCapacity(rows.count)
        isLong.reserveCapacity(rows.count)
        for index in rows.indices {
            let key = SortKey(number: column.sortNumber(figures[index])) ?? SortKey(text: column.sortText(rows[index]))
            first.append(isReversed ? ~key.first : key.first)
            second.append(isReversed ? ~key.second : key.second)
            isBlank.append(key.isBlank)
            isLong.append(key.isLong)
        }
        var sorted = byAccount.filter { !isBlank[Int($0)] }.sorted(by: second).sorted(by: first)
        if isLong.contains(true) {
            // Where two long texts begin alike, by all of them.
            var start = 0
            while start < sorted.count {
                let row = Int(sorted[start])
                let end =
                    sorted[start...].firstIndex { first[Int($0)] != first[row] || second[Int($0)] != second[row] }
                    ?? sorted.count
                if isLong[Int(sorted[end - 1])] || sorted[start..<end].contains(where: { isLong[Int($0)] }) {
                    sortByWhole(&sorted[start..<end], of: rows)
                }
                start = end
            }
        }
        return sorted + byAccount.filter { isBlank[Int($0)] }
    }

    /// Sorts rows that begin alike by their whole texts; those with one text stay as they are.
    private func sortByWhole(_ run: inout ArraySlice<Int32>, of rows: [WorklistRow]) {
        let texts = run.map { column.sortText(rows[Int($0)]) }
        guard texts.contains(where: { !$0.utf8.elementsEqual(texts[0].utf8) }) else { return }
        let places = Array(run).enumerated().sorted { left, right in
            texts[left.offset].precedes(texts[right.offset]).map { $0 != isReversed } ?? (left.offset < right.offset)
        }
        for (place, row) in zip(run.indices, places) { run[place] = row.element }
    }

    /// Where a row belongs among rows that are in this order.
    func place(of row: Int32, among order: [Int32], in rows: [WorklistRow], _ figures: [RowFigures]) -> Int {
        let wanted = key(of: row, in: rows, figures)
        var range = 0..<order.count
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            let other = order[middle]
            let isBefore = isBefore(other, key(of: other, in: rows, figures), row, wanted, in: rows)
            range = isBefore ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return range.lowerBound
    }

    private func key(of row: Int32, in rows: [WorklistRow], _ figures: [RowFigures]) -> SortKey {
        SortKey(number: column.sortNumber(figures[Int(row)])) ?? SortKey(text: column.sortText(rows[Int(row)]))
    }

    /// By what decides in nearly every case, then by the whole texts, compared byte by byte. What the column says nothing of
    /// comes last, either way.
    private func isBefore(
        _ left: Int32, _ leftKey: SortKey, _ right: Int32, _ rightKey: SortKey, in rows: [WorklistRow]
    ) -> Bool {
        if leftKey.isBlank != rightKey.isBlank { return rightKey.isBlank }
        if leftKey.first != rightKey.first { return (leftKey.first < rightKey.first) != isReversed }
        if leftKey.second != rightKey.second { return (leftKey.second < rightKey.second) != isReversed }
        if leftKey.isLong || rightKey.isLong {
            let (one, other) = (column.sortText(rows[Int(left)]), column.sortText(rows[Int(right)]))
            if let isBefore = one.precedes(other) { return isBefore != isReversed }
        }
        let (one, other) = (rows[Int(left)].account.byNumbers, rows[Int(right)].account.byNumbers)
        if one.isEmpty != other.isEmpty { return other.isEmpty }
        return one.precedes(other) ?? (left < right)
    }

    /// The beginnings of what a row is sorted by.
    private struct SortKey {
        let isBlank: Bool
        let first: UInt64
        /// Of a text, what follows.
        let second: UInt64
        /// The text goes on.
        let isLong: Bool

        /// - Parameter number: `nil` for a column of texts.
        init?(number: UInt64?) {
            guard let number else { return nil }
            (isBlank, first, second, isLong) = (number == .max, number, 0, false)
        }

        init(text: String) {
            var text = text
            let (first, second, length) = text.withUTF8 { text in
                (text.number(from: 0), text.number(from: 8), text.count)
            }
            (isBlank, isLong) = (length == 0, length > 16)
            (self.first, self.second) = (first, second)
        }
    }
}

extension [Int32] {
    /// The rows by a number of each, the least first; those that are alike stay as they are.
    ///
    /// - Parameter keys: of every row, by its index.
    fileprivate func sorted(by keys: [UInt64]) -> [Int32] {
        guard let first else { return self }
        let varying = reduce(UInt64(0)) { $0 | (keys[Int($1)] ^ keys[Int(first)]) }
        var (rows, spare) = (self, self)
        // Digit by digit, the last one first.
        for shift in stride(from: 0, to: 64, by: 16) where varying >> UInt64(shift) & 0xFFFF != 0 {
            var starts = [Int](repeating: 0, count: 0x10001)
            for row in rows { starts[Int(keys[Int(row)] >> UInt64(shift) & 0xFFFF) + 1] += 1 }
            for digit in 1..<starts.count { starts[digit] += starts[digit - 1] }
            for row in rows {
                let digit = Int(keys[Int(row)] >> UInt64(shift) & 0xFFFF)
                spare[starts[digit]] = row
                starts[digit] += 1
            }
            swap(&rows, &spare)
        }
        return rows
    }
}

extension WorklistColumn {
    /// What a column of figures is sorted by, the least first; `.max` where it says nothing, `nil` for a column of texts.
    fileprivate func sortNumber(_ figures: RowFigures) -> UInt64? {
        func least(_ figure: Int?) -> UInt64 { figure.map { UInt64(clamping: Int(Int32.max) &+ $0) } ?? .max }
        func most(_ figure: Int) -> UInt64 { UInt64(clamping: Int(Int32.max) - Swift.min(figure, Int(Int32.max) - 1)) }
        return switch self {
        case .age: most(Int(figures.changedOn))
        case .serviceDay: least(figures.serviceDay)
        case .followUp: least(figures.followUp)
        case .daysLeft: least(figures.daysLeft)
        case .charge: most(figures.charge)
        case .errors: most(Int(figures.errors)) << 32 | most(Int(figures.warnings))
        case .warnings: most(Int(figures.warnings)) << 32 | most(Int(figures.errors))
        case .authorization: least(figures.sessionsLeft)
        case .status, .account, .patient, .payer, .problem, .biller, .hold, .tags, .codes, .payerNumber, .denial,
            .comment:
            nil
        }
    }

    /// What a column of texts is sorted by.
    fileprivate func sortText(_ row: WorklistRow) -> String {
        switch self {
        case .status: row.status.rawValue
        case .account: row.account.byNumbers
        case .patient: row.patient
        case .payer: row.payer
        case .problem: row.problems.first ?? ""
        case .biller: row.biller
        case .hold: row.heldBy
        case .tags: row.tags.first ?? ""
        case .codes: row.procedures.first ?? ""
        case .payerNumber: row.payerNumber.byNumbers
        case .denial: row.denialReasons.first ?? ""
        case .comment: row.comment
        case .age, .serviceDay, .followUp, .daysLeft, .charge, .errors, .warnings, .authorization: ""
        }
    }
}

extension String {
    /// The text with the length of each number before it, so that `C-9` comes before `C-10`.
    fileprivate var byNumbers: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count + 4)
        var rest = utf8[...]
        while let byte = rest.first {
            let number = rest.prefix { (0x30...0x39).contains($0) }
            if number.isEmpty {
                bytes.append(byte)
                rest.removeFirst()
            } else {
                bytes.append(UInt8(0x30 + min(number.count, 79)))
                bytes += number
                rest = rest[number.endIndex...]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether it comes before another one, byte by byte; `nil` where they are the same.
    fileprivate func precedes(_ other: String) -> Bool? {
        utf8.elementsEqual(other.utf8) ? nil : utf8.lexicographicallyPrecedes(other.utf8)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Eight bytes as a number that sorts as they do.
    fileprivate func number(from start: Int) -> UInt64 {
        var number: UInt64 = 0
        for place in start..<start + 8 { number = number << 8 | (place < count ? UInt64(self[place]) : 0) }
        return number
    }
}
