package import ClaimModel
import Foundation

/// The reference files of a store for many entries at once; each entry is looked up by its identity.
///
/// Its calls are parts of the transaction that it is made in.
package struct ReferenceTable {
    private let store: ClaimStore
    private let context: ParsingContext

    package init(_ store: ClaimStore) {
        self.store = store
        context = ParsingContext(today: Day(number: Int(store.now().timeIntervalSince1970 / 86_400)))
    }

    /// Whether there is an entry of the same kind and identity.
    package func has(_ entry: ReferenceEntry) throws(StoreFault) -> Bool { try has(entry.kind, entry.identity) }

    package func has(_ kind: ReferenceKind, _ identity: String) throws(StoreFault) -> Bool {
        try store.reading { database in
            try database.one(
                Bool.self, "SELECT EXISTS (SELECT 1 FROM reference WHERE kind = ? AND name = ?)",
                [kind.rawValue, try store.seals.code("reference", identity)]) ?? false
        }
    }

    /// The identities of a file, each once, in no order.
    package func identities(_ kind: ReferenceKind) throws(StoreFault) -> [String] {
        try store.references(kind).map(\.identity)
    }

    /// `nil` where there is none, or it is damaged.
    package func entry(_ kind: ReferenceKind, _ identity: String) throws(StoreFault) -> ReferenceEntry? {
        try row(kind, identity)?.entry
    }

    private func row(_ kind: ReferenceKind, _ identity: String) throws(StoreFault) -> ReferenceRow? {
        try store.reading { try ReferenceRow.find(kind, identity, in: $0, store.seals) }
    }

    private func isMerged(_ kind: ReferenceKind, _ identity: String) throws(StoreFault) -> Bool {
        try entry(kind, identity)?.mergedInto != nil
    }

    /// Puts an entry in place of another one, or of none, or takes one out.
    package func replace(_ before: ReferenceEntry?, by after: ReferenceEntry?) throws(StoreFault) {
        let known = try before.map { before throws(StoreFault) in try row(before.kind, before.identity) } ?? nil
        let (stamp, seals) = (store.timestamp, store.seals)
        try store.writing { database in
            guard let after else {
                return try database.execute("DELETE FROM reference WHERE number = ?", [known?.number])
            }
            try ReferenceRow.write(
                after, to: known?.number, item: try known?.item ?? seals.keyring.newItem(), at: stamp,
                aliases: after.aliases(in: context), in: database, seals)
        }
    }
}

extension ReferenceTable {
    /// Keeps what a claim says: a new entry, or an earlier one as it was keyed now.
    ///
    /// What was merged into another entry stays known as that one, what the office took out stays out, and who is known
    /// under a number is not kept a second time by name.
    package func remember(_ entry: ReferenceEntry, onlyIfNew: Bool = false) throws(StoreFault) {
        if let owner = entry.owner, try isMerged(.patient, owner) { return }
        if let known = try self.entry(entry.kind, entry.identity) {
            let updated = known.keyedAgain(as: entry)
            if known.mergedInto == nil, updated != known, !onlyIfNew { try replace(known, by: updated) }
            return
        }
        guard entry.kind.isKnownByNumberOrName else { return try replace(nil, by: entry) }
        // Known by name only until its number was keyed: the same one, not a second.
        let identities = entry.kind.identities(in: entry.draft(in: context))
        for weaker in identities.dropFirst() {
            guard let known = try self.entry(entry.kind, weaker), known.mergedInto == nil else { continue }
            return try replace(known, by: known.keyedAgain(as: entry))
        }
        if identities.count == 1, try isKnownByNumber(entry) { return }
        try replace(nil, by: entry)
    }

    /// Whether an entry that has no number has the name of one that does.
    private func isKnownByNumber(_ entry: ReferenceEntry) throws(StoreFault) -> Bool {
        try store.reading { database in
            try ReferenceRow.alsoKnown(as: entry.identity, entry.kind, in: database, store.seals)
                .contains { $0.entry.mergedInto == nil }
        }
    }
}
