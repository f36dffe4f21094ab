import ClaimModel
import Foundation

/// Keeps what claims say of everybody and everything, within one transaction, whose look-ups it does once.
struct Remembering {
    private let store: ClaimStore
    private let database: Database
    private let context: ParsingContext
    /// What was looked up so far and is as it was then, by `ReferenceEntry.id`.
    private var known: [String: ReferenceRow?] = [:]

    private var seals: RecordSeals { store.seals }

    init(_ store: ClaimStore, _ database: Database) {
        self.store = store
        self.database = database
        context = store.parsing
    }

    /// Whether there is an entry of the same kind and identity.
    mutating func has(_ entry: ReferenceEntry) throws -> Bool { try row(entry.kind, entry.identity) != nil }

    /// Keeps what a claim says: a new entry, or an earlier one as it was keyed now.
    ///
    /// What was merged into another entry stays known as that one, what the office took out stays out, and who is known
    /// under a number is not kept a second time by name.
    mutating func take(_ entry: ReferenceEntry, onlyIfNew: Bool = false) throws {
        if let owner = entry.owner, try row(.patient, owner)?.entry.mergedInto != nil { return }
        if let row = try row(entry.kind, entry.identity) {
            let updated = row.entry.keyedAgain(as: entry)
            if row.entry.mergedInto == nil, updated != row.entry, !onlyIfNew { try write(updated, over: row) }
            return
        }
        guard entry.kind.isKnownByNumberOrName else { return try write(entry, aliases: []) }
        // Known by name only until its number was keyed: the same one, not a second.
        let identities = entry.kind.identities(in: entry.draft(in: context))
        for weaker in identities.dropFirst() {
            guard let row = try row(entry.kind, weaker), row.entry.mergedInto == nil else { continue }
            return try write(row.entry.keyedAgain(as: entry), over: row)
        }
        if identities.count == 1, try isKnownByNumber(entry) { return }
        try write(entry, aliases: Array(identities.dropFirst()))
    }

    /// Whether an entry that has no number has the name of one that does.
    private func isKnownByNumber(_ entry: ReferenceEntry) throws -> Bool {
        try ReferenceRow.alsoKnown(as: entry.identity, entry.kind, in: database, seals)
            .contains { $0.entry.mergedInto == nil }
    }

    private mutating func row(_ kind: ReferenceKind, _ identity: String) throws -> ReferenceRow? {
        let id = ReferenceEntry.id(kind, identity)
        if let row = known[id] { return row }
        let row = try ReferenceRow.find(kind, identity, in: database, seals)
        known[id] = .some(row)
        return row
    }

    private mutating func write(_ entry: ReferenceEntry, over row: ReferenceRow) throws {
        known[row.entry.id] = nil
        try write(entry, over: row, aliases: entry.aliases(in: context))
    }

    private mutating func write(
        _ entry: ReferenceEntry, over row: ReferenceRow? = nil, aliases: [String]
    ) throws {
        known[entry.id] = try ReferenceRow.write(
            entry, over: row, at: store.timestamp, aliases: aliases, in: database, seals)
    }
}
