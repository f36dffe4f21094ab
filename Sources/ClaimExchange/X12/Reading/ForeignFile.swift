import ClaimModel

/// A file that holds no claims as this program reads them, by its first bytes: what it is, and what to do.
public enum ForeignFile {
    /// Why a file that begins with these bytes has no claims, as the second half of a sentence that begins with its name;
    /// `nil` where it may be X12 or JSON.
    public static func reason(_ beginning: [UInt8]) -> String? {
        if isWide(beginning) {
            return "is UTF-16 text, and claims are plain text: save it as ASCII or UTF-8"
        }
        if let format = format(of: beginning) { return "is \(format), not a file of claims: export the claims as 837P" }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = beginning[(beginning.starts(with: mark) ? 3 : 0)...].drop { $0 <= 0x20 }
        guard let first = text.first, ![UInt8(ascii: "{"), UInt8(ascii: "[")].contains(first) else { return nil }
        if ProfessionalReader.mayRead(text) { return nil }
        if let lost = lostBeginning(text) { return lost }
        if let start = interchange(in: beginning) {
            let what = isMail(text) ? "e-mail headers" : "text that is not X12, such as a report heading"
            return
                "begins with \(what); its interchange (ISA) starts at byte \(start): save the attachment itself, or delete "
                + "everything before ISA"
        }
        guard !text.contains(UInt8(ascii: "{")) else { return nil }
        return isMail(text)
            ? "is an e-mail with no interchange (ISA) in it: save its attachment"
            : "is not X12 (which begins with ISA) and not JSON: ask the sender for the 837P file"
    }

    /// Every other byte of plain text in UTF-16 is zero.
    private static func isWide(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
        let start = bytes.prefix(64)
        return start.count > 3 && start.count { $0 == 0 } * 5 > start.count * 2
    }

    private static func format(of bytes: [UInt8]) -> String? {
        let formats: [([UInt8], String)] = [
            (Array("%PDF".utf8), "a PDF"), ([0x50, 0x4B, 3, 4], "a ZIP archive or an Office document"),
            ([0x1F, 0x8B], "compressed (gzip)"), (Array("<?xml".utf8), "XML"), (Array("<!DOCTYPE".utf8), "a web page"),
            (Array("<html".utf8), "a web page"), (Array("{\\rtf".utf8), "a text document (RTF)"),
            (Array("UNA".utf8), "EDIFACT"), (Array("UNB+".utf8), "EDIFACT"),
        ]
        return formats.first { bytes.starts(with: $0.0) }?.1
    }

    /// A segment of an 837P that comes after ISA, at the very beginning.
    private static func lostBeginning(_ text: ArraySlice<UInt8>) -> String? {
        let name = text.prefix(while: \.isCapitalOrDigit)
        let known = ["ST", "GS", "BHT", "HL", "NM1", "CLM", "SE", "GE", "IEA", "TA1"]
        let label = String(decoding: name, as: UTF8.self)
        guard known.contains(label), let next = text.dropFirst(name.count).first, next.mayDelimit, !next.endsLine else {
            return nil
        }
        return
            "begins with \(label): its start is missing. An X12 file begins with ISA and GS: ask the sender for the whole file"
    }

    /// Where an interchange header begins, in bytes from the start of the file.
    private static func interchange(in bytes: [UInt8]) -> Int? {
        bytes.indices.first {
            bytes[$0] == UInt8(ascii: "I") && InterchangeHeader.mayBegin(bytes[$0...])
                && InterchangeHeader(bytes[$0...]) != nil
        }
    }

    private static func isMail(_ text: ArraySlice<UInt8>) -> Bool {
        let line = String(decoding: text.prefix { !$0.endsLine }, as: UTF8.self).lowercased()
        let headers = [
            "from", "to", "received:", "return-path:", "date:", "subject:", "mime-version:", "content-", "x-",
        ]
        return headers.contains { line.hasPrefix($0) } && (line.contains(":") || line.hasPrefix("from "))
    }
}
