import ClaimModel
import ClaimRules
import Foundation
import Sealing

/// A file is recorded, then written, then confirmed, so that a crash loses neither the file nor that it was sent.
extension ClaimStore {
    /// The right to send, held by one sender at a time; what is unconfirmed while somebody holds it is the holder's.
    ///
    /// - Throws: `openElsewhere` where another sends just now.
    public func lockSending() throws(StoreFault) -> ClaimLock {
        try holds.take("sending", for: try sealedHolder(), isTakenOver: false)
    }

    /// Records a file that is about to be written, every claim in it as it goes out. Once this returns, not even a loss
    /// of power loses it. Its interchange control number is used up.
    ///
    /// - Returns: the number to confirm or withdraw it by.
    public func record(_ sent: SentRecord) throws(StoreFault) -> Int {
        try writing { database in
            let file = sent.file
            let made = try database.one(
                Int64.self,
                """
                INSERT INTO sentFile (
                    interchange, groupNumber, sender, receiver, receiverName, isTest, name, day, claims, total,
                    counts, checksum, path, recordedAt, time)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number
                """,
                [
                    file.interchange, file.group, file.sender, file.receiver, file.receiverName, file.isTest, file.name,
                    file.day.number, file.claims, file.total, sent.counts, sent.checksum, sent.path, timestamp,
                    file.time,
                ])
            let number = try present(made)
            try ClaimStore.useInterchange(file.interchange, in: database)
            for (place, claim) in sent.claims.enumerated() { try insert(claim, at: place, of: number, in: database) }
            return Int(number)
        }
    }

    private func insert(
        _ sent: SentRecord.Claim, at place: Int, of file: Int64, in database: Database
    ) throws {
        guard let claim = try StoredClaim.find(sent.record.id, in: database, seals) else { throw StoreFault.missing }
        let revision = sent.record.revision
        let json = String(decoding: sent.record.draft.canonicalJSON(), as: UTF8.self)
        let body = try claim.sealed(submission: (json, sent.content), at: (file, place, revision), seals)
        try database.execute(
            """
            INSERT INTO sentClaim (
                file, place, claim, revision, transactionNumber, firstSegment, lastSegment, charge, content, body,
                status)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                file, place, claim.number, revision, sent.transaction, sent.segments.lowerBound,
                sent.segments.upperBound,
                sent.record.draft.totalCharge, try seals.code("content", sent.content), body,
                ClaimStatus.submitted.rawValue,
            ])
    }

    /// The file is in its place: from now on its claims are sent. A claim that was changed since it was recorded keeps
    /// its status; it went out as it was then.
    public func confirm(_ id: Int) throws(StoreFault) {
        try writing { database in
            guard let file = try database.row("SELECT counts, day FROM sentFile WHERE number = ?", [id]) else {
                throw StoreFault.missing
            }
            let (counts, day): (Bool, Day) = (try file.value(at: 0), Day(number: try file.value(at: 1)))
            try database.execute("UPDATE sentFile SET path = NULL WHERE number = ?", [id])
            let sent = try database.rows("SELECT claim, revision FROM sentClaim WHERE file = ?", [id])
            for row in sent {
                guard let claim = try StoredClaim.find(try row.value(at: 0) as Int64, in: database, seals) else {
                    continue
                }
                guard counts else {
                    try record(.exported, besides: claim, in: database)
                    continue
                }
                try confirm(claim, sentAs: try row.count(at: 1), on: day, in: database)
            }
        }
    }

    private func confirm(_ sent: StoredClaim, sentAs revision: Int, on day: Day, in database: Database) throws {
        guard sent.revision == revision else { return try record(.submitted, besides: sent, in: database) }
        try sent.checkTrail(in: database)
        var claim = sent
        claim.status = .submitted
        claim.face.course.submittedOn = day
        claim.count()
        try claim.update(at: timestamp, in: database, seals)
        try record(.submitted, of: claim, TrailChange.all(from: sent, to: claim), in: database)
    }

    /// The file was not written: nothing was sent.
    public func withdraw(_ id: Int) throws(StoreFault) {
        try writing { database in
            try database.execute("DELETE FROM sentFile WHERE number = ? AND path IS NOT NULL", [id])
        }
    }

    /// The files that were recorded and neither confirmed nor withdrawn, the earliest first.
    public func unconfirmedFiles() throws(StoreFault) -> [UnconfirmedFile] {
        try reading { database in
            try database.rows("SELECT * FROM sentFile WHERE path IS NOT NULL ORDER BY number").map {
                row in
                let id: Int = try row.value("number")
                let sql = """
                    SELECT \(StoredClaim.columns) FROM sentClaim JOIN claim ON claim = claim.number
                    WHERE file = ? ORDER BY place
                    """
                let claims = try database.rows(sql, [id])
                    .map { try StoredClaim($0, seals).face.id }
                return UnconfirmedFile(
                    id: id, file: try SentFile(row), path: try row.value("path"), checksum: try row.value("checksum"),
                    claims: claims)
            }
        }
    }
}

extension SentFile {
    init(_ row: Row) throws {
        self.init(
            interchange: try row.count("interchange"), group: try row.count("groupNumber"),
            sender: try row.value("sender"), receiver: try row.value("receiver"),
            receiverName: try row.value("receiverName"), isTest: try row.value("isTest"), name: try row.value("name"),
            day: try present(row.day("day")), time: try row.value("time"), claims: try row.count("claims"),
            total: try row.count("total"))
    }
}
