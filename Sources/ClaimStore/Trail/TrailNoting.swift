import ClaimModel
import Foundation
import Sealing

/// What changes no claim and is recorded all the same: reading, printing, exporting, signing in.
extension ClaimStore {
    /// Records that something was done, where it happens.
    ///
    /// While the database cannot be written (another program writes, the disk is full), it waits for the next record: nobody is
    /// kept from reading. On a disk that is read-only nothing is recorded.
    ///
    /// - Parameters:
    ///   - id: of the claim; `nil` for what belongs to none.
    ///   - text: what the record says besides; never what identifies somebody, unless of a claim.
    /// - Returns: the record, for a printed page; `nil` where it waits, or nothing was recorded.
    /// - Throws: `keys(.locked)`.
    @discardableResult
    public func note(
        _ kind: TrailKind, of id: String? = nil, saying text: String? = nil
    ) throws(StoreFault) -> TrailHead? {
        try note(kind, ofEach: [id], saying: text).first ?? nil
    }

    /// The same for several claims in one step.
    ///
    /// - Returns: the record of each; none where they wait.
    @discardableResult
    public func note(
        _ kind: TrailKind, ofEach ids: [String?], saying text: String? = nil
    ) throws(StoreFault) -> [TrailHead] {
        try seals.check()
        guard !isOnReadOnlyDisk, !ids.isEmpty else { return [] }
        let entries: [TrailEntry]
        do {
            let (person, at) = (try person, timestamp)
            entries = ids.map { id in
                var entry = TrailEntry(kind: kind, at: at, person: person)
                entry.claim = id.map { .named($0) } ?? .none
                entry.text = text
                return entry
            }
        } catch {
            throw engine.fault(error)
        }
        guard (try? engine.checkPlace()) != nil, let heads = try? write(entries) else {
            waitingRecords.add(entries)
            return []
        }
        return heads
    }

    private func write(_ entries: [TrailEntry]) throws -> [TrailHead] {
        if isTogether {
            return try engine.within { database in try entries.map { try append($0, in: database) } }
        }
        return try engine.write { database in
            try checkVersion(database)
            try appendWaiting(in: database)
            return try entries.map { try append($0, in: database) }
        }
    }

    /// Writes what waits before anything else is recorded: at the beginning of a transaction.
    func appendWaiting(in database: Database) throws {
        let waiting = waitingRecords.all
        guard !waiting.isEmpty else { return }
        for entry in waiting { try append(entry, in: database) }
        database.afterCommit { [waitingRecords] in waitingRecords.removeFirst(waiting.count) }
    }

    /// The last record of this desk; `nil` where there is none.
    public func trailHead() throws(StoreFault) -> TrailHead? {
        try reading { database in
            let sql = """
                SELECT desk, place, link FROM trailHead WHERE desk = (SELECT number FROM desk WHERE code = ?)
                """
            let code = try seals.code("desk", deskName)
            return try database.row(sql, [code]).map { row in
                TrailHead(desk: try row.value(at: 0), place: try row.value(at: 1), link: try row.value(at: 2))
            }
        }
    }
}

/// The name of this machine.
public enum DeskName {
    public static let own: String = {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }()
}
