import ClaimModel
public import Foundation
import Sealing

/// A record of the audit trail, as far as it can be read.
public struct TrailRecord: Hashable, Sendable {
    public let at: Date
    /// The store's own number for the desk.
    public let desk: Int64
    /// Its number in the desk's chain.
    public let place: Int64
    /// As stored: a later version may know more than `TrailKind`.
    public let kind: String
    /// `nil` where it cannot be read.
    public let person: TrailPerson?
    /// The number of the claim's row; `nil` where it is of none.
    public let claim: Int64?
    /// The account number of the claim as it is now; `nil` where it was forgotten.
    public let account: String?
    /// The status that the change has left.
    public let status: String?
    public let text: String?
    public let changes: [TrailChange]
    /// Whether what was changed was forgotten with the claim.
    public let isForgotten: Bool
}

/// Which records.
public enum TrailFilter: Hashable, Sendable {
    /// Of a claim, by its id.
    case claim(id: String)
    /// Of everybody who signed in with this name.
    case person(String)
    /// From the one moment up to the other.
    case between(Date, Date)
}

extension ClaimStore {
    /// The records, the earliest first.
    public func trail(_ filter: TrailFilter) throws(StoreFault) -> [TrailRecord] {
        try reading { database in
            var reader = try TrailReader(seals)
            let sql = "SELECT \(TrailRow.columns), who, item, body FROM trail"
            let rows: RowCursor
            switch filter {
            case .claim(let id):
                let number = try database.one(
                    Int64.self, "SELECT number FROM claim WHERE name = ?", [try seals.code("claim", id)])
                guard let number else { throw StoreFault.missing }
                rows = try database.cursor(sql + " WHERE claim = ? ORDER BY number", [number])
            case .person: rows = try database.cursor(sql + " ORDER BY number")
            case .between(let start, let end):
                rows = try database.cursor(
                    sql + " WHERE at >= ? AND at < ? ORDER BY number", [start.milliseconds, end.milliseconds])
            }
            var records: [TrailRecord] = []
            while let row = try rows.next() {
                if case .person(let name) = filter, reader.person(row)?.name != name { continue }
                records.append(try reader.record(row, in: database))
            }
            return records
        }
    }
}

extension Date {
    fileprivate var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }
}

/// Unseals records; one whose parts cannot be read is listed without them.
private struct TrailReader {
    private let seals: RecordSeals
    private let office: SealingKey
    private var accounts: [Int64: String?] = [:]

    init(_ seals: RecordSeals) throws {
        self.seals = seals
        office = try seals.office()
    }

    func person(_ row: Row) -> TrailPerson? {
        guard let desk: Int64 = try? row.value(at: 1), let place: Int64 = try? row.value(at: 2),
            let sealed: Data = try? row.value(at: 10),
            let who = try? office.open(sealed, for: TrailContent.placeOfWho(desk, place))
        else { return nil }
        return TrailContent.person(who)
    }

    mutating func record(_ row: Row, in database: Database) throws -> TrailRecord {
        let record = try TrailRow(row)
        let (item, body): (Int64?, Data?) = (try row.value(at: 11), try row.value(at: 12))
        let key = item == nil ? office : try? seals.key(item ?? 0)
        let opened = body.flatMap { body in
            try? key?.open(body, for: TrailContent.placeOfBody(record.desk, record.place))
        }
        let said = opened.flatMap { TrailContent.said($0) }
        return TrailRecord(
            at: try present(row.date(at: 3)), desk: record.desk, place: record.place, kind: record.kind,
            person: person(row), claim: record.claim, account: try account(record.claim, in: database),
            status: record.status, text: said?.text, changes: said?.changes ?? [],
            isForgotten: item != nil && key == nil)
    }

    private mutating func account(_ claim: Int64?, in database: Database) throws -> String? {
        guard let claim else { return nil }
        if let known = accounts[claim] { return known }
        let account = (try? StoredClaim.find(claim, in: database, seals))?.face.keys.account
        accounts[claim] = .some(account)
        return account
    }
}
