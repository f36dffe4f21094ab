import Foundation
import Testing

@testable import Postgres

@Suite(.onServer) struct ConnectionTests {
    @Test func `A new connection is set up for the program`() throws {
        let connection = try Server.connect()
        #expect(connection.parameter("client_encoding") == "UTF8")
        #expect(connection.parameter("application_name") == "cleanclaim")
        #expect(connection.parameter("DateStyle") == "ISO, MDY")
        #expect(connection.parameter("no_such_parameter") == nil)
        #expect(connection.isLocal)
        #expect(!connection.isEncrypted)
        #expect(connection.host.hasPrefix("/"))
        #expect(connection.descriptor >= 0)
        #expect(try connection.run("SELECT pg_backend_pid()").first?.integer(0) == Int64(connection.processID))
        #expect(try Server.connect("application_name=else").parameter("application_name") == "else")
    }

    @Test func `A session that the server ended is a lost connection`() throws {
        let connection = try Server.connect()
        try Server.connect().end(connection.processID)
        #expect(try fault { _ = try connection.run("SELECT 1") }.kind == .connection)
        #expect(connection.isBroken)
        #expect(try fault { _ = try connection.run("SELECT 1") }.kind == .connection)
        #expect(try fault { try connection.script("BEGIN") }.kind == .connection)
        #expect(!connection.isInTransaction)
    }

    @Test func `A server that says nothing is given up`() throws {
        let connection = try Server.connect()
        connection.patience = 300
        #expect(try fault { _ = try connection.run("SELECT pg_sleep(30)") }.kind == .connection)
        #expect(connection.isBroken)
    }

    @Test func `Once the program ends, a silent server is given up soon, and not asked again`() throws {
        let haste = Haste()
        let connection = try Server.connect(haste: haste)
        let begun = ContinuousClock.now
        // It ends while the server is waited for.
        Thread.detachNewThread {
            usleep(300_000)
            haste.begin()
        }
        #expect(try fault { _ = try connection.run("SELECT pg_sleep(30)") } == .silence)
        #expect(ContinuousClock.now - begun < .seconds(7))
        #expect(try fault { _ = try Server.connect(haste: haste) } == .silence)
        _ = try Server.connect()
    }

    @Test func `A closed connection says so and does nothing`() throws {
        let connection = try Server.connect()
        connection.close()
        connection.close()
        #expect(connection.isBroken && !connection.isInTransaction && !connection.isEncrypted && !connection.isLocal)
        #expect(connection.descriptor == -1 && connection.processID == 0)
        #expect(connection.parameter("client_encoding") == nil)
        #expect(connection.notifications().isEmpty)
        #expect(try fault { _ = try connection.run("SELECT 1") }.kind == .connection)
    }

    @Test func `Refused logins are told from servers that are not there`() throws {
        let unknown = try fault { _ = try Server.connect("user=nobody_of_this_name") }
        #expect(unknown.kind == .denied)
        #expect(unknown.sqlState.hasPrefix("28"))
        #expect(!unknown.description.contains("nobody_of_this_name"))
        let missing = try fault { _ = try Server.connect("dbname=nowhere") }
        #expect(missing.kind == .connection)
        #expect(missing.sqlState == "3D000")
        let socket = try Server.socket
        let absent = try fault { _ = try Server.connect("host=\(socket)/absent") }
        #expect(absent.kind == .connection)
        #expect(absent.description.contains("/absent"))
        #expect(!absent.description.contains("\n"))
    }

    @Test func `The next server is tried if the first is not there, or is no primary`() throws {
        let socket = try Server.socket
        let connection = try Server.connect("host=\(socket)/absent,\(socket) target_session_attrs=read-write")
        #expect(connection.host == socket)
        #expect(try fault { _ = try Server.connect("target_session_attrs=standby") }.kind == .connection)
    }

    @Test func `Notifications come from one connection to another`() throws {
        let listener = try Server.connect()
        let speaker = try Server.connect()
        let channel = "c" + UUID().uuidString.replacing("-", with: "").lowercased()
        try listener.script("LISTEN \(channel)")
        #expect(listener.notifications().isEmpty)
        #expect(!listener.canBeRead(within: 0))
        _ = try speaker.run("SELECT pg_notify(?, ?)", [.text(channel), .text("claim 7 😀")])
        try speaker.script("NOTIFY \(channel)")
        var came: [(channel: String, payload: String, process: Int32)] = []
        while came.count < 2 && listener.canBeRead(within: 5_000) { came += listener.notifications() }
        #expect(came.map(\.channel) == [channel, channel])
        #expect(came.map(\.payload) == ["claim 7 😀", ""])
        #expect(came.allSatisfy { $0.process == speaker.processID })
    }

    @Test func `A listener notices that its session ended`() throws {
        let listener = try Server.connect()
        try Server.connect().end(listener.processID)
        while !listener.isBroken && listener.canBeRead(within: 5_000) { _ = listener.notifications() }
        #expect(listener.isBroken)
    }
}

extension PostgresConnection {
    fileprivate func end(_ process: Int32) throws {
        _ = try run("SELECT pg_terminate_backend(?, 5000)", [.integer(Int64(process))])
    }

    fileprivate func canBeRead(within milliseconds: Int32) -> Bool {
        var socket = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&socket, 1, milliseconds) == 1
    }
}
