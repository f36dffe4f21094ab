import Foundation

extension PostgresAddress {
    /// The connection string with TLS demanded, unless no server in it is off this machine or it demands TLS itself.
    package static func demandingTLS(_ connection: String) throws(Fault) -> String {
        try demandingTLS(connection, defaults: defaults)
    }

    static func demandingTLS(_ connection: String, defaults: [String: String]) throws(Fault) -> String {
        let address = try PostgresAddress(connection)
        guard !address.hasPassword else { throw .hasPassword }
        guard !demandsTLS(address.sslMode) else { return connection }
        // A service file may name any host, and its sslmode would be overruled by one that is added here.
        guard address.service == nil else { throw .serviceWithoutTLS }
        let whole = address.completed(by: defaults)
        guard !whole.isOnThisMachine, !demandsTLS(whole.sslMode) else { return connection }
        let demanding = connection + separator(in: connection) + "sslmode=require"
        guard
            try PostgresAddress(demanding).options
                == address.options.merging(["sslmode": "require"], uniquingKeysWith: { $1 })
        else { throw .unreadable }
        return demanding
    }

    private static func demandsTLS(_ mode: String?) -> Bool {
        ["require", "verify-ca", "verify-full"].contains(mode)
    }

    private static func separator(in connection: String) -> String {
        guard ["postgresql://", "postgres://"].contains(where: connection.hasPrefix) else { return " " }
        guard connection.contains("?") else { return "?" }
        return connection.hasSuffix("?") || connection.hasSuffix("&") ? "" : "&"
    }

    private func completed(by defaults: [String: String]) -> PostgresAddress {
        PostgresAddress(options: defaults.merging(options.filter { !$0.value.isEmpty }, uniquingKeysWith: { $1 }))
    }

    private init(options: [String: String]) { self.options = options }

    /// Whether every server is reached by a Unix socket or the loopback address.
    private var isOnThisMachine: Bool {
        let addresses = hostAddresses
        guard !addresses.isEmpty else {
            return hosts.allSatisfy { $0.isEmpty || PostgresAddress.isSocket($0) || PostgresAddress.isLoopback($0) }
        }
        // An address counts, not the name with it.
        return addresses.allSatisfy(PostgresAddress.isLoopback)
    }

    /// A path, or a name in the abstract name space.
    static func isSocket(_ host: String) -> Bool { host.hasPrefix("/") || host.hasPrefix("@") }

    private static func isLoopback(_ host: String) -> Bool {
        if host.lowercased() == "localhost" { return true }
        var four = in_addr()
        if inet_pton(AF_INET, host, &four) == 1 { return UInt32(bigEndian: four.s_addr) >> 24 == 127 }
        var six = in6_addr()
        guard inet_pton(AF_INET6, host, &six) == 1 else { return false }
        return withUnsafeBytes(of: six) { $0.dropLast().allSatisfy { $0 == 0 } && $0.last == 1 }
    }
}
