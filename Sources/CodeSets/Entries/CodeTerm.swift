/// A phrase that leads to codes: an inclusion term of the tabular list, or a word of billers and patients.
///
/// Its table's rows have two columns: the set, and the codes with blanks between them, the one that is meant first at the
/// front.
struct CodeTerm {
    let set: CodeSetName
    let codes: [CodeKey]

    init?(_ details: [String]) {
        guard details.count == 2, let set = CodeSetName(rawValue: details[0]) else { return nil }
        self.set = set
        codes = details[1].split(separator: " ").compactMap { CodeKey($0) { $0 == UInt8(ascii: ".") } }
    }

    /// The row of an inclusion term, numbered because a code may have several.
    static func row(_ phrase: String, on code: String, isBillable: Bool, number: Int) -> CodeRow {
        CodeRow(
            code: "\(number)", description: phrase, isBillable: isBillable,
            details: [CodeSetName.diagnosis.rawValue, code])
    }
}
