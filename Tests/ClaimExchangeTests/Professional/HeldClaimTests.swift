import ClaimModel
import ClaimRules
import Testing

@testable import ClaimExchange

/// A claim that cannot be written holds itself and no other.
@Suite struct HeldClaimTests {
    @Test func `what cannot be written is left out and named`() throws {
        let (one, other) = (ClaimExample.sample.draft, ClaimExample.officeVisit.draft)
        let unwritable = ClaimExample.sample.with(.patientLastName, "李").draft
        let parties = try #require(Writers.parties)
        let file = try ProfessionalFile(
            drafts: [one, unwritable, other], from: Writers.submitter, between: parties, stamp: Writers.stamp,
            in: Writers.context)
        #expect(Array(file.obstacles.keys) == [1] && file.obstacles[1]?.isEmpty == false)
        #expect(try file.bytes == Writers.file(of: [one, other]).bytes)
        #expect(file.places.count == 2 && file.contents.count == 2)
    }

    @Test func `without a submitter there is no file`() throws {
        let parties = try #require(Writers.parties)
        #expect(throws: ProfessionalFile.MissingParties.self) {
            try ProfessionalFile(
                drafts: [], from: Submitter(), between: parties, stamp: Writers.stamp, in: Writers.context)
        }
    }
}
