import ClaimModel
import ClaimRules
import Foundation
import Sealing

/// The row of a claim and its draft are sealed as they are written.
extension StoredClaim {
    /// A claim that is not in the database yet.
    init(
        _ number: Int64, item: Int64, _ face: ClaimFace, status: ClaimStatus, hasOverride: Bool, at time: Int64
    ) {
        self.number = number
        self.item = item
        (revision, saved, created, updated) = (1, 1, time, time)
        self.status = status
        self.hasOverride = hasOverride
        self.face = face
    }

    /// As a rebuilt database has it.
    init(
        _ number: Int64, item: Int64, _ face: ClaimFace, status: ClaimStatus, hasOverride: Bool,
        revisions: (revision: Int, saved: Int), times: (created: Int64, updated: Int64, deleted: Int64?)
    ) {
        self.number = number
        self.item = item
        (revision, saved) = revisions
        (created, updated, deleted) = times
        self.status = status
        self.hasOverride = hasOverride
        self.face = face
    }

    var revisions: (revision: Int, saved: Int) { (revision, saved) }
    var times: (created: Int64, updated: Int64, deleted: Int64?) { (created, updated, deleted) }

    /// Takes a new draft.
    mutating func take(_ draft: ClaimDraft, by person: String) {
        face.keyedBy = person
        face.take(draft)
        hasOverride = !draft.overrides.isEmpty
        saved += 1
    }

    /// - Parameter revision: the least that it has afterwards.
    mutating func count(toAtLeast least: Int = 0) { revision = max(revision + 1, least) }

    func insert(_ json: Data, in database: Database, _ seals: RecordSeals) throws {
        let sql = """
            INSERT INTO claim (
                item, name, account, revision, saved, status, day, isHeld, hasOverride, createdAt, updatedAt, deletedAt, face,
                number)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        try database.execute(sql, arguments(seals))
        try database.execute(
            "INSERT INTO draft (item, saved, body, claim) VALUES (?, ?, ?, ?)", try bodyArguments(json, seals))
    }

    /// Writes the row.
    ///
    /// - Parameter json: the draft, if it is another one.
    mutating func update(_ json: Data? = nil, at time: Int64, in database: Database, _ seals: RecordSeals) throws {
        updated = time
        let sql = """
            UPDATE claim SET item = ?, name = ?, account = ?, revision = ?, saved = ?, status = ?, day = ?, isHeld = ?,
                hasOverride = ?, createdAt = ?, updatedAt = ?, deletedAt = ?, face = ? WHERE number = ?
            """
        try database.execute(sql, arguments(seals))
        guard let json else { return }
        try database.execute(
            "UPDATE draft SET item = ?, saved = ?, body = ? WHERE claim = ?", try bodyArguments(json, seals))
    }

    private func arguments(_ seals: RecordSeals) throws -> Database.Values {
        let name = try seals.code("claim", face.id)
        let account = try seals.code("account", face.keys.account)
        var place = SealedPlace("claim", number, item)
        place.add(name)
        place.add(account)
        StoredClaim.add(revision, saved, status, face.keys.day, hold != nil, hasOverride, to: &place)
        for time in [created, updated, deleted] { place.add(time) }
        return [
            item, name, account, revision, saved, status.rawValue, face.keys.day?.number, hold != nil, hasOverride,
            created, updated, deleted, try seals.key(item).seal(face.packed(), for: place), number,
        ]
    }

    private func bodyArguments(_ json: Data, _ seals: RecordSeals) throws -> Database.Values {
        [item, saved, try seals.key(item).seal(json, for: place), number]
    }
}
