import ClaimExchange
import ClaimOffice
import Foundation
import Testing
import Workstation

@testable import cleanclaim

/// The clearinghouse's part of config.yaml, read and written by the desk.
struct ClearinghouseSettingsTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("settings-\(UUID().uuidString)")
    private var file: URL { folder.appendingPathComponent("config.yaml") }

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private static let setup = ClearinghouseSetup([
        .senderQualifier: "ZZ", .sender: "LAKESIDE", .receiverName: "Clearhouse Inc", .receiverQualifier: "30",
        .receiver: "CLEARHOUSE", .usage: "production", .inbox: "~/clearinghouse/in", .archiveDays: "90",
    ])

    /// What the file says once the setup is written into it.
    private func written(into text: String, _ change: (inout ClearinghouseSetup) -> Void = { _ in }) throws -> String {
        try Data(text.utf8).write(to: file)
        let read = try Configuration.read(from: file)
        var setup = ClearinghouseSetup(read.interchange, read.exchange)
        change(&setup)
        try setup.write(to: file)
        return try String(contentsOf: file, encoding: .utf8)
    }

    @Test func `a file that is not there is made, for its owner alone, and reads back`() throws {
        let new = folder.appendingPathComponent("deep/config.yaml")
        try Self.setup.write(to: new)
        let read = try Configuration.read(from: new)
        #expect(ClearinghouseSetup(read.interchange, read.exchange) == Self.setup)
        #expect(try FileManager.default.attributesOfItem(atPath: new.path)[.posixPermissions] as? Int == 0o600)
    }

    @Test func `comments, order and other settings stay, and so does what was not changed`() throws {
        let text = """
            # our office
            theme: nord   # dark rooms

            interchange:
              # as enrolled on 2026-01-05
              sender: "ZZ:LAKESIDE"
              receiver: 'ZZ:CLEARHOUSE'
              receiver_name: Clearhouse Inc
              usage: test   # until we are enrolled
            # keys
            keymap:
              take-fix: [F9, Ctrl-F]

            """
        let new = try written(into: text) { $0[.usage] = "production" }
        #expect(new == text.replacing("usage: test   #", with: "usage: production  #"))
        let same = try written(into: text)
        #expect(same == text, "\(same)")
        // As ISA15 has it.
        #expect(try written(into: text) { $0[.usage] = "P" } == new)
        #expect(try written(into: text) { $0[.usage] = "T" } == text)
    }

    @Test(arguments: [
        "interchange: {sender: \"ZZ:LAKESIDE\", receiver: \"ZZ:CLEARHOUSE\", receiver_name: Clearhouse Inc, usage: test}  # all\nbeep: yes\n",
        "interchange: {sender: \"ZZ:LAKESIDE\",\n  receiver: \"ZZ:CLEARHOUSE\",\n  receiver_name: Clearhouse Inc, usage: test}\nbeep: yes\n",
        "beep: yes\r\ninterchange:\r\n\tsender: ZZ:LAKESIDE\r\n".replacing("\t", with: "    ")
            + "    receiver: ZZ:CLEARHOUSE\r\n    receiver_name: Clearhouse Inc\r\n    usage: test\r\n",
    ])
    func `each way of writing it can be changed`(_ text: String) throws {
        let new = try written(into: text) {
            $0[.usage] = "production"
            $0[.receiverName] = "Other: House #2"
            $0[.outbox] = "/claims/out"
        }
        let read = try Configuration(yaml: new)
        #expect(read.interchange?.usage == .production && read.interchange?.receiverName == "Other: House #2")
        #expect(read.exchange.outbox == "/claims/out" && read.preferences.beepsOnError)
        #expect(new.contains("\r\n") == text.contains("\r\n"))
    }

    @Test func `a setting that is blanked is taken out`() throws {
        try Self.setup.write(to: file)
        var setup = Self.setup
        setup[.archiveDays] = ""
        for item in ClearinghouseSetup.Item.allCases where item != .inbox { setup[item] = "" }
        try setup.write(to: file)
        #expect(try String(contentsOf: file, encoding: .utf8) == "inbox: \"~/clearinghouse/in\"\n")
    }

    @Test func `the mode of the file stays, a link is followed`() throws {
        let real = folder.appendingPathComponent("real.yaml")
        try Data("beep: yes\n".utf8).write(to: real)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real.path)
        try FileManager.default.createSymbolicLink(at: file, withDestinationURL: real)
        try Self.setup.write(to: file)
        #expect(try FileManager.default.attributesOfItem(atPath: real.path)[.posixPermissions] as? Int == 0o640)
        #expect(try String(contentsOf: real, encoding: .utf8).contains("sender: \"ZZ:LAKESIDE\""))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: file.path) == real.path)
    }

    @Test(arguments: [
        ("&all interchange: {sender: x}\n", "not saved"), ("theme: [\n", "not saved"), ("nonsense: 1\n", "not saved"),
    ])
    func `a file that a person has to change stays as it is, with words`(_ text: String, _ words: String) throws {
        try Data(text.utf8).write(to: file)
        let fault = #expect(throws: OfficeFault.self) { try Self.setup.write(to: file) }
        #expect(fault?.message.contains(words) == true)
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }

    @Test func `a folder in place of the file is said`() throws {
        try FileManager.default.createDirectory(at: file, withIntermediateDirectories: false)
        let fault = #expect(throws: OfficeFault.self) { try Self.setup.write(to: file) }
        #expect(fault?.message.contains("config.yaml") == true)
    }

    @Test(arguments: [
        (ClearinghouseSetup.Item.sender, "L", false), (.sender, "LAKESIDE-BEHAVIORAL", true), (.sender, "LÄKE", false),
        (.receiverQualifier, "Z", false), (.receiverQualifier, "99", true), (.usage, "prod", false),
        (.usage, "live", true), (.inbox, "in", true), (.archiveDays, "0", true), (.outboxDays, "soon", true),
        (.inboxTakes, "by_", false), (.receiverName, "", false),
    ])
    func `what is wrong is said, and whether it can still become right`(
        _ item: ClearinghouseSetup.Item, _ text: String, _ isFinal: Bool
    ) throws {
        #expect(Self.setup.faults.isEmpty)
        var setup = Self.setup
        setup[item] = text
        if text == "LÄKE" {
            // Accents are written without them, which would be another ID.
            #expect(setup.faults[item] != nil)
        } else {
            #expect(try #require(setup.faults[item]).isFinal == isFinal)
        }
    }

    @Test func `nothing at all is no fault`() { #expect(ClearinghouseSetup().faults.isEmpty) }

    @Test(arguments: [
        ("inbox: in", "inbox: write the whole path"), ("inbox_takes: often", "inbox_takes: write by_key or by_itself"),
        ("archive_days: 0", "archive_days: write a number of days"), ("outbox: [a]", "outbox: write the whole path"),
    ])
    func `a folder setting that cannot be used is refused with its line`(_ line: String, _ message: String) {
        let fault = #expect(throws: Configuration.Fault.self) { try Configuration(yaml: "beep: yes\n\(line)\n") }
        #expect(fault?.message.hasPrefix(message) == true && fault?.line == 2)
    }
}
