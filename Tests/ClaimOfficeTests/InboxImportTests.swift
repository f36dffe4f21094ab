import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import Testing
import TextKit

@testable import ClaimOffice

/// Claims that come through the inbox, and what is deleted from the folders.
@Suite struct InboxImportTests {
    private let csv = "Account,Last,First,Date,Code,Charge\nV-1,Doe,Robin,11/10/2026,99214,165.00\n"
    private let map = """
        columns:
          Account: account
          Last: patient.lastName
          First: patient.firstName
          Date: line.from
          Code: line.procedure
          Charge: line.charge
        """

    private func office(withMap: Bool = true) throws -> InboxedOffice {
        let office = try InboxedOffice()
        try office.put(Data(csv.utf8), as: "visits.csv")
        if withMap { try office.put(Data(map.utf8), as: "visits.yaml") }
        return office
    }

    @Test func `a CSV file needs a map, and says where it is looked for`() throws {
        let office = try office(withMap: false)
        #expect(try office.entry("visits.csv")?.state == .claims)
        let offer = office.inbox.offer(office.path("visits.csv"))
        #expect(offer.claims == 0 && offer.messages.first?.contains("put visits.yaml next to it") == true)
        #expect(!office.inbox.importClaims(office.path("visits.csv")).isTaken && office.names("in") == ["visits.csv"])
    }

    @Test func `where no map reads a CSV file the maps there are can be chosen`() throws {
        let office = try office(withMap: false)
        let path = office.path("visits.csv")
        #expect(office.inbox.offer(path).lacksMap && office.inbox.maps(for: path).isEmpty)
        // Next to it lies one of another file, and one that is none.
        try office.put(Data(map.utf8), as: "clinic.yaml")
        try office.put(Data("columns:\n  Visit: account\n  Charge: line.charge\n".utf8), as: "other.yaml")
        try office.put(Data("columns: 7\n".utf8), as: "broken.yml")
        #expect(office.inbox.offer(path).lacksMap)
        let maps = office.inbox.maps(for: path)
        #expect(maps.map(\.name) == ["clinic.yaml", "other.yaml", "broken.yml"])
        #expect(maps.map(\.found) == [6, 1, 0] && maps.map(\.wanted) == [6, 2, 0])
        let offer = office.inbox.offer(path, by: maps[0].path)
        #expect(!offer.lacksMap && offer.claims == 1 && offer.messages.first == "Map: clinic.yaml.")
        #expect(office.inbox.offer(path, by: maps[1].path).messages.first?.contains("no such column") == true)
        #expect(office.inbox.importClaims(path, by: maps[0].path).isTaken)
        #expect(try office.desk.office.store.claims().map(\.account) == ["V-1"])
    }

    @Test func `a map of its own that does not read the header is not enough`() throws {
        let office = try office()
        #expect(!office.inbox.offer(office.path("visits.csv")).lacksMap)
        try office.put(Data("columns:\n  Visit: account\n".utf8), as: "visits.yaml")
        #expect(office.inbox.offer(office.path("visits.csv")).lacksMap)
    }

    @Test func `claims are shown first and imported by a second step, once`() throws {
        let office = try office()
        let offer = office.inbox.offer(office.path("visits.csv"))
        #expect(offer.claims == 1 && offer.errors > 0, "\(offer.messages)")
        #expect(offer.lines(.ascii).contains { $0.contains("V-1") })
        #expect(try office.desk.office.store.claims().isEmpty)
        var progress: [Int] = []
        let result = office.inbox.importClaims(office.path("visits.csv")) { progress.append($0) }
        #expect(result.isTaken && result.headline == "visits.csv: 1 claim imported as a draft.", "\(result)")
        #expect(try office.desk.office.store.claims().map(\.account) == ["V-1"] && progress == [1])
        #expect(office.names("kept") == ["visits.csv"])
        try office.put(Data(csv.utf8), as: "visits.csv")
        #expect(try office.entry("visits.csv")?.state == .repeated)
        #expect(office.inbox.offer(office.path("visits.csv")).claims == 0)
    }

