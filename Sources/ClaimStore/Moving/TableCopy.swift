/// Copies rows from one engine to the other as they are, sealed, and holds every one against where it came from.
struct TableCopy {
    let source: Database
    let target: Database

    init(from source: Database, to target: Database) {
        (self.source, self.target) = (source, target)
    }

    /// Copies what the target does not have yet.
    func copy(_ table: Table) throws {
        let rows = try source.cursor("SELECT * FROM \(table.name)")
        while let row = try rows.next() {
            try insert(try row.columns(), into: table)
        }
    }

    /// - Throws: `unequal` where a row is missing, differs, or is one too many.
    func verify(_ table: Table) throws {
        let all = "SELECT count(*) FROM \(table.name)"
        guard try source.one(Int.self, all) == target.one(Int.self, all) else { throw StoreFault.unequal(table.name) }
        if let order = table.order { return try compare(table, by: order) }
        let found = "SELECT * FROM \(table.name) WHERE " + table.key.map { "\($0) = ?" }.joined(separator: " AND ")
        let rows = try source.cursor("SELECT * FROM \(table.name)")
        while let row = try rows.next() {
            let columns = try row.columns()
            let key = table.key.map { columns[$0.lowercased()] }
            guard try target.row(found, key)?.columns() == columns else { throw StoreFault.unequal(table.name) }
        }
    }

    /// Row by row, both in the same order.
    private func compare(_ table: Table, by order: String) throws {
        let sql = "SELECT * FROM \(table.name) ORDER BY \(order)"
        let (rows, copies) = (try source.cursor(sql), try target.cursor(sql))
        while let row = try rows.next() {
            guard try copies.next()?.columns() == row.columns() else { throw StoreFault.unequal(table.name) }
        }
    }

    func insert(_ columns: [String: Cell], into table: Table) throws {
        let names = columns.keys.sorted()
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        // A trigger of the target may have counted a change already.
        try target.execute(
            """
            INSERT INTO \(table.name) (\(names.joined(separator: ", "))) VALUES (\(marks))
            ON CONFLICT (\(table.key.joined(separator: ", "))) DO UPDATE SET
                \(names.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
            """, names.map { columns[$0] })
    }
}

extension Row {
    /// Every column by its name in small letters, as both engines know it.
    func columns() throws -> [String: Cell] {
        Dictionary(uniqueKeysWithValues: try cells().map { ($0.key.lowercased(), $0.value) })
    }
}
