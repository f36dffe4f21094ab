internal import CQRCode
public import TextKit

/// A QR code (ISO/IEC 18004, lowest error correction) that a phone reads from the screen.
public struct QRCode: Sendable {
    /// The modules of one side, without the quiet zone around them.
    let side: Int
    /// Whether each module is dark, row after row.
    private let isDark: [Bool]

    /// The modules that stay light on each side: the standard asks for four.
    private static let quietZone = 4

    /// `nil` where the text is empty, has a zero byte or is too long: 2,953 bytes of UTF-8 fit.
    public init?(_ text: String) {
        guard !text.utf8.contains(0), let code = QRcode_encodeString(text, 0, QR_ECLEVEL_L, QR_MODE_8, 1) else {
            return nil
        }
        defer { QRcode_free(code) }
        let side = Int(code.pointee.width)
        self.side = side
        isDark = UnsafeBufferPointer(start: code.pointee.data, count: side * side).map { $0 & 1 == 1 }
    }

    /// The code in rows of text with its quiet zone, to be drawn dark on light: a half block is a module, and two of them
    /// are one above the other in a row. Without Unicode a row is one row of modules, two columns each, dark ones `##`.
    public func rows(_ glyphs: Glyphs) -> [String] {
        let range = -QRCode.quietZone..<(side + QRCode.quietZone)
        guard glyphs.drawsUnicode else {
            return range.map { row in range.map { module(row, $0) ? "##" : "  " }.joined() }
        }
        return stride(from: range.lowerBound, to: range.upperBound, by: 2).map { row in
            String(range.map { QRCode.block(upper: module(row, $0), lower: module(row + 1, $0)) })
        }
    }

    /// The columns of each row.
    public func columns(_ glyphs: Glyphs) -> Int {
        (side + 2 * QRCode.quietZone) * (glyphs.drawsUnicode ? 1 : 2)
    }

    private static func block(upper: Bool, lower: Bool) -> Character {
        switch (upper, lower) {
        case (true, true): "█"
        case (true, false): "▀"
        case (false, true): "▄"
        case (false, false): " "
        }
    }

    private func module(_ row: Int, _ column: Int) -> Bool {
        (0..<side).contains(row) && (0..<side).contains(column) && isDark[row * side + column]
    }
}
