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
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = tests.appendingPathComponent("ClaimExchangeTests/Fixtures/subscriber.837").path
        return try ProfessionalImport(FileChunks(file), named: "a.837", into: office, options)
    }

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
