import ClaimExchange
public import ClaimModel
public import ClaimStore
import Foundation

/// How to import a reference file.
public struct ReferenceImportOptions: Sendable {
    /// What is done with a person who has the name of another one and another birth date.
    public enum SameName: String, CaseIterable, Sendable {
        /// They are two persons.
        case two
        /// The row is left out.
        case skip
    }

    /// Whether to say what would be imported and import nothing.
    public var isDryRun: Bool
    /// `nil` where the person has not decided: then nothing is imported.
    public var sameName: SameName?

    public init(isDryRun: Bool = false, sameName: SameName? = nil) {
        self.isDryRun = isDryRun
        self.sameName = sameName
    }
}

/// What became of the rows of a reference file.
public struct ReferenceImportOutcome: Sendable {
    public internal(set) var new = 0
    public internal(set) var changed = 0
    public internal(set) var unchanged = 0
    /// Rows that were left out on purpose.
    public internal(set) var skipped = 0
    /// The errors and remarks, a sentence each; rows by their number, without any text of them.
    public internal(set) var messages: [String] = []
    /// Whether nothing was imported because of errors.
    public internal(set) var isRefused = false
}

extension Office {
    /// Imports the rows of a reference file: all of them or none.
    ///
    /// - Parameters:
    ///   - name: the file's name as the person gave it.
    ///   - progress: takes how far it is, from 0 to 1.
    public func importReferences(
        _ kind: ReferenceKind, from chunks: FileChunks, named name: String, _ options: ReferenceImportOptions,
        progress: (Double) -> Void
    ) throws(OfficeFault) -> ReferenceImportOutcome {
        var rows: ReferenceRows
        do {
            rows = try ReferenceRows(try chunks.rest(), of: kind, in: parsing)
        } catch let fault as InputFault {
            throw OfficeFault("\(name) \(fault.message). Nothing was imported.")
        } catch {
            throw OfficeFault("\(name): \(error). Nothing was imported.")
        }
        do throws(StoreFault) {
            var task: ReferenceImport?
            try store.together { () throws(StoreFault) in
                task = try ReferenceImport(kind, named: name, self, options, rows)
                while let row = rows.next() {
                    try task?.take(row)
                    if row.number.isMultiple(of: 500) { progress(Double(row.number) / Double(rows.lines)) }
                }
                return task?.outcome.isRefused == false && !options.isDryRun
            }
            task?.finish(rows)
            return task?.outcome ?? ReferenceImportOutcome()
        } catch {
            throw OfficeFault(error)
        }
    }

    /// The entries of a reference file as comma-separated values; those that were merged into others are left out.
    public func exportReferences(_ kind: ReferenceKind) throws(StoreFault) -> String {
        ReferenceSheet.text(of: try store.references(kind).filter { $0.mergedInto == nil }, kind)
    }
}

private struct ReferenceImport {
    private let kind: ReferenceKind
    private let name: String
    private let context: ParsingContext
    private let options: ReferenceImportOptions
    private let keys: Set<String>
    private let table: ReferenceTable
    private(set) var outcome = ReferenceImportOutcome()
    /// The rows so far, by what identifies their entries.
    private var seen: [String: Int] = [:]
    /// The birth dates of the persons of a name, with the row of the file, if it is in one.
    private var births: [Substring: [(birth: Substring, row: Int?)]] = [:]
    private var faults = 0
    private var needsDecision = false
    private var strangers = 0

    /// The maximum number of errors that are listed one by one.
    private static let mostFaults = 50

    init(
        _ kind: ReferenceKind, named name: String, _ office: Office, _ options: ReferenceImportOptions,
        _ rows: ReferenceRows
    ) throws(StoreFault) {
        self.kind = kind
        self.name = name
        self.options = options
        context = office.parsing
        keys = rows.keys
        table = ReferenceTable(office.store)
        guard kind == .patient else { return }
        for identity in try table.identities(.patient) { note(identity, row: nil) }
    }

