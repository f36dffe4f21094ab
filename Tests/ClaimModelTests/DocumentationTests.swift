// example
import ClaimModel
// end of example
import ProductDocumentation
import Testing

@Suite struct DocumentationTests {
    @Test func `the article's example does what its comments say`() throws {
        // example
        let context = ParsingContext(today: Day(number: 20_785))  // 2026-11-28
        let json = #"{"schema": 1, "id": "A-1", "lines": [{"from": "t-1", "ndc": "0143-9508-01"}]}"#
        var draft = try DraftReader(in: context).draft(from: json.utf8)
        let ndc = draft.lines[0].ndc.value?.description  // "00143950801"

        draft.type("1234567890", at: Place(.billingNPI), in: context)
        let typed = draft.billing.npi.text  // "1234567890"
        let problem = draft.billing.npi.unreadable?.message  // "The check digit is wrong. …"
        let unreadable = draft.unreadablePlaces.map(\.place.key)  // ["billing.npi"]
        // end of example
        #expect(context.today.iso == "2026-11-28")
        #expect(ndc == "00143950801")
        #expect(typed == "1234567890")
        #expect(problem?.hasPrefix("The check digit is wrong. ") == true)
        #expect(unreadable == ["billing.npi"])
    }

    @Test func `the article opens with the example that this suite runs`() throws {
        let example = try LibraryProduct.claimModel.firstExample()
        #expect(example.count > 5)
        #expect(example == (try markedExample(in: #filePath)))
    }

    @Test func `every public member is documented`() throws {
        let undocumented = try LibraryProduct.claimModel.undocumented()
        #expect(undocumented == [])
    }

    @Test func `the comment of each field names its id, its box and its element`() throws {
        let comments = try Set(LibraryProduct.claimModel.comments(above: "= Field("))
        let expected = Set(Field.all.map { "`\($0.id)`: \($0.whereabouts)." })
        #expect(comments.subtracting(expected) == [])
        #expect(expected.subtracting(comments) == [])
    }
}

extension Field {
    /// Where the field is on the paper form and in the 837P, as its doc comment says it.
    fileprivate var whereabouts: String {
        let parts = [box.map { $0 == "Top" ? "top of the CMS-1500" : "box \($0)" }, element].compactMap { $0 }
        return parts.isEmpty ? "on neither form" : parts.joined(separator: ", ")
    }
}
