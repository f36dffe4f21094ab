import ClaimModel
public import ClaimRules
public import Foundation
import Sealing

/// An answer that belongs to no claim as far as the program knows, kept until a person matches or dismisses it.
public struct UnmatchedAnswer: Sendable {
    /// The store's own number for it.
    public let number: Int
    public let answer: ClaimAnswer
    /// Why it was not matched, one sentence.
    public let reason: String
    public let receivedAt: Date
}

extension ClaimStore {
    /// Keeps an answer that could not be matched; the same one a second time changes nothing.
    ///
    /// - Returns: its number.
    @discardableResult
    public func keepUnmatched(_ answer: ClaimAnswer, because reason: String) throws(StoreFault) -> Int {
        try writing { database in
            let json = String(decoding: try answer.stored, as: UTF8.self)
            let name = try seals.code("unmatchedAnswer", json)
            let known = try database.one(Int.self, "SELECT number FROM unmatchedAnswer WHERE name = ?", [name])
            if let known { return known }
            let (number, time) = (try database.nextNumber(in: "unmatchedAnswer"), timestamp)
            try seals.insert((number, json, reason, time), in: database)
            try record(.answerKept, in: database)
            return Int(number)
        }
    }

    /// In the order of their arrival.
    public func unmatchedAnswers() throws(StoreFault) -> [UnmatchedAnswer] {
        try reading { database in
            try seals.unmatched(in: database).map { kept in
                UnmatchedAnswer(
                    number: Int(kept.number), answer: try ClaimAnswer(stored: Data(kept.json.utf8), account: ""),
                    reason: kept.reason, receivedAt: Date(timeIntervalSince1970: Double(kept.receivedAt) / 1000))
            }
        }
    }

    /// Takes an answer off the list.
    ///
    /// - Throws: `missing` where there is none of that number.
    public func dismissUnmatched(_ number: Int) throws(StoreFault) {
        let item = try writing { database in
            let item = try database.one(Int64.self, "SELECT item FROM unmatchedAnswer WHERE number = ?", [number])
            guard let item else { throw StoreFault.missing }
            try database.execute("DELETE FROM unmatchedAnswer WHERE number = ?", [number])
            try record(.answerDismissed, in: database)
            return item
        }
        // Within a larger transaction it may still be undone.
        if !isTogether { try seals.keyring.forgetItems([item]) }
    }

    /// The numbers of those that came longer ago than claims are kept.
    public func expiredUnmatched(under retention: Retention) throws(StoreFault) -> [Int] {
        try unmatchedAnswers().filter { kept in
            let day = Day(number: Int(kept.receivedAt.timeIntervalSince1970 / 86_400))
            return day.adding(months: 12 * retention.years) < retention.today
        }.map(\.number)
    }

    /// Takes an answer off the list that has found its claim since.
    public func dismissUnmatched(_ answer: ClaimAnswer) throws(StoreFault) {
        try writing { database in
            let name = try seals.code("unmatchedAnswer", String(decoding: try answer.stored, as: UTF8.self))
            try database.execute("DELETE FROM unmatchedAnswer WHERE name = ?", [name])
        }
    }
}

extension RecordSeals {
    /// - receivedAt: in milliseconds since 1970.
    typealias Unmatched = (number: Int64, json: String, reason: String, receivedAt: Int64)

    /// In the order of their arrival.
    func unmatched(in database: Database) throws -> [Unmatched] {
        let sql = "SELECT number, item, body, receivedAt FROM unmatchedAnswer ORDER BY number"
        return try database.rows(sql).map { try unmatched($0) }
    }

    /// - Parameter row: number, item, body and time.
    func unmatched(_ row: Row) throws -> Unmatched {
        let (number, receivedAt): (Int64, Int64) = (try row.value(at: 0), try row.value(at: 3))
        let place = SealedPlace("unmatchedAnswer", number, receivedAt)
        let texts = try key(try row.value(at: 1)).open(texts: try row.value(at: 2), for: place, count: 2)
        return (number, try present(texts[0]), try present(texts[1]), receivedAt)
    }

    func insert(_ answer: Unmatched, in database: Database) throws {
        let item = try keyring.newItem()
        let body = try key(item).seal(
            PackedTexts.pack([answer.json, answer.reason]),
            for: SealedPlace("unmatchedAnswer", answer.number, answer.receivedAt))
        try database.execute(
            "INSERT INTO unmatchedAnswer (number, item, name, body, receivedAt) VALUES (?, ?, ?, ?, ?)",
            [answer.number, item, try code("unmatchedAnswer", answer.json), body, answer.receivedAt])
    }
}
