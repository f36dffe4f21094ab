public import ClaimModel
public import ClaimRules
import Foundation

/// A claim in a file that a receiver has acknowledged.
public struct AcknowledgedClaim: Sendable {
    public let id: String
    public let transaction: String
    public let segments: ClosedRange<Int>
    /// Whether a 999 has said that its transaction was taken; `nil` while none has.
    public let isTaken: Bool?
    fileprivate let number: Int64
    fileprivate let json: Data

    /// The claim as it went out.
    public func draft(in context: ParsingContext) throws(StoreFault) -> ClaimDraft {
        do {
            return try DraftReader(in: context, from: .ownStore).draft(from: json)
        } catch {
            throw .missing
        }
    }
}

extension ClaimStore {
    /// The files of this group's control number, the latest first: numbers begin again after 999,999,999.
    public func sentFiles(ofGroup number: Int) throws(StoreFault) -> [(id: Int, file: SentFile)] {
        try reading { database in
            try database.rows("SELECT * FROM sentFile WHERE groupNumber = ? ORDER BY number DESC", [number]).map {
                (id: try $0.value("number"), file: try SentFile($0))
            }
        }
    }

    /// The files of this interchange's control number, the latest first.
    public func sentFiles(ofInterchange number: Int) throws(StoreFault) -> [(id: Int, file: SentFile)] {
        try reading { database in
            try database.rows("SELECT * FROM sentFile WHERE interchange = ? ORDER BY number DESC", [number]).map {
                (id: try $0.value("number"), file: try SentFile($0))
            }
        }
    }

    /// The claims of a file, in its order.
    public func acknowledgedClaims(ofFile id: Int) throws(StoreFault) -> [AcknowledgedClaim] {
        try reading { database in
            let sql = """
                SELECT \(StoredClaim.columns), sentClaim.*
                FROM sentClaim JOIN claim ON claim = claim.number WHERE file = ? ORDER BY place
                """
            return try database.rows(sql, [id]).map { row in
                let claim = try StoredClaim(row, seals)
                let sent = try StoredSubmission(row, claim, seals)
                return AcknowledgedClaim(
                    id: claim.face.id, transaction: sent.transaction,
                    segments: sent.first...max(sent.first, sent.last), isTaken: sent.isTaken, number: sent.number,
                    json: sent.json)
            }
        }
    }

    /// Notes that the receiver could read these claims of a file. They stay where they are: only the payer accepts one.
    public func noteTaken(_ claims: [AcknowledgedClaim]) throws(StoreFault) {
        try writing { database in
            for claim in claims {
                try database.execute("UPDATE sentClaim SET isTaken = 1 WHERE number = ?", [claim.number])
                if let stored = try StoredClaim.find(claim.id, in: database, seals) {
                    try record(.acknowledged, besides: stored, in: database)
                }
            }
        }
    }

    /// Notes that the receiver could not read the transaction of a claim, and keeps what it says. A claim that still waits
    /// for the answer to this very file is rejected.
    ///
    /// - Parameter isBystander: whether another claim of the transaction was meant, so that this one may go out as it is.
    /// - Returns: whether the answer is new.
    public func noteRefused(
        _ claim: AcknowledgedClaim, with answer: ClaimAnswer, isBystander: Bool = false
    ) throws(StoreFault) -> Bool {
        let waits = try reading { database in
            let sql = """
                SELECT claim.status IN ('submitted', 'sent') AND counts = 1 AND sentClaim.number = (
                    SELECT max(number) FROM sentClaim AS other WHERE other.claim = sentClaim.claim)
                FROM sentClaim JOIN claim ON claim = claim.number JOIN sentFile ON file = sentFile.number
                WHERE sentClaim.number = ?
                """
            return try database.one(Bool.self, sql, [claim.number]) ?? false
        }
        let isNew = try self.answer(claim.id, with: answer, as: waits ? .rejected : nil)
        try writing { database in
            try database.execute(
                "UPDATE sentClaim SET isTaken = 0, status = ?, isBystander = ? WHERE number = ?",
                [ClaimStatus.rejected.rawValue, isBystander, claim.number])
        }
        return isNew
    }

    /// Makes the claims of a file ready again against which nothing was said when it was turned away. Those that were
    /// changed or sent since, are held or deleted, or have been answered otherwise, stay as they are.
    ///
    /// - Returns: their account numbers, and those of the claims that are open elsewhere.
    public func readyBystanders(ofFile id: Int) throws(StoreFault) -> (ready: [String], open: [String]) {
        let found = try reading { database in
            let sql = """
                SELECT \(StoredClaim.columns), sentClaim.*
                FROM sentClaim JOIN claim ON sentClaim.claim = claim.number
                WHERE file = ? AND isBystander = 1 AND claim.status = 'rejected' AND deletedAt IS NULL AND isHeld = 0
                ORDER BY place
                """
            return try database.rows(sql, [id]).compactMap { row in
                let claim = try StoredClaim(row, seals)
                let sent = try StoredSubmission(row, claim, seals)
                guard try claim.json(in: database, seals) == sent.json else { return nil }
                return (id: claim.face.id, account: claim.face.keys.account)
            } as [(id: String, account: String)]
        }
        var (ready, open): ([String], [String]) = ([], [])
        for claim in found {
            do throws(StoreFault) {
                // What is just being keyed is not ready.
                let lock = try lock(claim.id)
                defer { lock.release() }
                try mark(claim.id, as: .ready)
                ready.append(claim.account)
            } catch {
                guard error == .openElsewhere else { throw error }
                open.append(claim.account)
            }
        }
        return (ready, open)
    }
}
