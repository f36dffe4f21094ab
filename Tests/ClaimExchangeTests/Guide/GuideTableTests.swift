import Testing

@testable import ClaimExchange

/// The table of the guide as it comes with the program.
@Suite struct GuideTableTests {
    private let table = GuideTable.professional

    @Test func `each loop has its segments, and each segment its elements`() {
        for loop in ProfessionalLoop.allCases {
            #expect(!table.loops[loop.rawValue].segments.isEmpty, "\(loop.identifier)")
            if let parent = loop.parent { #expect(table.loops[parent.rawValue].inner.contains(loop)) }
        }
        #expect(table.envelope.map(\.name).contains("ISA") && table.envelope.map(\.name).contains("SE"))
        for segment in table.segments { #expect(!segment.elements.isEmpty && segment.limit > 0) }
        #expect(table.segments.count > 180 && table.elements.count > 1_700)
    }

    @Test func `what each loop is opened by`() throws {
        let text = "NM1*82*1*OKAFOR*ANN****XX*1234567893"
        let segment = X12Segment(bytes: Array(text.utf8)[...], delimiters: .usual, number: 1, offset: 0)
        #expect(ProfessionalGuide.loop(openedBy: segment, in: .claim) == .rendering)
        #expect(ProfessionalGuide.loop(openedBy: segment, in: .line) == .lineRendering)
        #expect(ProfessionalGuide.loop(openedBy: segment, in: .otherInsurance) == .otherRendering)
        #expect(ProfessionalGuide.loop(openedBy: segment, in: .subscriber) == nil)
    }

    @Test func `segments of one name come in the order of their codes`() {
        func rank(_ code: String) -> Int {
            ProfessionalGuide.rank(of: "REF", qualifier: CodeWord(code.utf8), in: .claim)
        }
        #expect(rank("4N") < rank("G1") && rank("G1") < rank("1J") && rank("1J") < rank("ZZ"))
    }

    @Test(arguments: [
        (ElementType.decimal, "155", true), (.decimal, "-1.50", true), (.decimal, "$155", false),
        (.decimal, "1,155", false), (.decimal, "1.", false), (.decimal, ".5", true), (.decimal, "1.2.3", false),
        (.number, "12", true), (.number, "1.2", false), (.number, "", false), (.date, "20260229", false),
        (.date, "20240229", true), (.date, "261123", true), (.date, "11102026", false), (.time, "0930", true),
        (.time, "2460", false), (.time, "09301", false), (.text, "anything", true),
    ])
    func `types of elements`(type: ElementType, text: String, isTaken: Bool) {
        #expect(type.takes(Array(text.utf8)[...]) == isTaken)
    }
}
