import Randomness
import Testing

@testable import ClaimExchange

@Suite struct TransactionReaderTests {
    private let segments = ["BHT*0019*00*1*20261110*0930*CH", "NM1*41*2*CLINIC*****46*12345", "HL*1**20*1"]

    @Test func `an interchange gives its segments with number and offset`() throws {
        let text = Interchange.text(segments)
        let events = try Interchange.events(text)
        #expect(events.faults.isEmpty)
        #expect(events.segments == segments)
        guard case .value(.begin(let transaction)) = events[0], case .value(.segment(let second)) = events[2] else {
            Issue.record("no transaction")
            return
        }
        #expect(transaction.kind == "837" && transaction.guide == "005010X222A1")
        #expect(second.number == 5)
        #expect(second.id == "NM1" && second[9].text == "12345" && second[10].isEmpty)
        let at = text.utf8.index(text.startIndex, offsetBy: second.offset)
        #expect(text.utf8[at...].starts(with: "NM1*41".utf8))
    }

    @Test(arguments: ["\n", "\r\n", "\r", " \n\n"])
    func `line breaks between segments change nothing`(lineBreak: String) throws {
        let text = Interchange.text(segments, count: 2).replacing("~", with: "~" + lineBreak)
        let events = try Interchange.events(text)
        #expect(events.faults.isEmpty)
        #expect(events.segments == segments + segments)
    }

    @Test func `a file broken at eighty columns reads as if it were whole`() throws {
        let bytes = Array(Interchange.text(segments, count: 2).utf8)
        let broken = stride(from: 0, to: bytes.count, by: 80).flatMap { bytes[$0..<min($0 + 80, bytes.count)] + [10] }
        // The header itself is broken too, and is said to be too long.
        #expect(try Interchange.events(broken).segments.count == segments.count * 2)
    }

    @Test(arguments: ["|>!\n", "\u{1D}\u{1F}\u{1E}\u{1C}", "+:^'", "|~^\r"])
    func `any legal delimiters part it`(delimiters: String) throws {
        let given = Array(delimiters.utf8)
        let usual = Array("*:^~".utf8)
        let bytes = Interchange.text(segments, count: 2).utf8.map { byte in
            usual.firstIndex(of: byte).map { given[$0] } ?? byte
        }
        let events = try Interchange.events(bytes)
        #expect(events.faults.isEmpty)
        #expect(events.segments == segments + segments)
    }

    @Test func `each interchange has its own delimiters`() throws {
        let first = Interchange.text(segments)
        let second = first.replacing("*", with: "|").replacing("~", with: "\n")
        #expect(try Interchange.events(first + second).segments == segments + segments)
    }

    @Test func `chunks of any size give the same`() throws {
        var random = Seeded(5)
        for _ in 0..<200 {
            let bytes = Damage.random(Array(Interchange.text(segments, count: 3).utf8), using: &random)
            let whole = try Interchange.events(bytes)
            let parts = try Interchange.events(bytes, chunk: Int.random(in: 1...300, using: &random))
            #expect(whole == parts)
        }
    }

    @Test func `components and repetitions part an element`() throws {
        let lines = ["SV1*HC:96365:59*210*UN*1***1:2", "DMG****:RET:1^:RET:2"]
        let events = try Interchange.events(Interchange.text(lines))
        guard case .value(.segment(let service)) = events[1], case .value(.segment(let person)) = events[2] else {
            Issue.record("no segments")
            return
        }
        #expect(service[1][component: 2].text == "96365" && service[1][component: 4].isEmpty)
        #expect(service[7].components.map(\.text) == ["1", "2"])
        #expect(person[4].repetitions.map { $0[component: 3].text } == ["1", "2"])
    }

    @Test func `bytes that are no UTF-8 are read as Latin-1`() throws {
        let bytes = Array(Interchange.text(["N4*NU~EZ*OH"]).replacing("NU~EZ", with: "NU#EZ").utf8)
            .map { $0 == UInt8(ascii: "#") ? 0xD1 : $0 }
        #expect(try Interchange.events(bytes).segments == ["N4*NUÑEZ*OH"])
    }
}
