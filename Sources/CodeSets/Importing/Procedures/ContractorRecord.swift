import ClaimModel

/// The HCPCS contractor record of CMS: all codes and modifiers of Level II, in lines of fixed columns.
///
/// 1-5 code (a modifier in 4-5), 6-10 sequence, 11 record (3 a code, 4 goes on with it, 7 a modifier, 8 goes on with it),
/// 12-91 part of the long description, 92-119 short description, 269-276 added, 277-284 action effective, 285-292
/// terminated (CMS, HCPCS contractor record layout 2026).
struct ContractorRecord {
    private let file: PublisherFile
    private var codes: TableBuilder
    private var modifiers: TableBuilder
    private var entry: Entry?

    /// By how much the sequence grows from one line of a code to the next.
    private static let step = 100

    private struct Entry {
        let line: Int
        let code: String
        let isModifier: Bool
        var long: String
        let short: String
        let from: Day?
        let to: Day?
        var sequence: Int
    }

    static func isLine(_ line: String) -> Bool {
        let bytes = Array(line.utf8)
        return bytes.count >= 292 && bytes[3...4].allSatisfy(\.isLetterOrDigit) && bytes[5..<10].allSatisfy(\.isDigit)
            && "3478".utf8.contains(bytes[10])
    }

    /// - Parameter known: the modifiers that are loaded, which those of CPT and the kinds of all are taken from.
    /// - Returns: the codes and the modifiers.
    static func read(
        _ file: PublisherFile, known: [CodeRow], progress: @escaping ImportProgress
    ) throws(ImportFault) -> [TableBuilder] {
        var record = ContractorRecord(file)
        var lines = try LineReader(file, progress: progress)
        while let line = try lines.next() { try record.take(line, number: lines.number, known) }
        try record.close(known)
        guard record.codes.count > 0, record.modifiers.count > 0 else {
            throw file.fault("it has no codes or no modifiers; fetch the whole contractor record.")
        }
        for row in known where ContractorRecord.isOfCPT(row.code) && !record.hasModifier(row.code) {
            try record.add(row, isModifier: true, line: lines.number)
        }
        return [record.codes, record.modifiers]
    }

    private init(_ file: PublisherFile) {
        self.file = file
        let dates = FileNameDates(file.name)
        let first = dates.month ?? dates.day
        func release(_ set: CodeSetName) -> CodeRelease {
            CodeRelease(
                set: set, name: first.map { $0.monthInWords } ?? "contractor record", from: first,
                to: first?.lastOfQuarter,
                source: "CMS HCPCS contractor record", published: dates.day ?? first)
        }
        codes = TableBuilder(release(.hcpcs))
        modifiers = TableBuilder(release(.modifier))
    }

    private mutating func take(_ line: ArraySlice<UInt8>, number: Int, _ known: [CodeRow]) throws(ImportFault) {
        // The record ends with a line of blanks.
        if line.allSatisfy({ $0 == UInt8(ascii: " ") }) { return }
        guard line.count >= 292, let code = field(line, 1...5), !code.isEmpty, let text = field(line, 12...91),
            let sequence = field(line, 6...10).flatMap({ Int($0) })
        else {
            throw file.fault(line: number, "it is cut off or no line of the contractor record; fetch the file again.")
        }
        switch line[line.startIndex + 10] {
        case UInt8(ascii: "3"), UInt8(ascii: "7"):
            let last = entry
            try close(known)
            let isModifier = line[line.startIndex + 10] == UInt8(ascii: "7")
            guard sequence == ContractorRecord.step, last.map({ $0.isModifier != isModifier || $0.code < code }) ?? true
            else {
                throw file.fault(line: number, "\(code) does not follow what is before it: lines are missing or moved.")
            }
            entry = Entry(
                line: number, code: code, isModifier: isModifier, long: text,
                short: field(line, 92...119) ?? "", from: try day(line, 269...276, number),
                to: try day(line, 285...292, number), sequence: sequence)
        case UInt8(ascii: "4"), UInt8(ascii: "8"):
            guard let open = entry, open.code == code, sequence == open.sequence + ContractorRecord.step else {
                throw file.fault(
                    line: number,
                    "it goes on with \(code), whose first line is not before it: lines are missing or moved.")
            }
            entry?.long += " " + text
            entry?.sequence = sequence
        default: throw file.fault(line: number, "column 11 is none of 3, 4, 7 and 8.")
        }
    }

    private mutating func close(_ known: [CodeRow]) throws(ImportFault) {
        guard let done = entry else { return }
        entry = nil
        var row = CodeRow(code: done.code, description: done.long, from: done.from, to: done.to, keywords: done.short)
        row.details = [done.short]
        if done.isModifier {
            row.details = [known.first { $0.code == done.code }?.details.first ?? ""]
        }
        try add(row, isModifier: done.isModifier, line: done.line)
    }

    private mutating func add(_ row: CodeRow, isModifier: Bool, line: Int) throws(ImportFault) {
        do throws(UnreadableRow) {
            if isModifier { try modifiers.add(row) } else { try codes.add(row) }
        } catch { throw file.fault(line: line, "\(error).") }
    }

    private func hasModifier(_ code: String) -> Bool { CodeKey(code).map(modifiers.keys.contains) ?? false }

    /// Modifiers that the AMA keeps, which are in no file of CMS.
    static func isOfCPT(_ modifier: String) -> Bool {
        guard let first = modifier.utf8.first, let last = modifier.utf8.last else { return false }
        return first.isDigit || (first == UInt8(ascii: "P") && last.isDigit)
    }

    private func field(_ line: ArraySlice<UInt8>, _ columns: ClosedRange<Int>) -> String? {
        PublisherText.read(
            line.dropFirst(columns.lowerBound - 1).prefix(columns.count), as: .utf8OrWindows)
    }

    private func day(_ line: ArraySlice<UInt8>, _ columns: ClosedRange<Int>, _ number: Int) throws(ImportFault) -> Day?
    {
        guard let text = field(line, columns), !text.isEmpty else { return nil }
        guard let day = Day(published: text) else {
            throw file.fault(
                line: number, "columns \(columns.lowerBound)-\(columns.upperBound) have \"\(text)\", not a date.")
        }
        return day
    }
}
