import Foundation
import Postgres
import Synchronization

/// What others have done, or what has become of the line to the server.
public enum StoreNews: Hashable, Sendable {
    /// Claims were changed.
    case claims
    /// Claims were opened or closed, or somebody asks for one.
    case holds
    case lineLost
    case lineBack
}

/// A desk as the server knows it: one session that keeps a lock of the server as long as the desk lives, and hears what others do.
///
/// Whatever lies under its key in `hold` is open here. Once its lock is free the desk is gone, however it ended, and what it had
/// open can be opened by others.
final class ServerPresence: Sendable {
    /// Of the lock, drawn at random.
    let key = Int64.random(in: .min ... .max)
    /// What is open here.
    let held = HeldClaims()
    private let engine: PostgresEngine
    private var server: ServerAddress { engine.server }
    private let state = Mutex(State())
    /// Ends the thread's wait once the other end is closed.
    private let bell = Pipe()

    private struct State {
        var hear: (@Sendable (StoreNews) -> Void)?
        var isRunning = false
        var hasEnded = false
    }

    /// In milliseconds.
    private static let (pause, patience) = (Int32(2_000), Int32(5_000))

    init(_ engine: PostgresEngine) { self.engine = engine }

    /// Tells what is heard from now on, on a thread of its own.
    func listen(_ hear: @escaping @Sendable (StoreNews) -> Void) { state.withLock { $0.hear = hear } }

    /// Takes the lock, unless it is kept already.
    func begin() throws {
        guard state.withLock({ !$0.isRunning }) else { return }
        let line = try connect()
        state.withLock { $0.isRunning = true }
        let owned = Owned(line)
        let thread = Thread { [self] in keep(owned.line) }
        thread.stackSize = 256 << 10
        thread.start()
    }

    func end() {
        state.withLock { $0.hasEnded = true }
        try? bell.fileHandleForWriting.close()
    }

    /// Handed to the thread that keeps it from then on.
    private struct Owned: @unchecked Sendable {
        let line: PostgresConnection

        init(_ line: PostgresConnection) { self.line = line }
    }

    private func connect() throws -> PostgresConnection {
        let line = try PostgresConnection(server.connection, haste: server.haste)
        // A session that was lost keeps its lock until the server notices.
        let locked = try line.run("SELECT pg_try_advisory_lock(?)", [.integer(key)]).first?.integer(0)
        // Nobody replaces the records while a desk is open.
        let shared = try line.run("SELECT pg_try_advisory_lock_shared(\(server.desksLock))").first?.integer(0)
        guard locked == 1, shared == 1 else { throw StoreFault.busy }
        try line.script("LISTEN \(server.schema)")
        line.patience = ServerPresence.patience
        return line
    }

    private func keep(_ first: PostgresConnection) {
        var line: PostgresConnection? = first
        while !state.withLock(\.hasEnded) {
            if let open = line {
                if hears(open) { continue }
                line = nil
                tell(.lineLost)
            } else if let made = try? connect() {
                line = made
                try? held.settle(for: key, in: server.schema, on: made)
                tell(.lineBack)
            } else {
                usleep(UInt32(ServerPresence.pause) * 1000)
            }
        }
        line?.close()
    }

    /// Waits for what others do.
    ///
    /// - Returns: whether the line is still there.
    private func hears(_ line: PostgresConnection) -> Bool {
        let descriptors = [line.descriptor, bell.fileHandleForReading.fileDescriptor]
        var waits = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        let ready = poll(&waits, nfds_t(waits.count), ServerPresence.patience)
        guard !state.withLock(\.hasEnded) else { return true }
        // A server that has gone without a word is noticed by asking it.
        if ready == 0, (try? line.run("SELECT 1")) == nil { return false }
        for notice in line.notifications() where notice.process != engine.writerProcess {
            tell(notice.payload == "hold" ? .holds : .claims)
        }
        return !line.isBroken
    }

    private func tell(_ news: StoreNews) { state.withLock(\.hear)?(news) }
}
