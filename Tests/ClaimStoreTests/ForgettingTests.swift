import ClaimModel
import ClaimRules
import Foundation
import TestStore
import Testing

@testable import ClaimStore

@Suite("What is forgotten is gone")
struct ForgettingTests {
    private let scratch: ScratchFolder
    private let store: ClaimStore
    /// Ten years and a few days after the claims were saved.
    private let later = Retention(years: nil, today: Day(number: 20_780 + 3_700))

    init() throws {
        scratch = try ScratchFolder()
        store = try ClaimStore(folder: scratch.store) { Date(timeIntervalSince1970: 20_780 * 86_400) }
    }

    private let xavier: KeyValuePairs<Field, String> = [
        .patientLastName: "Quillfeather", .patientFirstName: "Xavier", .patientBirthDate: "04/12/1985",
        .account: "1001", .lineFrom: "11/10/2026",
        // More than the trail has of it, which stays.
        .rationale: String(repeating: "no response to two antidepressants ", count: 60),
    ]

    private func isFound(_ text: String) throws -> Bool {
        try scratch.contents().contains { $0.value.range(of: Data(text.utf8)) != nil }
    }

    private func fault(_ id: String, _ retention: Retention) -> RetentionFault? {
        do throws(RetentionFault) {
            try store.forget(id, under: retention)
            return nil
        } catch {
            return error
        }
    }

    @Test func `no byte of it is left and the file is smaller`() throws {
        for number in 0..<40 { try store.save(ClaimRecord(draft("kept-\(number)", dana))) }
        for number in 0..<40 { try store.save(ClaimRecord(draft("gone-\(number)", xavier))) }
        try store.rememberEverybody(in: draft("gone-0", xavier))
        _ = try store.backUp(on: Day(number: 20_780))
        try store.tidy()
        let before = try Data(contentsOf: scratch.database).count
        let first = try #require(store.backups.first)
        let copied = try Data(contentsOf: URL(fileURLWithPath: first.path))
        let away = scratch.url.appendingPathComponent("away.db")
        try copied.write(to: away)
        for number in 1..<40 { try store.delete("gone-\(number)") }
        let gone = (0..<40).map { "gone-\($0)" }
        #expect(try store.forget(gone, under: later) == ["gone-0": .onWorklist])
        try store.delete("gone-0")
        #expect(try store.forget(["gone-0", "gone-1"], under: later) == ["gone-1": .store(.missing)])
        let entry = try #require(try store.references(.patient).first)
        try store.forget(entry, under: later)
        try store.shrink()
        let backup = try store.renewBackups(on: Day(number: 20_781))
        #expect(try !isFound("Quillfeather") && !isFound("RIVERA"))
        // Nor does a backup that was copied away open any more.
        var names: Set<String> = []
        let salvage = try Salvage(of: away.path, with: store.keyring, in: today) { names.insert($0.draft.id) }
        #expect(names.count == 40 && names.allSatisfy { $0.hasPrefix("kept") } && salvage.damaged.count == 40)
        #expect(try Data(contentsOf: scratch.database).count < before)
        #expect(try store.claims(includingDeleted: true).count == 40 && backup.isWhole)
        #expect(store.backups == [backup])
    }

    @Test func `a submitted claim is kept for its retention`() throws {
        try store.save(ClaimRecord(draft("one", xavier), status: .submitted))
        // The last change is later than the service day: 11/23/2026.
        let end = try #require(Day(iso: "2036-11-23"))
        #expect(fault("one", Retention(years: nil, today: end)) == .retained(until: end))
        #expect(fault("one", Retention(years: 11, today: end + 1)) != nil)
        #expect(try store.expiredClaims(under: Retention(years: nil, today: end)).isEmpty)
        #expect(try store.expiredClaims(under: Retention(years: nil, today: end + 1)) == ["one"])
        #expect(fault("one", Retention(years: nil, today: end + 1)) == nil)
        #expect(throws: StoreFault.missing) { try store.claim("one", in: today) }
    }

    @Test func `what was sent once or answered is kept though it is a draft again`() throws {
        try store.save(ClaimRecord(draft("one", xavier)))
        try store.answer("one", with: ClaimAnswer(.remittance, account: "1001"), as: nil)
        try store.delete("one")
        guard case .retained? = fault("one", Retention(years: nil, today: Day(number: 20_780))) else {
            Issue.record("it was forgotten")
            return
        }
    }

    @Test func `a claim on the worklist is deleted first`() throws {
        try store.save(ClaimRecord(draft("one", xavier)))
        #expect(fault("one", later) == .onWorklist)
        let lock = try store.lock("one")
        #expect(fault("one", later) == .store(.openElsewhere))
        lock.release()
        try store.delete("one")
        #expect(fault("one", later) == nil)
        #expect(fault("one", later) == .store(.missing))
    }

    @Test func `a person of a submitted claim is kept as long as the claim`() throws {
        try store.rememberEverybody(in: draft("one", xavier))
        try store.save(ClaimRecord(draft("one", xavier), status: .paid))
        let entry = try #require(try store.references(.patient).first)
        #expect(throws: RetentionFault.needed(by: "1001")) {
            try store.forget(entry, under: Retention(years: nil, today: Day(number: 20_790)))
        }
        #expect(try store.references(.patient) == [entry])
        try store.forget(entry, under: later)
        #expect(try store.references(.patient).isEmpty)
    }
}
