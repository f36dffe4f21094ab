import ClaimModel
import ClaimRules
import Foundation
import Sealing

/// A claim's row, unsealed. Whoever changes a column of it without the key breaks its seal.
struct StoredClaim {
    let number: Int64
    /// The number of its key.
    let item: Int64
    var revision: Int
    /// The revision of the draft, which a change of the status leaves as it is.
    var saved: Int
    var status: ClaimStatus
    var hasOverride: Bool
    let created: Int64
    var updated: Int64
    /// In milliseconds since 1970.
    var deleted: Int64?
    var face: ClaimFace

    var tally: Tally { face.tally }
    var hold: Hold? { face.hold }
    var createdAt: Date { Date(timeIntervalSince1970: Double(created) / 1000) }
    var updatedAt: Date { Date(timeIntervalSince1970: Double(updated) / 1000) }
    var isDeleted: Bool { deleted != nil }
    var place: SealedPlace { SealedPlace("draft", number, Int64(saved)) }

    /// What a query reads of a claim, in this order.
    static let columns = """
        claim.number, claim.item, claim.name, claim.account, claim.revision, claim.saved, claim.status, claim.day,
        claim.isHeld, claim.hasOverride, claim.createdAt, claim.updatedAt, claim.deletedAt, claim.face
        """

    static let columnCount = 14

    /// - Throws: `DamagedRow` with the number of the claim; `KeyFault` where nobody is signed in.
    init(_ row: Row, _ seals: RecordSeals) throws {
        let number: Int64 = try row.value(at: 0)
        do {
            try self.init(number, row, seals)
        } catch is DamagedRow {
            throw DamagedRow(number: number)
        }
    }

    /// By position, which is several times faster than by name.
    private init(_ number: Int64, _ row: Row, _ seals: RecordSeals) throws {
        self.number = number
        item = try row.value(at: 1)
        revision = try row.count(at: 4)
        saved = try row.count(at: 5)
        status = try ClaimStatus(stored: row.value(at: 6))
        let day = try row.day(at: 7)
        hasOverride = try row.value(at: 9)
        created = try row.value(at: 10)
        updated = try row.value(at: 11)
        deleted = try row.value(at: 12)
        var place = SealedPlace("claim", number, item)
        place.add(try row.value(at: 2) as Data)
        place.add(try row.value(at: 3) as Data)
        StoredClaim.add(revision, saved, status, day, try row.value(at: 8), hasOverride, to: &place)
        for time in [created, updated, deleted] { place.add(time) }
        let texts = try seals.key(item).open(texts: try row.value(at: 13), for: place, count: 1)
        face = try ClaimFace(texts, day: day)
    }

    static func add(
        _ revision: Int, _ saved: Int, _ status: ClaimStatus, _ day: Day?, _ isHeld: Bool, _ hasOverride: Bool,
        to place: inout SealedPlace
    ) {
        place.add(Int64(revision))
        place.add(Int64(saved))
        place.add(status.rawValue)
        place.add(day.map { Int64($0.number) })
        place.add(Int64(isHeld ? 1 : 0))
        place.add(Int64(hasOverride ? 1 : 0))
    }
}

extension StoredClaim {
    static func find(_ id: String, in database: Database, _ seals: RecordSeals) throws -> StoredClaim? {
        try database.row("SELECT \(columns) FROM claim WHERE name = ?", [try seals.code("claim", id)]).map {
            try StoredClaim($0, seals)
        }
    }

    static func find(_ number: Int64, in database: Database, _ seals: RecordSeals) throws -> StoredClaim? {
        try database.row("SELECT \(columns) FROM claim WHERE number = ?", [number]).map { try StoredClaim($0, seals) }
    }

    /// Its draft as JSON.
    func json(in database: Database, _ seals: RecordSeals) throws -> Data {
        let sql = "SELECT body FROM draft WHERE claim = ?"
        guard let row = try database.row(sql, [number]),
            let json = try? seals.key(item).open(record: try row.value(at: 0), for: place)
        else { throw DamagedRow(number: number) }
        return json
    }

    func draft(in database: Database, _ seals: RecordSeals, _ context: ParsingContext) throws -> ClaimDraft {
        let json = try json(in: database, seals)
        guard let draft = try? DraftReader(in: context, from: .ownStore).draft(from: json) else {
            throw DamagedRow(number: number)
        }
        return draft
    }

    func record(in database: Database, _ seals: RecordSeals, _ context: ParsingContext) throws -> ClaimRecord {
        record(of: try draft(in: database, seals, context))
    }

    func record(of draft: ClaimDraft) -> ClaimRecord {
        ClaimRecord(
            draft: draft, status: status, tally: tally, hold: hold, comment: face.comment, isDeleted: isDeleted,
            revision: revision, createdAt: createdAt, updatedAt: updatedAt)
    }
}

extension ClaimStatus {
    init(stored text: String) throws {
        guard let status = ClaimStatus(rawValue: text) else { throw DamagedRow() }
        self = status
    }
}

extension Tally {
    static func rules(stored text: String) -> [String] {
        text.isEmpty ? [] : text.utf8.split(separator: UInt8(ascii: " ")).compactMap { String($0) }
    }
}

extension Hold {
    init?(by: String?, reason: String?) {
        guard let by else { return nil }
        self.init(by: by, reason: reason ?? "")
    }
}
