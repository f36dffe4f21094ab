import ClaimModel
public import ClaimRules
public import Foundation
import GRDB

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
            let json = try answer.stored
            let sql = "INSERT OR IGNORE INTO unmatchedAnswer (json, reason, receivedAt) VALUES (?, ?, ?)"
            try database.execute(sql: sql, arguments: [json, reason, timestamp])
            let number = try Int.fetchOne(
                database, sql: "SELECT number FROM unmatchedAnswer WHERE json = ?", arguments: [json])
            guard let number else { throw StoreFault.missing }
            return number
        }
    }

    /// In the order of their arrival.
    public func unmatchedAnswers() throws(StoreFault) -> [UnmatchedAnswer] {
        try reading { database in
            let sql = "SELECT number, json, reason, receivedAt FROM unmatchedAnswer ORDER BY number"
            return try Row.fetchAll(database, sql: sql).map { row in
                UnmatchedAnswer(
                    number: try row.count(at: 0), answer: try ClaimAnswer(stored: row.value(at: 1), account: ""),
                    reason: try row.value(at: 2), receivedAt: try present(row.date(at: 3)))
            }
        }
    }

    /// Takes an answer off the list.
    ///
    /// - Throws: `missing` where there is none of that number.
    public func dismissUnmatched(_ number: Int) throws(StoreFault) {
        try writing { database in
            try database.execute(sql: "DELETE FROM unmatchedAnswer WHERE number = ?", arguments: [number])
            guard database.changesCount > 0 else { throw StoreFault.missing }
        }
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
            let sql = "DELETE FROM unmatchedAnswer WHERE json = ?"
            try database.execute(sql: sql, arguments: [try answer.stored])
        }
    }
}
