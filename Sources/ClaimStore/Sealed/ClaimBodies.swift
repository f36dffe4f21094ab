import ClaimModel
import ClaimRules
import Foundation
import Sealing

/// What belongs to a claim and lies in rows of other tables is sealed by the claim's key, each bound to its row.
extension StoredClaim {
    typealias Answer = (number: Int64, json: Data, receivedAt: Int64)
    typealias Version = (number: Int64, status: ClaimStatus, json: Data, keptAt: Int64)

    /// The earliest first.
    func answers(in database: Database, _ seals: RecordSeals) throws -> [Answer] {
        let sql = "SELECT number, body, receivedAt FROM answer WHERE claim = ? ORDER BY number"
        let rows = try database.rows(sql, [number])
        guard !rows.isEmpty else { return [] }
        let key = try seals.key(item)
        return try rows.map { row in
            let (answer, receivedAt): (Int64, Int64) = (try row.value(at: 0), try row.value(at: 2))
            let place = StoredClaim.placeOfAnswer(answer, to: number, receivedAt)
            return (answer, try key.open(record: try row.value(at: 1), for: place), receivedAt)
        }
    }

    /// The earliest first.
    func versions(in database: Database, _ seals: RecordSeals) throws -> [Version] {
        let sql = "SELECT number, status, body, keptAt FROM version WHERE claim = ? ORDER BY number"
        let rows = try database.rows(sql, [number])
        guard !rows.isEmpty else { return [] }
        let key = try seals.key(item)
        return try rows.map { row in
            let (version, keptAt): (Int64, Int64) = (try row.value(at: 0), try row.value(at: 3))
            let status = try ClaimStatus(stored: row.value(at: 1))
            let place = StoredClaim.placeOfVersion(version, of: number, status, keptAt)
            return (version, status, try key.open(record: try row.value(at: 2), for: place), keptAt)
        }
    }

    func insert(_ answer: Answer, in database: Database, _ seals: RecordSeals) throws {
        let place = StoredClaim.placeOfAnswer(answer.number, to: number, answer.receivedAt)
        try database.execute(
            "INSERT INTO answer (number, claim, body, receivedAt) VALUES (?, ?, ?, ?)",
            [
                answer.number, number, try seals.key(item).seal(answer.json, for: place), answer.receivedAt,
            ])
    }

    func insert(_ version: Version, in database: Database, _ seals: RecordSeals) throws {
        let place = StoredClaim.placeOfVersion(version.number, of: number, version.status, version.keptAt)
        try database.execute(
            "INSERT INTO version (number, claim, status, body, keptAt) VALUES (?, ?, ?, ?, ?)",
            [
                version.number, number, version.status.rawValue, try seals.key(item).seal(version.json, for: place),
                version.keptAt,
            ])
    }

    /// Where a claim lies in a submission.
    typealias Submission = (file: Int64, place: Int, revision: Int)

    /// Seals the claim as it goes out, and the checksum of what the file says of it.
    func sealed(
        submission: (json: String, content: String), at place: Submission, _ seals: RecordSeals
    ) throws -> Data {
        try seals.key(item).seal(
            PackedTexts.pack([submission.json, submission.content]), for: placeOfSubmission(place))
    }

    func submission(
        _ sealed: Data, at place: Submission, _ seals: RecordSeals
    ) throws -> (json: String, content: String) {
        let texts = try seals.key(item).open(texts: sealed, for: placeOfSubmission(place), count: 2)
        return (try present(texts[0]), try present(texts[1]))
    }

    private func placeOfSubmission(_ place: Submission) -> SealedPlace {
        SealedPlace("sentClaim", place.file, Int64(place.place), number, Int64(place.revision))
    }

    private static func placeOfAnswer(_ number: Int64, to claim: Int64, _ receivedAt: Int64) -> SealedPlace {
        SealedPlace("answer", number, claim, receivedAt)
    }

    private static func placeOfVersion(
        _ number: Int64, of claim: Int64, _ status: ClaimStatus, _ keptAt: Int64
    ) -> SealedPlace {
        var place = SealedPlace("version", number, claim, keptAt)
        place.add(status.rawValue)
        return place
    }
}
