import ClaimModel
public import Foundation

/// The import of one release from its publisher's files: read as a whole, checked, and only then put in the place of what was
/// there.
///
/// Several releases of a set live side by side, one for each first service date; a newer publication of a release takes
/// the place of the older one.
public struct CodeImport {
    private let books: CodeBooks
    private let set: CodeSetName?
    private let naming: ReleaseNaming
    private let takesFewer: Bool

    /// - Parameters:
    ///   - books: what is loaded already.
    ///   - set: which set a list is, where the file does not give it away.
    ///   - takesFewer: whether a file with far fewer rows than a loaded release is taken.
    public init(
        books: CodeBooks, set: CodeSetName? = nil, naming: ReleaseNaming = ReleaseNaming(),
        takesFewer: Bool = false
    ) {
        self.books = books
        self.set = set
        self.naming = naming
        self.takesFewer = takesFewer
    }

    /// Reads the files and writes their tables into the office's folder, all of them or none.
    ///
    /// - Returns: the releases that are loaded now.
    public func run(
        _ files: [URL], into folder: URL, progress: @escaping ImportProgress
    ) throws(ImportFault) -> [CodeRelease] {
        let opened = try PublisherFiles(files)
        let builders = try read(opened, progress)
        for builder in builders { try check(builder, of: opened) }
        var staged: [(table: StagedTable, release: CodeRelease)] = []
        do throws(TableNotWritten) {
            for builder in builders {
                let file = CodeImport.place(of: builder.release, in: folder)
                StagedTable.clean(file.deletingLastPathComponent())
                staged.append(try builder.staged(for: file))
            }
            for table in staged { try table.table.commit() }
        } catch {
            for table in staged { table.table.discard() }
            throw opened.fault("\(error)")
        }
        return staged.map(\.release)
    }

    private func read(
        _ files: PublisherFiles, _ progress: @escaping ImportProgress
    ) throws(ImportFault) -> [TableBuilder] {
        var builders = try files.builders(as: set, naming: naming, books: books, progress: progress)
        for index in builders.indices { builders[index].release = naming.applied(to: builders[index].release) }
        return builders
    }

    private func check(_ builder: TableBuilder, of files: PublisherFiles) throws(ImportFault) {
        let release = builder.release
        guard builder.count > 0 else { throw files.fault("it has no codes.") }
        if let from = release.from, let to = release.to, to < from {
            throw files.fault("the release would end before it begins: --from \(from.iso) --to \(to.iso).")
        }
        let loaded = books.releases.filter { $0.set == release.set }
        if let newer = loaded.first(where: { $0.from == release.from && release.isOlder(than: $0) }) {
            throw files.fault(
                "it is older than \(newer.set.rawValue) \(newer.name), which is loaded for the same service dates; nothing "
                    + "is changed. To use it anyway, remove that release first, or name other dates (--from, --to)."
            )
        }
        // A short list would hide what ships from the look-up.
        let whole = loaded.filter { $0.isWhole || release.set != .ndc }.max { $0.rows < $1.rows }
        // Our own lists of denial codes have retired ones, which a publisher's list leaves out.
        let share = whole.map { $0.isShipped && !$0.isWhole ? 4 : 9 } ?? 9
        if let whole, release.isWhole, !takesFewer, builder.count * 10 < whole.rows * share {
            throw files.fault(
                "it has \(counted(builder.count, "row")) where \(whole.set.rawValue) \(whole.name) has \(whole.rows): it "
                    + "seems to be cut off. --fewer accepts it anyway.")
        }
    }

    /// One file for each first service date. The office's own list of drugs is kept with the FDA's directory, and is asked
    /// before it, by its name.
    fileprivate static func place(of release: CodeRelease, in folder: URL) -> URL {
        let isOwnList = release.set == .ndc && release.name.hasPrefix("the office's list")
        let name = release.from?.iso ?? (isOwnList ? "any-date-own" : "any-date")
        return folder.appendingPathComponent(release.set.file)
            .appendingPathComponent("\(name).\(TableFormat.fileExtension)")
    }
}

extension CodeBooks {
    /// The loaded release in whose place another one came into the office's folder.
    public func release(replacedBy release: CodeRelease, in folder: URL) -> CodeRelease? {
        let place = CodeImport.place(of: release, in: folder).path
        return releases.first { file(of: $0)?.path == place }
    }
}

extension CodeRelease {
    /// Whether it came out before another one, as far as both say when.
    fileprivate func isOlder(than other: CodeRelease) -> Bool {
        guard let published, let theirs = other.published else { return false }
        return published < theirs
    }
}
