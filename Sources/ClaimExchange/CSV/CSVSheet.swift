/// A table as comma-separated values (RFC 4180), for a spreadsheet.
public enum CSVSheet {
    /// - Parameter rows: the header first.
    public static func text(_ rows: [[String]]) -> String {
        rows.map { $0.map(\.quotedForCSV).joined(separator: ",") + "\r\n" }.joined()
    }
}

extension String {
    fileprivate var quotedForCSV: String {
        let needsQuotes = contains { $0 == "," || $0 == "\"" || $0.isNewline } || first?.isWhitespace == true
        return needsQuotes ? "\"\(replacing("\"", with: "\"\""))\"" : self
    }
}
