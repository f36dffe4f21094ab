import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import TestStore
import Testing

/// A payer's eligibility answer, read into the coverage on file.
struct EligibilityTests {
    private let sandbox: Sandbox
    private let store: ClaimStore

    init() throws {
        sandbox = try Sandbox()
        store = try ClaimStore(folder: sandbox.file("data/cleanclaim"))
        try store.rememberEverybody(in: ClaimExample.sample.without(.benefitsDate, .benefitsReference).draft)
    }

    private static let benefits = [
        "DTP*346*D8*20260101", "DTP*347*D8*20261231", "EB*1*IND*30**GOLD PLAN", "EB*B**98***27*35",
        "EB*B**98***27*70*****N",
        "EB*C*IND*30***29*412.50", "EB*C*FAM*30***29*900",
    ]

    /// A 271 about the sample's patient.
    private func answer(
        member: String = "1234-5678-9012", first: String = "DANA", birth: String = "19810417",
        _ benefits: [String] = benefits
    ) throws -> String {
        try sandbox.write(Self.answer(member: member, first: first, birth: birth, benefits), to: "answer.271").path
    }

    /// Its text.
    static func answer(
        member: String = "1234-5678-9012", first: String = "DANA", birth: String = "19810417",
        _ benefits: [String] = benefits
    ) -> String {
        let body =
            [
                "BHT*0022*11*REF771*20261102*1200", "HL*1**20*1", "NM1*PR*2*MEDICAL MUTUAL*****PI*29076", "HL*2*1*21*1",
                "NM1*1P*2*LAKESIDE*****XX*1122233343", "HL*3*2*22*0", "TRN*2*T-5501*9LAKESIDE",
                "NM1*IL*1*RIVERA*\(first)****MI*\(member)", "DMG*D8*\(birth)*F",
            ] + benefits
        let head = [
            "ISA*00*          *00*          *ZZ*PAYER          *ZZ*LAKESIDE       *261102*1200*^*00501*000000007*0*P*:",
            "GS*HB*PAYER*LAKESIDE*20261102*1200*7*X*005010X279A1", "ST*271*0001*005010X279A1",
        ]
        let tail = ["SE*\(body.count + 2)*0001", "GE*1*7", "IEA*1*000000007"]
        return (head + body + tail).map { $0 + "~" }.joined(separator: "\n")
    }

    private var coverage: ReferenceEntry { get throws { try #require(try store.references(.coverage).first) } }

    @Test func `dates, copay, deductible and the check itself come to the coverage`() throws {
        let dry = try sandbox.run("reference", "eligibility", try answer(), "--dry-run")
        #expect(dry.status == 0 && dry.messages.contains("1 coverage would be updated"), "\(dry.messages)")
        #expect(try coverage.text(of: .copay).isEmpty)
        let outcome = try sandbox.run("reference", "eligibility", try answer())
        #expect(outcome.status == 0 && outcome.messages.contains("1 coverage updated"), "\(outcome.messages)")
        let texts = try [Field.coverageStart, .coverageEnd, .copay, .deductible, .benefitsDate, .benefitsReference]
            .map { try coverage.text(of: $0) }
        #expect(texts == ["01/01/2026", "12/31/2026", "35.00", "412.50", "11/02/2026", "T-5501"])
    }

    @Test func `an answer for nobody, or one that the payer refused, is named by its segment only`() throws {
        for (member, first, birth) in [
            ("999", "DANA", "19810417"), ("123456789012", "PAT", "19810417"), ("123456789012", "DANA", "19810418"),
        ] {
            let outcome = try sandbox.run(
                "reference", "eligibility", try answer(member: member, first: first, birth: birth))
            #expect(
                outcome.status == 1 && outcome.messages.contains("segment 9: no coverage on file"),
                "\(outcome.messages)")
            #expect(!outcome.messages.contains("RIVERA") && !outcome.messages.contains(member))
        }
        let refused = try sandbox.run("reference", "eligibility", try answer(["AAA*N**75*C"]))
        #expect(refused.status == 1 && refused.messages.contains("AAA 75"), "\(refused.messages)")
        #expect(try coverage.text(of: .benefitsDate).isEmpty)
    }

    @Test func `a coverage that is not active is no benefits check, and several copays are none`() throws {
        let ended = try sandbox.run(
            "reference", "eligibility", try answer(["DTP*347*D8*20260930", "EB*6**30", "EB*B**98***27*35"]))
        #expect(ended.status == 1 && ended.messages.contains("not active"), "\(ended.messages)")
        #expect(try coverage.text(of: .coverageEnd) == "09/30/2026")
        #expect(try coverage.text(of: .benefitsDate).isEmpty && coverage.text(of: .copay).isEmpty)
        let several = try sandbox.run(
            "reference", "eligibility", try answer(["EB*1**30", "EB*B**98***27*35", "EB*B**MH***27*20"]))
        #expect(several.messages.contains("several copays"), "\(several.messages)")
        #expect(try coverage.text(of: .copay).isEmpty && !coverage.text(of: .benefitsDate).isEmpty)
    }

    @Test func `another file, or a damaged one, changes nothing`() throws {
        let whole = try answer()
        let text = try String(contentsOfFile: whole, encoding: .utf8)
        for damaged in [
            text.replacing("ST*271*", with: "ST*277*"), String(text.prefix(text.count / 2)), "not a file", "",
            text.replacing("SE*", with: "SE*9"),
        ] {
            let file = try sandbox.write(damaged, to: "damaged.271").path
            let outcome = try sandbox.run("reference", "eligibility", file)
            #expect(outcome.status == 2 && outcome.messages.contains("Nothing was changed."), "\(outcome.messages)")
            #expect(try coverage.text(of: .copay).isEmpty)
        }
    }
}
