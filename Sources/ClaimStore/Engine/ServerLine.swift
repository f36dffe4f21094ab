import Foundation
import Postgres
import Synchronization

extension ClaimStore {
    /// The program ends: from now on a server that says nothing is given up after three seconds, and is not asked again.
    public func hurry() { (engine as? PostgresEngine)?.server.haste.begin() }
}

/// A connection to the server that is made when it is needed, and made again where it was lost.
///
/// One thread uses it at a time; the lock sees to it, and lets a thread that has it in again (`within`).
final class ServerLine: @unchecked Sendable {
    private let server: ServerAddress
    private let clock: ServerClock
    private let lock = NSRecursiveLock()
    private var connection: PostgresConnection?
    /// The transaction that runs; `nil` where none does.
    private var records: PostgresRecords?
    /// Why it could not be made the last time, and when.
    private var failure: (fault: PostgresFault, at: Date)?
    /// The number of the server's process for it, on any thread; 0 for none.
    let process = Atomic<Int32>(0)

    init(_ server: ServerAddress, _ clock: ServerClock) { (self.server, self.clock) = (server, clock) }

    /// The server, in words for a message.
    var name: String { "The server" }

    var isOpen: Bool {
        lock.lock()
        defer { lock.unlock() }
        return connection != nil
    }

    func use<Value>(_ body: (PostgresConnection) throws -> Value) throws -> Value {
        lock.lock()
        defer { lock.unlock() }
        do {
            return try body(try connected())
        } catch {
            if connection?.isBroken == true { drop() }
            throw error
        }
    }

    /// All of it or nothing; within a transaction that runs on this thread, a part of it.
    func transaction<Value>(_ beginning: String, _ body: (PostgresRecords) throws -> Value) throws -> Value {
        lock.lock()
        defer { lock.unlock() }
        if let records { return try body(records) }
        let records = PostgresRecords(try begun(beginning))
        self.records = records
        defer { self.records = nil }
        let value: Value
        do {
            value = try body(records)
            try commit(records.connection)
        } catch {
            end(records.connection)
            throw error
        }
        for work in records.afterCommit { work() }
        return value
    }

    /// - Throws: `unanswered` where the line breaks before the answer.
    private func commit(_ line: PostgresConnection) throws {
        do throws(PostgresFault) {
            try line.script("COMMIT")
        } catch {
            throw error.kind == .connection ? StoreFault.unanswered : StoreFault(error)
        }
    }

    /// A part of the transaction that runs on this thread.
    func within<Value>(_ body: (PostgresRecords) throws -> Value) throws -> Value {
        lock.lock()
        defer { lock.unlock() }
        guard let records else { throw StoreFault.busy }
        return try body(records)
    }

    func close() {
        lock.lock()
        defer { lock.unlock() }
        drop()
    }

    /// A connection may have been lost while nobody used it: before anything was done, a second one is tried.
    private func begun(_ beginning: String) throws -> PostgresConnection {
        let isFirst = connection == nil
        let known = try connected()
        do {
            try known.script(beginning)
            return known
        } catch {
            drop()
            let isSilent = error == .silence
            if isSilent { failure = (.silence, Date()) }
            guard !isFirst, !isSilent else { throw error }
        }
        let line = try connected()
        try line.script(beginning)
        return line
    }

    /// A server that did not answer just now is not asked again for a while: what waits for it is said at once.
    private static let pause: TimeInterval = 2

    private func connected() throws -> PostgresConnection {
        if let connection, !connection.isBroken { return connection }
        if let failure, -failure.at.timeIntervalSinceNow < ServerLine.pause { throw failure.fault }
        do throws(PostgresFault) {
            return try connect()
        } catch {
            failure = (error, Date())
            throw error
        }
    }

    private func connect() throws(PostgresFault) -> PostgresConnection {
        let made = try PostgresConnection(server.connection, haste: server.haste)
        connection = made
        process.store(made.processID, ordering: .relaxed)
        clock.compare(over: made)
        return made
    }

    /// Undoes what was begun.
    private func end(_ line: PostgresConnection) {
        if line.isBroken {
            drop()
        } else if line.isInTransaction, (try? line.script("ROLLBACK")) == nil {
            drop()
        }
    }

    private func drop() {
        connection?.close()
        connection = nil
    }
}
