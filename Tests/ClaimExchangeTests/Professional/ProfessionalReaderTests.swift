import ClaimModel
import ClaimRules
import Foundation
import Randomness
import Testing

@testable import ClaimExchange

@Suite struct ProfessionalReaderTests {
    private func text(_ name: String) throws -> String { String(decoding: try Fixture.bytes(name), as: UTF8.self) }

    private func draft(_ name: String, _ index: Int = 0) throws -> ClaimDraft {
        try ReadFile(Fixture.bytes(name)).claims[index].draft(id: "read", in: Writers.context)
    }

    /// The file breaks off in its last claim, or right after it.
    @Test(arguments: [(Substring("LX*2"), false), ("CLM*C-1002", false), ("SE*", true)])
    func `a claim that breaks off is not whole`(end: Substring, isWhole: Bool) throws {
        let text = try text("subscriber")
        var cut = try #require(text.range(of: end, options: .backwards)?.lowerBound)
        // Of the claim's own segment at least that is there.
        if end.hasPrefix("CLM") { cut = text.index(after: try #require(text[cut...].firstIndex(of: "~"))) }
        let claims = try ReadFile(Array(text[..<cut].utf8)).claims
        #expect(claims.map(\.isWhole) == [true, true, isWhole])
    }

    @Test func `the elements of a dependent's claim reach their fields`() throws {
        let draft = try draft("everything")
        let texts: [(Field, Int, String)] = [
            (.account, 0, "C-2001"), (.frequency, 0, "7"), (.originalReference, 0, "ICN998877"),
            (.patientLastName, 0, "RIVERA"), (.patientFirstName, 0, "DANA"), (.patientBirthDate, 0, "04/17/2008"),
            (.relationship, 0, "19"), (.subscriberFirstName, 0, "SAM"), (.memberID, 0, "A12-345-678"),
            (.groupNumber, 0, "GRP77"), (.billingZIP, 0, "441141234"), (.billingPhone, 0, "2165550100"),
            (.autoAccident, 0, "Y"), (.employmentRelated, 0, "N"), (.otherAccident, 0, "Y"),
            (.autoAccidentState, 0, "OH"),
            (.accidentDate, 0, "10/20/2026"), (.onsetDate, 0, "11/01/2026"), (.amountPaid, 0, "20.00"),
            (.authorizationNumber, 0, "MM2611045"), (.attachmentType, 0, "M1"), (.attachmentControl, 0, "LBH-0009"),
            (.diagnosisCode, 0, "F332"), (.diagnosisCode, 1, "R45851"), (.referringQualifier, 0, "DN"),
            (.referringNPI, 0, "1558598797"), (.facilityName, 0, "LAKESIDE WEST"), (.otherInsuranceExists, 0, "Y"),
            (.otherRelationship, 0, "01"), (.otherPlanName, 0, "LAKESHORE HEALTH PLAN"),
            (.adjudicationPaid, 0, "300.25"),
            (.adjudicationDate, 0, "11/18/2026"), (.lineProcedure, 0, "96365"), (.lineModifier2, 0, "XS"),
            (.linePointers, 0, "AB"), (.lineFrom, 0, "11/10/2026"), (.lineTo, 0, "11/10/2026"),
            (.lineNarrative, 0, "INFUSED 40 MIN"), (.lineRenderingLastName, 0, "PARK"), (.linePrimaryPaid, 0, "150.25"),
            (.linePrimaryAdjusted, 0, "CO-45 40.75 x1, PR-2 19"), (.linePrimaryProcedure, 0, "96365 59"),
            (.linePrimaryLiability, 0, "19"), (.adjudicationLiability, 0, "5"),
            (.adjudicationControlNumber, 0, "OTHER-ICN"), (.adjudicationAdjustments, 0, "PR-1 10 x1"),
            (.lineProcedure, 1, "J3490"), (.lineDrugName, 1, "KETAMINE HCL"),
            (.linePlaceOfService, 1, "12"), (.lineNDC, 1, "00143950801"), (.lineNDCQuantity, 1, "0.70"),
            (.lineNDCUnit, 1, "ML"), (.patientDeathDate, 0, "11/01/2026"), (.outsideLab, 0, "Y"),
            (.thirdFilingIndicator, 0, "MC"), (.lineSecondaryAdjusted, 0, "OA-23 210"),
        ]
        for (field, row, text) in texts {
            #expect(draft.text(at: Place(field, row: row)) == text, "\(field.id)")
        }
        #expect(draft.carried.contains(CarriedSegment(loop: "2320:2/2330B", text: "REF*2U*SEC")))
    }

    @Test func `a patient who is the insured is read from the subscriber's level`() throws {
        let draft = try draft("subscriber", 1)
        #expect(draft.text(at: Place(.patientLastName)) == "OSEI")
        #expect(draft.text(at: Place(.relationship)) == "18")
        #expect(draft.text(at: Place(.subscriberLastName)).isEmpty)
        #expect(draft.carried.isEmpty && draft.lines.allSatisfy(\.carried.isEmpty))
    }

    @Test func `who ordered each line ordered the claim`() throws {
        let draft = try draft("secondary")
        #expect(draft.text(at: Place(.referringQualifier)) == "DK")
        #expect(draft.text(at: Place(.referringLastName)) == "STEIN")
        #expect(draft.text(at: Place(.linePrimaryAdjusted)) == "CO-45 60")
    }

    @Test(arguments: [
        ("005010X223A2", "institutional"), ("005010X224A2", "dental"), ("004010X098A1", "4010"),
        ("005010X231", "guide"),
    ])
    func `claims of other kinds are refused with words`(guide: String, word: String) throws {
        let read = try ReadFile(Array(try text("subscriber").replacing("005010X222A1", with: guide).utf8))
        #expect(read.claims.isEmpty)
        #expect(read.faults.map(\.kind) == [.version])
        #expect(read.faults.first?.message.contains(word) == true)
    }

    @Test func `parts under another separator than ISA16 names are read, and the separator is reported`() throws {
        let bytes = try Fixture.bytes("subscriber")
        let text = String(decoding: bytes, as: UTF8.self)
        // ISA16 stays as it is.
        let other = text.prefix(106) + text.dropFirst(106).replacing(":", with: ">")
        let (read, usual) = (try ReadFile(Array(other.utf8)), try ReadFile(bytes))
        #expect(read.faults.map(\.kind) == [.compositeSign])
        #expect(read.claims.count == usual.claims.count)
        for (one, another) in zip(read.claims, usual.claims) {
            #expect(one.draft(id: "read", in: Writers.context) == another.draft(id: "read", in: Writers.context))
        }
    }

    @Test func `another transaction is refused by its name`() throws {
        let read = try ReadFile(Array(try text("subscriber").replacing("ST*837", with: "ST*835").utf8))
        #expect(read.claims.isEmpty && read.faults.first?.message.contains("remittance") == true)
    }

    @Test func `a damaged claim does not stop those after it`() throws {
        let damaged = try text("subscriber").replacing("CLM*C-1000*255", with: "CLM*C-1000*256")
            .replacing("HL*3*1*22*0~", with: "HL*7*9*22*0~XYZ*1~")
        let read = try ReadFile(Array(damaged.utf8))
        #expect(read.claims.count == 3)
        #expect(read.claims[0].faults.map(\.kind) == [.total])
        #expect(read.claims[1].faults.map(\.kind) == [.misplacedSegment])
        #expect(read.claims[2].faults.isEmpty)
        #expect(Set(read.faults.map(\.kind)) == [.hierarchy, .count])
    }

    @Test func `a segment that comes too late is named, taken, and written at its place`() throws {
        let late = try text("subscriber").replacing("HI*ABK:F332~\n", with: "").replacing(
            "PRV*PE*PXC*2084P0800X~\n", with: "PRV*PE*PXC*2084P0800X~\nHI*ABK:F332~\n")
        let claim = try #require(try ReadFile(Array(late.utf8)).claims.first)
        #expect(claim.faults.map(\.kind) == [.misplacedSegment])
        let draft = claim.draft(id: "late", in: Writers.context)
        #expect(draft.text(at: Place(.diagnosisCode)) == "F332")
        #expect(draft.segmentTexts == claim.orderedTexts)
    }

    @Test func `an impossible date is never taken for another day`() throws {
        let odd = try text("subscriber").replacing("D8*20261110", with: "D8*12102031")
        let draft = try #require(try ReadFile(Array(odd.utf8)).claims.first).draft(id: "odd", in: Writers.context)
        #expect(draft.state(at: Place(.lineFrom)).value == nil)
        #expect(draft.segmentTexts.contains("DTP*472*D8*12102031"))
    }

    @Test func `more lines than a claim takes are said, and the claim is not whole`() throws {
        let line = "LX*3~\nSV1*HC:96365*0*UN*1***1~\nDTP*472*D8*20261110~\n"
        let long = try text("secondary").replacing("LX*1~", with: String(repeating: line, count: 60) + "LX*1~")
        let claim = try #require(try ReadFile(Array(long.utf8)).claims.first)
        #expect(!claim.isWhole && claim.faults.contains { $0.kind == .endlessClaim })
    }

    @Test func `a check reads the same fields, and carries only what rules judge`() throws {
        for name in Fixture.all {
            for claim in try ReadFile(Fixture.bytes(name)).claims {
                let (whole, checked) = (
                    claim.draft(id: "same", in: Writers.context),
                    claim.draft(id: "same", in: Writers.context, carrying: false)
                )
                #expect(checked.withoutCarried == whole.withoutCarried)
                #expect(checked.carried.allSatisfy(whole.carried.contains))
                for (line, other) in zip(checked.lines, whole.lines) {
                    #expect(line.carried.allSatisfy(other.carried.contains))
                    #expect(line.carried.allSatisfy { $0.loop == "2400" && $0.text.hasPrefix("REF*") })
                }
            }
        }
    }

    @Test func `damaged files are read, and what is read can be kept and written`() throws {
        let whole = try Fixture.all.map(Fixture.bytes)
        for seed in 0..<Damage.runs {
            var random = Seeded(seed)
            let bytes = Damage.random(random.pick(whole), using: &random)
            let read = try ReadFile(bytes, chunk: seed % 2 == 0 ? nil : Int.random(in: 1...500, using: &random))
            for claim in read.claims where claim.isWhole {
                let draft = claim.draft(id: "damaged", in: Writers.context)
                let stored = try DraftReader(in: Writers.context, from: .ownStore).draft(from: draft.canonicalJSON())
                #expect(stored == draft, "seed \(seed)")
                _ = draft.segmentTexts
                _ = validate(draft, in: try Desk.context())
            }
        }
    }
}

extension ClaimDraft {
    fileprivate var withoutCarried: ClaimDraft {
        var copy = self
        copy.carried = []
        for row in copy.lines.indices { copy.lines[row].carried = [] }
        return copy
    }
}
