/// One record of a file, whole or not.
struct CSVRecord {
    /// As a spreadsheet counts, from 1.
    let row: Int
    let values: Result<[String], CSVFault>
}

/// The records of a text, each read by itself, so that a damaged one holds none of the others.
struct CSVRecords: Sequence, IteratorProtocol {
    private let text: String
    private let delimiter: Character
    private let lines: [Substring]
    private var line = 0
    private var row = 0

    /// A value may run over this many lines; a quote that is open any longer is a stray one.
    private static let longest = 200

    init(_ text: String, delimiter: Character) {
        self.text = text
        self.delimiter = delimiter
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }

    /// The next record that is not blank; `nil` at the end.
    mutating func next() -> CSVRecord? {
        while line < lines.count {
            row += 1
            if lines[line].allSatisfy(\.isWhitespace) {
                line += 1
                continue
            }
            return CSVRecord(row: row, values: Result { () throws(CSVFault) in try values() })
        }
        return nil
    }

    /// The values of the record that begins on this line. A broken one ends on its first line.
    private mutating func values() throws(CSVFault) -> [String] {
        let first = line
        line += 1
        guard let last = lastLine(from: first) else {
            throw CSVFault(row: row, "a quote opens here and is never closed: close it, or take it out")
        }
        guard let values = unquoted(text[lines[first].startIndex..<lines[last].endIndex]) else {
            throw CSVFault(
                row: row, "there is a quote within a value: write the value in quotes, and each quote in it twice")
        }
        line = last + 1
        return values
    }

    /// The values of one record (RFC 4180); `nil` where a quote is within a value and not doubled.
    private func unquoted(_ record: Substring) -> [String]? {
        enum State { case start, plain, quoted, closed }
        var values: [String] = []
        var value = ""
        var state = State.start
        var rest = record
        while let sign = rest.popFirst() {
            let isDoubled = sign == "\"" && state != .start && rest.first == "\""
            switch state {
            case .plain where isDoubled, .quoted where isDoubled:
                value.append(sign)
                rest.removeFirst()
            case .start where sign == "\"": state = .quoted
            case .quoted where sign == "\"": state = .closed
            case .plain where sign == "\"": return nil
            case .quoted: value.append(sign)
            case .start where sign == delimiter, .plain where sign == delimiter, .closed where sign == delimiter:
                values.append(value)
                value = ""
                state = .start
            case .start, .plain:
                value.append(sign)
                state = .plain
            case .closed: return nil
            }
        }
        return state == .quoted ? nil : values + [value]
    }

    /// The line on which the quotes are even: each that opens is closed, and those within a value are doubled.
    private func lastLine(from first: Int) -> Int? {
        var isOpen = false
        for number in first..<Swift.min(first + CSVRecords.longest, lines.count) {
            if !lines[number].count(where: { $0 == "\"" }).isMultiple(of: 2) { isOpen.toggle() }
            if !isOpen { return number }
        }
        return nil
    }
}
