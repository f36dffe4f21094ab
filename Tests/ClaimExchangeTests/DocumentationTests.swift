// example
import ClaimExchange
import ClaimModel
import ClaimRules
import CodeSets
// end of example
import ProductDocumentation
import Testing

@Suite struct DocumentationTests {
    @Test func `the article's example does what its comments say`() throws {
        // example
        var draft = ClaimExample.sample.draft  // an invented claim
        for (field, text) in [
            (Field.submitterName, "Lakeside Behavioral Health LLC"), (.submitterIdentifier, "LBH001"),
            (.submitterContact, "Pat Quinn"), (.submitterPhone, "216-555-0100"),
        ] {
            draft.type(text, at: Place(field), in: ClaimExample.parsing)
        }

        // Only a claim that passes its check can be written.
        let policy = try PolicyLibrary().policy(for: draft)
        let context = Context(books: try .shipped(), policy: policy, today: ClaimExample.today)
        let claim = try Claim(readying: draft, in: context)
        let ends = ["LAKESIDE", "CLEARHOUSE"].compactMap { InterchangeParties.Party(qualifier: "ZZ", identifier: $0) }
        let parties = InterchangeParties(sender: ends[0], receiver: ends[1], receiverName: "Clearhouse", usage: .test)
        let file = try ProfessionalFile(
            of: [claim], from: draft.submitter, between: parties,
            stamp: InterchangeStamp(date: "20261110", time: "0930", number: 17), in: context.parsing)

        // A file is read claim by claim; what cannot be read is a fault at its place, and the next claim follows.
        var reader = ProfessionalReader(file.bytes)
        var read: [(account: String, findings: [Finding])] = []
        while let item = try reader.next() {
            switch item {
            case .value(let claim):
                let draft = claim.draft(id: claim.controlNumber, in: context.parsing)
                read.append((claim.controlNumber, validate(draft, in: context)))
            case .fault(let fault): print(fault.offset, fault.message)
            }
        }
        // end of example
        #expect(file.obstacles.isEmpty)
        #expect(read.map(\.account) == ["C-1001"])
        // What the chart says is in no 837P.
        #expect(read.first?.findings.isEmpty == false)
    }

    @Test func `the article opens with the example that this suite runs`() throws {
        let example = try LibraryProduct.claimExchange.firstExample()
        #expect(example.count > 5)
        #expect(example == (try markedExample(in: #filePath)))
    }

    @Test func `every public member is documented`() throws {
        let undocumented = try LibraryProduct.claimExchange.undocumented()
        #expect(undocumented == [])
    }
}
