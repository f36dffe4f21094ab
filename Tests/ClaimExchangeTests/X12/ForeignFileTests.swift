import Testing

@testable import ClaimExchange

/// Files that hold no claims are said to be what they are.
@Suite struct ForeignFileTests {
    private let file =
        "ISA*00*          *00*          *ZZ*A              *ZZ*B              *261123*0930*^*00501*000000017*0*T*:~"

    @Test func `each is named, with what to do`() throws {
        let cases: [([UInt8], String)] = [
            (Array("ST*837*0001~BHT*0019~".utf8), "begins with ST"), (Array("GS*HC*A*B~".utf8), "begins with GS"),
            (Array("From: a@b.example\nSubject: claims\n\n\(file)".utf8), "e-mail headers"),
            (Array("CLAIM REPORT, PAGE 1\n\(file)".utf8), "begins at byte 21"),
            ([0xFF, 0xFE] + file.utf8.flatMap { [$0, 0] }, "UTF-16"), (file.utf8.flatMap { [$0, 0] }, "UTF-16"),
            (Array("%PDF-1.7".utf8), "a PDF"), (Array("hello".utf8), "neither X12"),
        ]
        for (bytes, text) in cases {
            #expect(try #require(ForeignFile.reason(bytes)).contains(text))
        }
    }

    @Test func `claims are not foreign`() {
        for text in [file, "\u{FEFF}\(file)", "\n\(file)", "{\"schema\": 1}", "[{}]", "", "broken\n{\"schema\": 1}"] {
            #expect(ForeignFile.reason(Array(text.utf8)) == nil, "\(text)")
        }
    }

    @Test func `a receipt is a receipt`() throws {
        let read = try ReadFile(Array("\(file)TA1*000000016*261123*0930*R*006~IEA*0*000000017~".utf8))
        #expect(read.faults.map(\.kind) == [.version] && read.faults.first?.message.contains("TA1") == true)
    }
}
