import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import GRDB
import Testing

@testable import ClaimOffice

/// The program dies while a file is being written: neither the file nor that it was sent is lost.
struct SubmissionRecoveryTests {
    private let sandbox: Sandbox
    private let store: ClaimStore
    private let file: URL
    private let bytes = Array("ISA*00*invented~".utf8)

    init() throws {
        sandbox = try Sandbox()
        store = try ClaimStore(folder: sandbox.file("data/cleanclaim"))
        file = sandbox.file("batch.837")
        try store.save(ClaimRecord(ClaimExample.sample.draft, status: .ready))
    }

    /// As far as the record, as a sending does it.
    private func begin() throws {
        let record = try store.claim("sample-infusion", in: ClaimExample.parsing)
        let sent = SentFile(
            interchange: 7, group: 7, sender: "LAKESIDE", receiver: "CLEARHOUSE", receiverName: "Clearhouse Inc",
            isTest: false, name: "batch.837", day: ClaimExample.today, claims: 1, total: 25_500)
        let claim = SentRecord.Claim(record: record, transaction: "0001", segments: 6...30, content: "c")
        _ = try store.record(
            SentRecord(
                file: sent, counts: true, checksum: Fingerprint.of(bytes), path: file.path, claims: [claim]))
    }

    private var status: ClaimStatus? { get throws { try store.claims().first?.status } }
    private var draft: URL { URL(fileURLWithPath: SubmissionRecovery.draft(of: file.path)) }

    @Test func `died before the file had its name nothing was sent`() throws {
        try Data(bytes).write(to: draft)
        try begin()
        let words = try SubmissionRecovery(store: store).runIfNobodySubmits()
        #expect(words.count == 1 && words.first?.contains("nothing was submitted") == true)
        #expect(try status == .ready && store.sentBatches().isEmpty)
        #expect(!FileManager.default.fileExists(atPath: draft.path))
        #expect(try SubmissionRecovery(store: store).runIfNobodySubmits().isEmpty)
    }

    @Test func `died behind the file its claims are sent`() throws {
        try begin()
        try Data(bytes).write(to: file)
        let words = try SubmissionRecovery(store: store).runIfNobodySubmits()
        #expect(words.first?.contains("interchange 7, was written") == true)
        #expect(try status == .submitted && store.sentBatches().map(\.isWritten) == [true])
    }

    @Test func `a file that was taken away since counts as sent and is said`() throws {
        try begin()
        let words = try SubmissionRecovery(store: store).runIfNobodySubmits()
        #expect(words.first?.contains("no longer in its folder") == true)
        #expect(try status == .submitted)
    }

    @Test func `what another window is sending is left to it`() throws {
        try begin()
        let right = try store.lockSending()
        #expect(try SubmissionRecovery(store: store).runIfNobodySubmits().isEmpty)
        right.release()
        // A claim that is open elsewhere is not changed under anybody's hands.
        let lock = try store.lock("sample-infusion")
        #expect(try SubmissionRecovery(store: store).runIfNobodySubmits().isEmpty)
        #expect(try status == .ready)
        lock.release()
        #expect(try SubmissionRecovery(store: store).runIfNobodySubmits().count == 1)
    }

    /// The store fails once the file has its name.
    private func exportUnconfirmed(_ office: SendingOffice) throws -> Program.Outcome {
        func run(_ sql: String) throws {
            try DatabaseQueue(path: office.sandbox.file("data/cleanclaim/claims.db").path).write {
                try $0.execute(sql: sql)
            }
        }
        try run(
            "CREATE TRIGGER refuse BEFORE UPDATE OF path ON sentFile BEGIN SELECT RAISE(ABORT, 'refused'); END")
        let outcome = try office.export()
        try run("DROP TRIGGER refuse")
        return outcome
    }

    /// Two claims of which one is open are in a file that was written and not confirmed.
    private func withOpenClaim(_ body: (SendingOffice) throws -> Void) throws {
        let office = try SendingOffice()
        try office.keep(.sample)
        try office.keep(ClaimExample.officeVisit.with(.patientLastName, "Osei").with(.memberID, "123456789099"))
        let first = try exportUnconfirmed(office)
        #expect(first.status == 0 && first.messages.contains("written and counts as submitted"), "\(first)")
        let id = try #require(try office.store.claims().first?.id)
        let lock = try office.store.lock(id)
        try body(office)
        lock.release()
        #expect(try SubmissionRecovery(store: office.store).runIfNobodySubmits().count == 1)
        #expect(try office.store.claims().allSatisfy { $0.status == .submitted })
    }

    @Test func `while one claim of a written file is open, none of its claims is submitted again or changed`() throws {
        try withOpenClaim { office in
            let second = try office.export(to: "again.837")
            #expect(second.status == 2 && second.messages.contains("was written to out.837"), "\(second)")
            #expect(!FileManager.default.fileExists(atPath: office.sandbox.file("again.837").path))
            #expect(try office.store.claims().allSatisfy { $0.status == .ready })
        }
    }

    @Test func `an export that completes one before it has nothing against its claims`() throws {
        let office = try SendingOffice()
        try office.keep(.sample)
        _ = try exportUnconfirmed(office)
        let second = try office.export(to: "again.837")
        #expect(second.status == 2 && second.messages.contains("No claim is left to submit"), "\(second)")
        #expect(!second.messages.contains("Mark it ready"))
    }

    @Test func `what a killed submission left unrecorded is removed once it is old`() throws {
        let sandbox = try Sandbox()
        let parts = try ["old", "new"].map { try sandbox.write("left", to: "work/\($0).837.cleanclaim-part") }
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -7200)], ofItemAtPath: parts[0].path)
        let program = Program(file: URL(fileURLWithPath: "/usr/bin/env"), environment: sandbox.environment)
        let cleanclaim = Program.products.appendingPathComponent("cleanclaim").path
        let outcome = try program.run(["-C", sandbox.file("work").path, cleanclaim, "submissions"])
        #expect(outcome.status == 0, "\(outcome)")
        #expect(parts.map { FileManager.default.fileExists(atPath: $0.path) } == [false, true])
    }

    @Test func `an outbox that is missing is made, any other folder is not`() throws {
        let office = try SendingOffice()
        try office.keep(.sample)
        let outbox = office.sandbox.file("gone/out").path
        try office.sandbox.write(
            SendingOffice.configuration + "outbox: \(outbox)\n", to: "config/cleanclaim/config.yaml")
        #expect(try office.export(to: "elsewhere/new.837").status == 2)
        let outcome = try office.export(to: "gone/out/new.837")
        #expect(outcome.status == 0, "\(outcome)")
    }

    @Test func `a submission removes old parts from the folder that it writes into`() throws {
        let office = try SendingOffice()
        try office.keep(.sample)
        let part = try office.sandbox.write("left", to: "out/old.837.cleanclaim-part")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -7200)], ofItemAtPath: part.path)
        let outcome = try office.export(to: "out/new.837")
        #expect(outcome.status == 0, "\(outcome)")
        #expect(!FileManager.default.fileExists(atPath: part.path))
    }
}
