public import ClaimModel
import ClaimRules
import Foundation

extension ClaimStore {
    /// The rows of the worklist, the newest claim first; deleted ones only on request.
    public func claims(includingDeleted: Bool = false) throws(StoreFault) -> [ClaimSummary] {
        try list(includingDeleted: includingDeleted).claims
    }

    /// The same, with the numbers of the rows that are damaged, which are left out.
    public func list(includingDeleted: Bool = false) throws(StoreFault) -> ClaimList {
        try orOneByOne(includingDeleted) { () throws(StoreFault) in
            try list(where: includingDeleted ? nil : "deletedAt IS NULL") { _ in }
        }
    }

    /// All claims, deleted ones included; it is kept whose they are, which `history` asks for.
    public func listForHistory() throws(StoreFault) -> ClaimList {
        guard !patients.isRead else { return try list(includingDeleted: true) }
        return try orOneByOne(true) { () throws(StoreFault) in
            let change = try lastChange()
            var numbers = PatientIndex.Numbers()
            let list = try list { numbers.add($0) }
            patients.begin(with: numbers, asOf: change)
            return list
        }
    }

    private func list(
        where condition: String? = nil, _ note: (StoredClaim) -> Void
    ) throws(StoreFault) -> ClaimList {
        try seals.keyring.prepareItems()
        var list = ClaimList()
        try readLong(StoredClaim.columns, of: "claim", where: condition) { row in
            if let claim = try list.take(row, seals) { note(claim) }
        }
        list.reverse()
        return list
    }

    /// What `read` lists; where a page of the database is damaged, the rows on the others.
    private func orOneByOne(
        _ includingDeleted: Bool, _ read: () throws(StoreFault) -> ClaimList
    ) throws(StoreFault) -> ClaimList {
        do throws(StoreFault) {
            return try read()
        } catch {
            guard case .broken = error else { throw error }
        }
        do {
            return try engine.look { try ClaimList(oneByOne: $0, seals, includingDeleted: includingDeleted) }
        } catch {
            throw engine.fault(error)
        }
    }

    /// The id of the only claim with this id or, else, this account number, by index; `nil` where there is none or several.
    public func id(named name: String, includingDeleted: Bool = false) throws(StoreFault) -> String? {
        try reading { database in
            let rows = try database.rows(
                """
                SELECT \(StoredClaim.columns) FROM claim
                WHERE (name = ? OR account = ?) \(includingDeleted ? "" : "AND deletedAt IS NULL")
                """, [try seals.code("claim", name), try seals.code("account", name)])
            let ids = rows.compactMap { try? StoredClaim($0, seals) }.map(\.face.id)
            return ids.contains(name) ? name : ids.count == 1 ? ids[0] : nil
        }
    }

    /// The ids of the claims with a status that are neither deleted nor held, the oldest first; no other is unsealed, and
    /// damaged rows are left out.
    public func ids(of status: ClaimStatus) throws(StoreFault) -> [String] {
        try reading { database in
            let rows = try database.cursor(
                """
                SELECT \(StoredClaim.columns) FROM claim
                WHERE status = ? AND isHeld = 0 AND deletedAt IS NULL ORDER BY number
                """, [status.rawValue])
            var ids: [String] = []
            while let row = try rows.next() {
                if let claim = try? StoredClaim(row, seals) { ids.append(claim.face.id) }
            }
            return ids
        }
    }

    /// A claim as it was saved last, deleted or not; its texts are read as of `context`.
    public func claim(_ id: String, in context: ParsingContext) throws(StoreFault) -> ClaimRecord {
        try reading { database in
            guard let stored = try current(id, in: database) else { throw StoreFault.missing }
            return try stored.record(in: database, seals, context)
        }
    }

    /// Takes a claim off the worklist that nobody has open; `restore` brings it back as it was.
    public func delete(_ id: String) throws(StoreFault) {
        let lock = try lock(id)
        defer { lock.release() }
        try inOneTransaction { () throws(StoreFault) in
            try change(id, .deleted) { claim in
                claim.deleted = claim.deleted ?? timestamp
                claim.count()
            }
            try noteNextPayer(of: id, isBilled: false)
        }
    }

