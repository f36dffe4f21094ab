import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import Testing

/// `cleanclaim correct` and `cleanclaim diff` on a store with one claim that was denied.
struct CorrectionTests {
    private static let account = ClaimExample.sample.draft.identity.account.text

    private static func answer(_ claim: String) -> String {
        let segments = [
            "ISA*00*          *00*          *ZZ*PAYER          *ZZ*LAKESIDE       *261120*0930*^*00501*000000042*0*T*:",
            "GS*HP*PAYER*LAKESIDE*20261120*0930*42*X*005010X221A1", "ST*835*0001", claim, "CAS*CO*16*255", "MOA***M119",
            "SE*5*0001", "GE*1*42", "IEA*1*000000042",
        ]
        return segments.map { $0 + "~\n" }.joined()
    }

    private func office(answered: Bool = true) throws -> Sandbox {
        let sandbox = try Sandbox()
        let json = String(decoding: ClaimExample.sample.draft.canonicalJSON(), as: UTF8.self)
        try sandbox.write(json + "\n", to: "claim.json")
        #expect(try sandbox.run("import", sandbox.file("claim.json").path).status == 0)
        if answered {
            try sandbox.write(Self.answer("CLP*\(Self.account)*4*255*0**CI*26314000551*11*1"), to: "answer.835")
            #expect(try sandbox.run("answers", sandbox.file("answer.835").path).status == 1)
        }
        return sandbox
    }

    @Test func `a denied claim becomes a replacement and diff shows what changed`() throws {
        let sandbox = try office()
        #expect(try sandbox.run("diff", Self.account).status == 0)
        let said = try sandbox.run("correct", Self.account, "--dry-run")
        #expect(said.status == 0 && said.output.contains("7  corrected claim, replaces 26314000551"))
        #expect(try sandbox.run("diff", Self.account).output.contains("Nothing differs."))

        let done = try sandbox.run("correct", Self.account)
        #expect(done.status == 0 && done.output == said.output && done.messages.contains("is clean now"))
        let text = try sandbox.run("diff", Self.account)
        #expect(text.status == 1 && text.output.contains("26314000551") && text.output.contains("CO-16 M119"))
        let json = try sandbox.run("diff", Self.account, "--versions", "1", "now", "--format", "json")
        let found = try #require(try json.json["differences"] as? [[String: Any]])
        #expect(
            Set(found.compactMap { $0["field"] as? String }) == ["frequency", "originalReference", "recordedDenial"])
        #expect(try sandbox.run("diff", Self.account, "--versions", "1", "1").status == 0)
        #expect(try sandbox.run("diff", Self.account, "--versions", "1", "9").status == 2)
    }

    @Test func `another way is taken where it is asked for`() throws {
        let sandbox = try office()
        let done = try sandbox.run("correct", Self.account, "--as", "void")
        #expect(done.status == 0 && done.output.contains("8  void of 26314000551"))
        let record = try sandbox.run("export", "--clear", Self.account)
        #expect(record.output.contains("\"frequency\":\"8\""))
    }

    @Test func `what was never sent is refused and left alone`() throws {
        let sandbox = try office(answered: false)
        let before = try sandbox.run("export", "--clear", Self.account).output
        let refused = try sandbox.run("correct", Self.account)
        #expect(refused.status == 2 && refused.messages.contains("it was not submitted yet"))
        #expect(try sandbox.run("correct", "NOBODY").status == 2)
        #expect(try sandbox.run("export", "--clear", Self.account).output == before)
        let none = try sandbox.run("diff", Self.account)
        #expect(none.status == 2 && none.messages.contains("No earlier version"))
    }

    @Test func `a claim that went out is compared with what went out`() throws {
        let office = try SendingOffice()
        try office.keep(.sample)
        #expect(try office.export().status == 0)
        let id = ClaimExample.sample.draft.id
        var record = try office.store.claim(id, in: ClaimExample.parsing)
        record.draft = ClaimExample.sample.with(.lineUnits, row: 1, "2").draft
        try office.store.save(record)
        try office.store.answer(id, with: ClaimAnswer(.remittance, account: "C-1"), as: .denied)
        record = try office.store.claim(id, in: ClaimExample.parsing)
        record.draft = ClaimExample.sample.with(.lineUnits, row: 1, "3").draft
        try office.store.save(record)
        let outcome = try office.sandbox.run("diff", Self.account)
        #expect(outcome.status == 1 && outcome.output.contains("interchange 1 -> now, denied"), "\(outcome.output)")
        #expect(outcome.output.contains("1 field differs."))
        let between = try office.sandbox.run("diff", Self.account, "--versions", "1", "2")
        #expect(between.status == 1 && between.output.contains("version 2"))
    }

    @Test func `two files are compared without a store`() throws {
        let sandbox = try Sandbox()
        let other = ClaimExample.sample.with(.lineUnits, row: 1, "3").draft
        for (name, draft) in [("a.json", ClaimExample.sample.draft), ("b.json", other)] {
            try sandbox.write(String(decoding: draft.canonicalJSON(), as: UTF8.self), to: name)
        }
        let (first, second) = (sandbox.file("a.json").path, sandbox.file("b.json").path)
        let outcome = try sandbox.run("diff", first, second)
        #expect(outcome.status == 1 && outcome.output.contains("Line 2") && outcome.output.contains("1 field differs."))
        #expect(try sandbox.run("diff", first, first).status == 0)
        #expect(try sandbox.run("diff", first).status == 2)
        #expect(try sandbox.run("diff", first, sandbox.file("none.json").path).status == 2)
        #expect(try sandbox.run("diff", first, second, "--versions", "1", "now").status != 0)
    }
}
