import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import Testing

@testable import cleanclaim

/// `cleanclaim submissions`: the submitted files and their responses.
struct SubmissionsTests {
    private let office: SendingOffice

    init() throws {
        office = try SendingOffice.withTwoClaimsSent()
        let id = ClaimExample.sample.draft.id
        try office.store.answer(id, with: ClaimAnswer(.remittance, account: "C-1"), as: .paid)
    }

    @Test func `a file is listed with its answers`() throws {
        let outcome = try office.sandbox.run("submissions")
        #expect(outcome.status == 0, "\(outcome.messages)")
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 3 && lines.allSatisfy { $0.count <= 80 })
        #expect(lines[0].hasPrefix("Number") && lines[0].contains("Ack") && lines[0].hasSuffix("None"))
        #expect(lines[1].contains("11/23/2026") && lines[1].contains("$510.00") && lines[1].contains("none"))
        #expect(lines[1].split(separator: " ").suffix(6) == ["0", "0", "0", "1", "0", "1"])
        #expect(lines[2].contains("out.837 to Clearhouse Inc, PRODUCTION"))
        #expect(try office.sandbox.run("batches").output == outcome.output, "the command's earlier name")
    }

    @Test func `its claims are listed by account number alone`() throws {
        let outcome = try office.sandbox.run("submissions", "1")
        #expect(outcome.output.contains("C-1001") && outcome.output.contains("paid"))
        #expect(outcome.output.contains("C-1010") && outcome.output.contains("none yet"))
        #expect(!outcome.output.contains("Osei") && !outcome.output.contains("Rivera"))
    }

    @Test func `scripts read it as JSON`() throws {
        let list = try #require(
            try office.sandbox.run("submissions", "--format", "json").json["batches"] as? [[String: Any]])
        let batch = try #require(list.first)
        #expect(batch["interchange"] as? Int == 1 && batch["total"] as? Int == 51_000)
        #expect(batch["usage"] as? String == "production" && batch["sent_on"] as? String == "2026-11-23")
        #expect((batch["results"] as? [String: Int])?["unanswered"] == 1)
        let one = try office.sandbox.run("submissions", "1", "--format", "json").json
        let claims = try #require(one["claims"] as? [[String: Any]])
        #expect(claims.map { $0["account"] as? String } == ["C-1001", "C-1010"])
        #expect(claims.map { $0["answered"] as? String } == ["paid", "submitted"])
    }

    @Test func `an empty store says so`() throws {
        #expect(try Sandbox().run("submissions").output == "No claims submitted yet.\n")
    }
}
