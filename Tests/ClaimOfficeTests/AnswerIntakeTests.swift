import ClaimExchange
import ClaimModel
import ClaimOffice
import ClaimRules
import Foundation
import GRDB
import Testing

@testable import ClaimStore
import TestStore

/// A file of answers is taken in as one.
@Suite struct AnswerIntakeTests {
    private let office: Office
    private let accounts = ["C-1", "C-2", "C-3"]

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("office-\(UUID().uuidString)").path
        office = Office(
            try ClaimStore.forTest(),
            library: try OfficeLibrary(folders: Folders(environment: ["HOME": folder]), day: ClaimExample.today))
        for account in accounts {
            let draft = ClaimExample.sample.with(.account, account).draft.renamed(account)
            try office.store.save(ClaimRecord(draft, status: .submitted))
        }
    }

    private var answers: [AnswerReader.Answer] {
        accounts.map { account in
            var answer = ClaimAnswer(.remittance, account: account)
            answer.status = .denied
            return .claim(answer)
        }
    }

    private var statuses: [ClaimStatus] { get throws { try office.store.claims().map(\.status) } }

    @Test func `all of it is stored`() throws {
        let outcomes = try AnswerIntake(office).take(answers)
        #expect(outcomes.map(\.isStoreFailure) == [false, false, false])
        #expect(try statuses == [.denied, .denied, .denied])
    }

    @Test(.enabled(if: !ClaimStore.testsServer)) func `where the store refuses one none is stored`() throws {
        try office.store.sqlite.write { database in
            try database.execute(
                sql: """
                    CREATE TRIGGER refuse BEFORE INSERT ON answer WHEN (SELECT count(*) FROM answer) = 2
                    BEGIN SELECT RAISE(ABORT, 'refused'); END
                    """)
        }
        let outcomes = try AnswerIntake(office).take(answers)
        #expect(outcomes.map(\.isStoreFailure) == [true])
        #expect(try statuses == [.submitted, .submitted, .submitted])
        #expect(try office.store.answers(to: "C-1").isEmpty)
    }

    @Test func `a claim that is open elsewhere is answered as the others are`() throws {
        let lock = try office.store.lock("C-2")
        defer { lock.release() }
        let outcomes = try AnswerIntake(office).take(answers)
        #expect(!outcomes.map(\.isStoreFailure).contains(true))
        #expect(try statuses == [.denied, .denied, .denied])
    }
}
