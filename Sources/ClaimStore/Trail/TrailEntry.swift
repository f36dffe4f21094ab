import ClaimModel
import ClaimRules
import Foundation
import Sealing
import Synchronization

/// A record that is about to be written.
struct TrailEntry: Sendable {
    let kind: TrailKind
    /// In milliseconds since 1970.
    let at: Int64
    let person: TrailPerson
    var claim: Claim = .none
    var revision: Int?
    var status: ClaimStatus?
    var text: String?
    var changes: [TrailChange] = []

    enum Claim: Sendable {
        case none
        /// With the key that seals what was changed; `nil` once it is forgotten.
        case known(number: Int64, item: Int64?)
        /// By its id; one that was never saved has no number.
        case named(String)
    }
}

/// What was read while the database could not be written; the next record takes it with it.
final class WaitingRecords: Sendable {
    private let entries = Mutex<[TrailEntry]>([])

    var all: [TrailEntry] { entries.withLock { $0 } }

    func add(_ more: [TrailEntry]) { entries.withLock { $0 += more } }

    func removeFirst(_ count: Int) { entries.withLock { $0.removeFirst(count) } }
}

extension ClaimStore {
    /// Writes a record behind the last one of this desk, within the caller's transaction.
    @discardableResult
    func append(_ entry: TrailEntry, in database: Database) throws -> TrailHead {
        let key = try seals.keyring.trailKey
        let desk = try deskNumber(in: database)
        var heads = try TrailHeads(in: database)
        var chain = heads[desk]
        chain.place += 1
        let (number, item) = try target(of: entry.claim, in: database)
        let content = TrailContent(by: entry.person, entry.text, entry.changes)
        var row = TrailRow(
            desk: desk, place: chain.place, at: entry.at, kind: entry.kind.rawValue, claim: number,
            revision: entry.revision.map { Int64($0) }, status: entry.status?.rawValue, digest: content.digest)
        row.link = row.link(after: chain.link, by: key)
        chain.link = row.link
        let sealer = try item.map { try seals.key($0) } ?? seals.office()
        let who = try seals.office().seal(content.who, for: TrailContent.placeOfWho(desk, chain.place))
        let body = content.body.map { sealer.seal($0, for: TrailContent.placeOfBody(desk, chain.place)) }
        try row.insert((who, body == nil ? nil : item, body), in: database)
        try heads.set(chain, in: database, by: key)
        return chain.head
    }

    private func target(of claim: TrailEntry.Claim, in database: Database) throws -> (number: Int64?, item: Int64?) {
        switch claim {
        case .none: return (nil, nil)
        case .known(let number, let item): return (number, item)
        case .named(let id):
            let row = try database.row("SELECT number, item FROM claim WHERE name = ?", [try seals.code("claim", id)])
            return try row.map { (try $0.value(at: 0), try $0.value(at: 1)) } ?? (nil, nil)
        }
    }

    /// Every copy of the program on a machine writes one chain.
    func deskNumber(in database: Database) throws -> Int64 {
        if let knownDesk = knownDesk.withLock(\.self) { return knownDesk }
        let code = try seals.code("desk", deskName)
        let known = try database.one(Int64.self, "SELECT number FROM desk WHERE code = ?", [code])
        if let known {
            knownDesk.withLock { $0 = known }
            return known
        }
        let number = try database.nextNumber(in: "desk")
        let name = try seals.office().seal(Data(deskName.utf8), for: SealedPlace("desk", number))
        try database.execute("INSERT INTO desk (number, code, name) VALUES (?, ?, ?)", [number, code, name])
        return number
    }
}