    @Test func `a claim that was changed since it came is not imported again`() throws {
        let office = try office()
        _ = office.inbox.importClaims(office.path("visits.csv"))
        let store = office.desk.office.store
        let id = try #require(try store.claims().first?.id)
        var record = try store.claim(id, in: office.desk.office.parsing)
        record.draft.type("99213", at: Place(.lineProcedure), in: office.desk.office.parsing)
        try store.save(record)
        // A file with another claim in it, and the first one as it was.
        try office.put(Data((csv + "V-2,Roe,Lee,11/10/2026,99214,165.00\n").utf8), as: "visits.csv")
        let result = office.inbox.importClaims(office.path("visits.csv"))
        #expect(try store.claims().map(\.account).sorted() == ["V-1", "V-2"], "\(result)")
        #expect("\(result)".contains("changed since: V-1"))
        #expect(try store.claim(id, in: office.desk.office.parsing).draft == record.draft)
    }

    @Test func `a file with rows that cannot be read stays, and what could be read is in`() throws {
        let office = try office()
        try office.put(Data((csv + "V-2,Roe,\"Lee,11/10/2026,99214,165.00\n").utf8), as: "visits.csv")
        let result = office.inbox.importClaims(office.path("visits.csv"))
        #expect(!result.isTaken && result.details.last?.hasPrefix("It stays in the inbox") == true, "\(result)")
        #expect(try office.desk.office.store.claims().map(\.account) == ["V-1"])
        #expect(office.names("in").contains("visits.csv"))
    }

    @Test func `claims as JSON come in all or none`() throws {
        let office = try InboxedOffice()
        try office.put(Data(ClaimDraft.visit("J-1").canonicalJSON()), as: "claims.json")
        #expect(try office.entry("claims.json")?.kind == .drafts)
        #expect(office.inbox.offer(office.path("claims.json")).claims == 1)
        #expect(office.inbox.importClaims(office.path("claims.json")).isTaken)
        #expect(try office.desk.office.store.claims().map(\.account) == ["J-1"])
        try office.put(Data("{\"schema\": 1, broken".utf8), as: "more.json")
        #expect(!office.inbox.importClaims(office.path("more.json")).isTaken)
    }

    @Test func `folders are emptied after the days that are set, never of what waits for an answer`() throws {
        let office = try InboxedOffice()
        try office.desk.submit(.visit())
        try office.put("paid.835")
        try office.put("twins.835")
        _ = try office.inbox.takeAll()
        try Data("mine".utf8).write(to: office.folder.appendingPathComponent("kept/notes.txt"))
        #expect(try office.desk.office.emptyFolders().isEmpty && office.names("kept").count == 3)
        var later = office.desk.office
        later.exchange.archiveDays = 30
        later.library.day = Day(number: Today.byClock.number + 29)
        #expect(try later.emptyFolders().isEmpty)
        later.library.day = Day(number: Today.byClock.number + 30)
        // The response without a claim stays, and so does what the program does not know.
        #expect(try later.emptyFolders() == ["Archive: 1 file older than 30 days deleted."])
        #expect(office.names("kept") == ["notes.txt", "twins.835"])
    }

    @Test func `a submitted file goes once every claim in it has its answer`() throws {
        let office = try InboxedOffice()
        let outbox = office.folder.appendingPathComponent("out")
        try FileManager.default.createDirectory(at: outbox, withIntermediateDirectories: true)
        let file = outbox.appendingPathComponent("batch.837")
        try Data("ISA*sent".utf8).write(to: file)
        try office.desk.submit(.visit(), checksum: Fingerprint.of(Array("ISA*sent".utf8)))
        office.desk.office.exchange.outbox = outbox.path
        office.desk.office.exchange.outboxDays = 10
        #expect(try office.desk.office.emptyFolders().isEmpty)
        try office.put("paid.835")
        _ = try Inbox(office.desk.office, now: { Date().addingTimeInterval(60) }).takeAll()
        #expect(try office.desk.office.emptyFolders() == ["Outbox: 1 file older than 10 days deleted."])
        #expect(!FileManager.default.fileExists(atPath: file.path))
    }
}
