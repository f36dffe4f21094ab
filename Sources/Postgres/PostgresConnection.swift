internal import CPostgres
import Foundation

/// A connection to a PostgreSQL server. Whoever owns it keeps it to one thread at a time.
package final class PostgresConnection {
    let connection: OpaquePointer
    var statements = Statements()
    /// How long a statement may take without a word from the server, in milliseconds; `nil` for as long as it takes.
    package var patience: Int32? = 8_000
    let haste: Haste
    private(set) var isOpen = true

    /// Connects; `connection` is what libpq takes: `host=… dbname=…` or `postgresql://…`. Never asks for a password.
    package init(_ connection: String, haste: Haste = Haste()) throws(PostgresFault) {
        self.haste = haste
        guard !haste.isInVain else { throw .silence }
        guard !connection.utf8.contains(0), (try? PostgresAddress(connection)) != nil else {
            throw PostgresFault(kind: .other, reason: PostgresAddress.Fault.unreadable.description)
        }
        // Else OpenSSL asks at the terminal for the password of an encrypted key.
        PQsetSSLKeyPassHook_OpenSSL(PQdefaultSSLKeyPassHook_OpenSSL)
        guard let begun = PostgresConnection.begin(connection) else { throw PostgresFault(kind: .other) }
        self.connection = begun
        // Failures with their SQLSTATE instead of the server's words. It cannot be asked for before the first attempt, which
        // has sent nothing yet; so that one is dropped, unless no address could be reached at all.
        PQsetErrorVerbosity(begun, PQERRORS_SQLSTATE)
        PQsetNoticeReceiver(begun, { _, _ in }, nil)
        if PQstatus(begun) != CONNECTION_BAD { PQreset(begun) }
        guard PQstatus(begun) == CONNECTION_OK else {
            haste.noteSilence()
            throw PostgresFault(
                connecting: String(cString: PQerrorMessage(begun)), needsPassword: PQconnectionNeedsPassword(begun) != 0
            )
        }
        try script("SET DateStyle = 'ISO, MDY'; SET standard_conforming_strings = on; SET client_min_messages = error")
    }

    deinit { close() }

    package func close() {
        guard isOpen else { return }
        isOpen = false
        PQfinish(connection)
    }

    /// What counts where the connection string says nothing else: the last value that libpq reads wins.
    private static let defaults = [
        ("application_name", "cleanclaim"), ("connect_timeout", "5"),
        // A peer that is gone is noticed within a minute.
        ("keepalives_idle", "30"), ("keepalives_interval", "10"), ("keepalives_count", "3"),
        ("tcp_user_timeout", "30000"),
    ]

    private static func begin(_ connection: String) -> OpaquePointer? {
        let options = defaults + [("dbname", connection), ("client_encoding", "UTF8"), ("gssencmode", "disable")]
        let keywords = options.map { strdup($0.0) } + [nil]
        let values = options.map { strdup($0.1) } + [nil]
        defer { (keywords + values).forEach { free($0) } }
        return PQconnectStartParams(keywords.map { UnsafePointer($0) }, values.map { UnsafePointer($0) }, 1)
    }
}
