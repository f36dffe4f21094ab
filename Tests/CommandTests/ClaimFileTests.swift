import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import Testing

/// Claims that leave the store as an 837P and come into it from one.
struct ClaimFileTests {
    private let sandbox: Sandbox
    private let today = ClaimExample.parsing

    init() throws {
        sandbox = try Sandbox()
        try sandbox.write(
            """
            interchange:
              sender: "ZZ:LAKESIDE"
              receiver: "ZZ:CLEARHOUSE"
              receiver_name: Clearhouse Inc
              usage: test
            """, to: "config/cleanclaim/config.yaml")
    }

    private var store: ClaimStore {
        get throws { try ClaimStore(folder: sandbox.file("data/cleanclaim")) }
    }

    private func keep(_ example: ClaimExample, as status: ClaimStatus = .ready) throws {
        try store.save(ClaimRecord(example.draft, status: status))
    }

    private func setUpPractice() throws {
        var practice = ClaimDraft(id: "practice")
        for (field, text) in [
            (Field.submitterName, "Lakeside Behavioral Health LLC"), (.submitterIdentifier, "LBH001"),
            (.submitterContact, "Pat Quinn"), (.submitterPhone, "216-555-0100"),
        ] {
            practice.type(text, at: Place(field), in: today)
        }
        try store.savePractice(practice)
    }

    private func export(_ arguments: String..., to name: String = "out.837") throws -> (Program.Outcome, [UInt8]) {
        let file = sandbox.file(name)
        let program = Program(environment: sandbox.environment)
        let outcome = try program.run(["export", "--format", "837p", "--to", file.path] + arguments)
        return (outcome, [UInt8]((try? Data(contentsOf: file)) ?? Data()))
    }

