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
        let (one, other) = (rows[Int(left.row)], rows[Int(right.row)])
        if let text = Self.text(self), one[keyPath: text] != other[keyPath: text] {
            return one[keyPath: text].utf8.lexicographicallyPrecedes(other[keyPath: text].utf8)
        }
        if left.account != right.account { return left.account < right.account }
        if one.account != other.account { return one.account.utf8.lexicographicallyPrecedes(other.account.utf8) }
        return left.row < right.row
    }

    /// The column that is sorted by its text.
    private static func text(_ order: Worklist.Order) -> KeyPath<WorklistRow, String>? {
        switch order {
        case .patient: \.patient
        case .payer: \.payer
        case .changed, .status, .serviceDay, .daysLeft, .errors: nil
        }
    }

    /// A row with the beginnings of what it is sorted by.
    private struct Place {
        let first: UInt64
        let account: UInt64
        let row: Int32

        init(of row: WorklistRow, at index: Int32, by order: Worklist.Order) {
            first = order.key(of: row)
            account = row.account.beginning
            self.row = index
        }
    }

    private func key(of row: WorklistRow) -> UInt64 {
        switch self {
        case .changed: UInt64(clamping: Int(Int32.max) &- row.changedOn.number)
        case .status: row.status.rawValue.beginning
        case .patient: row.patient.beginning
        case .serviceDay: row.serviceDay.map { UInt64(clamping: $0.number) } ?? .max
        case .payer: row.payer.beginning
        case .daysLeft: row.daysLeft.map { UInt64(clamping: Int(Int32.max) &+ $0) } ?? .max
        case .errors:
            UInt64(clamping: Int(Int32.max) &- row.errors) << 32 | UInt64(clamping: Int(Int32.max) &- row.warnings)
        }
    }
}

extension String {
    /// The first eight bytes as a number that sorts as they do.
    fileprivate var beginning: UInt64 {
        var number: UInt64 = 0
        var count = 0
        for byte in utf8 {
            number = number << 8 | UInt64(byte)
            count += 1
            if count == 8 { return number }
        }
        return count == 0 ? 0 : number << UInt64(8 * (8 - count))
    }
}
