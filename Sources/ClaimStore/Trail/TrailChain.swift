import Foundation
import Sealing

/// The records of a desk, each held against the link of the one before it; the first that is wrong is kept.
struct TrailChain {
    private let head: TrailHeads.Chain
    private let key: SealingKey
    private var place: Int64
    private var number: Int64 = 0
    private var link: Data
    private(set) var flaw: TrailFlaw?

    init(_ head: TrailHeads.Chain, by key: SealingKey) {
        (self.head, self.key) = (head, key)
        (place, link) = (head.start, head.startLink)
    }

    /// Takes the next record in the order of the chain.
    ///
    /// - Parameter isChanged: whether what is sealed of it is another than what was written.
    mutating func take(_ row: TrailRow, isChanged: Bool, in database: Database) {
        defer { (place, number, link) = (row.place, row.number, row.link) }
        guard flaw == nil else { return }
        if row.place != place + 1 {
            flaw = TrailFlaw(.missing, desk: row.desk, record: place + 1)
        } else if !row.isLinked(to: link, by: key) {
            flaw = TrailFlaw(isMoved(row, in: database) ? .moved : .changed, desk: row.desk, record: row.place)
        } else if row.number <= number {
            flaw = TrailFlaw(.moved, desk: row.desk, record: row.place)
        } else if isChanged {
            flaw = TrailFlaw(.changed, desk: row.desk, record: row.place)
        }
    }

    /// Holds the end against the head and what was anchored of it outside of the database.
    ///
    /// - Parameter hidden: the first record whose content cannot be read though its claim is there.
    mutating func end(anchor: TrailHead?, hidden: Int64?, in database: Database) {
        let least = max(head.place, anchor?.place ?? 0)
        if flaw == nil, let hidden { flaw = TrailFlaw(.changed, desk: head.desk, record: hidden) }
        guard flaw == nil else { return }
        if place < least {
            flaw = TrailFlaw(.cutOff, desk: head.desk, record: place + 1)
        } else if (place, link) != (head.place, head.link) {
            flaw = TrailFlaw(.headsChanged, desk: head.desk)
        } else if let anchor, !((try? TrailHeads(in: database).have(anchor, in: database)) ?? false) {
            flaw = TrailFlaw(.changed, desk: head.desk, record: anchor.place)
        }
    }

    /// Whether the record was written at another place of this chain: it is linked to a record there.
    private func isMoved(_ row: TrailRow, in database: Database) -> Bool {
        let sql = "SELECT place, link FROM trail WHERE desk = ? ORDER BY place"
        guard let rows = try? database.cursor(sql, [row.desk]) else { return false }
        var before = head.startLink
        while let other = try? rows.next() {
            guard let place: Int64 = try? other.value(at: 0), let link: Data = try? other.value(at: 1) else { continue }
            // Of two neighbors that were swapped, the one is linked to the other.
            let moved = row.moved(to: place)
            if place != row.place, moved.isLinked(to: before, by: key) || moved.isLinked(to: link, by: key) {
                return true
            }
            before = link
        }
        return false
    }
}
