import ClaimModel
import Testing

@testable import CodeSets

@Suite struct CodeBooksTests {
    let books: CodeBooks

    init() throws {
        books = try CodeBooks.shipped()
    }

    @Test(arguments: ["F33.2", "f332", " F33.2 "])
    func findsADiagnosisHoweverItIsTyped(_ code: String) {
        let entry = books.diagnosis(code)
        #expect(entry?.code == "F33.2")
        #expect(entry?.description == "Major depressive disorder, recurrent severe without psychotic features")
        #expect(entry?.isBillable == true)
    }
}
