import ClaimModel

/// A list of drug packages that the office keeps itself, as CSV with a header line, for what no loaded directory has.
///
/// Columns: the NDC as on the label with its dashes (`ndc`), `labeler`, `product`, and where they are known `strength`
/// (`50 mg/mL`), `volume` (`10 mL`), `package`, `market` (where it says veterinary or bulk), `source`.
enum DrugListFile {
    static func isHeader(_ columns: Columns) -> Bool {
        label(columns) != nil && columns.place(of: "labeler") != nil && columns.place(of: "product") != nil
    }

    static func read(_ file: PublisherFile, progress: @escaping ImportProgress) throws(ImportFault) -> TableBuilder {
        let published = FileNameDates(file.name).day
        var builder = TableBuilder(
            CodeRelease(
                set: .ndc, name: published.map { "the office's list, \($0.spelled)" } ?? "the office's list",
                source: "\(file.name), loaded by the office", published: published, isWhole: false))
        var records = try DelimitedRecords(file, progress: progress)
        let columns = try records.columns(of: file, isHeader)
        while let record = try records.next(under: columns, of: file) {
            let label = record.value(label(columns))
            guard let row = row(record, label, columns) else {
                throw file.fault(
                    line: records.line, "\"\(label.prefix(20))\" is not an NDC in three parts, such as 0143-9508-01.")
            }
            try builder.add(row, of: file, line: records.line)
        }
        return builder
    }

    private static func label(_ columns: Columns) -> Int? {
        columns.place(of: "ndc", "label ndc", "package ndc", "ndc 10digit", "ndc 10 digit")
    }

    private static func row(_ record: [String], _ label: String, _ columns: Columns) -> CodeRow? {
        let value = { (name: String) in record.value(columns.place(of: name)) }
        let market = value("market").lowercased()
        guard let code = DrugListing.ndc11(label) else { return nil }
        let drug = DrugProduct.Drug(names: value("product"))
        let kind: DrugProduct.Kind =
            market.contains("veterinary") || market.contains("animal")
            ? .veterinary : drug != .ketamine ? .otherDrug : market.contains("bulk") ? .bulk : .human
        let strength = Strength(value("strength"))?.text ?? ""
        let milliliters = PackageLevel.levels(of: "\(value("volume")) in 1 package").last?.milliliters
        let words = [value("package"), value("volume")].first { !$0.isEmpty } ?? "package"
        let container = PackageLevel.levels(of: words.uppercased()).lazy.compactMap(\.container).first
        let details = [
            label, value("labeler"), value("product"), drug.rawValue, kind.rawValue, strength,
            milliliters.map { "\($0)" } ?? "", (container ?? .unknown).rawValue, container == nil ? "no" : "yes",
            DrugProduct.Role.unknown.rawValue, "",
            (strength.isEmpty ? DrugProduct.Confidence.strengthUnconfirmed : .confirmed).rawValue,
            [value("source"), "the office's list"].first { !$0.isEmpty } ?? "", words,
        ]
        return DrugProduct.completed(
            CodeRow(code: code, description: "", details: details), substances: value("product"))
    }
}
