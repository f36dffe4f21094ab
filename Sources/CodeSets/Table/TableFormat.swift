/// The file of one release of one code set, which is searched where it lies, mapped.
///
/// All numbers are little-endian. A head of 64 bytes (magic, version, number of sections, length of the file, SHA-256 of all
/// that follows the head) comes before the list of sections (kind, start, length: three 8-byte numbers each) and the
/// sections themselves, which start at multiples of eight. Row numbers count in the order of the keys.
enum TableFormat {
    static let magic = Array("CCCODES\n".utf8)
    static let version: UInt32 = 2
    static let headLength = 64
    static let entryLength = 24
    /// Where the checksum is in the head.
    static let checksum = 24..<56
    /// The extension of the files' names.
    static let fileExtension = "codes"

    enum Section: UInt64, CaseIterable {
        /// What the release is, as JSON.
        case release = 1
        /// The codes, 8 or 16 bytes each, padded with zeros, ascending.
        case keys
        /// What the rows say, one after the other; `textEnds` has four bytes a row.
        case texts, textEnds
        /// Four bytes a row: the row whose text comes before this row's own, or `noStem`. A stem has no stem.
        case stems
        /// A byte a row; bit 0: may be billed; bit 1: the text is the publisher's shortened title.
        case flags
        /// Twice four bytes a row, days since 1970-01-01: the first and the last day in force.
        case dates
        /// Further columns, parted by the unit separator; `detailEnds` has four bytes a row.
        case details, detailEnds
        /// What carries notes: its codes from (8 bytes) to (8), its first note (4), how many (4), the owner that it is
        /// within or `noOwner` (4), nothing (4). Ascending; the wider one comes first.
        case owners
        /// Notes: kind (1), whether read whole (1), how many ranges (2), first range (4), where the text ends (4).
        case notes
        case noteTexts
        /// Twice eight bytes a range: the first and the last code.
        case noteRanges
        /// What the words of the rows are found by; see `SearchIndex`.
        case search
    }

    static let noStem = UInt32.max
    static let noFirstDay = Int32.min
    static let noLastDay = Int32.max
    static let billable: UInt8 = 1
    static let shortTitle: UInt8 = 2
    static let separator = UInt8(0x1F)

    static let noOwner = UInt32.max
    static let ownerLength = 32
    static let noteLength = 12
    static let rangeLength = 16
}

extension UnsafeRawBufferPointer {
    /// The number at an offset; zero where the bytes end before it does.
    @inline(__always)
    func number<Number: FixedWidthInteger & BitwiseCopyable>(_ type: Number.Type, at offset: Int) -> Number {
        guard offset >= 0, offset <= count - MemoryLayout<Number>.size else { return 0 }
        return Number(littleEndian: loadUnaligned(fromByteOffset: offset, as: type))
    }

    /// The bytes of a range as far as there are any.
    func part(_ range: Range<Int>) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: self[range.clamped(to: 0..<count)])
    }
}
