public import ClaimModel
public import ClaimRules
public import Foundation
import GRDB

/// A claim as it stood when an answer came.
public struct ClaimVersion: Sendable {
    public let draft: ClaimDraft
    public let status: ClaimStatus
    public let keptAt: Date
}

extension ClaimStore {
    /// Keeps what a payer answered to a claim, gives the claim its new status, and keeps the version that was
    /// answered. The same answer a second time changes nothing.
    ///
    /// - Parameters:
    ///   - status: `nil` where the claim stays as it is.
    ///   - sent: the submission that was answered, and what it is answered with; `nil` for the latest one and the status.
    ///   - lessons: what the answer teaches.
    /// - Returns: whether the answer is new.
    @discardableResult
    public func answer(
        _ id: String, with answer: ClaimAnswer, as status: ClaimStatus?, to sent: AnsweredSubmission? = nil,
        teaching lessons: [Lesson] = []
    ) throws(StoreFault) -> Bool {
        let lock = try lock(id)
        defer { lock.release() }
        return try writing { database in
            guard let stored = try StoredClaim.find(id, in: database), stored.deletedAt == nil else {
                throw StoreFault.missing
            }
            guard try !isOnFile(answer, to: stored.number, in: database) else { return false }
            try database.execute(
                sql: "INSERT INTO answer (claim, json, receivedAt) VALUES (?, ?, ?)",
                arguments: [stored.number, try answer.stored, timestamp])
            try keep(lessons, of: answer, to: stored.number, in: database)
            try keep(stored, in: database)
            if let status {
                try database.execute(
                    sql: "UPDATE claim SET revision = revision + 1, status = ?, updatedAt = ? WHERE number = ?",
                    arguments: [status.rawValue, timestamp, stored.number])
            }
            if let sent {
                try note(sent, of: stored.number, in: database)
            } else if let status {
                try noteOnLatestSending(of: stored.number, status, in: database)
            }
            return true
        }
    }

    private func note(_ sent: AnsweredSubmission, of claim: Int64, in database: Database) throws {
        try database.execute(
            sql: """
                UPDATE sentClaim SET status = ? WHERE number = (
                    SELECT sentClaim.number FROM sentClaim JOIN sentFile ON file = sentFile.number
                    WHERE claim = ? AND counts AND NOT isTest ORDER BY sentClaim.number LIMIT 1 OFFSET ?)
                """,
            arguments: [sent.status.rawValue, claim, sent.index])
    }

    /// Earlier versions kept no free text, contacts and entities: the same answer is known without them.
    private func isOnFile(_ answer: ClaimAnswer, to claim: Int64, in database: Database) throws -> Bool {
        let sql = "SELECT json FROM answer WHERE claim = ?"
        let plain = answer.withoutDetails
        return try Row.fetchAll(database, sql: sql, arguments: [claim]).contains { row in
            let json: String = try row.value(at: 0)
            let kept = try ClaimAnswer(stored: json, account: answer.account)
            return answer.repeats(kept) || !json.contains("\"messages\":") && plain.repeats(kept)
        }
    }

    /// An answer is taken as one to the file that the claim went out in last.
    private func noteOnLatestSending(of claim: Int64, _ status: ClaimStatus, in database: Database) throws {
        try database.execute(
            sql: """
                UPDATE sentClaim SET status = ? WHERE number = (
                    SELECT max(sentClaim.number) FROM sentClaim JOIN sentFile ON file = sentFile.number
                    WHERE claim = ? AND counts)
                """,
            arguments: [status.rawValue, claim])
    }

    /// Keeps a claim as it was sent, before it is made another, where no file remembers it: where no version is kept yet,
    /// or it was sent again since.
    ///
    /// The caller holds the claim's lock.
    public func keepSentVersion(of id: String) throws(StoreFault) {
        try writing { database in
            guard let stored = try StoredClaim.find(id, in: database), stored.deletedAt == nil else {
                throw StoreFault.missing
            }
            func isKept(in table: String) throws -> Bool {
                let sql = "SELECT EXISTS (SELECT 1 FROM \(table) WHERE claim = ?)"
                return try Bool.fetchOne(database, sql: sql, arguments: [stored.number]) ?? false
            }
            guard try !isKept(in: "sentClaim") else { return }
            if try stored.status == .submitted || !isKept(in: "version") { try keep(stored, in: database) }
        }
    }

    private func keep(_ stored: StoredClaim, in database: Database) throws {
        let last = try String.fetchOne(
            database, sql: "SELECT json FROM version WHERE claim = ? ORDER BY number DESC", arguments: [stored.number])
        guard last != stored.json else { return }
        try database.execute(
            sql: "INSERT INTO version (claim, status, json, keptAt) VALUES (?, ?, ?, ?)",
            arguments: [stored.number, stored.status.rawValue, stored.json, timestamp])
    }

    /// What was answered to a claim, the earliest first.
    public func answers(to id: String) throws(StoreFault) -> [ClaimAnswer] {
        try reading { try answers(to: id, in: $0) }
    }

    private func answers(to id: String, in database: Database) throws -> [ClaimAnswer] {
        let sql = """
            SELECT answer.json, account FROM answer JOIN claim ON claim = claim.number WHERE id = ? ORDER BY answer.number
            """
        return try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [id]).map { row in
            try ClaimAnswer(stored: row.value(at: 0), account: row.value(at: 1))
        }
    }

    /// The versions of a claim that were answered, the earliest first.
    public func versions(of id: String, in context: ParsingContext) throws(StoreFault) -> [ClaimVersion] {
        try reading { database in
            let sql = """
                SELECT version.status, version.json, keptAt FROM version JOIN claim ON claim = claim.number
                WHERE id = ? ORDER BY version.number
                """
            return try Row.fetchAll(database, sql: sql, arguments: [id]).map { row in
                let json: String = try row.value(at: 1)
                return ClaimVersion(
                    draft: try DraftReader(in: context, from: .ownStore).draft(from: json.utf8),
                    status: try ClaimStatus(stored: row.value(at: 0)), keptAt: try present(row.date(at: 2)))
            }
        }
    }
}

/// A submission of a claim, as `sentVersions` lists them, with the status that an answer gives it.
public struct AnsweredSubmission: Hashable, Sendable {
    /// From 0, the earliest first.
    let index: Int
    let status: ClaimStatus

    public init(index: Int, status: ClaimStatus) {
        (self.index, self.status) = (index, status)
    }
}

extension ClaimAnswer {
    /// - Parameter account: the number of its claim, which an answer that an earlier version kept does not repeat.
    init(stored json: String, account: String) throws {
        self = try JSONDecoder().decode(ClaimAnswer.self, from: Data(json.utf8))
        if self.account.isEmpty { self.account = account }
    }

    var stored: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}
