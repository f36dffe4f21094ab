public import Foundation
import Sealing
import TextKit

/// The last record of a desk's chain.
public struct TrailHead: Hashable, Sendable {
    /// From 1; the store's own number for a desk.
    public let desk: Int64
    /// The number of the record in the desk's chain, from 1; 0 where it has none.
    public let place: Int64
    public let link: Data

    /// As a printed page has it: `Trail: desk 1, record 57, 9F86D081`.
    public var mark: String {
        "Trail: desk \(desk), record \(place), \(link.prefix(4).hexadecimal.uppercased())"
    }
}

/// Where the chain of every desk begins and ends, in the database; `code` of the store holds all of them together, so nobody
/// without the key shortens a chain and its head with it.
struct TrailHeads {
    struct Chain {
        let desk: Int64
        var place: Int64
        var link: Data
        /// The last record that was pruned; 0 and nothing where none was.
        var start: Int64 = 0
        var startLink = Data()

        var head: TrailHead { TrailHead(desk: desk, place: place, link: link) }
    }

    private(set) var chains: [Chain]

    init(in database: Database) throws {
        let sql = "SELECT desk, place, link, start, startLink FROM trailHead WHERE desk > 0 ORDER BY desk"
        chains = try database.rows(sql).map { row in
            Chain(
                desk: try row.value(at: 0), place: try row.value(at: 1), link: try row.value(at: 2),
                start: try row.value(at: 3), startLink: try row.value(at: 4))
        }
    }

    subscript(desk: Int64) -> Chain {
        chains.first { $0.desk == desk } ?? Chain(desk: desk, place: 0, link: Data())
    }

    /// Writes a chain, and the store's code.
    mutating func set(_ chain: Chain, in database: Database, by key: SealingKey) throws {
        chains.removeAll { $0.desk == chain.desk }
        chains.append(chain)
        chains.sort { $0.desk < $1.desk }
        let sql = """
            INSERT INTO trailHead (desk, place, link, start, startLink) VALUES (?, ?, ?, ?, ?), (0, 0, ?, 0, ?)
            ON CONFLICT (desk) DO UPDATE SET
                place = excluded.place, link = excluded.link, start = excluded.start, startLink = excluded.startLink
            """
        try database.execute(
            sql, [chain.desk, chain.place, chain.link, chain.start, chain.startLink, key.code(of: content), Data()])
    }

    /// Whether the heads are those that were written.
    func areSound(in database: Database, by key: SealingKey) throws -> Bool {
        let code = try database.one(Data.self, "SELECT link FROM trailHead WHERE desk = 0")
        guard let code else { return chains.isEmpty }
        return key.isCode(code, of: content)
    }

    private var content: [UInt8] {
        var bytes = SealedPlace("trailHeads")
        for chain in chains {
            bytes.add(chain.desk)
            bytes.add(chain.place)
            bytes.add(chain.link)
            bytes.add(chain.start)
            bytes.add(chain.startLink)
        }
        return bytes.bytes
    }
}
