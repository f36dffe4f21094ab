import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import GRDB
import TestStore
import Testing
import TextKit

@testable import ClaimOffice

/// What the clearinghouse's program puts into a folder is taken once, whole, and kept.
@Suite struct InboxTests {
    @Test func `a response is listed, taken and moved to the archive, and its claim is paid`() throws {
        let office = try InboxedOffice()
        try office.desk.submit(.visit())
        try office.put("paid.835")
        let entry = try #require(try office.entry("paid.835"))
        #expect(entry.kind == .remittance && entry.state == .response)
        #expect(entry.message == "1 claim: 1 paid; E1 $190.00")
        let results = try office.inbox.takeAll()
        #expect(results.map(\.headline) == ["paid.835 (835): 1 paid."])
        #expect(try office.desk.status() == .paid)
        #expect(office.names("in").isEmpty && office.names("kept") == ["paid.835"])
        let text = results[0].lines(.ascii).joined(separator: "\n")
        #expect(text.contains("C-2001") && text.contains("Moved to the archive as paid.835."))
    }

    @Test(arguments: [
        ("accepted.277", IncomingKind.status), ("rejected.ta1", .receipt), ("denied.835", .remittance),
    ])
    func `each kind of response is known by what it says, not by its name`(_ fixture: String, _ kind: IncomingKind)
        throws
    {
        let office = try InboxedOffice()
        try office.put(fixture, as: "download.txt")
        #expect(try office.entry("download.txt")?.kind == kind)
    }

    @Test func `the same file under two names is said and taken once`() throws {
        let office = try InboxedOffice()
        try office.desk.submit(.visit())
        try office.put("paid.835")
        _ = try office.inbox.takeAll()
        try office.put("paid.835", as: "again.835")
        let entry = try #require(try office.entry("again.835"))
        #expect(entry.state == .repeated && entry.message.hasPrefix("The same file as paid.835, taken "))
        let result = try office.inbox.take(entry.path)
        #expect(result.isTaken && result.headline.hasSuffix(": nothing changed."))
        #expect(try office.desk.answerCount() == 1)
        #expect(office.names("in").isEmpty && office.names("kept") == ["again.835", "paid.835"])
    }

    @Test func `two names of one file that come together are one response`() throws {
        let office = try InboxedOffice()
        try office.desk.submit(.visit())
        try office.put("paid.835")
        try office.put("paid.835", as: "copy.835")
        let results = try office.inbox.takeAll()
        #expect(results.count == 2 && results.count { $0.headline.contains("nothing changed") } == 1)
        #expect(try office.desk.answerCount() == 1)
    }

    @Test func `the same interchange with other line ends is left until a person says so`() throws {
        let office = try InboxedOffice()
        try office.desk.submit(.visit())
        try office.put("paid.835")
        _ = try office.inbox.takeAll()
        let text = String(decoding: try office.fixture("paid.835"), as: UTF8.self).replacing("\n", with: "\r\n")
        try office.put(Data(text.utf8), as: "other.835")
        #expect(try office.entry("other.835")?.state == .sameInterchange)
        #expect(try office.inbox.takeAll().isEmpty)
        let refused = try office.inbox.take(office.path("other.835"))
        #expect(!refused.isTaken && refused.isSameInterchange && office.names("in") == ["other.835"])
        #expect(try office.inbox.take(office.path("other.835"), evenIfRepeated: true).isTaken)
        #expect(try office.desk.answerCount() == 1)
    }

    @Test func `a file that is written just now waits, and so does one without its end`() throws {
        let office = try InboxedOffice()
        office.later = 1
        try office.put("paid.835")
        #expect(try office.entry("paid.835")?.state == .waiting)
        #expect(try office.inbox.takeAll().isEmpty)
        let slow = try InboxedOffice()
        try slow.put(try slow.fixture("paid.835").dropLast(30), as: "paid.835")
        let entry = try #require(try slow.entry("paid.835"))
        #expect(entry.state == .waiting && entry.message == "Not complete yet: it has no end (IEA).")
        #expect(try !slow.inbox.take(entry.path).isTaken)
        let late = try InboxedOffice()
        late.later = 3600
        try late.put(try late.fixture("paid.835").dropLast(30), as: "paid.835")
        #expect(try late.entry("paid.835")?.message == "Cut off: it has no end (IEA). Download it again.")
    }

