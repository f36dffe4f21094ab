import Crypto
import Foundation
import TextKit

/// A mapped table, its head read and its sections found.
struct TableFile {
    let path: String
    private let file: MappedFile
    /// Where the sections lie, by kind.
    private var places: [Range<Int>] = Array(repeating: 0..<0, count: TableFormat.Section.allCases.count + 1)

    init(_ path: String) throws(UnreadableTable) {
        self.path = path
        file = try MappedFile(path)
        let bytes = file.bytes
        guard bytes.count >= TableFormat.headLength, bytes.prefix(8).elementsEqual(TableFormat.magic) else {
            throw damage("it does not begin like a code table")
        }
        guard bytes.number(UInt32.self, at: 8) == TableFormat.version else {
            throw damage("it is of another version of CleanClaim; import the publisher's file again")
        }
        guard bytes.number(UInt64.self, at: 16) == UInt64(bytes.count) else {
            throw damage("it is not whole; import the publisher's file again")
        }
        for index in 0..<Int(min(bytes.number(UInt32.self, at: 12), 64)) {
            let entry = TableFormat.headLength + index * TableFormat.entryLength
            let start = bytes.number(UInt64.self, at: entry + 8)
            let length = bytes.number(UInt64.self, at: entry + 16)
            guard start <= UInt64(bytes.count), length <= UInt64(bytes.count) - start else {
                throw damage("a part of it lies outside of it")
            }
            guard let section = TableFormat.Section(rawValue: bytes.number(UInt64.self, at: entry)) else { continue }
            places[Int(section.rawValue)] = Int(start)..<Int(start + length)
        }
    }

    /// The section's bytes, valid as long as this file is kept.
    subscript(_ section: TableFormat.Section) -> UnsafeRawBufferPointer {
        file.bytes.part(places[Int(section.rawValue)])
    }

    func keepInMemory() { file.keepInMemory() }

    func damage(_ reason: String) -> UnreadableTable { UnreadableTable(path: path, reason: reason) }

    /// SHA-256 as the head says it, in hexadecimal digits.
    var checksum: String { file.bytes.part(TableFormat.checksum).hexadecimal }

    /// Whether the bytes still have the checksum that they were written with.
    var isSound: Bool {
        TableFile.checksum(of: file.bytes.part(TableFormat.headLength..<file.bytes.count)).elementsEqual(
            file.bytes[TableFormat.checksum])
    }

    static func checksum(of bytes: UnsafeRawBufferPointer) -> SHA256.Digest {
        var hash = SHA256()
        hash.update(bufferPointer: bytes)
        return hash.finalize()
    }
}
