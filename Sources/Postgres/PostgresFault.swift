/// Why the server, or the way to it, did not do what was asked.
///
/// Carries no statement, no value, no row and no password, so it may be printed and logged.
package struct PostgresFault: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// There is no connection, or it was lost.
        case connection
        /// The server takes no writes: a standby, or a read-only transaction.
        case readOnlyServer
        /// The server's disk or memory is full.
        case full
        /// The login was refused, or the role has no right to this.
        case denied
        /// A lock, another transaction, a time limit or a cancellation ended it; it may be tried again.
        case busy
        /// A row with this key is there already.
        case unique
        /// A table or schema is missing.
        case missingTable
        /// The server cannot do this, perhaps because of its version.
        case unsupported
        case other
    }

    package let kind: Kind
    /// The five characters of the SQL standard; empty where libpq itself failed.
    package let sqlState: String
    /// libpq's first line on a failed connection.
    package let reason: String?

    /// The SQLSTATE of a right that a role has not, where it was let in.
    package static let missingRight = "42501"

    /// The server is there, and says nothing.
    package static let silence = PostgresFault(kind: .connection, reason: "no answer")

    init(kind: Kind, sqlState: String = "", reason: String? = nil) {
        self.kind = kind
        self.sqlState = sqlState
        self.reason = reason
    }

    init(sqlState: String) {
        self.init(kind: Kind(sqlState: sqlState), sqlState: sqlState)
    }
}

extension PostgresFault.Kind {
    init(sqlState: String) {
        self =
            switch sqlState {
            case "25006": .readOnlyServer
            case "53100", "53200": .full
            case PostgresFault.missingRight: .denied
            case "40001", "40P01", "55006", "55P03", "57014": .busy
            case "23505": .unique
            case "3F000", "42P01": .missingTable
            case "0A000": .unsupported
            // A time limit ended the session, too many sessions, the server stops or starts, no such database.
            case "25P03", "3D000", "53300", "57P01", "57P02", "57P03", "57P04", "57P05": .connection
            case _ where sqlState.hasPrefix("08"): .connection
            case _ where sqlState.hasPrefix("28"): .denied
            default: .other
            }
    }
}

extension PostgresFault: CustomStringConvertible {
    package var description: String {
        let state = sqlState.isEmpty ? "" : " (SQLSTATE \(sqlState))"
        return "\(kind.problem)\(state)\(reason.map { ": \($0)" } ?? "")"
    }
}

extension PostgresFault.Kind {
    fileprivate var problem: String {
        switch self {
        case .connection: "No connection to the database server"
        case .readOnlyServer: "The database server is read-only"
        case .full: "The database server has no space left"
        case .denied: "The database server refused access"
        case .busy: "The database is busy, or the statement took too long"
        case .unique: "A row with this key is in the database already"
        case .missingTable: "The database lacks a table or schema"
        case .unsupported: "The database server does not support this"
        case .other: "The database server reported an error"
        }
    }
}