    @Test(arguments: ["paid.835.part", "paid.tmp", "paid.835.filepart", ".paid.835", "paid.835~", "visits.yaml"])
    func `what a program still writes, and what is hidden, is no file of the inbox`(_ name: String) throws {
        let office = try InboxedOffice()
        try office.put("paid.835", as: name)
        #expect(try office.inbox.entries().isEmpty)
    }

    @Test func `what cannot be read stays, with words`() throws {
        let office = try InboxedOffice()
        try FileManager.default.createDirectory(atPath: office.path("x.835"), withIntermediateDirectories: false)
        try office.put("paid.835", as: "real.835")
        try FileManager.default.createSymbolicLink(
            atPath: office.path("link.835"), withDestinationPath: office.path("real.835"))
        try office.put(Data(), as: "empty.835")
        try office.put(Data("%PDF-1.7".utf8), as: "eob.pdf")
        try office.put(Data("Dear biller".utf8), as: "letter.txt")
        try office.put(
            Data(
                String(decoding: try office.fixture("paid.835"), as: UTF8.self).replacing("SE*15*", with: "SE*14*").utf8
            ),
            as: "count.835")
        let expected = [
            "x.835": "This file is a folder, not a file.",
            "link.835": "This file is a symbolic link: put the file itself here.",
            "empty.835": "This file is empty.",
            "eob.pdf": "This file is a PDF, not a file of claims: export the claims as 837P.",
        ]
        for (name, message) in expected {
            let entry = try #require(try office.entry(name))
            #expect(entry.state == .unreadable && entry.message == message)
            #expect(try !office.inbox.take(entry.path).isTaken)
        }
        #expect(try office.entry("letter.txt")?.state == .unreadable)
        #expect(try office.entry("count.835")?.state == .unreadable)
        try office.desk.submit(.visit())
        #expect(try office.inbox.takeAll().map(\.name) == ["real.835"])
        #expect(office.names("in").count == 6)
    }

    @Test func `a file of 2 GB is refused unread`() throws {
        let office = try InboxedOffice()
        try office.put(Data("ISA*".utf8), as: "huge.835")
        #expect(truncate(office.path("huge.835"), 2 << 30) == 0)
        let start = ContinuousClock.now
        #expect(try office.entry("huge.835")?.message == "This file is larger than 1 GB; split it.")
        #expect(ContinuousClock.now - start < .seconds(2))
    }

    @Test func `an inbox folder that is missing, or is no folder, is said`() throws {
        var office = try AnsweredOffice().office
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("none-\(UUID().uuidString)").path
        office.exchange.inbox = folder
        let missing = #expect(throws: OfficeFault.self) { try Inbox(office).entries() }
        #expect(missing?.message == "No inbox folder \(folder). Create it, or set another: Ctrl-O 9, Clearinghouse.")
        try Data().write(to: URL(fileURLWithPath: folder))
        let file = #expect(throws: OfficeFault.self) { try Inbox(office).entries() }
        #expect(file?.message == "The inbox folder \(folder) cannot be read: Not a directory.")
    }

    @Test func `a file that vanishes or is replaced while it is read is not taken`() throws {
        let office = try InboxedOffice()
        try office.desk.submit(.visit())
        #expect(try office.inbox.take(office.path("gone.835")).headline == "gone.835 is gone.")
        try office.put("paid.835")
        let file = try IncomingFile(office.path("paid.835"))
        try FileManager.default.removeItem(atPath: office.path("paid.835"))
        #expect(throws: InputFault.self) { try file.checkUnchanged() }
        try office.put("denied.835", as: "paid.835")
        #expect(throws: InputFault.self) { try file.checkUnchanged() }
        #expect(throws: OutputFault.self) { try FileArchive(folder: office.folder.path).take(file) }
        #expect(office.names("in") == ["paid.835"])
    }

