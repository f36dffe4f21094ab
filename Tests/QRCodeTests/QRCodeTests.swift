import Foundation
import Prerequisites
import TextKit
import Testing

@testable import QRCode

struct QRCodeTests {
    private static let address =
        "otpauth://totp/CleanClaim:dana.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=CleanClaim"

    @Test(arguments: [Glyphs.unicode, .ascii]) func `Every row is as wide as it says, with a quiet zone`(glyphs: Glyphs)
        throws
    {
        let code = try #require(QRCode(QRCodeTests.address))
        let rows = code.rows(glyphs)
        #expect(rows.allSatisfy { $0.columns == code.columns(glyphs) })
        #expect(rows.count == (glyphs.drawsUnicode ? (code.side + 9) / 2 : code.side + 8))
        let pixels = Pixels(rows, glyphs)
        for (row, line) in pixels.rows.enumerated() where row < 4 || row >= code.side + 4 {
            #expect(!line.contains(true))
        }
        #expect(pixels.rows.allSatisfy { !$0.prefix(4).contains(true) && !$0[(code.side + 4)...].contains(true) })
        // The corner of the first finder pattern: seven dark modules, then a light one.
        #expect(Array(pixels.rows[4][4..<12]) == [true, true, true, true, true, true, true, false])
    }

    @Test func `The code of an ordinary name fits 80 columns by 24 rows with room for text beside it`() throws {
        let code = try #require(QRCode(QRCodeTests.address))
        #expect(code.rows(.unicode).count <= 23)
        #expect(code.columns(.unicode) <= 45)
    }

    @Test func `What does not fit is no code`() {
        #expect(QRCode("") == nil)
        #expect(QRCode("a\0b") == nil)
        #expect(QRCode(String(repeating: "a", count: 2_953)) != nil)
        #expect(QRCode(String(repeating: "a", count: 2_954)) == nil)
    }

    @Test(.enabled(if: runs(with: Reader.isAtHand)), arguments: [Glyphs.unicode, .ascii])
    func `A reader of QR codes reads what is drawn`(glyphs: Glyphs) throws {
        for text in [QRCodeTests.address, "A", "Ren%C3%A9e", String(repeating: "long ", count: 60) + "end"] {
            let code = try #require(QRCode(text))
            #expect(try Reader.read(Pixels(code.rows(glyphs), glyphs)) == text)
        }
    }
}

/// What a camera sees of the rows: a module is dark or light.
private struct Pixels {
    let rows: [[Bool]]

    init(_ lines: [String], _ glyphs: Glyphs) {
        guard glyphs.drawsUnicode else {
            rows = lines.map { line in stride(from: 0, to: line.count, by: 2).map { Array(line)[$0] == "#" } }
            return
        }
        rows = lines.flatMap { line in
            [line.map { "█▀".contains($0) }, line.map { "█▄".contains($0) }]
        }
    }

    /// A portable bitmap, eight dots for a module.
    var bitmap: Data {
        let scale = 8
        let lines = rows.flatMap { row in
            Array(repeating: row.map { String(repeating: $0 ? "1" : "0", count: scale) }.joined(), count: scale)
        }
        let size = "\((rows.first?.count ?? 0) * scale) \(rows.count * scale)"
        return Data("P1\n\(size)\n\(lines.joined(separator: "\n"))\n".utf8)
    }
}

/// Debian's zbarimg.
private enum Reader {
    private static let program = SystemProgram("zbarimg")

    static var isAtHand: Bool { (try? program.output(["--version"])) != nil }

    static func read(_ pixels: Pixels) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "qr-\(UUID().uuidString).pbm")
        defer { try? FileManager.default.removeItem(at: file) }
        try pixels.bitmap.write(to: file)
        return try program.output(["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file.path])
    }
}
