import ClaimModel
import ClaimOffice
import ClaimRules
import Foundation
import GRDB
import Testing

@testable import ClaimStore
import TestStore

/// Claims of a file are imported some at a time, each time all or none.
@Suite struct ImportBatchTests {
    private let office: Office

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("office-\(UUID().uuidString)").path
        office = Office(
            try ClaimStore.forTest(),
            library: try OfficeLibrary(folders: Folders(environment: ["HOME": folder]), day: ClaimExample.today))
    }

    private func claims(_ options: ImportOptions = ImportOptions()) throws -> any ClaimImport {
        try ProfessionalImport(FileChunks(Self.fixture.path), named: "a.837", into: office, options)
    }

    private static let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("ClaimExchangeTests/Fixtures/subscriber.837")

    @Test(.enabled(if: !ClaimStore.testsServer)) func `where the store refuses one none is imported or counted`() throws
    {
        try office.store.sqlite.write { database in
            try database.execute(
                sql: """
                    CREATE TRIGGER refuse BEFORE INSERT ON claim WHEN (SELECT count(*) FROM claim) = 2
                    BEGIN SELECT RAISE(ABORT, 'refused'); END
                    """)
        }
        var refused = try claims()
        #expect(throws: StoreFault.self) { try ImportBatch(of: &refused, into: office, ImportOptions()) }
        #expect(try office.store.claims().isEmpty && office.store.references(.patient).isEmpty)
        #expect(refused.summary.first == "a.837: 0 claims imported as drafts.")
        try office.store.sqlite.write { try $0.execute(sql: "DROP TRIGGER refuse") }
        var again = try claims()
        let batch = try ImportBatch(of: &again, into: office, ImportOptions())
        #expect(try batch.isLast && batch.interruption == nil && office.store.claims().count == batch.steps.count)
        #expect(batch.steps.count > 2)
    }

    /// Killed between two batches, an import that is run again skips the claims, and nobody would keep their people.
    @Test func `whom the claims name is kept with them`() throws {
        var first = OneAtATime(claims: try claims())
        _ = try ImportBatch(of: &first, into: office)
        #expect(try office.store.claims().count == 1)
        #expect(try office.store.references(.patient).count == 1 && office.store.references(.coverage).count == 1)
    }

    @Test func `of two imports of a file at one moment each claim is taken once`() throws {
        var (one, other) = (try claims(), try claims())
        let mine = try ImportBatch(of: &one, into: office, ImportOptions())
        let theirs = try ImportBatch(of: &other, into: office, ImportOptions())
        #expect(try mine.steps.count == theirs.steps.count && office.store.claims().count == mine.steps.count)
        #expect(other.summary.contains { $0.hasPrefix("Skipped: already on the worklist") })
    }

    @Test func `a claim that another desk saves meanwhile is skipped`() throws {
        var late = OneAtATime(claims: try claims())
        _ = try ImportBatch(of: &late, into: office)
        var whole = try claims()
        let all = try ImportBatch(of: &whole, into: office, ImportOptions()).steps.count
        for _ in 1..<all { _ = try ImportBatch(of: &late, into: office) }
        #expect(try office.store.claims().count == all)
    }

    /// Files come in any order: what a payer sent again of last year is no news.
    @Test func `an older claim does not take back what a newer one says of a patient`() throws {
        let known = try [("20260301", "W1", "12 NEW ST"), ("20250301", "W0", "11 OLD ST")].map { day, member, street in
            let file = try Data(contentsOf: Self.fixture)
            var text = String(decoding: file, as: UTF8.self)
            for (segment, new) in [
                (#/DTP\*472\*D8\*[0-9]*/#, "DTP*472*D8*\(day)"), (#/\*MI\*[A-Z0-9]*/#, "*MI*\(member)"),
                (#/N3\*[^~]*/#, "N3*\(street)"),
            ] { text.replace(segment, with: new) }
            let copy = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).837")
            try text.write(to: copy, atomically: false, encoding: .utf8)
            defer { try? FileManager.default.removeItem(at: copy) }
            var claims: any ClaimImport = try ProfessionalImport(
                FileChunks(copy.path), named: "a.837", into: office, ImportOptions())
            _ = try ImportBatch(of: &claims, into: office, ImportOptions())
            return try office.store.references(.coverage).map { $0.text(of: .memberID) }
                + office.store.references(.patient).map { $0.text(of: .patientStreet) }
        }
        #expect(known[0] == known[1] && Set(known[0]).isSuperset(of: ["W1", "12 NEW ST"]))
    }

    @Test func `a dry run keeps nothing`() throws {
        let options = ImportOptions(isDryRun: true)
        var shown = try claims(options)
        _ = try ImportBatch(of: &shown, into: office, options)
        #expect(try office.store.claims().isEmpty)
    }
}

/// An import whose batches have one claim.
private struct OneAtATime: ClaimImport {
    var claims: any ClaimImport
    private var isGiven = false

    init(claims: any ClaimImport) { self.claims = claims }

    var summary: [String] { claims.summary }
    var counts: ImportCounts {
        get { claims.counts }
        set { claims.counts = newValue }
    }
    var isWhole: Bool { claims.isWhole }

    mutating func begin() throws(StoreFault) { try claims.begin() }
    mutating func end() throws(StoreFault) { try claims.end() }
    mutating func next() throws -> ImportStep? {
        isGiven.toggle()
        return isGiven ? try claims.next() : nil
    }
}

extension ImportBatch {
    fileprivate init(of claims: inout OneAtATime, into office: Office) throws {
        var any: any ClaimImport = claims
        try self.init(of: &any, into: office, ImportOptions())
        claims = try #require(any as? OneAtATime)
    }
}
