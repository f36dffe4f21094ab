import Postgres

/// Where the records lie on a PostgreSQL server.
public struct ServerAddress: Hashable, Sendable {
    /// As libpq reads it (PostgreSQL, "Connection Strings"), without a password: that is in a password file or a service file.
    public let connection: String
    /// The schema of the records; that of the keyring has `_keys` after it.
    public let schema: String

    /// Of every connection that is made with this address.
    let haste: Haste

    public static let standardSchema = "cleanclaim"

    /// - Parameter schema: small letters, digits and `_`.
    public init(_ connection: String, schema: String = standardSchema) {
        self.init(connection, schema: schema, haste: Haste())
    }

    private init(_ connection: String, schema: String, haste: Haste) {
        (self.connection, self.schema, self.haste) = (connection, schema, haste)
    }

    public static func == (one: ServerAddress, other: ServerAddress) -> Bool {
        (one.connection, one.schema) == (other.connection, other.schema)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(connection)
        hasher.combine(schema)
    }

    /// Reads a connection string: without a password, and with TLS unless the server is on this machine.
    ///
    /// - Throws: a `Fault` with what is wrong with it.
    public init(setting text: String) throws(Fault) {
        do throws(PostgresAddress.Fault) {
            self.init(try PostgresAddress.demandingTLS(text))
        } catch {
            throw Fault(description: error.description)
        }
    }

    public struct Fault: Error, CustomStringConvertible {
        public let description: String
    }

    /// The key of the lock that every open desk shares.
    var desksLock: String { "hashtextextended('\(schema) desks', 0)" }

    var keys: ServerAddress { ServerAddress(connection, schema: schema + "_keys", haste: haste) }
}
