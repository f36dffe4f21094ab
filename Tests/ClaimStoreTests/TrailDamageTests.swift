import ClaimModel
import ClaimRules
import Foundation
import GRDB
import Testing

@testable import ClaimStore

@Suite("What was done to the trail is found and named")
struct TrailDamageTests {
    private let scratch: ScratchFolder
    private let store: ClaimStore

    /// Nine records: three of each claim.
    init() throws {
        scratch = try ScratchFolder()
        store = try ClaimStore(folder: scratch.store)
        for id in ["one", "two", "three"] {
            try store.save(ClaimRecord(draft(id, dana)))
            try store.comment(id, "call the payer")
            try store.mark(id, as: .ready)
        }
    }

    private func write(_ sql: String...) throws {
        try store.sqlite.write { database in for line in sql { try database.execute(sql: line) } }
    }

    private func flaws() throws -> [TrailFlaw] { try store.examineTrail().flaws }

    @Test func `an intact trail has no flaw`() throws {
        let found = try store.examineTrail()
        #expect(found.isSound && found.records == 9)
    }

    @Test(arguments: [
        "at = at + 1", "kind = 'opened'", "claim = 3", "claim = NULL", "revision = 9", "revision = NULL",
        "status = 'paid'", "digest = zeroblob(32)", "link = zeroblob(32)",
        "who = zeroblob(80)", "who = (SELECT who FROM trail WHERE place = 4)", "body = zeroblob(80)", "body = NULL",
        "body = (SELECT body FROM trail WHERE place = 8)", "item = 999999", "item = NULL", "item = 999999, body = NULL",
    ])
    func `a changed record is named`(change: String) throws {
        try write("UPDATE trail SET \(change) WHERE place = 5")
        #expect(try flaws().first == TrailFlaw(.changed, desk: 1, record: 5))
    }

    @Test(arguments: [1, 5, 8]) func `a deleted record is missing`(place: Int64) throws {
        try write("DELETE FROM trail WHERE place = \(place)")
        #expect(try flaws().first == TrailFlaw(.missing, desk: 1, record: place))
    }

    private static let everything =
        "at, kind, claim, revision, status, who, item, body, digest, link"

    @Test(arguments: [(2, 3), (2, 7), (1, 9)])
    func `swapped records are named`(one: Int, other: Int) throws {
        try write(
            "UPDATE trail SET place = -1 WHERE place = \(one)",
            "UPDATE trail SET place = \(one) WHERE place = \(other)",
            "UPDATE trail SET place = \(other) WHERE place = -1")
        #expect(try flaws().first == TrailFlaw(.moved, desk: 1, record: Int64(one)))
    }

    @Test(arguments: [(2, 3), (2, 7), (1, 9)])
    func `records whose contents were swapped are named`(one: Int, other: Int) throws {
        let columns = TrailDamageTests.everything
        func taking(_ place: Int, from table: String, _ source: Int) -> String {
            "UPDATE trail SET (\(columns)) = (SELECT \(columns) FROM \(table) WHERE place = \(source)) WHERE place = \(place)"
        }
        try write(
            "CREATE TEMP TABLE before AS SELECT * FROM trail", taking(one, from: "before", other),
            taking(other, from: "before", one))
        #expect(try flaws().first == TrailFlaw(.moved, desk: 1, record: Int64(one)))
    }

    @Test func `a record whose order was changed is named`() throws {
        try write("UPDATE trail SET number = 100 WHERE place = 3")
        #expect(try flaws().first == TrailFlaw(.moved, desk: 1, record: 4))
    }

    @Test func `a record that was put in is named`() throws {
        try write(
            """
            INSERT INTO trail (desk, place, \(TrailDamageTests.everything))
            SELECT 1, 10, \(TrailDamageTests.everything) FROM trail WHERE place = 4
            """)
        #expect(try flaws().first == TrailFlaw(.moved, desk: 1, record: 10))
    }

    @Test func `a trail that was cut off is named, with its head and without`() throws {
        try write("DELETE FROM trail WHERE place > 7")
        #expect(try flaws().first == TrailFlaw(.cutOff, desk: 1, record: 8))
        try write("UPDATE trailHead SET place = 7, link = (SELECT link FROM trail WHERE place = 7) WHERE desk = 1")
        #expect(try flaws().contains(TrailFlaw(.headsChanged)))
        // What lies outside of the database knows where it ended.
        try store.keyring.anchor([TrailHead(desk: 1, place: 9, link: Data(count: 32))])
        #expect(try flaws().first == TrailFlaw(.cutOff, desk: 1, record: 8))
        #expect(try !store.anchorTrail())
    }

    @Test func `a trail whose beginning was cut off is named`() throws {
        try write("DELETE FROM trail WHERE place < 3")
        #expect(try flaws().first == TrailFlaw(.missing, desk: 1, record: 1))
        try write("UPDATE trailHead SET start = 2 WHERE desk = 1")
        #expect(try !flaws().isEmpty)
    }

    @Test func `a trail that is gone altogether is named`() throws {
        #expect(try store.anchorTrail())
        try write("DELETE FROM trail", "DELETE FROM trailHead", "DELETE FROM desk")
        #expect(try flaws().first == TrailFlaw(.cutOff, desk: 1, record: 1))
    }

    /// A comment leaves the revision as it is; a new status does not.
    @Test(arguments: [true, false])
    func `a row that was put back from yesterday is not opened`(keepsRevision: Bool) throws {
        let columns = try store.engine.read { try $0.row("SELECT * FROM claim WHERE number = 2")?.cells() }
        let before = try #require(columns)
        // The clock has gone on since.
        usleep(2000)
        if keepsRevision { try store.comment("two", "paid by phone") } else { try store.mark("two", as: .paid) }
        try store.engine.write { database in
            for (name, value) in before {
                try database.execute("UPDATE claim SET \(name) = ? WHERE number = 2", [value])
            }
        }
        #expect(throws: StoreFault.outdated(2)) { try store.claim("two", in: today) }
        #expect(throws: StoreFault.outdated(2)) { try store.hold("two", Hold(by: "KIM", reason: "")) }
        #expect(try flaws() == [TrailFlaw(.claimOutdated, claim: 2)])
        #expect(try store.claim("one", in: today).status == .ready)
        let found = StoreExamination(of: scratch.store, with: store.keyring, in: today)
        #expect(!found.isSound && found.trail?.flaws.first?.kind == .claimOutdated)
    }

    @Test func `a row that was deleted is named`() throws {
        try write("DELETE FROM claim WHERE number = 2")
        #expect(try flaws() == [TrailFlaw(.claimMissing, claim: 2)])
    }

    @Test func `a database that was put back from yesterday is found at the next start`() throws {
        let yesterday = try ScratchFolder()
        try store.sqlite.backup(to: DatabaseQueue(path: yesterday.url.path + "/claims.db"))
        try store.comment("one", "paid by phone")
        #expect(try store.noteSignIn())
        for end in ["-wal", "-shm"] { unlink(scratch.database.path + end) }
        try FileManager.default.removeItem(at: scratch.database)
        try FileManager.default.copyItem(atPath: yesterday.url.path + "/claims.db", toPath: scratch.database.path)
        let next = try ClaimStore(folder: scratch.store)
        #expect(try next.examineTrail().flaws.first == TrailFlaw(.cutOff, desk: 1, record: 10))
        // Signing in hides nothing of it: what was anchored stays.
        #expect(try !next.noteSignIn() && !next.noteSignIn())
        #expect(try next.examineTrail().flaws.first == TrailFlaw(.changed, desk: 1, record: 11))
    }
}
