import Crypto
public import ClaimModel
import Foundation
import GRDB
import TextKit

/// A copy of the database that the program made: `claims-2026-11-28.db` with its checksum in a `.sha256` file.
public struct StoreBackup: Hashable, Sendable {
    public let day: Day
    public let path: String

    init(day: Day, in folder: String) {
        self.day = day
        path = "\(folder)/\(StoreBackup.prefix)\(day.iso).db"
    }

    /// `nil` where the name is not that of a backup.
    init?(named name: String, in folder: String) {
        guard name.hasPrefix(StoreBackup.prefix), name.hasSuffix(".db"),
            let day = Day(iso: String(name.dropFirst(StoreBackup.prefix.count).dropLast(3)))
        else { return nil }
        self.init(day: day, in: folder)
    }

    private static let prefix = "claims-"

    /// Where the SHA-256 of the file is written, as `sha256sum` writes it.
    var checksumFile: String { path + ".sha256" }

    /// Whether the file is the one that was written, and a database without damage.
    public var isWhole: Bool {
        guard let text = try? String(contentsOfFile: checksumFile, encoding: .utf8),
            let wanted = text.split(separator: " ").first, let actual = try? Checksum.ofFile(path), wanted == actual
        else { return false }
        return (try? DatabaseCheck(path: path, patience: 0).run(isThorough: true)) == true
    }

    /// The number of its claims; `nil` where it cannot be read.
    public var claimCount: Int? {
        guard let queue = try? DatabaseQueue(path: path, configuration: .readingOnly) else { return nil }
        defer { try? queue.closeKeepingQueue() }
        return try? queue.readRecords { try $0.one(Int.self, "SELECT count(*) FROM claim WHERE deletedAt IS NULL") }
    }
}

/// SHA-256 of a file, in hexadecimal digits.
enum Checksum {
    /// The file is read a mebibyte at a time.
    static func ofFile(_ path: String) throws(StoreFault) -> String {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw .unreachable(path: path, reason: "it cannot be read")
        }
        var hash = SHA256()
        do {
            while let bytes = try file.read(upToCount: 1 << 20), !bytes.isEmpty { hash.update(data: bytes) }
        } catch {
            throw .unreachable(path: path, reason: "it cannot be read")
        }
        return hash.finalize().hexadecimal
    }
}

extension Configuration {
    static var readingOnly: Configuration {
        var configuration = Configuration()
        configuration.readonly = true
        return configuration
    }
}
