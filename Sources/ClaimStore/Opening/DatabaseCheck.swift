import Foundation
import GRDB
import TextKit

/// Whether a file is a database that this program may open; looking changes no byte of it.
struct DatabaseCheck {
    let path: String
    /// How long it waits, in seconds, while another process has the database to itself.
    let patience: TimeInterval

    /// `CCLM` in the header of every database of this program.
    static let applicationID = 0x4343_4C4D
    /// Databases up to this size, in bytes, are read through at every start; larger ones would make it slow.
    private static let readThrough = 64 << 20

    /// - Parameter isThorough: whether a large database is read through, too.
    /// - Returns: `false` where there is no file.
    func run(isThorough: Bool = false) throws(StoreFault) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT { return false }
            throw StoreFault(errno: errno, path: path)
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .foreign(path: path) }
        let size = Int(status.st_size)
        // A new database gets its name only once it is whole, so an empty file is what is left of one.
        guard size > 0 else { throw .broken(path: path) }
        try checkHeader(of: size)
        let isRead = isThorough || size <= DatabaseCheck.readThrough
        do throws(StoreFault) {
            try checkContent(readThrough: isRead, isAtRest: !isInUse)
        } catch {
            // Another copy of the program may have begun to write in between.
            guard isInUse else { throw error }
            try checkContent(readThrough: isRead, isAtRest: false)
        }
        return true
    }

    /// Another copy has it open, or one was killed while it had.
    var isInUse: Bool { access(path + "-wal", F_OK) == 0 || access(path + "-shm", F_OK) == 0 }

    /// Whether a database keeps its records sealed; `false` where there is none.
    static func isSealed(_ path: String) throws(StoreFault) -> Bool {
        guard access(path, F_OK) == 0 else { return false }
        return try look(at: path) { try $0.schemaVersion() } > PlainSchema.version
    }

    /// The generation of the data key that a database is sealed under; `nil` where there is none, or it is in clear.
    static func generation(of path: String) throws(StoreFault) -> Int? {
        guard try isSealed(path) else { return nil }
        return try look(at: path) { try $0.one(Int.self, "SELECT generation FROM seal") }
    }

    /// The numbers of the claims of a database.
    static func claims(of path: String) throws(StoreFault) -> [Int64] {
        try look(at: path) { try $0.all(Int64.self, "SELECT number FROM claim ORDER BY number") }
    }

    /// - Throws: `keys` where a sealed database does not open with these keys.
    static func checkSeals(of path: String, _ keyring: Keyring) throws(StoreFault) {
        guard try isSealed(path) else { return }
        _ = try look(at: path) { try RecordSeals(of: $0, keyring) }
    }

    /// Reads a database that nobody has to have open; it is not changed, and damage on one page leaves the others.
    static func look<Value>(at path: String, _ body: (Database) throws -> Value) throws(StoreFault) -> Value {
        let check = DatabaseCheck(path: path, patience: 5)
        do {
            // Where nobody has it open, SQLite makes no files next to it.
            let name = check.isInUse ? path : check.immutableName
            let queue = try DatabaseQueue(path: name, configuration: .readingOnly)
            defer { try? queue.closeKeepingQueue() }
            return try queue.unsafeRead { try body(Database($0)) }
        } catch {
            throw StoreFault(error, path: path)
        }
    }

    /// The first hundred bytes (SQLite, "Database File Format", section 1.3).
    private func checkHeader(of size: Int) throws(StoreFault) {
        let file = FileHandle(forReadingAtPath: path)
        guard let file, let bytes = try? file.read(upToCount: 100) else {
            throw .unreachable(path: path, reason: "it cannot be read")
        }
        let header = [UInt8](bytes)
        guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
            throw .foreign(path: path)
        }
        func number(at offset: Int) -> Int { header[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
        guard number(at: 68) == DatabaseCheck.applicationID else { throw .foreign(path: path) }
        guard number(at: 60) <= Schema.version else { throw .newer(path: path) }
        let pageSize = Int(header[16]) << 8 | Int(header[17])
        let wanted = (pageSize == 1 ? 65536 : pageSize) * number(at: 28)
        if wanted > size, !isInUse { throw .broken(path: path) }
    }

    private func checkContent(readThrough: Bool, isAtRest: Bool) throws(StoreFault) {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(patience)
        do {
            let queue = try DatabaseQueue(path: isAtRest ? immutableName : path, configuration: configuration)
            defer { try? queue.closeKeepingQueue() }
            try queue.readRecords { database in
                try Schema.check(database, path: path)
                guard readThrough else { return }
                let answer = try database.one(String.self, "PRAGMA quick_check(1)")
                guard answer == "ok" else { throw StoreFault.broken(path: path) }
            }
        } catch {
            let fault = StoreFault(error, path: path)
            throw fault == .foreign(path: path) ? .broken(path: path) : fault
        }
    }

    /// SQLite's name for a file that nobody writes, for which it makes no files of its own next to it.
    var immutableName: String {
        let safe = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-._~".utf8)
        let escaped = path.utf8.map { byte in
            safe.contains(byte) ? String(UnicodeScalar(byte)) : "%" + [byte].hexadecimal
        }
        return "file:\(escaped.joined())?mode=ro&immutable=1"
    }
}
