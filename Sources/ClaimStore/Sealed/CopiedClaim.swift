import ClaimModel
import ClaimRules
import Foundation
import Sealing

/// A claim with everything that belongs to it, read from one database to be sealed in another.
struct CopiedClaim {
    let number: Int64
    let status: ClaimStatus
    let hasOverride: Bool
    let revisions: (revision: Int, saved: Int)
    let times: (created: Int64, updated: Int64, deleted: Int64?)
    let face: ClaimFace
    let json: Data
    let answers: [StoredClaim.Answer]
    let versions: [StoredClaim.Version]
    let keyedEOBs: [StoredClaim.Keyed]

    func write(to database: Database, _ seals: RecordSeals) throws {
        let claim = StoredClaim(
            number, item: try seals.keyring.newItem(), face, status: status, hasOverride: hasOverride,
            revisions: revisions, times: times)
        try claim.insert(json, in: database, seals)
        for answer in answers { try claim.insert(answer, in: database, seals) }
        for version in versions { try claim.insert(version, in: database, seals) }
        for keyed in keyedEOBs { try claim.insert(keyed, in: database, seals) }
    }
}

/// A database that is read to be resealed.
protocol CopiedDatabase {
    /// - Throws: `DamagedRow`.
    func claim(_ number: Int64, in database: Database) throws -> CopiedClaim
    /// The claim as it went out, and the checksum of what the file said of it.
    func submission(_ row: Row, in database: Database) throws -> (json: String, content: String)
    func unmatched(in database: Database) throws -> [RecordSeals.Unmatched]
    func references(in database: Database) throws -> [(entry: ReferenceEntry, updatedAt: Int64)]
    func practice(in database: Database) throws -> Data?
    /// Copies the audit trail; the claims are in the new database already.
    func copyTrail(_ old: Database, to new: Database, _ seals: RecordSeals) throws
    func preferences(in database: Database) throws -> [(name: String, value: String)]
}
