import ClaimModel
import ClaimRules
import Randomness
import Prerequisites
import Testing

@testable import ClaimExchange

@Suite(.slow) struct ProfessionalLawTests {
    /// What the format carries in elements of their own.
    private static let fields: [Field] = Field.all.filter { field in
        SegmentMap.all.contains { map in
            map.slots.contains { if case .field(field, _) = $0.content { true } else { false } }
        } || special.contains(field)
    }

    private static let special: Set<Field> = [
        .employmentRelated, .autoAccident, .otherAccident, .otherInsuranceExists, .relationship, .linePointers,
        .lineFrom,
        .lineTo, .lineUnitBasis, .adjudicationAdjustments, .linePrimaryAdjusted, .linePrimaryProcedure,
        .linePrimaryUnits,
        .lineDrugName, .lineDescription, .referringQualifier, .subscriberEntityType, .renderingEntityType,
        .lineEmergency, .lineScreeningReferral, .lineFamilyPlanning,
    ]

    @Test(arguments: 0..<120 as Range<UInt64>)
    func `a claim that goes out comes in the same`(seed: UInt64) throws {
        let draft = RandomProfessionalClaim.draft(seed: seed, mostLines: seed % 20 == 0 ? 50 : 5)
        let file = try Writers.file(of: [draft])
        let read = try ReadFile(file.bytes)
        #expect(read.faults.isEmpty)
        let claim = try #require(read.claims.first)
        #expect(claim.faults.isEmpty && read.claims.count == 1)
        let back = claim.draft(id: draft.id, in: Writers.context)
        for field in Self.fields {
            #expect(back.rowCount(of: field.part) == draft.rowCount(of: field.part))
            for row in 0..<draft.rowCount(of: field.part) {
                let place = Place(field, row: row)
                // Texts are sent in capitals.
                #expect(
                    back.state(at: place).value?.uppercased() == draft.state(at: place).value?.uppercased(),
                    "\(place.key)")
            }
        }
        // What the guide fixes and the writer adds is not taken for something that the file brought.
        #expect(back.carried.isEmpty && back.lines.allSatisfy(\.carried.isEmpty))
    }

    @Test func `many claims in one file come in as they are, and go out as the same bytes`() throws {
        let drafts = (1000..<1060 as Range<UInt64>).map { RandomProfessionalClaim.draft(seed: $0) }
        let file = try Writers.file(of: drafts)
        let read = try ReadFile(file.bytes, chunk: 777)
        #expect(read.faults.isEmpty && read.claims.count == drafts.count)
        let back = read.claims.map { $0.draft(id: "back", in: Writers.context) }
        #expect(try Writers.file(of: back).bytes == file.bytes)
    }

    @Test func `what a claim shares with the one before reads as it does alone`() throws {
        let drafts = (1060..<1120 as Range<UInt64>).map { RandomProfessionalClaim.draft(seed: $0) }
        let bytes = try Writers.file(of: drafts).bytes
        let (together, apart) = (try ReadFile(bytes).claims, try ReadFile(bytes).claims)
        let read = together.map { $0.draft(id: "read", in: Writers.context) }
        for (index, claim) in apart.enumerated() {
            var builder = DraftBuilder(reading: claim.level.placed, in: Writers.context)
            #expect(builder.other == nil)
            let alone = builder.draft(
                id: "read", of: claim.placed, from: claim.level.placed.count, purpose: claim.purpose)
            #expect(Field.all.allSatisfy { alone.says($0, as: read[index]) })
            // Nor does it matter which claim the other one is.
            builder = DraftBuilder(reading: claim.level.placed, in: Writers.context)
            builder.other = drafts[drafts.count - 1 - index]
            let beside = builder.draft(
                id: "read", of: claim.placed, from: claim.level.placed.count, purpose: claim.purpose)
            #expect(beside == alone)
        }
    }

    @Test func `every byte that is written is of the extended character set`() throws {
        var random = Seeded(9)
        let odd = ["José Ñandú", "Łukasz", "Straße 5", "a*b:c~d^e`f", "“quoted” – dash…", "tab\there", "5 µg"]
        for seed in 0..<60 as Range<UInt64> {
            var draft = RandomProfessionalClaim.draft(seed: seed)
            for field in [Field.billingName, .patientStreet, .lineNarrative, .payerName, .additionalInformation] {
                draft.type(random.pick(odd), at: Place(field), in: Writers.context)
            }
            let file = try Writers.file(of: [draft])
            #expect(file.bytes.allSatisfy { $0 >= 0x20 && $0 <= 0x7E })
            #expect(!file.transliterations.isEmpty)
            #expect(try ReadFile(file.bytes).claims.count == 1)
        }
    }

    @Test func `what a file brings survives the store and goes back to its place`() throws {
        for name in Fixture.all {
            for claim in try ReadFile(Fixture.bytes(name)).claims {
                let draft = claim.draft(id: "fixture", in: Writers.context)
                let stored = try DraftReader(in: Writers.context).draft(from: draft.canonicalJSON())
                #expect(stored == draft)
                let difference = stored.segmentTexts.difference(from: claim.texts)
                #expect(difference.isEmpty, "\(name): \(difference.words)")
            }
        }
    }

    @Test func `what is edited after the import is what is sent`() throws {
        let claim = try #require(try ReadFile(Fixture.bytes("everything")).claims.first)
        var draft = claim.draft(id: "edited", in: Writers.context)
        draft.type("999.99", at: Place(.lineCharge), in: Writers.context)
        draft.type("Amended", at: Place(.patientLastName), in: Writers.context)
        draft.type("", at: Place(.authorizationNumber), in: Writers.context)
        let texts = draft.segmentTexts
        #expect(texts.contains { $0.hasPrefix("SV1*HC:") && $0.contains("*999.99*") })
        #expect(texts.contains { $0.hasPrefix("NM1*QC*1*Amended*") })
        #expect(!texts.contains { $0.hasPrefix("REF*G1*MM") })
    }
}

extension ClaimDraft {
    /// Whether both have the same in a field, read in the same way.
    fileprivate func says(_ field: Field, as other: ClaimDraft) -> Bool {
        rowCount(of: field.part) == other.rowCount(of: field.part)
            && (0..<rowCount(of: field.part)).allSatisfy { row in
                state(at: Place(field, row: row)) == other.state(at: Place(field, row: row))
            }
    }
}
