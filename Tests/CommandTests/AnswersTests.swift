import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import Testing

@testable import cleanclaim

/// `cleanclaim answers` on a store with one claim.
struct AnswersTests {
    private static let account = ClaimExample.sample.draft.identity.account.text

    private static func remittance(_ claim: String) -> String {
        let segments = [
            "ISA*00*          *00*          *ZZ*PAYER          *ZZ*LAKESIDE       *261120*0930*^*00501*000000042*0*T*:",
            "GS*HP*PAYER*LAKESIDE*20261120*0930*42*X*005010X221A1", "ST*835*0001", claim, "CAS*CO*16*255", "MOA***M119",
        ]
        let trailers = ["SE*5*0001", "GE*1*42", "IEA*1*000000042"]
        return (segments + trailers).map { $0 + "~\n" }.joined()
    }

    private func office() throws -> Sandbox {
        let sandbox = try Sandbox()
        let json = String(decoding: ClaimExample.sample.draft.canonicalJSON(), as: UTF8.self)
        try sandbox.write(json + "\n", to: "claim.json")
        #expect(try sandbox.run("import", sandbox.file("claim.json").path).status == 0)
        try sandbox.write(Self.remittance("CLP*\(Self.account)*4*255*0**CI*26314000551*11*1"), to: "answer.835")
        return sandbox
    }

    @Test func `an answer is matched kept and known the second time`() throws {
        let sandbox = try office()
        let file = sandbox.file("answer.835").path
        let outcome = try sandbox.run("answers", file, "--format", "json")
        #expect(outcome.status == 1)
        let answer = try #require((try outcome.json["answers"] as? [[String: Any]])?.first)
        #expect(answer["matched"] as? Bool == true)
        let said = try #require(answer["answer"] as? [String: Any])
        #expect(said["status"] as? String == "denied" && said["payer_control_number"] as? String == "26314000551")
        let codes = try #require(answer["codes"] as? [[String: Any]])
        #expect(Set(codes.compactMap { $0["code"] as? String }) == ["CARC 16", "RARC M119"])
        #expect(codes.allSatisfy { ($0["candidates"] as? [Any])?.isEmpty == false })
        let again = try sandbox.run("answers", file)
        #expect(again.messages.contains("already on file"))
    }

    @Test func `a file with an impossible amount is not taken in and says where`() throws {
        let sandbox = try office()
        let good = Self.remittance("CLP*\(Self.account)*4*255*0**CI*26314000551*11*1")
        let bad = good.replacing("MOA***M119~", with: "MOA***M119~\nCLP*A2*1*1*999999999999999*0*CI*2~")
            .replacing("SE*5", with: "SE*6")
        let outcome = try sandbox.run("answers", "-", input: Array(bad.utf8))
        #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome)")
        #expect(outcome.messages.contains("segment 7, byte") && outcome.messages.contains("CLP04"))
        #expect(outcome.messages.contains("Nothing from this file was stored"))
        let store = try ClaimStore(folder: sandbox.file("data/cleanclaim"))
        #expect(try store.claims().allSatisfy { $0.status != .denied })
        #expect(try sandbox.run("answers", "-", input: Array(good.utf8)).status == 1)
    }

    @Test func `no file ends in silence`() throws {
        let sandbox = try Sandbox()
        let header =
            "ISA*00*          *00*          *ZZ*PAYER          *ZZ*LAKESIDE       *261120*0930*^*00501*000000042*0*T*:~"
        let empty = try sandbox.run("answers", "-", input: Array((header + "IEA*0*000000042~").utf8))
        #expect(empty.status == 2 && empty.messages.contains("there is no response in it (835, 277CA, 999, TA1)"))
        let old = ["GS*FA*PAYER*LAKESIDE*20261120*0930*42*X*004010", "ST*997*0001", "AK1*HC*1", "AK9*A*1*1*1"]
        let trailers = ["SE*4*0001", "GE*1*42", "IEA*1*000000042"]
        let text = header + (old + trailers).map { $0 + "~" }.joined()
        let refused = try sandbox.run("answers", "-", input: Array(text.utf8))
        #expect(refused.status == 2 && refused.messages.contains("Transaction 997"), "\(refused)")
        #expect(refused.messages.contains("ask the receiver for the 999"))
        let receipt = header + "TA1*000000017*261112*1030*R*006~IEA*0*000000042~"
        let foreign = try sandbox.run("answers", "-", input: Array(receipt.utf8))
        #expect(foreign.status == 2 && foreign.messages.contains("no interchange 17 was submitted from here"))
    }

