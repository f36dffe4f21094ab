/// What the ISA segment says of its own form: where it ends, and which delimiters it names.
struct InterchangeHeader {
    /// Bytes from `ISA` to the last element, without the terminator.
    let length: Int
    let delimiters: X12Delimiters
    /// The first element that is too long or too short, by its number.
    let misfit: Int?

    /// Bytes that an ISA segment has with its terminator (X12.5).
    static let properLength = 106
    /// Bytes within which an ISA segment with elements of wrong lengths is still read.
    static let searchedLength = 512
    /// The lengths of ISA01 to ISA16.
    private static let lengths = [2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1]

    /// Whether an ISA segment may begin with these bytes.
    static func mayBegin(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count > 3 && bytes.starts(with: "ISA".utf8) && bytes[bytes.startIndex + 3].mayDelimit
            && !bytes[bytes.startIndex + 3].endsLine
    }

    /// Finds the sixteenth separator wherever it is; `nil` where there are fewer.
    init?(_ bytes: ArraySlice<UInt8>) {
        let header = Array(bytes.prefix(InterchangeHeader.searchedLength))
        guard header.count > 3 else { return nil }
        let separator = header[3]
        let places = header.indices.filter { header[$0] == separator }.prefix(16)
        guard places.count == 16, let last = places.last, last + 2 < header.count else { return nil }
        length = last + 2
        let ends = places.dropFirst() + [length]
        misfit = zip(zip(places, ends), InterchangeHeader.lengths).enumerated()
            .first { $1.0.1 - $1.0.0 - 1 != $1.1 }.map { $0.offset + 1 }
        let version = header[places[11]..<places[12]].dropFirst()
        let repetition = header[places[10] + 1]
        delimiters = X12Delimiters(
            element: separator, component: header[last + 1],
            repetition: version.lexicographicallyPrecedes("00402".utf8) || !repetition.mayDelimit ? nil : repetition,
            terminator: header[length])
    }
}
