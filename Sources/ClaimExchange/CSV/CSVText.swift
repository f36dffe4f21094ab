import CodeSets
import Foundation

/// The text of a file whose letters nobody has named.
enum CSVText {
    /// The bytes that Windows-1252 leaves out.
    private static let unused: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]

    /// UTF-16 where the file begins with its mark, UTF-8 where the bytes are that, else Windows-1252, in which spreadsheets
    /// write.
    static func read(_ bytes: [UInt8]) throws(CSVFault) -> String {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            guard bytes.count.isMultiple(of: 2), let text = String(bytes: bytes, encoding: .utf16),
                !text.contains("\0")
            else { throw CSVFault("it is damaged UTF-16: save it as CSV in UTF-8") }
            return text.withoutMark
        }
        if let reason = PublisherFile.refusal(of: bytes) { throw CSVFault(String(reason.dropLast())) }
        if let text = String(validating: bytes, as: UTF8.self) { return text.withoutMark }
        guard !bytes.contains(where: { unused.contains($0) }) else {
            throw CSVFault("its letters are neither UTF-8 nor Windows-1252: save it as CSV in UTF-8")
        }
        return PublisherText.windows(bytes[...])
    }
}

extension String {
    fileprivate var withoutMark: String {
        guard unicodeScalars.first == "\u{FEFF}" else { return self }
        return String(unicodeScalars.dropFirst())
    }
}