    @Test func `a response without a claim is listed matched and deleted`() throws {
        let sandbox = try office()
        let foreign = Self.remittance("CLP*X-1*4*255*0**CI*26314000551*11*1")
        #expect(try sandbox.run("answers", "-", input: Array(foreign.utf8)).status == 2)
        let list = try sandbox.run("answers", "--unmatched")
        #expect(list.status == 0 && list.output.contains("1.   account number X-1, denied"), "\(list)")
        let json = try sandbox.run("answers", "--unmatched", "--format", "json").json
        #expect((json["unmatched"] as? [[String: Any]])?.first?["charge"] as? Int == 25_500)
        #expect(try sandbox.run("answers", "--match", "1").status != 0)
        let odd = Self.remittance("CLP*X-2*1*9.5*9.5**CI*26314000552*11*1")
        #expect(try sandbox.run("answers", "-", input: Array(odd.utf8)).status == 2)
        let wrong = try sandbox.run("answers", "--match", "2", "--claim", Self.account)
        #expect(wrong.status != 0 && wrong.messages.contains("nor charge in common"), "\(wrong)")
        #expect(try sandbox.run("answers", "--dismiss", "2").status == 0)
        #expect(try sandbox.run("answers", "--match", "1", "--claim", Self.account).status == 1)
        let store = try ClaimStore(folder: sandbox.file("data/cleanclaim"))
        #expect(try store.claims().map(\.status) == [.denied])
        #expect(try sandbox.run("answers", "--unmatched").output == "No unmatched responses.\n")
        #expect(try sandbox.run("answers", "--dismiss", "1").status == 2)
    }

    @Test func `an earlier acceptance takes no decision back`() throws {
        let sandbox = try office()
        #expect(try sandbox.run("answers", sandbox.file("answer.835").path).status == 1)
        let accepted = [
            "ISA*00*          *00*          *ZZ*PAYER          *ZZ*LAKESIDE       *261118*0930*^*00501*000000041*0*T*:",
            "GS*HN*PAYER*LAKESIDE*20261118*0930*41*X*005010X214", "ST*277*0001*005010X214",
            "BHT*0085*08*1*20261118*0930*TH", "HL*1**20*1", "NM1*PR*2*PAYER*****PI*29076", "HL*2*1*21*1",
            "NM1*41*2*LAKESIDE*****46*LAKESIDE", "HL*3*2*19*1", "NM1*85*2*LAKESIDE*****XX*1234567893", "HL*4*3*PT",
            "NM1*QC*1*RIVERA*DANA", "TRN*2*\(Self.account)", "STC*A2:20*20261118*WQ*255", "SE*13*0001", "GE*1*41",
            "IEA*1*000000041",
        ].map { $0 + "~\n" }.joined()
        let outcome = try sandbox.run("answers", "-", input: Array(accepted.utf8))
        #expect(outcome.messages.contains("stays denied"), "\(outcome)")
        let store = try ClaimStore(folder: sandbox.file("data/cleanclaim"))
        #expect(try store.claims().map(\.status) == [.denied])
    }

    @Test func `an answer over more than the claim bills is another claim's`() throws {
        let sandbox = try office()
        let other = Self.remittance("CLP*\(Self.account)*4*999.99*0**CI*26314000551*11*1")
        let outcome = try sandbox.run("answers", "-", input: Array(other.utf8))
        #expect(outcome.status == 2 && outcome.messages.contains("does not match what that claim bills"), "\(outcome)")
        let store = try ClaimStore(folder: sandbox.file("data/cleanclaim"))
        #expect(try store.claims().allSatisfy { $0.status != .denied })
    }

