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
        return try NextPayerClaim(after: primary, answered: answers, id: "second", in: Writers.context)
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

    /// A claim to the third payer, with what the two before decided on its only line.
    private static func tertiary() throws -> String {
        String(decoding: try Fixture.bytes("secondary"), as: UTF8.self)
            .replacing("SBR*S*18*******MB~", with: "SBR*T*18*******MB~")
            .replacing(
                "LX*1~",
                with: """
                    SBR*S*18*******CI~
                    AMT*D*35~
                    OI***Y***Y~
                    NM1*IL*1*RIVERA*DANA****MI*HHP66602~
                    NM1*PR*2*HARBOR HEALTH PLAN*****PI*66602~
                    REF*F8*SEC77~
                    LX*1~
                    """
            )
            .replacing(
                "SE*33*",
                with: """
                    SVD*66602*35*HC:96365**1~
                    CAS*OA*23*150~
                    CAS*PR*2*25~
                    DTP*573*D8*20261120~
                    SE*43*
                    """)
    }

    private static func read(_ text: String) throws -> ClaimDraft {
        try #require(try ReadFile(Array(text.utf8)).claims.first).draft(id: "read", in: Writers.context)
    }

    @Test func `a tertiary claim has both decisions, and is written as it was`() throws {
        let draft = try Self.read(try Self.tertiary())
        let texts: [(Field, String)] = [
            (.thirdPlanName, "HARBOR HEALTH PLAN"), (.thirdPayerIdentifier, "66602"), (.thirdFilingIndicator, "CI"),
            (.secondaryAdjudicationPaid, "35"), (.secondaryAdjudicationControlNumber, "SEC77"),
            (.secondaryAdjudicationDate, "11/20/2026"), (.adjudicationDate, "11/18/2026"), (.linePrimaryPaid, "150"),
            (.lineSecondaryPaid, "35"), (.lineSecondaryAdjusted, "OA-23 150, PR-2 25"),
        ]
        for (field, text) in texts { #expect(draft.text(at: Place(field)) == text, "\(field.id)") }
        #expect(draft.carried.allSatisfy(\.isRest) && draft.lines[0].carried.allSatisfy(\.isRest))
        let sent = draft.segmentTexts
        let order = try [
            "SBR*P", "NM1*PR*2*LAKESHORE", "SBR*S", "AMT*D*35", "NM1*PR*2*HARBOR", "SVD*55501", "SVD*66602",
        ].map {
            start in try #require(sent.firstIndex { $0.hasPrefix(start) }, "\(start)")
        }
        #expect(order == order.sorted())
        let found = validate(draft, in: try Desk.context()).map(\.rule.id)
        #expect(!found.contains { ["PT-008", "PY-014", "PY-015", "PY-040", "PY-041", "PY-042"].contains($0) })
    }

    @Test func `payers in another order than they pay are read in theirs`() throws {
        let text = try Self.tertiary()
        let swapped = text.replacing("SBR*P*", with: "SBR*?*").replacing("SBR*S*", with: "SBR*P*")
            .replacing("SBR*?*", with: "SBR*S*")
        let draft = try Self.read(swapped)
        #expect(draft.text(at: Place(.otherPayerIdentifier)) == "66602")
        #expect(draft.text(at: Place(.thirdPayerIdentifier)) == "55501")
        #expect(draft.text(at: Place(.linePrimaryPaid)) == "35")
        #expect(draft.text(at: Place(.lineSecondaryPaid)) == "150")
        #expect(draft.text(at: Place(.secondaryAdjudicationDate)) == "11/18/2026")
        #expect(
            draft.segmentTexts.filter { $0.hasPrefix("SVD") } == [
                "SVD*66602*35*HC:96365**1", "SVD*55501*150*HC:96365**1",
            ])
    }

    @Test func `a decision of the secondary alone is no primary's`() throws {
        let draft = try Self.read(try Self.tertiary().replacing("SVD*55501*150", with: "SVD*99999*150"))
        #expect(draft.lines[0].primary.isBlank)
        #expect(draft.segmentTexts.contains("SVD*99999*150*HC:96365**1"))
        #expect(draft.segmentTexts.contains("SVD*66602*35*HC:96365**1"))
    }
}
