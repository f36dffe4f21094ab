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
        #expect(try office.store.claims().isEmpty)
        #expect(refused.summary.first == "a.837: 0 claims imported as drafts.")
        try office.store.sqlite.write { try $0.execute(sql: "DROP TRIGGER refuse") }
        var again = try claims()
        let batch = try ImportBatch(of: &again, into: office, ImportOptions())
        #expect(try batch.isLast && batch.interruption == nil && office.store.claims().count == batch.steps.count)
        #expect(batch.steps.count > 2)
    }

    @Test func `a dry run keeps nothing`() throws {
        let options = ImportOptions(isDryRun: true)
        var shown = try claims(options)
        _ = try ImportBatch(of: &shown, into: office, options)
        #expect(try office.store.claims().isEmpty)
    }
}
