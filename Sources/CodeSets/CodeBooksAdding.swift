import Foundation

extension CodeBooks {
    /// The same books and one more release made of rows at hand, which is asked before those that came with the program.
    public func adding(_ release: CodeRelease, _ rows: [CodeRow]) throws -> CodeBooks {
        var builder = TableBuilder(release)
        for row in rows { try builder.add(row) }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).codes")
        try builder.write(to: file)
        // A mapped table lives on without its name.
        defer { try? FileManager.default.removeItem(at: file) }
        return CodeBooks(allTables + [try CodeTable(TableFile(file.path), isShipped: false)])
    }
}
