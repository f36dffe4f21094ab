import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import Testing

struct ForgetCommandTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox()
        let json = String(decoding: ClaimExample.sample.draft.canonicalJSON(), as: UTF8.self)
        _ = try sandbox.run("import", try sandbox.write(json, to: "sample.json").path)
    }

    @Test func `a claim on the worklist is refused in a sentence`() throws {
        let asked = try sandbox.run("forget", "C-1001")
        #expect(asked.status == 2 && asked.messages.contains("Add --yes"))
        let refused = try sandbox.run("forget", "C-1001", "--yes")
        #expect(refused.status == 1 && refused.messages.contains("Claim C-1001 is not erased. It was never submitted"))
        #expect(try sandbox.run("export", "--clear").output.contains("C-1001"))
        #expect(try sandbox.run("forget").status == 2)
    }

    @Test func `a claim whose retention has ended is erased with its backups`() throws {
        let file = sandbox.file("data/cleanclaim/claims.db").path
        try ClaimStore(folder: sandbox.file("data/cleanclaim")).mark("sample-infusion", as: .submitted)
        _ = try sandbox.run("store", "backup", "--today", "2026-11-23")
        let kept = try sandbox.run("forget", "--expired", "--yes", "--today", "2030-01-01")
        #expect(kept.status == 2 && kept.messages.contains("No claim whose retention has ended."))
        try sandbox.write("retention_years: 2", to: "config/cleanclaim/config.yaml")
        let erased = try sandbox.run("forget", "--expired", "--yes", "--today", "2030-01-01")
        #expect(erased.status == 0 && erased.messages.contains("1 claim erased."), "\(erased.messages)")
        #expect(try sandbox.run("export", "--clear").output.isEmpty)
        #expect(try sandbox.run("store", "restore").output == "2030-01-01  0 claims\n")
        // Who the patient is stays on file until that is erased, too.
        let people = try sandbox.run("forget", "--people").output.split(separator: "\n")
        let patient = try #require(people.first { $0.contains("Rivera") })
        let number = try #require(patient.split(separator: " ").first.map(String.init))
        #expect(try sandbox.run("forget", "--person", number, "--yes", "--today", "2030-01-01").status == 0)
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)).range(of: Data("Rivera".utf8)) == nil)
    }

    @Test func `an unmatched response that is older than the retention is erased`() throws {
        try ClaimStore(folder: sandbox.file("data/cleanclaim")).keepUnmatched(
            ClaimAnswer(.remittance, account: "X-1"), because: "no claim has the account number X-1.")
        let kept = try sandbox.run("forget", "--expired", "--yes")
        #expect(kept.status == 2 && kept.messages.contains("No claim whose retention has ended."))
        let erased = try sandbox.run("forget", "--expired", "--yes", "--today", "2099-01-01")
        #expect(erased.status == 0 && erased.messages.contains("1 unmatched response erased."), "\(erased.messages)")
        #expect(try sandbox.run("answers", "--unmatched").output == "No unmatched responses.\n")
    }

    @Test func `a setting that is no number of years is refused`() throws {
        try sandbox.write("retention_years: never", to: "config/cleanclaim/config.yaml")
        #expect(try sandbox.run("forget", "--people").messages.contains("retention_years: write a number of years"))
    }
}
