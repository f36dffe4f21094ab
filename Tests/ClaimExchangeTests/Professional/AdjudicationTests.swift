import ClaimModel
import ClaimRules
import Randomness
import Testing

@testable import ClaimExchange

/// What a primary decided, in loops 2320, 2330B and 2430.
@Suite struct AdjudicationTests {
    /// A primary claim of the sample's patient, and the 835 that came to it.
    static func secondary() throws -> ClaimDraft {
        let file = AnswerTests.file(
            "835", "005010X221A1",
            RemittanceTests.head + [
                "CLP*C-1*1*255*200*45*CI*26314000551*11*1", "SVC*HC:96365*210*170**1", "CAS*CO*45*10",
                "CAS*PR*2*30", "SVC*HC:J3490*45*30**1", "CAS*PR*1*15",
            ])
        var reader = AnswerReader(file)
        var answers: [ClaimAnswer] = []
        while let item = try reader.next() { if case .value(.claim(let answer)) = item { answers.append(answer) } }
        let primary = ClaimExample.sample.with(.otherInsuranceExists, "Y")
            .with(.otherPlanName, "Lakeshore Health Plan").with(.otherInsuredLastName, "Rivera")
            .with(.otherInsuredFirstName, "Dana").with(.otherPolicyNumber, "LHP55501")
            .with(.otherPayerIdentifier, "55501").with(.otherFilingIndicator, "CI").with(.otherRelationship, "18")
            .with(.payerOrder, "P").draft
        return try SecondaryClaim(after: primary, answered: answers, id: "second", in: Writers.context)
            .numbered("C-2", in: Writers.context)
    }

    @Test func `a secondary claim reports what the primary decided`() throws {
        let texts = try Self.secondary().segmentTexts
        for text in [
            "AMT*D*200.00", "REF*F8*26314000551", "SVD*29076*170.00*HC:96365**1", "CAS*CO*45*10.00",
            "CAS*PR*2*30.00", "DTP*573*D8*20261120", "AMT*EAF*30.00", "SVD*29076*30.00*HC:J3490**1",
        ] {
            #expect(texts.contains(text), "\(text)")
        }
        let order = try ["SVD*29076*170", "CAS*CO", "CAS*PR*2", "DTP*573", "AMT*EAF*30"].map { start in
            try #require(texts.firstIndex { $0.hasPrefix(start) })
        }
        #expect(order == order.sorted())
    }

    @Test(
        arguments: [
            (["CAS*CO*45*10", "CAS*PR*1*5**2*6.50*2"], "CO-45 10, PR-1 5, PR-2 6.50 x2"),
            (["CAS*PR*1*5", "CAS*PR*2*6"], "PR-1 5; PR-2 6"),
            (["CAS*CO*A1*-5.00"], "CO-A1 -5.00"),
            (["CAS*XX*45*10"], nil), (["CAS*CO*45"], nil), (["CAS*CO*45*1.005"], nil), (["CAS*CO*45*10****50*1"], nil),
        ] as [([String], String?)])
    func `adjustments are the text of their segments`(_ segments: [String], _ text: String?) throws {
        let place = LoopPlace(.adjudication, line: 0)
        let read = try segments.map { try #require(WireSegment(text: $0, at: place)) }
        #expect(AdjustmentSegments.text(of: read) == text)
        guard let text else { return }
        #expect(AdjustmentSegments.elements(of: text).map { WireSegment($0, name: "CAS", at: place).text } == segments)
    }

    @Test(arguments: [true, false])
    func `a date at both levels and two numbers on a line are seen, carried or only checked`(carrying: Bool) throws {
        let text = String(decoding: try Fixture.bytes("secondary"), as: UTF8.self)
        func findings(_ from: String, _ to: String) throws -> [String] {
            let changed = Array(text.replacing(from, with: to).utf8)
            let claim = try #require(try ReadFile(changed).claims.first)
            let draft = claim.draft(id: "read", in: Writers.context, carrying: carrying)
            return validate(draft, in: try Desk.context()).map(\.rule.id)
        }
        let payer = "NM1*PR*2*LAKESHORE HEALTH PLAN*****PI*55501~\n"
        #expect(try findings(payer, "\(payer)DTP*573*D8*20261118~\n").contains("PY-048"))
        #expect(try !findings(payer, payer).contains("PY-048"))
        let day = "DTP*472*D8*20261110~\n"
        #expect(try findings(day, "\(day)REF*G1*A1~\nREF*G1*A2~\n").contains("AU-011"))
        #expect(try !findings(day, "\(day)REF*G1*A1~\nREF*G1*A2**2U:55501~\n").contains("AU-011"))
        #expect(try !findings(day, "\(day)REF*G1*A1~\nREF*9F*A2~\n").contains("AU-011"))
    }

    @Test func `what was carried yields to what is keyed later`() throws {
        let text = String(decoding: try Fixture.bytes("secondary"), as: UTF8.self)
            .replacing("CAS*CO*45*60~", with: "CAS*CO*45~")
        var draft = try #require(try ReadFile(Array(text.utf8)).claims.first).draft(id: "read", in: Writers.context)
        #expect(draft.text(at: Place(.linePrimaryAdjusted)).isEmpty)
        #expect(draft.segmentTexts.contains("CAS*CO*45"))
        draft.type("CO-45 60", at: Place(.linePrimaryAdjusted), in: Writers.context)
        #expect(draft.segmentTexts.filter { $0.hasPrefix("CAS*") } == ["CAS*CO*45*60"])
    }
}