    @Test func `what may be another claims is reported as not matched`() throws {
        let sandbox = try office()
        let other = Self.remittance("CLP*\(Self.account)*4*999.99*0**CI*26314000551*11*1")
        let outcome = try sandbox.run("answers", "-", "--format", "json", input: Array(other.utf8))
        let answer = try #require((try outcome.json["answers"] as? [[String: Any]])?.first)
        #expect(answer["matched"] as? Bool == false)
        let codes = try #require(answer["codes"] as? [[String: Any]])
        #expect(codes.allSatisfy { ($0["candidates"] as? [Any])?.isEmpty == true })
    }

    @Test func `an answer to no claim is shown and said`() throws {
        let sandbox = try office()
        let other = Self.remittance("CLP*NOBODY*4*255*0**CI*26314000551*11*1")
        let outcome = try sandbox.run("answers", "-", input: Array(other.utf8))
        #expect(outcome.status == 2)
        #expect(outcome.messages.contains("no claim has the account number NOBODY"))
        #expect(outcome.output.contains("denied"))
    }

    @Test func `what the primary paid begins the claim to the second payer`() throws {
        let sandbox = try Sandbox()
        let plan: [(Field, String)] = [
            (.otherInsuranceExists, "Y"), (.otherPlanName, "Lakeshore Health Plan"), (.otherInsuredLastName, "Rivera"),
            (.otherInsuredFirstName, "Dana"), (.otherPolicyNumber, "LHP55501"), (.otherPayerIdentifier, "55501"),
            (.otherFilingIndicator, "CI"), (.otherRelationship, "18"), (.payerOrder, "P"),
        ]
        let primary = plan.reduce(ClaimExample.sample) { $0.with($1.0, $1.1) }.draft
        try sandbox.write(String(decoding: primary.canonicalJSON(), as: UTF8.self) + "\n", to: "claim.json")
        #expect(try sandbox.run("import", sandbox.file("claim.json").path).status == 0)
        try sandbox.write(
            Self.remittance("CLP*\(Self.account)*1*255*150**CI*26314000551*11*1")
                .replacing("CAS*CO*16*255~", with: "CAS*CO*45*105~"), to: "answer.835")
        #expect(try sandbox.run("answers", sandbox.file("answer.835").path).status == 0)
        let tried = try sandbox.run("secondary", Self.account, "--dry-run")
        #expect(tried.output.contains("would start") && tried.output.contains("primary paid 150.00"))
        let outcome = try sandbox.run("secondary", Self.account)
        #expect(outcome.output.contains("Lakeshore Health Plan") && !outcome.output.contains("PY-04"))
        let drafts = try sandbox.run("export", "--clear", "--format", "json").output
        #expect(drafts.contains("26314000551") && drafts.contains("CO-45 105.00"))
        #expect(try sandbox.run("secondary", "NOBODY").status == 2)
        let twice = try sandbox.run("secondary", Self.account)
        let begun = outcome.output.prefix { $0 != " " }
        #expect(
            twice.status == 2
                && twice.messages.contains("Claim \(begun) to Lakeshore Health Plan already has these lines"))
        #expect(try sandbox.run("export", "--clear", "--format", "json").output == drafts)
        #expect(try sandbox.run("secondary", Self.account, "--again").output.contains("Lakeshore"))
    }

    @Test func `codes typed by hand are looked up on the claim`() throws {
        let sandbox = try office()
        let outcome = try sandbox.run("answers", "--claim", Self.account, "--codes", "CO-16 M123")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("RARC M123") && outcome.messages.isEmpty)
        let unknown = try sandbox.run("answers", "--claim", Self.account, "--codes", "CO-16 N9999")
        #expect(unknown.messages.contains("RARC N9999 is not in any table") && !unknown.messages.contains("CARC 16"))
        #expect(try sandbox.run("answers", "--claim", Self.account, "--codes", "what").status == 2)
    }
}
