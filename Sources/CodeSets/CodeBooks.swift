public import ClaimModel
public import Foundation

/// Every code set that is loaded, release by release: looked up by code for a service date, searched by words.
///
/// The tables are mapped files that are searched where they lie, so that a start costs next to nothing, copies share
/// one mapping, and any thread may ask. Every look-up takes the day of service, which picks the release; without one the
/// newest release answers.
public struct CodeBooks: Sendable {
    /// The tables of each set by its index, those of the office before those that came with the program, the newest first.
    private let tables: [[CodeTable]]

    /// The tables that come with the program.
    public static func shipped() throws(CodeBooksFailure) -> CodeBooks {
        let (books, damaged) = try loaded(own: nil)
        if let table = damaged.first { throw .unreadable(table) }
        return books
    }

    /// The tables that come with the program and those that the office has imported, in a folder for each set.
    ///
    /// - Returns: the books, and those of the tables that can't be used.
    public static func loaded(
        own folder: URL?
    ) throws(CodeBooksFailure) -> (books: CodeBooks, damaged: [UnreadableTable]) {
        let shipped: URL
        do throws(MissingResource) {
            shipped = try ResourceFolder.url(of: "Tables", in: "CodeSets")
        } catch {
            throw .missing(error)
        }
        var (tables, damaged): ([CodeTable], [UnreadableTable]) = ([], [])
        func load(_ folder: URL, isShipped: Bool) {
            for path in CodeBooks.tables(in: folder) {
                do throws(UnreadableTable) {
                    tables.append(try CodeTable(TableFile(path), isShipped: isShipped))
                } catch {
                    damaged.append(error)
                }
            }
        }
        if let folder {
            for set in CodeSetName.allCases { load(folder.appendingPathComponent(set.file), isShipped: false) }
        }
        load(shipped, isShipped: true)
        guard tables.contains(where: { $0.release.set == .diagnosis && $0.release.isShipped }) else {
            throw .unreadable(damaged.first ?? UnreadableTable(path: shipped.path, reason: "ICD-10-CM is not in it"))
        }
        return (CodeBooks(tables), damaged)
    }

    /// Makes the tables independent of their files, for a program that stays open: an upgrade may write over them. Costs
    /// the memory of the tables, which copies of the program then no longer share.
    public func keepInMemory() {
        for table in allTables { table.file.keepInMemory() }
    }

    /// The tables of which a byte has changed since they were written; every byte is read.
    public func damagedTables() -> [UnreadableTable] { releases.compactMap(damage) }

    var allTables: [CodeTable] { tables.flatMap { $0 } }

    init(_ all: [CodeTable]) {
        var tables = Array(repeating: [CodeTable](), count: CodeSetName.allCases.count)
        for table in all { tables[table.release.set.index].append(table) }
        self.tables = tables.map { tables in
            tables.enumerated().sorted {
                let (left, right) = ($0.element.release, $1.element.release)
                if left.isShipped != right.isShipped { return right.isShipped }
                let (first, second) = (left.from?.number ?? .min, right.from?.number ?? .min)
                return first != second ? first > second : $0.offset < $1.offset
            }.map(\.element)
        }
    }

