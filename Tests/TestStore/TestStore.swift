public import ClaimStore
public import Foundation

extension ClaimStore {
    /// Whether the tests run on the server that the environment names.
    public static let testsServer = serverOfTests != nil

    private static let serverOfTests = ProcessInfo.processInfo.environment["CLEANCLAIM_SERVER"].flatMap {
        $0.isEmpty ? nil : $0
    }

    /// That server, with nothing on it.
    public static func freshServer() -> ServerAddress {
        ServerAddress(serverOfTests ?? "", schema: "test_\(UInt64.random(in: 0 ... .max))")
    }

    /// An empty store: on that server, else in a throw-away folder.
    public static func forTest(
        now: @escaping @Sendable () -> Date = { Date() }
    ) throws -> ClaimStore {
        guard testsServer else { return try .temporary(now: now) }
        let server = freshServer()
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(server.schema + "/data")
        let keyring = try Keyring.make(onServer: server, folder: folder, first: .machine, now: now)
        return try ClaimStore(server: server, folder: folder, keyring: keyring, now: now)
    }
}
