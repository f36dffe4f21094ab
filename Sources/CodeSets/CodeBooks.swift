public import ClaimModel
import Foundation

/// Every code set that is loaded: looked up by code, searched by words.
///
/// The tables are mapped files that are searched where they lie, so that a start costs next to nothing, copies share
/// one mapping, and any thread may ask.
public struct CodeBooks: Sendable {
    /// The release of ICD-10-CM that is loaded.
    public let diagnosisRelease: CodeRelease

    private let tables: [CodeSetName: CodeTable]

    /// The tables that come with the program.
    public static func shipped() throws(CodeBooksFailure) -> CodeBooks {
        let folder: URL
        do throws(MissingResource) {
            folder = try ResourceFolder.url(of: "Tables", in: "CodeSets")
        } catch {
            throw .missing(error)
        }
        do throws(UnreadableTable) {
            return try CodeBooks(folder: folder)
        } catch {
            throw .unreadable(error)
        }
    }

    init(folder: URL) throws(UnreadableTable) {
        var tables: [CodeSetName: CodeTable] = [:]
        for set in CodeSetName.allCases {
            tables[set] = try CodeTable(set.file, in: folder)
        }
        self.tables = tables
        guard let header = tables[.diagnosis]?.header, let name = header["release"],
            let from = Day(iso: header["valid-from"] ?? ""), let to = Day(iso: header["valid-to"] ?? "")
        else {
            throw UnreadableTable(
                path: folder.appendingPathComponent(CodeSetName.diagnosis.file + ".tsv").path,
                reason: "its header does not say which release it is")
        }
        diagnosisRelease = CodeRelease(name: name, from: from, to: to)
    }

    func table(_ set: CodeSetName) -> CodeTable? { tables[set] }

    private func row(_ code: some StringProtocol, in set: CodeSetName) -> [String]? {
        tables[set]?.row(code.trimmingCharacters(in: .whitespaces).uppercased())
    }
}

extension CodeBooks {
    /// The loaded release that judges diagnoses of that service date; `nil` where none covers it.
    public func release(ofDiagnosesOn day: Day) -> CodeRelease? {
        diagnosisRelease.covers(day) ? diagnosisRelease : nil
    }

    /// The code's entry, headers included; the code with or without its dot, in any case.
    public func diagnosis(_ code: some StringProtocol) -> DiagnosisEntry? {
        DiagnosisEntry.compact(code).flatMap { tables[.diagnosis]?.row($0) }.map(DiagnosisEntry.init)
    }

    /// The codes directly below a header, billable or not; empty for leaves and for codes that do not exist.
    public func children(of code: some StringProtocol) -> [DiagnosisEntry] {
        guard let code = DiagnosisEntry.compact(code), let table = tables[.diagnosis], table.row(code) != nil
        else { return [] }
        var children: [(code: String, entry: DiagnosisEntry)] = []
        table.forEachRow(prefix: code) { columns in
            let below = children.last.map { columns[0].hasPrefix($0.code) } ?? false
            if columns[0] != code, !below {
                children.append((columns[0], DiagnosisEntry(columns: columns)))
            }
            return true
        }
        return children.map(\.entry)
    }

    /// The billable codes at or below a code, at most `limit`.
    public func billableCodes(under code: some StringProtocol, limit: Int = .max) -> [DiagnosisEntry] {
        guard let code = DiagnosisEntry.compact(code), let table = tables[.diagnosis], table.row(code) != nil
        else { return [] }
        var leaves: [DiagnosisEntry] = []
        table.forEachRow(prefix: code) { columns in
            let entry = DiagnosisEntry(columns: columns)
            if entry.isBillable { leaves.append(entry) }
            return leaves.count < limit
        }
        return leaves
    }

    /// A CPT or HCPCS code that the tables know. Neither table is whole: a code that is absent may well be good.
    public func procedure(_ code: some StringProtocol) -> ProcedureEntry? {
        row(code, in: .cpt).map { ProcedureEntry(columns: $0, set: .cpt) }
            ?? row(code, in: .hcpcs).map { ProcedureEntry(columns: $0, set: .hcpcs) }
    }

    /// The table has every modifier of CPT and HCPCS: one that is absent does not exist.
    public func modifier(_ code: some StringProtocol) -> ModifierEntry? {
        row(code, in: .modifier).map(ModifierEntry.init)
    }

    /// The table has every place of service: one that is absent does not exist.
    public func placeOfService(_ code: some StringProtocol) -> CodeEntry? {
        row(code, in: .placeOfService).map { CodeEntry(columns: $0, set: .placeOfService) }
    }

    /// The table has a handful of specialties: one that is absent may well be good.
    public func taxonomy(_ code: some StringProtocol) -> TaxonomyEntry? {
        row(code, in: .taxonomy).map(TaxonomyEntry.init)
    }

    public func denial(carc code: some StringProtocol) -> CodeEntry? {
        row(code, in: .carc).map { CodeEntry(columns: $0, set: .carc) }
    }

    public func denial(rarc code: some StringProtocol) -> CodeEntry? {
        row(code, in: .rarc).map { CodeEntry(columns: $0, set: .rarc) }
    }

    public func revenue(_ code: some StringProtocol) -> CodeEntry? {
        row(code, in: .revenue).map { CodeEntry(columns: $0, set: .revenue) }
    }

    /// The product with this NDC in its billing form of eleven digits.
    public func product(ndc11: some StringProtocol) -> DrugProduct? {
        row(ndc11, in: .ndc).flatMap(DrugProduct.init)
    }

    /// Every product of the NDC table, by NDC.
    public var products: [DrugProduct] {
        var products: [DrugProduct] = []
        tables[.ndc]?.forEachRow(prefix: "") { columns in
            if let product = DrugProduct(columns: columns) { products.append(product) }
            return true
        }
        return products
    }
}

/// Why the code sets can't be used, in words that say what to do.
public enum CodeBooksFailure: Error, Hashable, Sendable, CustomStringConvertible {
    case missing(MissingResource)
    case unreadable(UnreadableTable)

    public var description: String {
        switch self {
        case .missing(let resource): resource.description
        case .unreadable(let table): table.description
        }
    }
}

extension CodeSetName {
    /// The name of the set's table, without its extension.
    fileprivate var file: String {
        switch self {
        case .diagnosis: "icd10cm"
        case .hcpcs: "hcpcs"
        case .cpt: "cpt"
        case .ndc: "ndc"
        case .modifier: "modifiers"
        case .placeOfService: "pos"
        case .taxonomy: "taxonomy"
        case .carc: "carc"
        case .rarc: "rarc"
        case .revenue: "revenue"
        }
    }
}