    @Test func `ready claims are written and count as sent`() throws {
        try setUpPractice()
        try keep(.sample)
        try keep(ClaimExample.officeVisit.with(.patientLastName, "Osei").with(.memberID, "123456789099"))
        let (outcome, bytes) = try export()
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.messages.contains("2 claims, $510.00, interchange 1"))
        #expect(!outcome.messages.contains("Rivera"))
        #expect(String(decoding: bytes, as: UTF8.self).contains("CLM*C-1001*255***11:B:1*Y*A*Y*Y~"))
        #expect(try store.claims().allSatisfy { $0.status == .submitted })
        let (again, _) = try export("C-1001", to: "again.837")
        #expect(again.status == 2 && again.messages.contains("C-1001 is submitted, not ready"))
    }

    @Test func `no interchange number is given twice`() throws {
        try setUpPractice()
        try keep(.sample)
        let (_, first) = try export("--keep-status", "C-1001")
        let (_, second) = try export("--keep-status", "C-1001", to: "second.837")
        #expect(try store.claims().allSatisfy { $0.status == .ready })
        #expect(first.count == second.count && first != second)
        #expect(String(decoding: second, as: UTF8.self).hasSuffix("IEA*1*000000002~"))
    }

    @Test func `what concerns several claims is said once, with their names`() throws {
        try setUpPractice()
        try keep(.sample)
        let (_, _) = try export("--keep-status")
        let (one, _) = try export("--keep-status", to: "one.837")
        #expect(one.messages.contains("Claim C-1001: an identical claim was submitted on"))
        try keep(ClaimExample.officeVisit.with(.patientLastName, "Osei").with(.memberID, "123456789099"))
        let (_, _) = try export("--keep-status", to: "two.837")
        let (both, _) = try export("--keep-status", to: "again.837")
        #expect(both.messages.contains("Identical claims were submitted before: C-10"), "\(both.messages)")
        #expect(!both.messages.contains("an identical claim was"))
    }

    @Test func `a claim that is not ready holds the file`() throws {
        try setUpPractice()
        try keep(.sample)
        try keep(.officeVisit, as: .clean)
        let (clean, bytes) = try export("C-1001", "C-1010")
        #expect(clean.status == 2 && clean.messages.contains("C-1010 is clean, not ready") && bytes.isEmpty)
        // Marked ready once, it does not pass any more.
        try keep(ClaimExample.longInfusion.without(.billingNPI))
        let (stale, _) = try export("C-1003", to: "stale.837")
        #expect(stale.status == 2 && stale.messages.contains("C-1003 is no longer ready"))
        #expect(try store.claims().contains { $0.status == .ready })
        // The worklist shows why.
        #expect(try store.claims().contains { $0.account == "C-1003" && $0.status == .flagged && $0.tally.errors > 0 })
        let (partial, rest) = try export("--partial", "C-1001", "C-1010", to: "partial.837")
        #expect(partial.status == 1 && partial.messages.contains("1 claim, $255.00"))
        #expect(String(decoding: rest, as: UTF8.self).contains("CLM*C-1001*"))
    }

    @Test func `one claim that cannot leave holds itself and not the batch`() throws {
        try setUpPractice()
        try keep(.sample)
        try keep(ClaimExample.longInfusion.without(.billingNPI))
        try keep(ClaimExample.officeVisit.with(.patientLastName, "\u{674E}"))
        let (outcome, bytes) = try export()
        #expect(outcome.status == 1, "\(outcome.messages)")
        #expect(outcome.messages.contains("Claim C-1003 is no longer ready: 1 error and "))
        #expect(outcome.messages.contains("Claim C-1010"))
        #expect(!outcome.messages.contains("\u{674E}"))
        #expect(outcome.messages.contains("1 claim, $255.00, interchange 1"))
        #expect(String(decoding: bytes, as: UTF8.self).split(separator: "~").count { $0.hasPrefix("CLM*") } == 1)
        #expect(try store.claims().first { $0.account == "C-1001" }?.status == .submitted)
        #expect(try store.claims().count { $0.status == .submitted } == 1)
        let (none, nothing) = try export(to: "none.837")
        #expect(none.status == 2 && nothing.isEmpty && none.messages.contains("No claim is ready"))
    }

    @Test func `a claim that is open elsewhere holds itself`() throws {
        try setUpPractice()
        try keep(.sample)
        try keep(ClaimExample.officeVisit.with(.patientLastName, "Osei").with(.memberID, "123456789099"))
        let lock = try store.lock(ClaimExample.sample.draft.id)
        defer { lock.release() }
        let (outcome, _) = try export()
        #expect(outcome.status == 1 && outcome.messages.contains("C-1001 is held back: This claim is open in another"))
        #expect(outcome.messages.contains("1 claim, $255.00"))
    }

    @Test func `what the set up lacks is named`() throws {
        try keep(.sample)
        let (outcome, bytes) = try export()
        #expect(outcome.status == 2 && outcome.messages.contains("submitter's ID") && bytes.isEmpty)
        try sandbox.write("theme: default\n", to: "config/cleanclaim/config.yaml")
        let (unset, _) = try export()
        #expect(unset.status == 2 && unset.messages.contains("interchange"))
    }

    @Test func `an existing file is not overwritten`() throws {
        try setUpPractice()
        try keep(.sample)
        try sandbox.write("mine", to: "out.837")
        let (outcome, bytes) = try export()
        #expect(outcome.status == 2 && bytes == Array("mine".utf8))
        #expect(try store.claims().allSatisfy { $0.status == .ready })
    }

    @Test func `an exported file comes in as new drafts`() throws {
        try setUpPractice()
        try keep(.sample)
        _ = try export()
        // The claim that it was written from is there.
        let known = try sandbox.run("import", sandbox.file("out.837").path)
        #expect(known.status == 0 && known.messages.contains("0 claims imported"), "\(known.messages)")
        #expect(known.messages.contains("Skipped: already on the worklist: C-1001; --again imports it again"))
        let outcome = try sandbox.run("import", "--again", sandbox.file("out.837").path)
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.messages.contains("1 claim imported as a draft"))
        #expect(outcome.messages.contains("Another claim on the worklist has the same account number: C-1001."))
        let rows = try store.claims()
        #expect(rows.count == 2)
        let taken = try #require(rows.first { $0.id != "sample-infusion" })
        let draft = try store.claim(taken.id, in: today).draft
        #expect(taken.patient == "RIVERA, DANA" && taken.status == .flagged)
        #expect(draft.lines.map(\.procedure.text) == ["96365", "J3490"])
        // What the format cannot carry is asked for on the screens.
        #expect(taken.tally.rules.contains { $0.hasPrefix("DOC-") || $0.hasPrefix("TM-") })
    }

    @Test func `standard input is recognized by its first letters`() throws {
        try setUpPractice()
        try keep(.officeVisit)
        let (_, bytes) = try export()
        #expect(try sandbox.run("import", "--again", "-", input: bytes).messages.contains("1 claim imported"))
        let json = try sandbox.run("export", "--clear")
        #expect(
            try Sandbox().run("import", "-", input: Array(json.output.utf8)).messages.contains("2 claims imported."))
    }

    @Test func `a JSON file given twice is reported and taken once`() throws {
        try keep(.sample)
        let json = try sandbox.run("export", "--clear").output
        let again = try sandbox.run("import", "-", input: Array(json.utf8))
        #expect(again.status == 0 && again.messages.contains("0 claims imported"), "\(again.messages)")
        #expect(again.messages.contains("1 claim skipped: already on the worklist, unchanged."))
        let changed = Array(json.replacing("Rivera", with: "Riviera").utf8)
        let refused = try sandbox.run("import", "-", input: changed)
        #expect(refused.status == 2 && refused.messages.contains("another version of the claim with the id"))
        #expect(!refused.messages.contains("Riviera"))
        try store.delete("sample-infusion")
        let deleted = try sandbox.run("import", "-", input: Array(json.utf8))
        #expect(deleted.status == 2 && deleted.messages.contains("is deleted. To restore it, type del in the worklist"))
        let twice = try Sandbox().run("import", "-", input: Array((json + json).utf8))
        #expect(twice.status == 2 && twice.messages.contains("is used by two of the claims"))
        #expect(try sandbox.run("import", "--again", "-", input: changed).status == 0)
        #expect(try store.claims().count == 1)
        let shown = try Sandbox().run("import", "--dry-run", "-", input: Array(json.utf8))
        #expect(shown.output.contains("patient.lastName") && shown.messages.contains("1 claim would be imported."))
    }

    @Test func `what is wrong with a file is said and the rest taken`() throws {
        try setUpPractice()
        try keep(.sample)
        let (_, bytes) = try export()
        let damaged = String(decoding: bytes, as: UTF8.self).replacing("SE*", with: "SE*9")
        let outcome = try sandbox.run("import", "--again", "-", input: Array(damaged.utf8))
        #expect(outcome.status == 2)
        #expect(outcome.messages.contains("SE01 says") && outcome.messages.contains("1 claim imported"))
        let foreign = damaged.replacing("005010X222A1", with: "004010X098A1")
        let refused = try sandbox.run("import", "-", input: Array(foreign.utf8))
        #expect(
            refused.status == 2 && refused.messages.contains("4010") && refused.messages.contains("0 claims imported"))
    }

    @Test func `a file that is not written uses no number up`() throws {
        try keep(.sample)
        let file = sandbox.file("out.837").path
        // Without its submitter nothing can be written.
        #expect(try sandbox.run("export", "--format", "837p", "--to", file).status == 2)
        #expect(try store.upcomingInterchangeNumber() == 1)
        try setUpPractice()
        #expect(try sandbox.run("export", "--format", "837p", "--to", file).messages.contains("interchange 1"))
        #expect(try store.upcomingInterchangeNumber() == 2)
    }

    @Test func `what belongs to another format is refused`() throws {
        try keep(.sample)
        for flag in ["--keep-status", "--partial"] {
            let outcome = try sandbox.run("export", flag)
            #expect(outcome.status != 0 && outcome.messages.contains("need --format 837p"))
        }
        let account = ClaimExample.sample.draft.identity.account.text
        let twice = try sandbox.run(
            "export", account, account, "--format", "837p", "--to", sandbox.file("twice.837").path)
        #expect(twice.status == 2 && twice.messages.contains("\(account) is named twice"))
        let table = try sandbox.write("a,b\n", to: "x.csv")
        let checked = try sandbox.run("check", table.path)
        #expect(checked.status == 2 && (checked.messages + checked.output).contains("import FILE --map"))
    }
}
