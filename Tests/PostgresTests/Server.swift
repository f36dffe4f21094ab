import Foundation
import Testing

@testable import Postgres

/// The server that `.ci/cluster run` starts.
enum Server {
    static let address = ProcessInfo.processInfo.environment["CLEANCLAIM_SERVER"]

    static func connect(_ more: String = "", haste: Haste = Haste()) throws -> PostgresConnection {
        try PostgresConnection("\(try #require(address)) \(more)", haste: haste)
    }

    /// The folder of its socket.
    static var socket: String {
        get throws {
            let address = try #require(address)
            return try #require(PostgresAddress(address).hosts.first)
        }
    }

    /// A connection whose tables are in a schema of its own.
    static func connectToOwnSchema() throws -> PostgresConnection {
        let connection = try connect()
        let schema = "test_" + UUID().uuidString.replacing("-", with: "").lowercased()
        try connection.script("CREATE SCHEMA \(schema); SET search_path = \(schema)")
        return connection
    }
}

extension Trait where Self == ConditionTrait {
    /// `.ci/run` names one in a run of its own.
    static var onServer: Self { .enabled(if: Server.address != nil, "CLEANCLAIM_SERVER names no server") }
}

/// The fault that `body` ends with.
func fault(_ body: () throws -> Void) throws -> PostgresFault {
    let fault = #expect(throws: PostgresFault.self, performing: body)
    return try #require(fault)
}
