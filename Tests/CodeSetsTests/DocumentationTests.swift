// example
import ClaimModel
import CodeSets
// end of example
import ProductDocumentation
import Testing

@Suite struct DocumentationTests {
    @Test func `the article's example does what its comments say`() throws {
        // example
        let books = try CodeBooks.shipped()
        let day = Day(number: 20_785)  // 2026-11-28

        let depression = books.diagnosis("f332", on: day)
        let code = depression?.code  // "F33.2"
        let header = books.diagnosis("F33", on: day)?.isBillable  // false: its subcodes are billed
        let found = books.find("severe recurrent depression", in: [.diagnosis], on: day)  // F33.2 among them
        let strength = books.product(ndc11: "00143950801", on: day)?.microgramsPerMilliliter  // 50,000: 50 mg in 1 mL
        let release = books.release(of: .diagnosis, on: day)?.release.name  // "FY2027"
        // end of example
        #expect(day.iso == "2026-11-28")
        #expect(code == "F33.2")
        #expect(header == false)
        #expect(found.contains { $0.code == "F33.2" })
        #expect(strength == 50_000)
        #expect(release == "FY2027")
    }

    @Test func `the article opens with the example that this suite runs`() throws {
        let example = try LibraryProduct.codeSets.firstExample()
        #expect(example.count > 5)
        #expect(example == (try markedExample(in: #filePath)))
    }

    @Test func `every public member is documented`() throws {
        let undocumented = try LibraryProduct.codeSets.undocumented()
        #expect(undocumented == [])
    }
}
