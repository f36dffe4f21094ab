import ClaimModel

extension Worklist {
    enum Order: String, CaseIterable, Hashable, Sendable {
        case changed = "last edit"
        case status, patient
        case serviceDay = "DOS"
        case payer
        case daysLeft = "days to file"
        case errors
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

    /// By what decides in nearly every case, then by the whole texts, compared byte by byte.
    private func isBefore(_ left: Place, _ right: Place, in rows: [WorklistRow]) -> Bool {
        if left.first != right.first { return left.first < right.first }
        if left.second != right.second { return left.second < right.second }
        if left.isLong || right.isLong {
            let (one, other) = (text(rows[Int(left.row)]), text(rows[Int(right.row)]))
            if one != other { return one.utf8.lexicographicallyPrecedes(other.utf8) }
        }
        if left.account != right.account { return left.account < right.account }
        let (one, other) = (rows[Int(left.row)].account, rows[Int(right.row)].account)
        if one != other { return one.utf8.lexicographicallyPrecedes(other.utf8) }
        return left.row < right.row
    }

    /// The text of the column that is sorted by it.
    private func text(_ row: WorklistRow) -> String {
        switch self {
        case .patient: row.patient
        case .payer: row.payer
        case .changed, .status, .serviceDay, .daysLeft, .errors: ""
        }
    }

    /// A row with the beginnings of what it is sorted by.
    private struct Place {
        let first: UInt64
        /// Of a text, what follows.
        let second: UInt64
        /// The text goes on.
        let isLong: Bool
        let account: UInt64
        let row: Int32

        init(of row: WorklistRow, at index: Int32, by order: Worklist.Order) {
            let text = order.text(row)
            first = order.key(of: row)
            second = text.utf8.count > 8 ? text.beginning(after: 8) : 0
            isLong = text.utf8.count > 16
            account = row.account.beginning()
            self.row = index
        }
    }

    private func key(of row: WorklistRow) -> UInt64 {
        switch self {
        case .changed: UInt64(clamping: Int(Int32.max) &- row.changedOn.number)
        case .status: row.status.rawValue.beginning()
        case .patient: row.patient.beginning()
        case .serviceDay: row.serviceDay.map { UInt64(clamping: $0.number) } ?? .max
        case .payer: row.payer.beginning()
        case .daysLeft: row.daysLeft.map { UInt64(clamping: Int(Int32.max) &+ $0) } ?? .max
        case .errors:
            UInt64(clamping: Int(Int32.max) &- row.errors) << 32 | UInt64(clamping: Int(Int32.max) &- row.warnings)
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
