internal import CPostgres

/// What a connection string says, as libpq reads it; what it leaves out comes from the environment.
package struct PostgresAddress: Hashable, Sendable {
    package enum Fault: Error, Hashable, Sendable {
        /// Not in libpq's form.
        case unreadable
        /// A password is in it.
        case hasPassword
        /// It names a service and not how far TLS is demanded.
        case serviceWithoutTLS
    }

    let options: [String: String]

    package init(_ connection: String) throws(Fault) {
        var message: UnsafeMutablePointer<CChar>?
        // libpq's message may quote a part of a password.
        defer { PQfreemem(message) }
        guard !connection.utf8.contains(0), let list = PQconninfoParse(connection, &message) else {
            throw .unreadable
        }
        options = PostgresAddress.read(list)
    }

    /// One for each server to try; empty names mean libpq's own default.
    package var hosts: [String] { list("host") }
    package var hostAddresses: [String] { list("hostaddr") }
    package var database: String? { options["dbname"] }
    package var user: String? { options["user"] }
    package var sslMode: String? { options["sslmode"] }
    package var service: String? { options["service"] }
    /// Also that of a key file.
    package var hasPassword: Bool { options["password"] != nil || options["sslpassword"] != nil }

    private func list(_ keyword: String) -> [String] {
        options[keyword].map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) } ?? []
    }

    /// What libpq takes where a string says nothing: variables such as PGHOST, and its own defaults.
    static var defaults: [String: String] { PQconndefaults().map(read) ?? [:] }

    private static func read(_ list: UnsafeMutablePointer<PQconninfoOption>) -> [String: String] {
        defer { PQconninfoFree(list) }
        var options: [String: String] = [:]
        var next = list
        while let keyword = next.pointee.keyword {
            options[String(cString: keyword)] = next.pointee.val.map { String(cString: $0) }
            next += 1
        }
        return options
    }
}

extension PostgresAddress.Fault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreadable: "The connection string cannot be read. Write it as host=db.example dbname=cleanclaim."
        case .hasPassword:
            "The connection string has a password. Move it to a password file (~/.pgpass) or a service file."
        case .serviceWithoutTLS:
            "The connection string names a service. Add sslmode=verify-full or sslmode=require to it."
        }
    }
}
