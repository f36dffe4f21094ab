/// The records of a file of comma- or tab-separated values (RFC 4180): quoted values may hold commas, quotes and line
/// ends.
///
/// Read piece by piece, since the NCCI's files have millions of records; a library that wants the whole text would hold
/// gigabytes.
struct DelimitedRecords {
    private let file: PublisherFile
    private let delimiter: UInt8
    private var lines: LineReader
    /// The line on which the record that was given last begins.
    private(set) var line = 0

    private static let quote = UInt8(ascii: "\"")
    private static let longestRecord = 1 << 20

    init(_ file: PublisherFile, progress: @escaping ImportProgress) throws(ImportFault) {
        self.file = file
        delimiter = DelimitedRecords.delimiter(of: file.firstLines)
        lines = try LineReader(file, progress: progress)
    }

    /// The next record's values without blanks at their ends, empty lines left out; `nil` at the end.
    mutating func next() throws(ImportFault) -> [String]? {
        while let first = try lines.next() {
            line = lines.number
            if first.allSatisfy({ $0 == UInt8(ascii: " ") }) { continue }
            guard first.contains(DelimitedRecords.quote) else {
                return values(first.split(separator: delimiter, omittingEmptySubsequences: false))
            }
            return values(try quoted(first))
        }
        return nil
    }

    private func values(_ parts: [ArraySlice<UInt8>]) -> [String] {
        parts.map { PublisherText.read($0, as: .utf8OrWindows) ?? "" }
    }

    /// The values of a record with quotes, which may go on over several lines.
    private mutating func quoted(_ first: ArraySlice<UInt8>) throws(ImportFault) -> [ArraySlice<UInt8>] {
        var values: [ArraySlice<UInt8>] = []
        var value: [UInt8] = []
        var (isOpen, length) = (false, 0)
        var rest = first
        while true {
            length += rest.count
            guard length <= DelimitedRecords.longestRecord else { throw unclosed }
            var index = rest.startIndex
            while index < rest.endIndex {
                let byte = rest[index]
                index += 1
                if byte == DelimitedRecords.quote {
                    let isDoubled = isOpen && index < rest.endIndex && rest[index] == DelimitedRecords.quote
                    if isDoubled {
                        value.append(byte)
                        index += 1
                    } else {
                        isOpen.toggle()
                    }
                } else if byte == delimiter, !isOpen {
                    values.append(value[...])
                    value = []
                } else {
                    value.append(byte)
                }
            }
            guard isOpen else { return values + [value[...]] }
            guard let more = try lines.next() else { throw unclosed }
            value.append(UInt8(ascii: " "))
            rest = more
        }
    }

    private var unclosed: ImportFault {
        file.fault(line: line, "a quote opens here and is never closed: the file is cut off or damaged.")
    }

    /// The sign that is most often in the first lines of the file.
    private static func delimiter(of lines: [String]) -> UInt8 {
        let signs = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|")]
        let counts = signs.map { sign in lines.prefix(20).reduce(0) { $0 + $1.utf8.count { $0 == sign } } }
        return zip(signs, counts).max { $0.1 < $1.1 }?.0 ?? signs[0]
    }
}