    @Test func `the archive writes over nothing`() throws {
        let office = try InboxedOffice()
        try office.desk.submit(.visit())
        try FileManager.default.createDirectory(
            at: office.folder.appendingPathComponent("kept"), withIntermediateDirectories: true)
        try Data("before".utf8).write(to: office.folder.appendingPathComponent("kept/paid.835"))
        try office.put("paid.835")
        _ = try office.inbox.takeAll()
        #expect(office.names("kept") == ["paid-2.835", "paid.835"])
        #expect(try Data(contentsOf: office.folder.appendingPathComponent("kept/paid.835")) == Data("before".utf8))
    }

    @Test func `a file that cannot be moved is taken once and stays`() throws {
        let office = try InboxedOffice()
        try office.desk.submit(.visit())
        try Data().write(to: office.folder.appendingPathComponent("kept"))
        try office.put("paid.835")
        let result = try #require(try office.inbox.takeAll().first)
        #expect(result.isTaken && result.details.last?.hasPrefix("It stays in the inbox:") == true)
        #expect(try office.entry("paid.835")?.state == .repeated)
        try FileManager.default.removeItem(at: office.folder.appendingPathComponent("kept"))
        _ = try office.inbox.takeAll()
        #expect(try office.names("kept") == ["paid.835"] && office.desk.answerCount() == 1)
    }

    @Test(.disabled(if: ClaimStore.testsServer, "fills a database on SQLite"))
    func `on a full disk nothing of a file is stored, and it is taken once there is room`() throws {
        let office = try InboxedOffice()
        try office.desk.submit(.visit())
        try office.put("paid.835")
        let sqlite = try office.desk.office.store.sqlite
        try sqlite.writeWithoutTransaction { database in
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            try database.execute(sql: "PRAGMA max_page_count = \(pages)")
        }
        // Until the pages of the trail have no room either.
        let store = office.desk.office.store
        let id = try #require(try store.claims().first?.id)
        var notes = 0
        while notes < 1_000, (try? store.comment(id, "note \(notes)")) != nil { notes += 1 }
        let result = try #require(try office.inbox.takeAll().first)
        #expect(!result.isTaken && result.headline.contains("Nothing from this file was stored."))
        #expect(try office.desk.status() == .submitted && office.names("in") == ["paid.835"])
        // Nothing is wrong with the file: it is not taken for an unreadable one.
        #expect(try office.entry("paid.835")?.state == .response)
        try sqlite.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
        #expect(try office.inbox.takeAll().map(\.isTaken) == [true])
        #expect(try office.desk.status() == .paid && office.names("kept") == ["paid.835"])
    }

    @Test func `a response to a claim that is open is stored, and says who has it open`() throws {
        let office = try InboxedOffice()
        try office.desk.submit(.visit())
        let lock = try office.desk.office.store.lock("C-2001")
        defer { lock.release() }
        try office.put("paid.835")
        let result = try #require(try office.inbox.takeAll().first)
        #expect(try office.desk.status() == .paid)
        let text = result.lines(.ascii).joined(separator: "\n")
        #expect(text.contains("claim C-2001 is open") && text.contains("what is keyed there is kept"))
    }

    @Test func `a file that another desk takes at the same moment is taken once`() throws {
        let office = try InboxedOffice()
        try office.desk.submit(.visit())
        try office.put("paid.835")
        let file = try IncomingFile(office.path("paid.835"))
        let mark = try #require(Examination(file, nil).mark)
        try office.desk.office.store.noteTaken(
            TakenFile(name: "theirs.835", takenAt: Date()), known: mark, as: "835")
        #expect(throws: StoreFault.conflict) { try office.inbox.note("paid.835", "", mark, .remittance) }
        #expect(try office.inbox.take(file.path).headline.contains("the same file as theirs.835"))
        #expect(try office.desk.answerCount() == 0)
    }

    @Test func `an answer that no claim is found for is kept on the list of unmatched ones`() throws {
        let office = try InboxedOffice()
        try office.put("paid.835")
        let result = try #require(try office.inbox.takeAll().first)
        #expect(result.isTaken && result.headline == "paid.835 (835): 1 not matched.")
        #expect(try office.desk.office.store.unmatchedAnswers().count == 1)
    }
}
