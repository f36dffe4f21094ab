import ClaimModel
import ClaimRules
import Testing

@testable import Workstation

/// The reference files come once they are read; what was keyed until then is newer.
@Suite struct DirectoryTests {
    private let sample = ReferenceEntry.all(in: ClaimExample.sample.draft)

    @Test func `what the desk has kept meanwhile stays, everything else comes in its order`() throws {
        let known = try #require(sample.first { $0.kind == .patient })
        let edited = known.with(known.texts.merging([Field.patientStreet.id: "9 OAK ST"]) { $1 })
        let other = try #require(
            ReferenceEntry(.patient, from: ClaimExample.sample.with(.patientLastName, "Abel").draft))
        var directory = Directory([])
        directory.take([edited])
        directory.take(Directory(sample + [other]))
        #expect(directory.entries(.patient).map(\.label) == [other.label, known.label])
        #expect(directory.entry(.patient, known.identity)?.text(of: .patientStreet) == "9 OAK ST")
        #expect(directory.entries(.payer) == Directory(sample).entries(.payer))
        #expect(directory.belongings(of: known) == Directory(sample).belongings(of: known))
    }
}
