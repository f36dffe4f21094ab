package import ClaimModel
import Foundation

/// The reference files of a store for many entries at once; each entry is looked up by its identity.
///
/// Its calls are parts of the transaction that it is made in.
package struct ReferenceTable {
    private let store: ClaimStore

    package init(_ store: ClaimStore) { self.store = store }

    /// Whether there is an entry of this kind and identity, damaged or not.
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

    /// Puts an entry in place of another one, or of none, or takes one out.
    package func replace(_ before: ReferenceEntry?, by after: ReferenceEntry?) throws(StoreFault) {
        let known = try before.map { before throws(StoreFault) in try row(before.kind, before.identity) } ?? nil
        try store.writing { database in
            guard let after else {
                return try database.execute("DELETE FROM reference WHERE number = ?", [known?.number])
            }
            try ReferenceRow.write(
                after, over: known, at: store.timestamp, aliases: after.aliases(in: store.parsing), in: database,
                store.seals)
        }
    }
}
