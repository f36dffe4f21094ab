import SwiftCSV

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

    /// A value may go on over so many lines; a quote that is open any longer is a stray one.
    private static let longest = 200

    init(_ text: String, delimiter: Character) {
        self.text = text
        self.delimiter = delimiter
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }

    /// The next record in which anything stands; `nil` at the end.
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
        let record = text[lines[first].startIndex..<lines[last].endIndex] + "\n"
        do {
            let values = try EnumeratedCSV(
                string: String(record), delimiter: .character(delimiter), loadColumns: false, rowLimit: 0
            ).header
            line = last + 1
            return values
        } catch {
            throw CSVFault(
                row: row, "a quote stands within a value: write the value in quotes, and each quote in it twice")
        }
    }

    /// The line on which the quotes are even: each that opens is closed, and those within a value stand twice.
    private func lastLine(from first: Int) -> Int? {
        var isOpen = false
        for number in first..<Swift.min(first + CSVRecords.longest, lines.count) {
            if !lines[number].count(where: { $0 == "\"" }).isMultiple(of: 2) { isOpen.toggle() }
            if !isOpen { return number }
        }
        return nil
    }
}
