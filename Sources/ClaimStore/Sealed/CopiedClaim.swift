import ClaimModel
import ClaimRules
import Foundation
import GRDB
import Sealing

/// A claim with everything that belongs to it, read from one database to be sealed in another.
struct CopiedClaim {
    typealias Answer = (number: Int64, json: Data, receivedAt: Int64)
    typealias Version = (number: Int64, status: ClaimStatus, json: Data, keptAt: Int64)

    let number: Int64
    let status: ClaimStatus
    let hasOverride: Bool
    let revisions: (revision: Int, saved: Int)
    let times: (created: Int64, updated: Int64, deleted: Int64?)
    let face: ClaimFace
    let json: Data
    let answers: [Answer]
    let versions: [Version]

    func write(to database: Database, _ seals: RecordSeals) throws -> StoredClaim {
        let item = try seals.keyring.newItem()
        let key = try seals.key(item)
        let claim = StoredClaim(
            number, item: item, face, status: status, hasOverride: hasOverride, revisions: revisions, times: times)
        try claim.insert(json, in: database, seals)
        for answer in answers {
            let place = RecordSeals.placeOfAnswer(answer.number, to: number, answer.receivedAt)
            try database.cachedStatement(
                sql: "INSERT INTO answer (number, claim, body, receivedAt) VALUES (?, ?, ?, ?)"
            ).execute(arguments: [answer.number, number, key.seal(answer.json, for: place), answer.receivedAt])
        }
        for version in versions {
            let place = RecordSeals.placeOfVersion(version.number, of: number, version.status, version.keptAt)
            try database.cachedStatement(
                sql: "INSERT INTO version (number, claim, status, body, keptAt) VALUES (?, ?, ?, ?, ?)"
            ).execute(arguments: [
                version.number, number, version.status.rawValue, key.seal(version.json, for: place), version.keptAt,
            ])
        }
        return claim
    }
}

/// A database that is read to be sealed anew.
protocol CopiedDatabase {
    /// - Throws: `DamagedRow`.
    func claim(_ number: Int64, in database: Database) throws -> CopiedClaim
    /// The claim as it went out, and the checksum of what the file said of it.
    func submission(_ row: Row, in database: Database) throws -> (json: String, content: String)
    func unmatched(in database: Database) throws -> [(number: Int64, json: String, reason: String, receivedAt: Int64)]
    func references(in database: Database) throws -> [(entry: ReferenceEntry, updatedAt: Int64)]
    func practice(in database: Database) throws -> Data?
    /// Copies the audit trail; the claims are in the new database already.
    func copyTrail(_ old: Database, to new: Database, _ seals: RecordSeals) throws
    func preferences(in database: Database) throws -> [(name: String, value: String)]
}
