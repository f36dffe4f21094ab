import Foundation
import Sealing
import Synchronization

/// What opens the records: who may, the data key sealed for each of them, and a salt for every claim and reference entry, from
/// which with the data key its own key follows.
///
/// It lies next to the data folder, so neither the data folder nor a backup can be opened without it, and what is erased here
/// (`forget`) can be read from no backup. Locked at first; nothing of a key is in memory then.
public final class Keyring: Sendable {
    let keys: KeyFolder
    let engine: any Engine
    let now: @Sendable () -> Date
    let state = Mutex(State())

    struct State {
        var session: Session?
        var items = ItemKeys()
        /// Who was signed in last.
        var lastName = ""
        /// When it was looked whether whoever is signed in still may; in milliseconds since 1970.
        var holderCheckedAt: Int64 = 0
    }

    /// Somebody is signed in.
    struct Session {
        var holder: Holder
        let generation: Int
        private(set) var dataKeys: [Int: DataKey]
        var trailKey: SealingKey?

        mutating func forgetEarlierGenerations() { dataKeys = dataKeys.filter { $0.key == generation } }
    }

    init(_ keys: KeyFolder, _ engine: any Engine, now: @escaping @Sendable () -> Date) {
        self.keys = keys
        self.engine = engine
        self.now = now
    }

    deinit { engine.close() }

    var path: String { keys.database }

    var timestamp: Int64 { Int64((now().timeIntervalSince1970 * 1000).rounded()) }

    /// Whether nobody is signed in.
    public var isLocked: Bool { state.withLock { $0.session == nil } }

    /// Who is signed in; `nil` while it is locked.
    public var signedIn: Holder? { state.withLock { $0.session?.holder } }

    /// Who was signed in last, while this program runs.
    public var lastName: String { state.withLock { $0.session?.holder.name ?? $0.lastName } }

    /// Forgets every key. What was unsealed and is shown has to be hidden by the caller.
    public func lock() {
        state.withLock { $0 = State(lastName: $0.session?.holder.name ?? $0.lastName) }
    }

    /// The present generation of the data key.
    var generation: Int {
        get throws(KeyFault) { try session.generation }
    }

    var session: Session {
        get throws(KeyFault) {
            guard let session = state.withLock(\.session) else { throw .locked }
            return session
        }
    }

    func dataKey(_ generation: Int) throws(KeyFault) -> DataKey {
        guard let key = try session.dataKeys[generation] else { throw .tampered(path: path) }
        return key
    }

    func reading<Value>(_ body: (Database) throws -> Value) throws(StoreFault) -> Value {
        do { return try engine.read(body) } catch { throw fault(error) }
    }

    /// All of it or nothing, on the disk once it returns; the copy is renewed.
    func writing<Value>(_ body: (Database) throws -> Value) throws(StoreFault) -> Value {
        // No change is made that the copy has no space for.
        try reserveCopy()
        let value: Value
        do {
            value = try engine.write(body)
        } catch {
            unlink(copyDraft)
            throw fault(error)
        }
        try renewCopy()
        return value
    }

    /// The same for what the copy need not have.
    func noting(_ body: (Database) throws -> Void) throws(StoreFault) {
        do { try engine.write(body) } catch { throw engine.fault(error) }
    }

    private func fault(_ error: any Error) -> StoreFault {
        switch error {
        case let fault as KeyFault: .keys(fault)
        case is SealFault, is DamagedRow: .keys(.tampered(path: path))
        default: engine.fault(error)
        }
    }
}
