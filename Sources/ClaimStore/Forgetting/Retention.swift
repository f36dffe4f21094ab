public import ClaimModel
import ClaimRules
import Foundation

/// Why something is not forgotten.
public enum RetentionFault: Error, Hashable, Sendable {
    /// The claim was submitted, and is kept up to this day.
    case retained(until: Day)
    /// The claim was never submitted, and was not deleted from the worklist.
    case onWorklist
    /// A submitted claim that is kept is of this person; its account number.
    case needed(by: String)
    case store(StoreFault)
}

extension RetentionFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .retained(let day): "It was submitted and is kept up to \(day) (retention_years in config.yaml)."
        case .onWorklist: "It was never submitted: delete it from the worklist first (F7)."
        case .needed(let account): "The submitted claim \(account) is of this person and is kept."
        case .store(let fault): fault.description
        }
    }
}

/// How long what was submitted is kept.
public struct Retention: Hashable, Sendable {
    public let years: Int
    public let today: Day
    public let context: ParsingContext

    /// In years, where the office sets nothing else.
    public static let standardYears = 10

    public init(years: Int?, today: Day) {
        self.years = years ?? Retention.standardYears
        self.today = today
        context = ParsingContext(today: today)
    }

    /// The last day on which a claim has to be kept: so many years after its last service day, answer or change, whichever is
    /// the latest. `nil` for a claim that was never submitted.
    func end(of stored: StoredClaim, in database: Database, _ seals: RecordSeals) throws -> Day? {
        guard try wasSubmitted(stored, in: database) else { return nil }
        let answer = try database.row("SELECT max(receivedAt) FROM answer WHERE claim = ?", [stored.number])
        let moments = [stored.updatedAt, try answer?.date(at: 0)].compactMap(\.self)
        let days = moments.map { Day(number: Int($0.timeIntervalSince1970 / 86_400)) }
        let draft = try stored.draft(in: database, seals, context)
        let served = draft.lines.flatMap { [$0.from.value, $0.to.value] }.compactMap(\.self)
        return (days + served).max()?.adding(months: 12 * years)
    }

    private func wasSubmitted(_ stored: StoredClaim, in database: Database) throws -> Bool {
        if stored.status.reachedPayer { return true }
        let sql = """
            SELECT EXISTS (SELECT 1 FROM sentClaim WHERE claim = ?1) OR EXISTS (SELECT 1 FROM answer WHERE claim = ?1)
                OR EXISTS (SELECT 1 FROM version WHERE claim = ?1)
            """
        return try database.one(Bool.self, sql, [stored.number]) ?? true
    }
}