    public func restore(_ id: String) throws(StoreFault) {
        let lock = try lock(id)
        defer { lock.release() }
        try inOneTransaction { () throws(StoreFault) in
            try change(id, .restored) { claim in
                claim.deleted = nil
                claim.count()
            }
            try noteNextPayer(of: id, isBilled: true)
        }
    }

    public func hold(_ id: String, _ hold: Hold) throws(StoreFault) { try change(id, .held) { $0.face.hold = hold } }

    public func release(_ id: String) throws(StoreFault) { try change(id, .released) { $0.face.hold = nil } }

    /// Writes a comment on a claim; a blank one deletes it.
    public func comment(_ id: String, _ text: String) throws(StoreFault) {
        try change(id, .commented) { $0.face.comment = text }
    }

    /// Moves a claim on without opening it: sent, accepted, paid, …
    public func mark(_ id: String, as status: ClaimStatus) throws(StoreFault) {
        guard ![.held, .deleted].contains(status) else { throw .notStorable }
        try change(id, .status) { claim in
            claim.status = status
            claim.count()
        }
    }

    /// Changes the row of a claim, and nothing of what is keyed.
    func change(_ id: String, _ kind: TrailKind, _ body: (inout StoredClaim) -> Void) throws(StoreFault) {
        try writing { database in
            guard var claim = try current(id, in: database) else { throw StoreFault.missing }
            let before = claim
            body(&claim)
            try claim.update(at: timestamp, in: database, seals)
            try record(kind, of: claim, TrailChange.all(from: before, to: claim), in: database)
        }
    }
}

/// The claims of the store as far as they can be read.
public struct ClaimList: Sendable {
    /// The newest first.
    public private(set) var claims: [ClaimSummary] = []
    /// The numbers of the rows that are damaged.
    public private(set) var damaged: [Int64] = []

    fileprivate init() {}

    /// Where a page is damaged, the rows on the others are found one by one.
    fileprivate init(oneByOne database: Database, _ seals: RecordSeals, includingDeleted: Bool) throws {
        let last = try database.one(Int64.self, "SELECT max(number) FROM claim") ?? 0
        guard last < 100_000_000 else { throw DamagedRow() }
        let sql = "SELECT \(StoredClaim.columns) FROM claim WHERE number = ?"
        for number in stride(from: last, to: 0, by: -1) {
            do {
                guard let row = try database.row(sql, [number]) else { continue }
                if try includingDeleted || row.hasNull(at: 12) { _ = try take(row, seals) }
            } catch let fault where !(fault is KeyFault) {
                damaged.append(number)
            }
        }
    }

    fileprivate mutating func reverse() {
        claims.reverse()
        damaged.reverse()
    }

    /// - Returns: the claim; `nil` where it is damaged.
    fileprivate mutating func take(_ row: Row, _ seals: RecordSeals) throws -> StoredClaim? {
        do {
            let claim = try StoredClaim(row, seals)
            claims.append(ClaimSummary(claim))
            return claim
        } catch is DamagedRow {
            damaged.append(try row.value(at: 0))
            return nil
        }
    }
}

extension ClaimSummary {
    init(_ claim: StoredClaim) {
        let keys = claim.face.keys
        self.init(
            id: claim.face.id, status: claim.isDeleted ? .deleted : claim.hold != nil ? .held : claim.status,
            account: keys.account, patient: keys.patient, day: keys.day, payer: keys.payer, policy: keys.policy,
            tally: claim.tally, hold: claim.hold, comment: claim.face.comment, authorization: keys.authorization,
            charge: keys.charge, prepaid: keys.prepaid, procedures: keys.procedures, filing: keys.filing,
            keyedBy: claim.face.keyedBy,
            handling: claim.face.handling, settlement: claim.face.settlement, course: claim.face.course,
            createdAt: claim.createdAt, updatedAt: claim.updatedAt)
    }
}
