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
    /// The rows in this order; those that are alike by their account number.
    func sorted(_ rows: [WorklistRow]) -> [Int32] {
        let places = rows.indices.map { Place(of: rows[$0], at: Int32($0), by: self) }
        return places.sorted { isBefore($0, $1, in: rows) }.map(\.row)
    }

    /// Where a row belongs among rows that are in this order.
    func place(of row: Int32, among order: [Int32], in rows: [WorklistRow]) -> Int {
        let wanted = Place(of: rows[Int(row)], at: row, by: self)
        var range = 0..<order.count
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            let other = Place(of: rows[Int(order[middle])], at: order[middle], by: self)
            range = isBefore(other, wanted, in: rows) ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return range.lowerBound
    }

    /// By what decides in nearly every case, then by the whole texts, compared byte by byte. What the column says nothing of
    /// comes last, either way.
    private func isBefore(_ left: Place, _ right: Place, in rows: [WorklistRow]) -> Bool {
        if left.isBlank != right.isBlank { return right.isBlank }
        if left.first != right.first { return (left.first < right.first) != isReversed }
        if left.second != right.second { return (left.second < right.second) != isReversed }
        if left.isLong || right.isLong {
            let (one, other) = (column.sortText(rows[Int(left.row)]), column.sortText(rows[Int(right.row)]))
            if one != other { return one.utf8.lexicographicallyPrecedes(other.utf8) != isReversed }
        }
        if left.account != right.account { return left.account < right.account }
        let (one, other) = (rows[Int(left.row)].account, rows[Int(right.row)].account)
        if one != other { return one.utf8.lexicographicallyPrecedes(other.utf8) }
        return left.row < right.row
    }

    /// A row with the beginnings of what it is sorted by.
    private struct Place {
        let isBlank: Bool
        let first: UInt64
        /// Of a text, what follows.
        let second: UInt64
        /// The text goes on.
        let isLong: Bool
        let account: UInt64
        let row: Int32

        init(of row: WorklistRow, at index: Int32, by order: Worklist.Order) {
            if let number = order.column.sortNumber(row) {
                (isBlank, first, second, isLong) = (number == .max, number, 0, false)
            } else {
                let text = order.column.sortText(row)
                isBlank = text.isEmpty
                first = text.beginning()
                second = text.utf8.count > 8 ? text.beginning(after: 8) : 0
                isLong = text.utf8.count > 16
            }
            account = row.account.beginning()
            self.row = index
        }
    }
}

extension WorklistColumn {
    /// What a column of figures is sorted by, the least first; `.max` where it says nothing, `nil` for a column of texts.
    fileprivate func sortNumber(_ row: WorklistRow) -> UInt64? {
        func most(_ figure: Int) -> UInt64 { UInt64(clamping: Int(Int32.max) - min(figure, Int(Int32.max) - 1)) }
        return switch self {
        case .age: UInt64(clamping: Int(Int32.max) &- row.changedOn.number)
        case .serviceDay: row.serviceDay.map { UInt64(clamping: $0.number) } ?? .max
        case .followUp: row.followUp.map { UInt64(clamping: $0.number) } ?? .max
        case .daysLeft: row.daysLeft.map { UInt64(clamping: Int(Int32.max) &+ $0) } ?? .max
        case .charge: most(row.charge)
        case .errors: most(row.errors) << 32 | most(row.warnings)
        case .warnings: most(row.warnings) << 32 | most(row.errors)
        case .authorization:
            row.authorization.map { UInt64(clamping: ($0.approved ?? Int(Int32.max)) - $0.session + 1_000) } ?? .max
        case .status, .account, .patient, .payer, .problem, .biller, .hold, .tags, .codes, .payerNumber, .denial,
            .comment:
            nil
        }
    }

    /// What a column of texts is sorted by.
    fileprivate func sortText(_ row: WorklistRow) -> String {
        switch self {
        case .status: row.status.rawValue
        case .account: row.account
        case .patient: row.patient
        case .payer: row.payer
        case .problem: row.problems.first ?? ""
        case .biller: row.biller
        case .hold: row.heldBy
        case .tags: row.tags.first ?? ""
        case .codes: row.procedures.first ?? ""
        case .payerNumber: row.payerNumber
        case .denial: row.denialReasons.first ?? ""
        case .comment: row.comment
        case .age, .serviceDay, .followUp, .daysLeft, .charge, .errors, .warnings, .authorization: ""
        }
    }
}

extension String {
    /// Eight bytes as a number that sorts as they do.
    fileprivate func beginning(after start: Int = 0) -> UInt64 {
        var number: UInt64 = 0
        var left = 8
        for byte in utf8.dropFirst(start) {
            number = number << 8 | UInt64(byte)
            left -= 1
            if left == 0 { return number }
        }
        return left == 8 ? 0 : number << UInt64(8 * left)
    }
}
