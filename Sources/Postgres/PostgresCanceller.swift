internal import CPostgres

/// Ends, from any thread, the statement that a connection is running.
package struct PostgresCanceller: Sendable {
    private let key: Key

    init(_ connection: OpaquePointer?) { key = Key(connection) }

    /// Asks the server to end the statement, which then fails as busy; does nothing where none runs.
    package func cancel() {
        // libpq says why it failed; the statement then goes on.
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { message in
            _ = PQcancel(key.pointer, message.baseAddress, Int32(message.count))
        }
    }

    /// The address of the server and the number of the session, which libpq never changes after it made them.
    private final class Key: Sendable {
        nonisolated(unsafe) let pointer: OpaquePointer?

        init(_ connection: OpaquePointer?) { pointer = PQgetCancel(connection) }

        deinit { PQfreeCancel(pointer) }
    }
}
