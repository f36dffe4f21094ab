/// A table as comma-separated values (RFC 4180).
public enum CSVSheet {
    /// For a spreadsheet: what it would calculate is marked as text.
    ///
    /// - Parameter rows: the header first.
    public static func text(_ rows: [[String]]) -> String { exactly(rows.map { $0.map(\.asText) }) }

    /// For a file that is read again: every cell as it is.
    static func exactly(_ rows: [[String]]) -> String {
        rows.map { $0.map(\.quotedForCSV).joined(separator: ",") + "\r\n" }.joined()
    }
}

extension String {
    /// Not a formula, whatever a file from elsewhere has in it (OWASP, CSV injection).
    fileprivate var asText: String {
        guard let first, "=+-@".contains(first), Double(filter { $0 != "," }) == nil else { return self }
        return "'" + self
    }

    fileprivate var quotedForCSV: String {
        let needsQuotes = contains { $0 == "," || $0 == "\"" || $0.isNewline } || first?.isWhitespace == true
        return needsQuotes ? "\"\(replacing("\"", with: "\"\""))\"" : self
    }
}
