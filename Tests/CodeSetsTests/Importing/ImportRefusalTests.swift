import ClaimModel
import Foundation
import Randomness
import Testing

@testable import CodeSets

/// A wrong file is refused with words, and what was loaded stays as it was.
@Suite struct ImportRefusalTests {
    private static let order = "icd10cm-order-2027.txt"

    @Test(arguments: [
        ("", "empty"), ("\u{1F}\u{8B}", "gzip"), ("PK\u{3}\u{4}rest", "zip"), ("%PDF-1.7", "PDF"),
        ("a\u{0}b", "no text"), ("some words without any form", "none of the files"),
        ("Add:          1 F3399   A short one\n", "addenda"), ("F332    Major depressive disorder\n", "codes file"),
        ("Code,Description\n16,Words\n", "--set"),
    ])
    func `says what a file is`(_ text: String, _ words: String) throws {
        try ImportDesk.use { desk throws in
            let bytes = Data(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
            let fault = try desk.refusal(desk.file("file.txt", bytes))
            #expect(fault.reason.contains(words), "\(fault)")
            #expect(fault.file == "file.txt")
        }
    }

    @Test func `names what is missing`() throws {
        try ImportDesk.use { desk throws in
            let absent = desk.folder.appendingPathComponent("absent.txt")
            #expect(try desk.refusal(absent).reason.contains("can't be opened"))
            #expect(try desk.refusal(desk.folder).reason.contains("not a file"))
            #expect(try desk.refusal(desk.file("product.txt", Samples.products)).reason.contains("two files"))
            #expect(try desk.refusal(desk.file("order.txt", Samples.orderFile)).reason.contains("fiscal year"))
        }
    }

    /// Each change of the order file, the words for it, and the line that they name.
    @Test(arguments: [
        ("cut", "cut off", 5), ("moved", "lines are missing or moved", 3), ("flag", "column 15", 2),
        ("code", "not a code of ICD-10-CM", 2), ("bytes", "cut off", 3),
    ])
    func `refuses a damaged order file`(_ change: String, _ words: String, _ line: Int) throws {
        try ImportDesk.use { desk throws in
            try desk.load(desk.file(Self.order, Samples.orderFile))
            var lines = Samples.orderFile.split(separator: "\n").map { Data($0.utf8) }
            switch change {
            case "cut": lines[4] = lines[4].prefix(40)
            case "moved": lines.swapAt(2, 3)
            case "flag": lines[1][14] = UInt8(ascii: "7")
            case "code": lines[1].replaceSubrange(6..<9, with: Data("F3.".utf8))
            default: lines[2][80] = 0xFF
            }
            let fault = try desk.refusal(desk.file(Self.order, Data(lines.joined(separator: Data("\n".utf8)))))
            #expect(fault.reason.contains(words), "\(fault)")
            #expect(fault.line == line, "\(fault)")
        }
    }

    @Test func `refuses a file that is far shorter than what is loaded`() throws {
        try ImportDesk.use { desk throws in
            let fault = try desk.refusal(desk.file(Self.order, Samples.orderFile), fewer: false)
            #expect(fault.reason.contains("98403") && fault.reason.contains("--fewer"))
        }
    }

    @Test func `refuses a damaged contractor record`() throws {
        try ImportDesk.use { desk throws in
            let name = "HCPC2026_JUL_ANWEB_07012026.txt"
            let lines = Samples.contractorRecord.components(separatedBy: "\r\n")
            for (change, words) in [(3, "moved"), (2, "follow")] {
                var damaged = lines
                if change == 3 { damaged.remove(at: change) } else { damaged.swapAt(2, 5) }
                let fault = try desk.refusal(desk.file(name, damaged.joined(separator: "\r\n")))
                #expect(fault.reason.contains(words) && fault.line != nil, "\(fault)")
            }
            let cut = try desk.refusal(desk.file(name, String(Samples.contractorRecord.prefix(1_400))))
            #expect(cut.reason.contains("cut off"), "\(cut)")
        }
    }

    @Test func `refuses a cut tabular list`() throws {
        let text = """
            <?xml version="1.0" encoding="utf-8"?>
            <ICD10CM.tabular><version>2027</version><chapter><desc>Mind (F01-F99)</desc><section id="F30-F39">
            <diag><name>F33</name><desc>Depression</desc><diag><name>F33.2</name>
            """
        try ImportDesk.use { desk throws in
            let fault = try desk.refusal(desk.file("tabular.xml", text))
            #expect(fault.reason.contains("cut off") && fault.line != nil, "\(fault)")
            let nameless =
                text.replacing("<name>F33</name>", with: "") + "</diag></diag></section></chapter></ICD10CM.tabular>"
            #expect(try desk.refusal(desk.file("tabular.xml", nameless)).reason.contains("without its name"))
        }
    }

    @Test func `refuses cut and damaged tables`() throws {
        try ImportDesk.use { desk throws in
            let products = try desk.file("product.txt", Samples.products)
            let orphan = Samples.packages.replacing("p2\t", with: "p3\t")
            #expect(try desk.refusal(products, desk.file("package.txt", orphan)).reason.contains("p3"))
            let cut = String(Samples.packages.dropLast(20))
            #expect(try desk.refusal(products, desk.file("package.txt", cut)).reason.contains("cut off"))
            let json = String(Samples.openFDA.dropLast(30))
            #expect(try desk.refusal(desk.file("a.json", json)).reason.contains("cut off"))
            let unlabeled = Samples.openFDA.replacing("\"42023-113-10\"", with: "\"42023-11310\"")
            let reason = try desk.refusal(desk.file("a.json", unlabeled)).reason
            #expect(reason.contains("record 1: \"42023-11310\" is not an NDC"))
            let strange = Samples.vials.replacing("labeler", with: "maker")
            #expect(try desk.refusal(desk.file("vials.csv", strange)).reason.contains("ndc, labeler and product"))
            let pair = Samples.pairs.replacing("\t1\tStandards", with: "\t5\tStandards")
            #expect(try desk.refusal(desk.file("pairs.txt", pair)).line == 4)
            let open = String(Samples.taxonomy.replacing("\"\"quotes\"\"\"", with: "quotes"))
            #expect(try desk.refusal(desk.file("nucc.csv", open)).reason.contains("never closed"))
            let limit = Samples.limits.replacing("96365,1,", with: "96365,many,")
            #expect(try desk.refusal(desk.file("mue.csv", limit)).line == 3)
            let doubled = Samples.pairs + "96365\t36000\t\t20060101\t*\t1\tAgain\n"
            #expect(try desk.refusal(desk.file("pairs.txt", doubled)).reason.contains("appears twice"))
        }
    }

    @Test func `takes no words for days`() throws {
        try ImportDesk.use { desk throws in
            let file = try desk.file(Self.order, Samples.orderFile)
            let naming = try ReleaseNaming(from: day("2027-01-01"), to: day("2026-01-01"))
            #expect(try desk.refusal(file, naming: naming).reason.contains("end before it begins"))
        }
    }

    /// Whatever the bytes are, an import ends with a release or with words, and never traps.
    @Test(arguments: 0..<6 as Range<UInt64>) func `survives noise`(seed: UInt64) throws {
        var noise = Seeded(seed)
        let samples = [
            Samples.orderFile, Samples.contractorRecord, Samples.products, Samples.openFDA, Samples.pairs,
            Samples.limits,
            Samples.taxonomy,
        ]
        try ImportDesk.use { desk throws in
            for sample in samples {
                for _ in 0..<12 {
                    var bytes = Data(sample.utf8)
                    for _ in 0..<Int.random(in: 1...8, using: &noise) {
                        bytes[Int.random(in: bytes.indices, using: &noise)] = UInt8.random(
                            in: .min ... .max, using: &noise)
                    }
                    bytes.removeLast(Int.random(in: 0..<bytes.count / 2, using: &noise))
                    let file = try desk.file("icd10cm-order-2027.txt", bytes)
                    do throws(ImportFault) {
                        _ = try CodeImport(books: books, takesFewer: true).run([file], into: desk.own) { _, _ in }
                    } catch {
                        #expect(error.reason.count > 10)
                    }
                }
            }
        }
    }

    /// A file of two gigabytes without a line end is refused after its first bytes.
    @Test func `refuses endless noise at once`() throws {
        try ImportDesk.use { desk throws in
            let file = try desk.file("icd10cm-order-2027.txt", Samples.orderLine(1, "F33", 0, "Depression"))
            let handle = try FileHandle(forWritingTo: file)
            try handle.seekToEnd()
            try handle.write(contentsOf: Data(repeating: UInt8(ascii: "x"), count: 1 << 17))
            try handle.truncate(atOffset: 2 << 30)
            try handle.close()
            #expect(try desk.refusal(file).reason.contains("longer than"))
            let bare = try desk.file("noise.txt", String(repeating: "x", count: 1 << 18))
            #expect(try desk.refusal(bare).reason.contains("longer than"))
        }
    }

    @Test func `leaves the old release where the disk refuses`() throws {
        try ImportDesk.use { desk throws in
            let file = try desk.file(Self.order, Samples.orderFile)
            // A folder stands where the table has to go.
            let place = desk.own.appendingPathComponent("icd10cm/2026-10-01.codes/inside")
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            #expect(try desk.refusal(file).reason.contains("can't be written"))
        }
    }
}
