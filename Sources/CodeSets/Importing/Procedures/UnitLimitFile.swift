import ClaimModel

/// CMS's medically unlikely edits for practitioner services: code, value, adjudication indicator, rationale.
enum UnitLimitFile {
    static func isHeader(_ columns: Columns) -> Bool {
        columns.place(of: "hcpcs cpt code", "cpt hcpcs code") != nil && value(columns) != nil
    }

    static func read(_ file: PublisherFile, progress: @escaping ImportProgress) throws(ImportFault) -> TableBuilder {
        var builder = TableBuilder(release(of: file))
        var records = try DelimitedRecords(file, progress: progress)
        let columns = try records.columns(of: file, isHeader)
        let code = columns.place(of: "hcpcs cpt code", "cpt hcpcs code")
        let indicator = columns.place(of: "mue adjudication indicator", "mai")
        let rationale = columns.place(of: "mue rationale", "rationale")
        while let record = try records.next() {
            guard record.value(code).utf8.count == 5, let units = Int(record.value(value(columns))),
                (0...99_999_999).contains(units),
                let kind = record.value(indicator).first, "123".contains(kind)
            else {
                throw file.fault(
                    line: records.line, "it is cut off or no edit: a code, a number of units and the indicator are due."
                )
            }
            try builder.add(
                CodeRow(
                    code: record.value(code), description: record.value(rationale),
                    details: [String(units), String(kind)]), of: file, line: records.line)
        }
        return builder
    }

    /// The hospital's and the supplier's tables have the same form and other values.
    private static func value(_ columns: Columns) -> Int? { columns.place(of: "practitioner services mue values") }

    private static func release(of file: PublisherFile) -> CodeRelease {
        let dates = FileNameDates(file.name)
        let first = dates.day ?? dates.month
        return CodeRelease(
            set: .unitLimit, name: first.map { "practitioner services, \($0.monthInWords)" } ?? "practitioner services",
            from: first, to: first.map { $0.adding(months: 3) + -1 },
            source: "CMS, medically unlikely edits, practitioner services", published: first)
    }
}
