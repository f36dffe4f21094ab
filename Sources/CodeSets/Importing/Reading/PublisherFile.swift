import ClaimModel
import Foundation

/// A file as its publisher gives it out, whose beginning has been looked at.
package struct PublisherFile {
    let url: URL
    let size: Int
    /// Its first bytes, at most `headLength`.
    let head: [UInt8]

    private static let headLength = 1 << 16

    var name: String { url.lastPathComponent }

    /// Refuses what is no text before anything else is read.
    init(_ url: URL) throws(ImportFault) {
        self.url = url
        let name = url.lastPathComponent
        let input = try InputFile(url)
        size = input.size
        head = try input.read(PublisherFile.headLength)
        if let reason = PublisherFile.refusal(of: head) { throw ImportFault(name, reason) }
    }

    /// The day on which the file was last written, in universal time; an archive that is unpacked keeps the publisher's.
    var changed: Day? {
        let date = try? url.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
        return date.map { Day(number: Int(($0.timeIntervalSince1970 / 86_400).rounded(.down))) }
    }

    func fault(line: Int? = nil, _ reason: String) -> ImportFault { ImportFault(name, line: line, reason) }

    /// Its first lines as text, for looking at what they are; the last one only where it is whole.
    var firstLines: [String] {
        let lines = head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let whole = head.count < PublisherFile.headLength ? lines[...] : lines.dropLast()
        return whole.prefix(40).map { line in
            let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            let isMarked = line.starts(with: LineReader.byteOrderMark)
            return PublisherText.latin1(isMarked ? line.dropFirst(LineReader.byteOrderMark.count) : line)
        }
    }

    /// Why a file that begins like this is not read; `nil` where it may be text.
    package static func refusal(of head: [UInt8]) -> String? {
        if head.isEmpty { return "it is empty." }
        if head.starts(with: [0x1F, 0x8B]) { return "it is packed by gzip: unpack it first (gunzip)." }
        if head.starts(with: Array("PK".utf8) + [3, 4]) {
            return "it is a zip archive or an Excel book: unpack it, or save the sheet as CSV in UTF-8."
        }
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            return "it is an Excel book: save the sheet as CSV in UTF-8."
        }
        if head.starts(with: Array("%PDF".utf8)) { return "it is a PDF: use the publisher's text or CSV file." }
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
            return "it is text in UTF-16: save it in UTF-8."
        }
        if head.contains(0) { return "it is not text: it has bytes that no text file has." }
        return nil
    }
}
