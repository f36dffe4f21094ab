import ClaimModel

/// The NCCI's procedure-to-procedure edits of CMS: tab- or comma-separated, one pair a record.
///
/// Columns: column 1 code, column 2 code, whether in existence prior to 1996, effective date, deletion date (`*` for none),
/// modifier indicator 0, 1 or 9, rationale. Lines of copyright and title are before the header.
enum ProcedurePairFile {
    static func isHeader(_ columns: Columns) -> Bool {
        columns.place(of: "column 1") != nil && columns.place(of: "column 2") != nil
            && columns.place(of: "modifier") != nil
    }

    /// - Parameter files: the parts of one release, in any order.
    static func read(_ files: [PublisherFile], progress: @escaping ImportProgress) throws(ImportFault) -> TableBuilder {
        var builder = TableBuilder(release(of: files))
        for file in files {
            var records = try DelimitedRecords(file, progress: progress)
            let columns = try records.columns(of: file, isHeader)
            let places = Places(columns)
            var isBelowHeader = false
            while let record = try records.next() {
                // The header may take several lines.
                isBelowHeader = isBelowHeader || isCode(record.value(places.column1))
                guard isBelowHeader else { continue }
                try builder.add(row(record, places, file, records.line), of: file, line: records.line)
            }
        }
        return builder
    }

    private struct Places {
        let column1: Int?
        let column2: Int?
        let from: Int?
        let to: Int?
        let modifier: Int?
        let rationale: Int?

        init(_ columns: Columns) {
            column1 = columns.place(of: "column 1")
            column2 = columns.place(of: "column 2")
            from = columns.place(of: "effective")
            to = columns.place(of: "deletion")
            modifier = columns.place(of: "modifier")
            rationale = columns.place(of: "ptp edit rationale", "rationale")
        }
    }

    private static func row(
        _ record: [String], _ places: Places, _ file: PublisherFile, _ line: Int
    ) throws(ImportFault) -> CodeRow {
        let (first, second) = (record.value(places.column1), record.value(places.column2))
        let modifier = record.value(places.modifier)
        guard isCode(first), isCode(second), ["0", "1", "9"].contains(modifier) else {
            throw file.fault(
                line: line,
                "it is cut off or no pair: two codes of five characters and the indicator 0, 1 or 9 are due.")
        }
        let (from, to) = (record.value(places.from), record.value(places.to))
        guard let begin = Day(published: from) else {
            throw file.fault(line: line, "\"\(from)\" is not an effective date.")
        }
        let end = Day(published: to)
        guard end != nil || to.isEmpty || to == "*" else {
            throw file.fault(line: line, "\"\(to)\" is not a deletion date.")
        }
        return CodeRow(
            code: first + second, description: record.value(places.rationale), from: begin,
            // Pairs that were taken back as a whole end on the day on which they begin, or before.
            to: end.map { max($0, begin) }, details: [modifier])
    }

    private static func isCode(_ text: String) -> Bool {
        text.utf8.count == 5 && text.utf8.allSatisfy(\.isLetterOrDigit)
    }

    /// `ccipra-v323r0-f1.txt` is version 32.3, which came out with October 2026: the first version is of 1996 minus two.
    private static func release(of files: [PublisherFile]) -> CodeRelease {
        let digits = files.lazy.flatMap { $0.name.lowercased().split { !$0.isLetter && !$0.isNumber } }
            .filter { $0.hasPrefix("v") }.map { $0.dropFirst().prefix { $0.isNumber } }.first { $0.count == 3 }
        let version = digits.flatMap { Int($0) }
        let published = version.flatMap { Day(year: 1994 + $0 / 10, month: min(12, $0 % 10 * 3 + 1), day: 1) }
        return CodeRelease(
            set: .procedurePair, name: version.map { "version \($0 / 10).\($0 % 10)" } ?? "as loaded",
            source: "CMS, NCCI procedure-to-procedure edits", published: published)
    }
}
