import ClaimModel

/// The order file of ICD-10-CM: every code and header in the order of the book (CMS and CDC, `icd10cm-order-2027.txt`).
///
/// Lines of fixed columns: 1-5 order number, 7-13 code without its dot, 15 flag (1 may be billed, 0 header), 17-76 short
/// and 78 to the end long description.
enum OrderFile {
    static func isLine(_ line: String) -> Bool {
        let bytes = Array(line.utf8)
        return bytes.count > 77 && bytes[..<5].allSatisfy(\.isDigit) && bytes[5] == blank && bytes[6].isLetterOrDigit
            && bytes[13] == blank && (bytes[14] == zero || bytes[14] == one) && bytes[15] == blank
    }

    static func read(
        _ file: PublisherFile, naming: ReleaseNaming, progress: @escaping ImportProgress
    ) throws(ImportFault) -> TableBuilder {
        var builder = TableBuilder(try release(of: file, naming))
        var lines = try LineReader(file, progress: progress)
        var last = 0
        while let line = try lines.next() {
            if line.isEmpty { continue }
            let fault = { (reason: String) in file.fault(line: lines.number, reason) }
            guard line.count > 77, let order = number(line.prefix(5)),
                let code = PublisherText.read(line.dropFirst(6).prefix(7)),
                let text = PublisherText.read(line.dropFirst(77))
            else {
                throw fault("it is cut off or no line of an order file; fetch the file again.")
            }
            guard order == last + 1 else {
                throw fault("its order number is \(order) where \(last + 1) should follow: lines are missing or moved.")
            }
            last = order
            let flag = line[line.startIndex + 14]
            guard flag == zero || flag == one else { throw fault("column 15 is neither 0 nor 1.") }
            try add(CodeRow(code: code, description: text, isBillable: flag == one), to: &builder, at: fault)
        }
        return builder
    }

    private static func add(
        _ row: CodeRow, to builder: inout TableBuilder, at fault: (String) -> ImportFault
    ) throws(ImportFault) {
        guard CodeKey(row.code).map({ (3...7).contains($0.length) }) ?? false else {
            throw fault("\"\(row.code)\" is not a code of ICD-10-CM.")
        }
        do throws(UnreadableRow) { try builder.add(row) } catch { throw fault("\(error).") }
    }

    /// The lines do not say which year they are for: the file's name does, or who imports it.
    private static func release(of file: PublisherFile, _ naming: ReleaseNaming) throws(ImportFault) -> CodeRelease {
        let dates = FileNameDates(file.name)
        guard let year = dates.year ?? naming.to?.year else {
            throw file.fault(
                "its name does not say the fiscal year: give --release FY2027 --from 2026-10-01 --to 2027-09-30, or its "
                    + "publisher's name, such as icd10cm-order-2027.txt.")
        }
        return .diagnoses(fiscalYear: year, published: dates.day, source: "CMS/CDC order file")
    }

    private static let blank = UInt8(ascii: " ")
    private static let zero = UInt8(ascii: "0")
    private static let one = UInt8(ascii: "1")

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        digits.allSatisfy(\.isDigit) ? digits.reduce(0) { $0 * 10 + Int($1 - zero) } : nil
    }
}

extension CodeRelease {
    /// A release of ICD-10-CM, which is in force from October 1 to September 30.
    static func diagnoses(fiscalYear: Int, published: Day?, source: String) -> CodeRelease {
        CodeRelease(
            set: .diagnosis, name: "FY\(fiscalYear)\(published.map { " (\($0.spelled))" } ?? "")",
            from: Day(year: fiscalYear - 1, month: 10, day: 1), to: Day(year: fiscalYear, month: 9, day: 30),
            source: source, published: published)
    }
}

extension CodeRelease {
    /// The inclusion terms of such a release, which are never the only words by which a code is found.
    static func inclusionTerms(fiscalYear: Int, published: Day?, source: String) -> CodeRelease {
        let codes = diagnoses(fiscalYear: fiscalYear, published: published, source: source)
        return CodeRelease(
            set: .inclusionTerm, name: codes.name, from: codes.from, to: codes.to, source: source, published: published,
            isWhole: false)
    }
}
