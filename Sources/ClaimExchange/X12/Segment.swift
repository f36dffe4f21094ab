/// One segment as it is in the file: a view into the bytes that were read, without a copy.
struct X12Segment: Hashable, Sendable {
    /// From the segment's name to the last element, without the terminator.
    let bytes: ArraySlice<UInt8>
    let delimiters: X12Delimiters
    /// Counted from 1 at the first segment of the file.
    let number: Int
    /// Where the segment begins, in bytes from the start of the file.
    let offset: Int
    /// `CLM`, `NM1`: the segment's name.
    let id: X12SegmentID

    init(bytes: ArraySlice<UInt8>, delimiters: X12Delimiters, number: Int, offset: Int) {
        (self.bytes, self.delimiters, self.number, self.offset) = (bytes, delimiters, number, offset)
        id = X12SegmentID(bytes.part(0, at: delimiters.element))
    }

    /// The element at this place after the name, the name itself being 0; empty where the segment ends before.
    subscript(place: Int) -> X12Element {
        X12Element(bytes: bytes.part(place, at: delimiters.element), delimiters: delimiters)
    }

    /// Every element, the name first.
    var elements: [X12Element] {
        bytes.split(separator: delimiters.element, omittingEmptySubsequences: false)
            .map { X12Element(bytes: $0, delimiters: delimiters) }
    }
}

/// One element of a segment, or one component of an element.
struct X12Element: Hashable, Sendable {
    let bytes: ArraySlice<UInt8>
    let delimiters: X12Delimiters

    var isEmpty: Bool { bytes.isEmpty }

    /// UTF-8 where the bytes are that, else Latin-1, which makes a text of any bytes.
    var text: String { String(written: bytes) }

    /// The number that the digits write; `nil` for anything else.
    var number: Int? {
        guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
        var number = 0
        for byte in bytes {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        return number
    }

    /// The component at this place, counted from 1 as X12 counts them.
    subscript(component place: Int) -> X12Element {
        X12Element(bytes: bytes.part(place - 1, at: delimiters.component), delimiters: delimiters)
    }

    var components: [X12Element] {
        bytes.split(separator: delimiters.component, omittingEmptySubsequences: false)
            .map { X12Element(bytes: $0, delimiters: delimiters) }
    }

    var repetitions: [X12Element] {
        guard let repetition = delimiters.repetition else { return [self] }
        return bytes.split(separator: repetition, omittingEmptySubsequences: false)
            .map { X12Element(bytes: $0, delimiters: delimiters) }
    }

    /// Compares without making a text.
    static func == (element: X12Element, text: StaticString) -> Bool {
        element.bytes.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}

/// A segment's name, two or three characters, in one comparable word.
struct X12SegmentID: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    private let word: UInt32

    /// A name of more than three characters is no segment's: it equals none.
    @inline(__always)
    init(_ bytes: some Collection<UInt8>) {
        word = bytes.count > 3 ? .max : bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }

    @inline(__always)
    init(stringLiteral name: StaticString) {
        self.init(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }

    /// Whether it is two or three capitals and digits, the first a capital (X12.6).
    var isValid: Bool {
        let name = description.utf8
        return (2...3).contains(name.count) && (name.first ?? 0) >= 0x41
            && name.allSatisfy { 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 }
    }

    var description: String {
        let bytes = [16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) }
        return String(decoding: bytes.filter { $0 > 0x20 && $0 < 0x7F }, as: UTF8.self)
    }
}

extension ArraySlice<UInt8> {
    /// The part after this many separators; empty where there are fewer.
    fileprivate func part(_ place: Int, at separator: UInt8) -> ArraySlice<UInt8> {
        let range = withUnsafeBufferPointer { bytes in
            var start = 0
            var passed = 0
            for (at, byte) in bytes.enumerated() where byte == separator {
                if passed == place { return start..<at }
                passed += 1
                start = at + 1
            }
            return passed == place ? start..<bytes.count : bytes.count..<bytes.count
        }
        return self[startIndex + range.lowerBound..<startIndex + range.upperBound]
    }
}

extension String {
    /// UTF-8 where the bytes are that, else Latin-1.
    init(written bytes: ArraySlice<UInt8>) {
        self =
            bytes.allSatisfy { $0 < 0x80 }
            ? String(decoding: bytes, as: UTF8.self)
            : String(validating: bytes, as: UTF8.self)
                ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}
