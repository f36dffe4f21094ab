import ClaimModel
import ClaimRules
import Foundation
import Randomness
import Testing
import TextKit

@testable import ClaimExchange

/// Each segment of a claim is held against the guide, whether a field holds it or not.
@Suite struct GuideCheckTests {
    /// A change of the file, and what has to be said: the kind and the element.
    struct Case: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        let kind: GuideFault.Kind
        let element: String
        var testDescription: String { "\(old) → \(new)" }

        init(_ old: String, _ new: String, _ kind: GuideFault.Kind, _ element: String) {
            (self.old, self.new, self.kind, self.element) = (old, new, kind, element)
        }
    }

    static let cases = [
        Case("N3*200 SUPERIOR AVE~", "", .segmentMissing, "2010AA N3"),
        Case("REF*EI*345550101~", "", .segmentMissing, "2010AA REF*EI/SY"),
        Case("HI*ABK:F332~", "", .segmentMissing, "2300 HI*ABK/BK"),
        Case("NM1*PR*2*MEDICAL MUTUAL*****PI*29076~", "", .segmentMissing, "2010BB NM1*PR"),
        Case("C-1000*255", "C-1000*", .elementMissing, "2300 CLM02"),
        Case("11:B:1", "11::1", .elementMissing, "2300 CLM05-2"),
        Case("REF*G1*MM2611040", "REF*G1", .elementMissing, "2300 REF02"),
        Case("PXC*2084P0800X", "PXC*2084P0800X*OH", .notUsed, "2310B PRV04"),
        Case("C-1000*255", "C-1000*$255", .format, "2300 CLM02"),
        Case("C-1000*255", "C-1000*1,255", .format, "2300 CLM02"),
        Case("D8*20261110", "D8*11/10/2026", .format, "2400 DTP03"),
        Case("D8*20261110", "RD8*20261110", .format, "2400 DTP03"),
        Case("ABK:F332", "ABK:F33.2", .format, "2300 HI01-2"),
        Case("EI*345550101", "EI*34-5550101", .format, "2010AA REF02"),
        Case("OH*441141234", "OH*44114-1234", .format, "2010AA N403"),
        Case("N4*00143950801", "N4*00143-9508-01", .format, "2410 LIN03"),
        Case("XX*1234567893", "XX*808401234567893", .format, "2310B NM109"),
        Case("NTE*ADD*KETAMINE HCL", "NTE*ADD*\(String(repeating: "K", count: 81))", .length, "2400 NTE02"),
        Case("ABK:F332", "ABK:F332*ABK:F411", .code, "2300 HI02-1"),
        Case("REF*G1", "REF*ZZ", .code, "2300 REF01"),
        Case("PE*PXC", "PE*ZZ", .code, "2310B PRV02"),
        Case("HC:96365", "XX:96365", .code, "2400 SV101-1"),
        Case("MI*123456789010", "ZZ*123456789010", .code, "2010BA NM108"),
        Case("MI*123456789010", "*123456789010", .together, "2010BA NM108"),
        Case("REF*G1*MM2611040~", "REF*G1*1~REF*G1*2~", .tooMany, "2300 REF"),
        Case("DANA****MI*123456789010", "DANA****MI*12:3", .characters, "2010BA NM109"),
        Case("BEHAVIORAL HEALTH LLC*****XX", "BEHAVIORAL HEALTH LLC*ANN****XX", .notUsed, "2010AA NM104"),
        Case("LX*2", "LX*3", .number, "2400 LX01"),
        Case("CLEVELAND*OH*441141234~", "CLEVELAND*OH*441141234*~", .characters, "2010AA N4"),
        Case("LX*1", "SBR*P*01*******CI~\(otherPayer)LX*1", .number, "2320 SBR01"),
    ]

    private static let otherPayer = "OI***Y***Y~NM1*IL*1*A*B****MI*12~NM1*PR*2*C*****PI*29~"

    private func text() throws -> String { String(decoding: try Fixture.bytes("subscriber"), as: UTF8.self) }

    private func read(_ text: some StringProtocol) throws -> ReadFile { try ReadFile(Array(text.utf8)) }

    @Test(arguments: cases) func `what a front end rejects is an error`(_ example: Case) throws {
        let text = try text()
        let place = try #require(text.range(of: example.old))
        let changed = text.replacingCharacters(in: place, with: example.new)
        let faults = try read(changed).claims.flatMap(\.guideFaults)
        #expect(faults.map(\.name).contains(example.element), "\(faults.map(\.name))")
        #expect(faults.contains { $0.name == example.element && $0.kind == example.kind })
        #expect(Set(faults.map(\.segment.number)).count == 1, "said once: \(faults.map { $0.message(at: nil) })")
    }

    @Test(arguments: Fixture.all) func `a right file has no fault`(name: String) throws {
        let read = try ReadFile(Fixture.bytes(name))
        // One of them has a number that only version 4010 knows (REF*G5), as pyx12 says, too.
        let faults = read.claims.flatMap(\.guideFaults).filter { $0.text != "G5" }
        #expect(faults.map { $0.message(at: nil) } == [])
        #expect(read.faults.isEmpty)
    }

    @Test func `13 diagnoses are one too many`() throws {
        let codes = (0..<12).map { "ABF:F3\($0 % 10)" }.joined(separator: "*")
        let claims = try read(try text().replacing("ABK:F332", with: "ABK:F332*\(codes)")).claims
        let faults = try #require(claims.first).guideFaults
        #expect(faults.map(\.name) == ["2300 HI13"])
        #expect(faults.first?.problem.contains("13th diagnosis") == true)
    }

    @Test func `a fault of a level that claims share is said once`() throws {
        let claims = try read(try text().replacing("EI*345550101", with: "EI*34-5550101")).claims
        #expect(claims.count == 3)
        #expect(claims.map(\.guideFaults.count) == [1, 0, 0])
    }

    @Test func `a rule's error at the same field stands for it`() throws {
        let claim = try #require(try read(try text().replacing("OH*441141234", with: "OH*4411A")).claims.first)
        let draft = claim.draft(id: "read", in: Writers.context)
        let finding = Desk.finding(.error, at: .billingZIP, "wrong")
        #expect(claim.guideFindings(on: draft, besides: []).map(\.field) == ["billing.zip"])
        #expect(claim.guideFindings(on: draft, besides: [finding]).isEmpty)
        #expect(claim.arrival(id: "read", in: Writers.context).faults.allSatisfy { !$0.message.contains("4411A") })
    }

    @Test(arguments: [
        ("BHT*0019*00*17-1*20261123*0930*CH~\n", "", "BHT"), ("*CH~", "*XX~", "BHT06"),
        ("NM1*40*2*CLEARHOUSE INC*****46*CLEARHOUSE~\n", "", "1000B NM1*40"),
        ("TE*2165550100", "TE*12165550100", "1000A PER04"),
        ("PER*IC*PAT QUINN*TE*2165550100*EM*BILLING@LAKESIDE.EXAMPLE~\n", "", "1000A PER"),
        ("HL*2*1*22*0", "HL*2*1*22*1", "HL04"), ("*000000017*0", "*17       *0", "ISA13"), ("GS*HC", "GS*HP", "GS01"),
    ])
    func `headers and levels are checked`(old: String, new: String, element: String) throws {
        let messages = try read(try text().replacing(old, with: new)).faults.map(\.message)
        #expect(messages.contains { $0.contains(element) }, "\(messages)")
        #expect(messages.filter { !$0.contains("SE01") }.count == 1, "\(messages)")
    }

    @Test func `a transaction without a claim is no clean file`() throws {
        let text = try text()
        let (start, end) = (try #require(text.range(of: "CLM*")), try #require(text.range(of: "SE*75")))
        let read = try read(text[..<start.lowerBound] + "SE*19*0001~" + text[end.lowerBound...].dropFirst(11))
        #expect(read.claims.isEmpty && read.faults.contains { $0.message.contains("no claim") })
    }

    @Test func `a missing LX is a missing LX, and its line is read`() throws {
        let claim = try #require(try read(try text().replacing("LX*2~\n", with: "")).claims.first)
        #expect(claim.faults.map(\.kind) == [.missingSegment])
        #expect(claim.faults.first?.message.hasPrefix("LX is missing") == true && claim.guideFaults.isEmpty)
        #expect(claim.draft(id: "read", in: Writers.context).lines.map(\.procedure.text) == ["96365", "J3490"])
    }

    @Test func `an unknown name keeps what follows it to itself`() throws {
        let stranger = "NM1*ZZ*1*WHO*IS~N3*9 NOWHERE ST~N4*AKRON*OH*44301~DMG*D8*19000101*M~"
        let text = try text().replacing("NM1*PR", with: "\(stranger)NM1*PR")
        let claim = try #require(try read(text).claims.first)
        let draft = claim.draft(id: "read", in: Writers.context)
        #expect(draft.text(at: Place(.patientStreet)) == "12 ELM ST")
        #expect(draft.text(at: Place(.patientSex)) == "F")
        let own = "N3*12 ELM ST~\nN4*CLEVELAND*OH*44113~\nDMG*D8*19800417*F~"
        let early = try self.text().replacing(own, with: stranger)
        let bare = try #require(try read(early).claims.first).draft(id: "read", in: Writers.context)
        for field in [Field.patientStreet, .patientBirthDate, .patientSex] {
            #expect(bare.text(at: Place(field)).isEmpty, "\(field.id)")
        }
    }

    @Test func `damaged files are judged, and so is what would be written of them`() throws {
        let whole = try Fixture.all.map(Fixture.bytes)
        for seed in 0..<Damage.runs {
            var random = Seeded(seed)
            for claim in try ReadFile(Damage.random(random.pick(whole), using: &random)).claims where claim.isWhole {
                #expect(claim.guideFaults.allSatisfy { !$0.name.isEmpty && !$0.problem.isEmpty }, "seed \(seed)")
                _ = SendableSegments(of: claim.draft(id: "damaged", in: Writers.context), in: Writers.context)
            }
        }
    }

    @Test func `what would be rejected is not written`() throws {
        let text = try text().replacing("REF*G1*MM2611040~", with: "REF*G1*MM2611040~NTE*QQ*HELLO~")
        let draft = try #require(try read(text).claims.first).draft(id: "in", in: Writers.context)
        let parties = try #require(Writers.parties)
        let file = try ProfessionalFile(
            drafts: [draft], from: Writers.submitter, between: parties, stamp: Writers.stamp, in: Writers.context)
        #expect(file.places.isEmpty)
        #expect(file.obstacles[0]?.map(\.element) == ["2300 NTE01"])
    }
}

@Suite struct GuideExplanationTests {
    @Test(arguments: GuideFault.Kind.allCases)
    func `every check of the file is explained`(kind: GuideFault.Kind) throws {
        let text = try #require(GuideExplanation.text(of: kind.rawValue.lowercased()))
        #expect(text.hasPrefix(kind.rawValue) && text.contains(GuideFault.source))
        #expect(text.split(separator: "\n").allSatisfy { $0.columns <= 80 })
    }

    @Test func `nothing else is`() { #expect(GuideExplanation.text(of: "GD-999") == nil) }
}
