public import Foundation

/// A file from outside whose contents the store has.
public struct TakenFile: Codable, Hashable, Sendable {
    /// The name that it had.
    public let name: String
    /// To the second.
    public let takenAt: Date
    /// What came of it, one sentence.
    public let result: String

    public init(name: String, takenAt: Date, result: String = "") {
        (self.name, self.takenAt, self.result) = (name, takenAt, result)
    }
}

/// What a file is known by, whatever its name.
public struct FileMark: Hashable, Sendable {
    /// SHA-256 of its bytes, in hexadecimal digits.
    public let checksum: String
    /// SHA-256 of what its interchanges say of themselves; `nil` for a file without any.
    public let interchanges: String?

    public init(checksum: String, interchanges: String?) {
        (self.checksum, self.interchanges) = (checksum, interchanges)
    }

    fileprivate var names: [String] {
        ["taken-file \(checksum)"] + (interchanges.map { ["taken-interchange \($0)"] } ?? [])
    }
}

/// Kept among the preferences, sealed as they are: a row for each thing that a file is known by.
extension ClaimStore {
    /// The file with these very bytes that was taken before; `nil` where none was.
    public func takenFile(withChecksum checksum: String) throws(StoreFault) -> TakenFile? {
        try taken("taken-file \(checksum)")
    }

    /// The file with the same interchanges that was taken before; `nil` where none was.
    public func takenFile(withInterchanges interchanges: String) throws(StoreFault) -> TakenFile? {
        try taken("taken-interchange \(interchanges)")
    }

    /// Remembers a file in the transaction of the caller, and records it.
    ///
    /// - Parameter kind: what it is, for the audit trail: `835`.
    public func noteTaken(_ file: TakenFile, known mark: FileMark, as kind: String) throws(StoreFault) {
        try writing { database in
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            let text = String(decoding: try encoder.encode(file), as: UTF8.self)
            for name in mark.names { try seals.setPreference(name, to: text, in: database) }
            try record(.fileTaken, "\(kind), SHA-256 \(mark.checksum.prefix(16))", in: database)
        }
    }

    private func taken(_ name: String) throws(StoreFault) -> TakenFile? {
        guard let text = try preference(name) else { return nil }
        return try? JSONDecoder().decode(TakenFile.self, from: Data(text.utf8))
    }
}

/// A submitted file to which every claim has its final answer.
public struct AnsweredFile: Hashable, Sendable {
    public let name: String
    /// SHA-256 of its bytes, in hexadecimal digits.
    public let checksum: String
}

extension ClaimStore {
    /// The submitted files of before a day that no claim waits for an answer to: what was only acknowledged or is pending
    /// waits.
    public func answeredFiles(before day: Int) throws(StoreFault) -> [AnsweredFile] {
        try reading { database in
            let sql = """
                SELECT name, checksum FROM sentFile WHERE path IS NULL AND day < ? AND counts = 1 AND NOT EXISTS (
                    SELECT 1 FROM sentClaim WHERE file = sentFile.number
                    AND status IN ('submitted', 'sent', 'accepted', 'pending'))
                ORDER BY number
                """
            return try database.rows(sql, [day]).map { row in
                AnsweredFile(name: try row.value(at: 0), checksum: try row.value(at: 1))
            }
        }
    }
}
