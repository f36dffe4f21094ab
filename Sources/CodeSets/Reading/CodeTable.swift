import Foundation

/// One code set's file: memory-mapped text, sorted by code, searched where it lies.
///
/// The format is told at the top of `Scripts/make_tables.py`. Nothing but the header is read when a table is opened.
struct CodeTable: Sendable {
    let header: [String: String]
    private let columns: Int
    private let bytes: Data
    /// Where the first row begins.
    private let body: Int

    init(_ name: String, in folder: URL) throws(UnreadableTable) {
        let file = folder.appendingPathComponent(name + ".tsv")
        do {
            bytes = try Data(contentsOf: file, options: .alwaysMapped)
        } catch {
            throw UnreadableTable(path: file.path, reason: "it can't be opened")
        }
        var header: [String: String] = [:]
        var position = 0
        while header["columns"] == nil, let line = bytes.line(at: position), line.text.hasPrefix("# ") {
            let parts = line.text.dropFirst(2).split(separator: ":", maxSplits: 1)
            header[String(parts.first ?? "")] = parts.count == 2 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
            position = line.next
        }
        guard header.keys.contains("CleanClaim code table 1"), let names = header["columns"] else {
            throw UnreadableTable(path: file.path, reason: "it does not begin like a code table of this version")
        }
        self.header = header
        columns = max(1, names.split(separator: " ").count)
        body = position
    }

    /// The columns of the code's row, as many as the header names; `nil` where no row has exactly this code.
    func row(_ code: String) -> [String]? {
        bytes.withUnsafeBytes { bytes in
            let rows = TableRows(bytes: bytes, body: body, count: columns)
            let key = Array(code.utf8)
            let start = rows.firstRow(notBefore: key)
            return rows.key(at: start, is: key) ? rows.columns(at: start) : nil
        }
    }

    /// Rows whose code begins with `prefix`, in order, until `body` says to stop.
    func forEachRow(prefix: String, _ visit: ([String]) -> Bool) {
        bytes.withUnsafeBytes { bytes in
            let rows = TableRows(bytes: bytes, body: body, count: columns)
            let key = Array(prefix.utf8)
            var start = rows.firstRow(notBefore: key)
            while start < bytes.count, rows.key(at: start, begins: key) {
                guard visit(rows.columns(at: start)) else { return }
                start = rows.end(of: start) + 1
            }
        }
    }

    /// The mapped rows, for a scan.
    func withRows<Result>(_ visit: (TableRows) -> Result) -> Result {
        bytes.withUnsafeBytes { visit(TableRows(bytes: $0, body: body, count: columns)) }
    }

    /// The columns of the row that starts at `offset`.
    func row(at offset: Int) -> [String] {
        bytes.withUnsafeBytes { TableRows(bytes: $0, body: body, count: columns).columns(at: offset) }
    }
}

/// A table's file that is not what it should be.
public struct UnreadableTable: Error, Hashable, Sendable, CustomStringConvertible {
    public let path: String
    public let reason: String

    public var description: String {
        "The code table \(path) can't be used: \(reason). Install CleanClaim again."
    }
}

extension Data {
    /// The line that starts at `position`, without its end, and where the next one starts; `nil` past the end.
    fileprivate func line(at position: Int) -> (text: String, next: Int)? {
        guard position < count else { return nil }
        let end = self[position...].firstIndex(of: UInt8(ascii: "\n")) ?? count
        return (String(decoding: self[position..<end], as: UTF8.self), Swift.min(end + 1, count))
    }
}
