import Foundation
import Testing

@testable import ClaimExchange

@Suite struct EnvelopeFaultTests {
    private static let whole = Interchange.text(["BHT*0019*00*1*20261110*0930*CH", "HL*1**20*1"])

    struct Case: Sendable, CustomTestStringConvertible {
        let change: @Sendable (String) -> String
        let kinds: [X12Fault.Kind]
        let words: String
        var testDescription: String { words }

        init(_ words: String, _ kinds: [X12Fault.Kind], _ change: @escaping @Sendable (String) -> String) {
            self.change = change
            self.kinds = kinds
            self.words = words
        }
    }

    static let cases = [
        Case("The file is empty", [.noInterchange]) { _ in " \n" },
        Case("does not begin with an interchange header", [.noInterchange]) { _ in "{\"schema\": 1}" },
        Case("outside of an interchange", [.noInterchange]) { "\($0)HELLO~\($0)" },
        Case("ISA06 has a wrong length", [.headerLength]) { $0.replacing("CLEANCLAIM     ", with: "CLEANCLAIM") },
        Case("fewer than 16 elements", [.headerLength]) { _ in "ISA*00*~GS*HC~" },
        Case("letters, digits, blanks or the same", [.delimiters]) { $0.replacing("T*:~", with: "T***") },
        Case("SE01 says 9 segments", [.count]) { $0.replacing("SE*4", with: "SE*9") },
        Case("GE01 says 2 transactions", [.count]) { $0.replacing("GE*1", with: "GE*2") },
        Case("IEA01 says (nothing) groups", [.count]) { $0.replacing("IEA*1", with: "IEA*") },
        Case("The control number 0002 (SE02) differs from 0001 (ST02)", [.controlNumber]) {
            $0.replacing("SE*4*0001", with: "SE*4*0002")
        },
        Case("(GE02) differs from 1 (GS06)", [.controlNumber]) { $0.replacing("GE*1*1", with: "GE*1*7") },
        Case("(IEA02) differs", [.controlNumber]) { $0.replacing("IEA*1*000000001", with: "IEA*1*000000002") },
        Case("The segment SE is missing", [.missingSegment]) { $0.replacing("SE*4*0001~", with: "") },
        Case("The segment GS is missing", [.missingSegment, .misplacedSegment, .count]) {
            $0.replacing(Interchange.group, with: "")
        },
        Case("The segment GE is missing", [.missingSegment]) { $0.replacing("GE*1*1~", with: "") },
        Case("The segment IEA is missing", [.missingSegment]) { $0.replacing("IEA*1*000000001~", with: "") },
        Case(
            "ends in the middle of a segment", [.unfinishedSegment, .missingSegment, .missingSegment, .missingSegment]
        ) {
            String($0[..<($0.range(of: "HL*")?.upperBound ?? $0.endIndex)])
        },
        Case("outside of a transaction", [.misplacedSegment]) { $0.replacing("ST*", with: "HL*1~ST*") },
        Case("no transaction (ST) is open", [.misplacedSegment]) { $0.replacing("GE*", with: "SE*4*0001~GE*") },
    ]

    @Test(arguments: cases) func `a fault names its place`(_ example: Case) throws {
        let text = example.change(Self.whole)
        let faults = try Interchange.events(text).faults
        #expect(faults.map(\.kind) == example.kinds)
        #expect(faults.first?.message.contains(example.words) == true, "\(faults)")
        #expect(faults.allSatisfy { $0.offset <= text.utf8.count && $0.segment > 0 })
    }

    @Test(arguments: cases) func `what is wrong with one interchange does not stop the next`(_ example: Case) throws {
        let events = try Interchange.events(example.change(Self.whole) + "\n" + Self.whole)
        #expect(events.segments.suffix(2) == ["BHT*0019*00*1*20261110*0930*CH", "HL*1**20*1"])
    }

    @Test func `a segment without an end is left out, and memory does not grow with it`() throws {
        let endless = String(repeating: "X", count: SegmentReader.longestSegment * 3)
        let text = Interchange.text(["NTE*ADD*\(endless)", "HL*1**20*1"])
        let events = try Interchange.events(text, chunk: 1000)
        #expect(events.faults.map(\.kind) == [.endlessSegment, .count])
        #expect(events.segments == ["HL*1**20*1"])
    }

    @Test func `a whole interchange has no faults`() throws {
        #expect(try Interchange.events(Self.whole + Self.whole).faults.isEmpty)
        #expect(try Interchange.events(Self.whole.dropLast(1).description).faults.isEmpty)
    }
}
