/// What kind of file a publisher's file is, recognized from its beginning.
enum PublisherFormat {
    case tabular, order, contractorRecord, drugProducts, drugPackages, drugList, openFDA, procedurePairs, unitLimits
    /// A list with a header line; which set it is may have to be said.
    case list(CodeSetName?)

    init(_ file: PublisherFile) throws(ImportFault) {
        if TabularReader.isBeginning(file.head) {
            self = .tabular
        } else if OpenFDAFile.isBeginning(file.head) {
            self = .openFDA
        } else {
            self = try PublisherFormat(lines: file.firstLines.filter { !$0.isEmpty }, of: file)
        }
    }

    private init(lines: [String], of file: PublisherFile) throws(ImportFault) {
        let columns = try PublisherFormat.headers(of: file)
        if lines.first.map(OrderFile.isLine) ?? false {
            self = .order
        } else if lines.first.map(ContractorRecord.isLine) ?? false {
            self = .contractorRecord
        } else if columns.contains(where: DrugDirectory.isProductHeader) {
            self = .drugProducts
        } else if columns.contains(where: DrugDirectory.isPackageHeader) {
            self = .drugPackages
        } else if columns.contains(where: ProcedurePairFile.isHeader) {
            self = .procedurePairs
        } else if columns.contains(where: UnitLimitFile.isHeader) {
            self = .unitLimits
        } else if columns.contains(where: DrugListFile.isHeader) {
            self = .drugList
        } else if let header = columns.first(where: CodeListFile.isHeader) {
            self = .list(CodeListFile.set(of: header))
        } else {
            throw file.fault(PublisherFormat.unknown(lines.first ?? "", columns.first))
        }
    }

    /// The first lines, taken for headers.
    private static func headers(of file: PublisherFile) throws(ImportFault) -> [Columns] {
        var records = try DelimitedRecords(file) { _, _ in }
        var columns: [Columns] = []
        while columns.count < 20, let record = try records.next() { columns.append(Columns(record)) }
        return columns
    }

    /// What to say of a file that is none of those; two that people take by mistake are named.
    private static func unknown(_ line: String, _ header: Columns?) -> String {
        if ["Add:", "Delete:", "Revise from:", "Revise to:"].contains(where: line.hasPrefix) {
            return "it is an addenda file, which has only what changed: use the order file or the tabular XML."
        }
        let code = line.prefix { $0 != " " }
        if line.dropFirst(7).first == " ", (3...7).contains(code.count), CodeKey(code) != nil, line.count > 9 {
            return "it is the codes file, which has no headers: use the order file or the tabular XML."
        }
        if let header, header.count > 1 {
            return "its first line names no columns that are known here: a list needs a code and a description, an "
                + "office's list of drug packages ndc, labeler and product."
        }
        return "it is none of the files that can be imported; cleanclaim codes import --help names them."
    }
}