    private mutating func note(_ identity: String, row: Int?) {
        guard let end = identity.lastIndex(of: "|") else { return }
        births[identity[..<end], default: []].append((identity[identity.index(after: end)...], row))
    }

    mutating func take(_ row: ReferenceRows.Row) throws(StoreFault) {
        switch row.entry {
        case .failure(let faults): for fault in faults.faults { refuse("\(fault)") }
        case .success(let entry):
            if let first = seen[entry.identity] {
                return refuse("row \(row.number): the same \(kind.noun) as in row \(first): keep one of the rows")
            }
            seen[entry.identity] = row.number
            if kind == .patient, !settles(entry, row.number) { return }
            try keep(entry)
        }
    }

    /// Whether the row is imported as far as its name goes: another birth date wants a decision.
    private mutating func settles(_ entry: ReferenceEntry, _ row: Int) -> Bool {
        guard let end = entry.identity.lastIndex(of: "|") else { return true }
        let birth = entry.identity[entry.identity.index(after: end)...]
        let others = births[entry.identity[..<end]] ?? []
        defer { if !others.contains(where: { $0.birth == birth }) { note(entry.identity, row: row) } }
        guard let other = others.first(where: { $0.birth != birth }), !others.contains(where: { $0.birth == birth })
        else { return true }
        switch options.sameName {
        case .two: return true
        case .skip:
            outcome.skipped += 1
            return false
        case nil:
            let who = other.row.map { "row \($0)" } ?? "a patient on file"
            needsDecision = true
            refuse("row \(row): the name of \(who) with another birth date")
            return false
        }
    }

    private mutating func keep(_ entry: ReferenceEntry) throws(StoreFault) {
        if let owner = entry.owner, try !table.has(.patient, owner) { strangers += 1 }
        guard let known = try table.entry(kind, entry.identity) else {
            outcome.new += 1
            var new = entry.known(asOf: context.today)
            new.origin = .imported
            // Once something is wrong, only what else is wrong is looked for.
            return outcome.isRefused ? () : try table.replace(nil, by: new)
        }
        guard known.mergedInto == nil else { return outcome.skipped += 1 }
        let texts = known.texts.filter { !keys.contains($0.key) }.merging(entry.texts) { $1 }
        guard texts != known.texts else { return outcome.unchanged += 1 }
        outcome.changed += 1
        let updated = known.with(texts, labeledIn: context).known(asOf: context.today)
        if !outcome.isRefused { try table.replace(known, by: updated) }
    }

    private mutating func refuse(_ message: String) {
        outcome.isRefused = true
        faults += 1
        if faults <= ReferenceImport.mostFaults { outcome.messages.append("\(name), \(message).") }
    }

    /// The sentences at the end.
    mutating func finish(_ rows: ReferenceRows) {
        func say(_ text: String) { outcome.messages.append(text) }
        if faults > ReferenceImport.mostFaults {
            say("And \(counted(faults - ReferenceImport.mostFaults, "error")) more.")
        }
        if !rows.unknown.isEmpty {
            say("Columns not known, not imported: \(rows.unknown.map { "\"\($0)\"" }.joined(separator: ", ")).")
        }
        if !rows.missing.isEmpty { say("No column, kept as on file: \(rows.missing.joined(separator: ", ")).") }
        if strangers > 0 { say("\(counted(strangers, "row")) of patients who are not on file.") }
        if needsDecision {
            say(
                "Same name, another birth date: --same-name two imports them as two patients, --same-name skip leaves them out."
            )
        }
        guard !outcome.isRefused else { return say("Nothing was imported.") }
        let verb = options.isDryRun ? "would be " : ""
        say(
            "\(kind.title): \(outcome.new) \(verb)added, \(outcome.changed) \(verb)changed, \(outcome.unchanged) unchanged, "
                + "\(outcome.skipped) skipped.")
    }
}
