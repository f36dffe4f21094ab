import ClaimModel
import ClaimRules

/// What of a row is figures, apart from its texts: sums, orders and conditions on every row read these and little else.
struct RowFigures: Sendable {
    /// In cents.
    let charge: Int
    let errors: Int32
    let warnings: Int32
    let changedOn: Int32
    private let dates: (service: Int32, followUp: Int32)
    private let left: (days: Int32, sessions: Int32)
    private let signs: Signs

    private struct Signs: OptionSet {
        let rawValue: UInt8
        static let isPutAway = Signs(rawValue: 1)
        static let isDueSoon = Signs(rawValue: 2)
        static let isFlagged = Signs(rawValue: 4)
        static let restsWithPayer = Signs(rawValue: 8)
    }

    /// No figure.
    private static let none = Int32.min

    init(_ row: WorklistRow) {
        func figure(_ number: Int?) -> Int32 {
            number.map { max(Int32(clamping: $0), RowFigures.none + 1) } ?? RowFigures.none
        }
        charge = row.charge
        (errors, warnings) = (Int32(clamping: row.errors), Int32(clamping: row.warnings))
        changedOn = Int32(clamping: row.changedOn.number)
        dates = (figure(row.serviceDay?.number), figure(row.followUp?.number))
        left = (figure(row.daysLeft), figure(row.authorization.map { ($0.approved ?? 1_000_000) - $0.session }))
        var signs: Signs = []
        if row.isPutAway { signs.insert(.isPutAway) }
        if row.isDueSoon { signs.insert(.isDueSoon) }
        if row.isFlagged { signs.insert(.isFlagged) }
        if row.status.restsWithPayer { signs.insert(.restsWithPayer) }
        self.signs = signs
    }

    var serviceDay: Int? { RowFigures.figure(dates.service) }
    var followUp: Int? { RowFigures.figure(dates.followUp) }
    var daysLeft: Int? { RowFigures.figure(left.days) }
    /// The sessions of its authorization that are left; of one without an end, many.
    var sessionsLeft: Int? { RowFigures.figure(left.sessions) }
    var isPutAway: Bool { signs.contains(.isPutAway) }
    var isDueSoon: Bool { signs.contains(.isDueSoon) }
    var isFlagged: Bool { signs.contains(.isFlagged) }
    var restsWithPayer: Bool { signs.contains(.restsWithPayer) }

    private static func figure(_ number: Int32) -> Int? { number == none ? nil : Int(number) }
}
