public import ClaimModel
public import ClaimRules
public import Foundation
import Sealing

/// A claim as it stood when an answer came.
public struct ClaimVersion: Sendable {
    public let draft: ClaimDraft
    public let status: ClaimStatus
    public let keptAt: Date
}

extension ClaimStore {
    /// Keeps what a payer answered to a claim, gives the claim its new status, and keeps the version that was
    /// answered. The same answer a second time changes nothing. Whoever has the claim open keeps what is keyed.
    ///
    /// - Parameters:
    ///   - status: `nil` where the claim stays as it is.
    ///   - sent: the submission that was answered, and what it is answered with; `nil` for the latest one and the status.
    ///   - settlement: what payers have decided with it; `nil` to leave what is known.
    ///   - lessons: what the answer teaches.
    /// - Returns: whether the answer is new.
    @discardableResult
    public func answer(
        _ id: String, with answer: ClaimAnswer, as status: ClaimStatus?, to sent: AnsweredSubmission? = nil,
        settling settlement: ClaimSettlement? = nil, teaching lessons: [Lesson] = []
    ) throws(StoreFault) -> Bool {
        try writing { database in
            guard var stored = try current(id, in: database), !stored.isDeleted else { throw StoreFault.missing }
            guard try !isOnFile(answer, to: stored, in: database) else { return false }
            let number = try database.nextNumber(in: "answer")
            try stored.insert((number, try answer.stored, timestamp), in: database, seals)
            try keep(lessons, of: answer, number, to: stored.number, in: database)
            try keep(stored, in: database)
            let before = stored
            if let settlement { stored.face.settlement = settlement }
            if let status {
                stored.status = status
                stored.count()
            }
            if status != nil || stored.face.settlement != before.face.settlement {
                try stored.update(at: timestamp, in: database, seals)
                try record(.answered, of: stored, TrailChange.all(from: before, to: stored), in: database)
            } else {
                try record(.answered, besides: stored, in: database)
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
            """
            UPDATE sentClaim SET status = ? WHERE number = (
                SELECT sentClaim.number FROM sentClaim JOIN sentFile ON file = sentFile.number
                WHERE claim = ? AND counts = 1 AND isTest = 0 ORDER BY sentClaim.number LIMIT 1 OFFSET ?)
            """, [sent.status.rawValue, claim, sent.index])
    }

    /// Earlier versions kept no free text, contacts and entities: the same answer is known without them.
    private func isOnFile(_ answer: ClaimAnswer, to claim: StoredClaim, in database: Database) throws -> Bool {
        let plain = answer.withoutDetails
        return try answers(to: claim, in: database).contains { kept, json in
            answer.repeats(kept) || json.range(of: Data("\"messages\":".utf8)) == nil && plain.repeats(kept)
        }
    }

    /// An answer is taken as one to the file that the claim went out in last.
    func noteOnLatestSending(of claim: Int64, _ status: ClaimStatus, in database: Database) throws {
        try database.execute(
            """
            UPDATE sentClaim SET status = ? WHERE number = (
                SELECT max(sentClaim.number) FROM sentClaim JOIN sentFile ON file = sentFile.number
                WHERE claim = ? AND counts = 1)
            """, [status.rawValue, claim])
    }

    /// Keeps a claim as it was sent, before it is made another, where no file remembers it: where no version is kept yet,
    /// or it was sent again since.
    ///
    /// The caller holds the claim's lock.
    public func keepSentVersion(of id: String) throws(StoreFault) {
        try writing { database in
            guard let stored = try StoredClaim.find(id, in: database, seals), !stored.isDeleted else {
                throw StoreFault.missing
            }
            func isKept(in table: String) throws -> Bool {
                let sql = "SELECT EXISTS (SELECT 1 FROM \(table) WHERE claim = ?)"
                return try database.one(Bool.self, sql, [stored.number]) ?? false
            }
            guard try !isKept(in: "sentClaim") else { return }
            if try stored.status == .submitted || !isKept(in: "version") { try keep(stored, in: database) }
        }
    }

    private func keep(_ stored: StoredClaim, in database: Database) throws {
        let json = try stored.json(in: database, seals)
        guard try stored.versions(in: database, seals).last?.json != json else { return }
        let number = try database.nextNumber(in: "version")
        try stored.insert((number, stored.status, json, timestamp), in: database, seals)
    }

    /// What was answered to a claim, the earliest first.
    public func answers(to id: String) throws(StoreFault) -> [ClaimAnswer] {
        try reading { database in
            guard let claim = try StoredClaim.find(id, in: database, seals) else { return [] }
            return try answers(to: claim, in: database).map(\.answer)
        }
    }

    private func answers(
        to claim: StoredClaim, in database: Database
    ) throws -> [(answer: ClaimAnswer, json: Data)] {
        let account = claim.face.keys.account
        return try claim.answers(in: database, seals).map { answer in
            (try ClaimAnswer(stored: answer.json, account: account), answer.json)
        }
    }

    /// The versions of a claim that were answered, the earliest first.
    public func versions(of id: String, in context: ParsingContext) throws(StoreFault) -> [ClaimVersion] {
        try reading { database in
            guard let claim = try StoredClaim.find(id, in: database, seals) else { return [] }
            return try claim.versions(in: database, seals).map { version in
                ClaimVersion(
                    draft: try DraftReader(in: context, from: .ownStore).draft(from: version.json),
                    status: version.status, keptAt: Date(timeIntervalSince1970: Double(version.keptAt) / 1000))
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
    init(stored json: Data, account: String) throws {
        self = try JSONDecoder().decode(ClaimAnswer.self, from: json)
        if self.account.isEmpty { self.account = account }
    }

    var stored: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return try encoder.encode(self)
        }
    }
}