    /// The paths of the tables in a folder, in the order of their names.
    private static func tables(in folder: URL) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".\(TableFormat.fileExtension)") && !$0.hasPrefix(".") }.sorted()
            .map { folder.appendingPathComponent($0).path }
    }

    /// The table that judges a day: the office's own before a shipped one; where none covers the day, the nearest.
    func table(_ set: CodeSetName, on day: Day? = nil) -> CodeTable? {
        let tables = tables[set.index]
        guard let day, tables.count > 1 else { return tables.first }
        return tables.first { $0.release.covers(day) }
            ?? tables.min { $0.release.distance(to: day) < $1.release.distance(to: day) }
    }

    /// The notes that judge a day: where its release came without any, as the order file does, those of the nearest one that
    /// has some.
    func notes(on day: Day?) -> TableNotes? {
        if let table = table(.diagnosis, on: day), !table.notes.isEmpty { return table.notes }
        let noted = tables[CodeSetName.diagnosis.index].filter { !$0.notes.isEmpty }
        guard let day else { return noted.first?.notes }
        return noted.min { $0.release.distance(to: day) < $1.release.distance(to: day) }?.notes
    }

    /// Where a code is; `nil` where the table has no such code.
    @inline(__always)
    func row(_ key: CodeKey?, in set: CodeSetName, on day: Day?) -> TableRow? {
        guard let key, let table = table(set, on: day), let row = table.row(key, on: day) else { return nil }
        return TableRow(table: table, index: row)
    }

    /// Where a code is in each of the set's releases, in the order in which they are asked.
    func rows(_ key: CodeKey?, in set: CodeSetName) -> [TableRow] {
        guard let key else { return [] }
        return tables[set.index].compactMap { table in table.row(key).map { TableRow(table: table, index: $0) } }
    }

    /// Every row of the release of a set that judges a day, the newest without one, as an importer would hand it over.
    func allRows(of set: CodeSetName, on day: Day? = nil) -> [CodeRow] {
        guard let table = table(set, on: day) else { return [] }
        return (0..<table.count).map { row in
            CodeRow(
                code: table.key(row).text, description: table.description(row), isBillable: table.isBillable(row),
                isShortTitle: table.hasShortTitle(row), from: table.firstDay(row), to: table.lastDay(row),
                details: table.details(row))
        }
    }
}

extension CodeBooks: Equatable {
    /// Whether both are the same tables, which are never changed.
    public static func == (left: CodeBooks, right: CodeBooks) -> Bool {
        left.isCopy(of: right) || left.tables.elementsEqual(right.tables) { $0.elementsEqual($1, by: ===) }
    }

    /// Whether both have the very same list of tables, as nearly always.
    private func isCopy(of other: CodeBooks) -> Bool {
        tables.withUnsafeBufferPointer { own in
            other.tables.withUnsafeBufferPointer { own.baseAddress == $0.baseAddress }
        }
    }
}

extension CodeBooks {
    /// Every release that is loaded, set by set, in the order in which they are asked.
    public var releases: [CodeRelease] { tables.flatMap { $0.map(\.release) } }

    /// The release that judges a service date; `nil` where none of the set is loaded.
    public func release(of set: CodeSetName, on day: Day?) -> ReleaseChoice? {
        table(set, on: day).map { table in
            ReleaseChoice(release: table.release, covers: day.map(table.release.covers) ?? true)
        }
    }

    /// Whether any release of the set is loaded; CPT and the NCCI's edits are only where the office imported them.
    public func hasRelease(of set: CodeSetName) -> Bool { !tables[set.index].isEmpty }

    /// The file of a release.
    public func file(of release: CodeRelease) -> URL? {
        table(of: release).map { URL(fileURLWithPath: $0.file.path) }
    }

    /// What is wrong with a release's table, every byte of it read; `nil` where nothing is.
    public func damage(of release: CodeRelease) -> UnreadableTable? {
        table(of: release).flatMap { table in
            table.file.isSound ? nil : table.file.damage("its bytes have changed since it was written")
        }
    }

    private func table(of release: CodeRelease) -> CodeTable? {
        tables[release.set.index].first { $0.release == release }
    }
}

/// One row of a table.
struct TableRow: Hashable, Sendable {
    let table: CodeTable
    let index: Int

    var code: String { table.key(index).text }
    /// A shortened title says that it is one.
    var description: String {
        let words = table.description(index)
        return table.hasShortTitle(index) ? words + " (CDC's short title)" : words
    }
    var details: [String] { table.details(index) }
    var isBillable: Bool { table.isBillable(index) }
    var firstDay: Day? { table.firstDay(index) }
    var lastDay: Day? { table.lastDay(index) }

    static func == (left: TableRow, right: TableRow) -> Bool {
        left.table === right.table && left.index == right.index
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(table))
        hasher.combine(index)
    }
}

/// Why the code sets can't be used, in words that say what to do.
public enum CodeBooksFailure: Error, Hashable, Sendable, CustomStringConvertible {
    case missing(MissingResource)
    case unreadable(UnreadableTable)

    public var description: String {
        switch self {
        case .missing(let resource): resource.description
        case .unreadable(let table): "\(table.description) Install CleanClaim again."
        }
    }
}
