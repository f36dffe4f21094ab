import ClaimModel

/// One value of a row on its way into the fields of its column.
struct CSVCell {
    private let column: ColumnMap.Column
    private let row: Int
    private let context: ParsingContext

    init(_ column: ColumnMap.Column, row: Int, context: ParsingContext) {
        self.column = column
        self.row = row
        self.context = context
    }

    /// The texts as a person would key them; blank ones are left out.
    func texts(of value: String) throws(CSVFault) -> [(target: ColumnMap.Target, text: String)] {
        var pieces = [trimmed(value)]
        if let split = column.split {
            pieces = value.split(separator: split, omittingEmptySubsequences: split == " ").map { trimmed($0) }
        }
        while pieces.last?.isEmpty == true { pieces.removeLast() }
        guard pieces.count <= column.targets.count else {
            throw fault("it has \(pieces.count) parts, and \(column.targets.count) fields to put them into")
        }
        var texts: [(target: ColumnMap.Target, text: String)] = []
        for (target, piece) in zip(column.targets, pieces) where !piece.isEmpty {
            let text = try keyed(column.values[piece.lowercased()] ?? piece, in: target.field)
            if !text.isEmpty { texts.append((target, text)) }
        }
        return texts
    }

    private func keyed(_ text: String, in field: Field) throws(CSVFault) -> String {
        if let refusal = field.refusal(of: text) { throw fault(refusal) }
        guard !CSVCell.isShortened(text) else {
            throw fault("a spreadsheet has shortened a long number (1.2E+11): make the column text, and export again")
        }
        guard field.shape.isDate else { return text }
        if let keyed = column.dates?.keyed(text) { return keyed }
        // What is no date at all is kept and shown; what might be read as another day than was meant is not.
        let isPlain = column.dates == nil && text.first?.isDecimal == true
        guard isPlain || field.value(of: text, in: context) == nil else {
            let form = column.dates.map { " as the map has it (\($0.text))" } ?? ""
            throw fault("not a date\(form): correct it, or give the column dates of its own")
        }
        return text
    }

    private func fault(_ message: String) -> CSVFault { CSVFault(row: row, column: column.name, message) }

    /// `1.23457E+11`: the digits behind are lost.
    private static func isShortened(_ text: String) -> Bool {
        let parts = text.split(separator: "E", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].first == "+", parts[1].dropFirst().allSatisfy(\.isDecimal) else {
            return false
        }
        return parts[1].count > 1 && !parts[0].isEmpty && parts[0].allSatisfy { $0.isDecimal || $0 == "." }
    }
}

extension Character {
    fileprivate var isDecimal: Bool { isASCII && isNumber }
}
