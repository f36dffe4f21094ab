import ClaimModel
import TextKit

/// A list of codes with their words, as CSV or tab-separated text with a header line: place of service, revenue codes, CARC,
/// RARC, claim status codes, taxonomy codes of NUCC, a list of CPT that the office has a licence for, modifiers.
struct CodeListFile {
    private let set: CodeSetName
    private let columns: Columns
    private let code: Int

    static func isHeader(_ columns: Columns) -> Bool { codePlace(in: columns) != nil && columns.count > 1 }

    /// The set that a header gives away: only NUCC's names its columns like nobody else.
    static func set(of columns: Columns) -> CodeSetName? {
        if columns.has("code", "grouping", "classification", "specialization") { return .taxonomy }
        if columns.has("place of service name") { return .placeOfService }
        return nil
    }

    static func read(
        _ file: PublisherFile, as set: CodeSetName, known: [CodeRow], progress: @escaping ImportProgress
    ) throws(ImportFault) -> TableBuilder {
        let dates = FileNameDates(file.name)
        let published = dates.day ?? dates.month
        var builder = TableBuilder(
            CodeRelease(
                set: set, name: published?.spelled ?? "the office's list", source: "\(file.name), loaded by the office",
                published: published))
        var records = try DelimitedRecords(file, progress: progress)
        let columns = try records.columns(of: file, isHeader)
        guard let code = codePlace(in: columns) else { return builder }
        let list = CodeListFile(set: set, columns: columns, code: code)
        let kinds = Dictionary(known.map { ($0.code, $0.details) }, uniquingKeysWith: { first, _ in first })
        while let record = try records.next(under: columns, of: file) {
            guard var row = try list.row(record, file, records.line) else { continue }
            if let kind = kinds[row.code] { row.details = kind }
            try builder.add(row, of: file, line: records.line)
        }
        return builder
    }

    private static func codePlace(in columns: Columns) -> Int? {
        columns.place(
            of: "code", "cpt code", "cpt", "revenue code", "place of service code s", "place of service code", "pos",
            "carc", "rarc", "modifier", "taxonomy code", "claim status code", "status code")
    }

    /// `nil` for a stretch of unassigned places of service (`27-30`).
    private func row(_ record: [String], _ file: PublisherFile, _ line: Int) throws(ImportFault) -> CodeRow? {
        let words = description(record)
        let written = record.value(code)
        if set == .placeOfService, written.contains("-") || words.lowercased() == "unassigned" { return nil }
        let width = set == .placeOfService ? 2 : set == .revenue ? 4 : 0
        let code = written.aligned(to: width, with: "0")
        guard CodeListFile.isShaped(code, as: set) else {
            throw file.fault(line: line, "\"\(code.prefix(20))\" is not a code of this kind (\(set.rawValue)).")
        }
        guard !words.isEmpty else { throw file.fault(line: line, "\(code) has no description.") }
        return CodeRow(
            code: code, description: words, from: day(record, "start", "effective date", "date added", "from"),
            to: day(record, "stop", "termination date", "end date", "deactivated", "deletion date", "to"),
            details: details(record))
    }

    private func description(_ record: [String]) -> String {
        let text = record.value(columns.place(ofAny: CodeListFile.wordColumns(of: set)))
        return text.isEmpty && set == .taxonomy ? specialty(record) : text
    }

    private static func wordColumns(of set: CodeSetName) -> [String] {
        switch set {
        case .taxonomy: ["display name"]
        case .placeOfService: ["place of service name", "name", "description"]
        default:
            [
                "description", "long description", "short description", "descriptor", "text", "name", "label", "words",
            ]
        }
    }

    /// NUCC's classification and specialization.
    private func specialty(_ record: [String]) -> String {
        [record.value(columns.place(of: "classification")), record.value(columns.place(of: "specialization"))]
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// The first of these columns that holds a day.
    private func day(_ record: [String], _ names: String...) -> Day? {
        names.lazy.compactMap { columns.place(of: $0) }.compactMap { Day(published: record.value($0)) }.first
    }

    /// The kind of a specialty by NUCC's own groups, which is what the rules ask for.
    private func details(_ record: [String]) -> [String] {
        guard set == .taxonomy else {
            return [.revenue, .modifier, .carc, .rarc, .claimStatus].contains(set) ? [""] : []
        }
        return [TaxonomyEntry.Kind(words: specialty(record).lowercased()).rawValue]
    }

    private static func isShaped(_ code: String, as set: CodeSetName) -> Bool {
        let length = code.utf8.count
        guard code.utf8.allSatisfy(\.isLetterOrDigit) else { return false }
        return switch set {
        case .placeOfService, .modifier: length == 2
        case .revenue: length == 4 && code.utf8.allSatisfy(\.isDigit)
        case .taxonomy: length == 10
        case .cpt, .hcpcs: length == 5
        case .carc: (1...3).contains(length)
        case .rarc: (2...5).contains(length)
        case .claimStatus: (1...3).contains(length) && code.utf8.allSatisfy(\.isDigit)
        case .diagnosis, .ndc, .procedurePair, .unitLimit, .inclusionTerm, .synonym, .diagnosisAge, .statusCategory,
            .statusEntity:
            false
        }
    }
}

extension TaxonomyEntry.Kind {
    /// - Parameter words: NUCC's classification and specialization in lower case.
    init(words: String) {
        func names(_ any: String...) -> Bool { any.contains { words.contains($0) } }
        if names("pain") {
            self = .pain
        } else if names("anesthe") {
            self = .anesthesia
        } else if names(
            "psych", "mental", "social worker", "counselor", "marriage", "behavioral", "addiction", "substance")
        {
            self = .mentalHealth
        } else {
            self = .other
        }
    }
}
