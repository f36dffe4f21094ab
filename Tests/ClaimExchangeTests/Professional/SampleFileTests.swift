import ClaimModel
import Foundation
import Prerequisites
import Testing

@testable import ClaimExchange

@Suite(.enabled(if: runs(with: !Samples.professional.isEmpty), "CLEANCLAIM_EDI names a folder of sample files"))
struct SampleFileTests {
    @Test func `there are sample files`() { #expect(!Samples.professional.isEmpty) }

    @Test(arguments: Samples.professional)
    func `each claim comes out as the segments that it came in as`(file: URL) throws {
        let read = try ReadFile(Array(try Data(contentsOf: file)))
        if file.lastPathComponent.contains("4010") || read.claims.isEmpty {
            #expect(read.claims.isEmpty)
            #expect(read.faults.contains { $0.kind == .version })
        }
        for claim in read.claims {
            let draft = claim.draft(id: "sample", in: ProfessionalClaim.context)
            // What comes too late in the file comes out at its place.
            let isOrdered = !claim.faults.contains { $0.kind == .misplacedSegment }
            // One of them leaves out the code of the list of places (CLM05-2), which the guide fixes.
            let texts = (isOrdered ? claim.texts : claim.orderedTexts).map { text in
                // A tax number with a hyphen is read as it is meant.
                text.hasPrefix("REF*EI*") ? text.replacing("-", with: "") : text.replacing("*41::1*", with: "*41:B:1*")
            }
            let difference = draft.segmentTexts.difference(from: texts)
            #expect(difference.isEmpty, "\(difference.words)")
            let stored = try DraftReader(in: ProfessionalClaim.context).draft(from: draft.canonicalJSON())
            #expect(stored == draft)
        }
    }
}
