import Foundation
import Sealing

/// The part of a record that is in clear. Each is linked to the one before it in its desk's chain, so none is changed, taken
/// out or moved unnoticed.
struct TrailRow {
    var number: Int64 = 0
    let desk: Int64
    /// From 1, in the desk's chain.
    let place: Int64
    /// In milliseconds since 1970.
    let at: Int64
    let kind: String
    let claim: Int64?
    /// The revision that the change has left; `nil` where the claim's row is as it was.
    let revision: Int64?
    /// The status that the change has left.
    let status: String?
    let digest: Data
    var link = Data()

    static let columns = "number, desk, place, at, kind, claim, revision, status, digest, link"

    func link(after before: Data, by key: SealingKey) -> Data { key.code(of: linked(before)) }

    func isLinked(to before: Data, by key: SealingKey) -> Bool { key.isCode(link, of: linked(before)) }

    private func linked(_ before: Data) -> [UInt8] {
        var bytes = SealedPlace("trail", desk, place, at)
        bytes.add(kind)
        bytes.add(claim)
        bytes.add(revision)
        bytes.add(status ?? "")
        bytes.add(digest)
        bytes.add(before)
        return bytes.bytes
    }
}

extension TrailRow {
    /// - Parameter row: with these columns first, in this order.
    init(_ row: Row) throws {
        self.init(
            number: try row.value(at: 0), desk: try row.value(at: 1), place: try row.value(at: 2),
            at: try row.value(at: 3), kind: try row.value(at: 4), claim: try row.value(at: 5),
            revision: try row.value(at: 6), status: try row.value(at: 7), digest: try row.value(at: 8),
            link: try row.value(at: 9))
    }

    /// The same at another place of the chain, to see whether it was moved.
    func moved(to place: Int64) -> TrailRow {
        TrailRow(
            number: number, desk: desk, place: place, at: at, kind: kind, claim: claim, revision: revision,
            status: status, digest: digest, link: link)
    }

    func insert(_ sealed: (who: Data, item: Int64?, body: Data?), in database: Database) throws {
        let sql = """
            INSERT INTO trail (\(number == 0 ? "" : "number, ")desk, place, at, kind, claim, revision, status, digest, link,
                who, item, body)
            VALUES (\(number == 0 ? "" : "?, ")?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        let values: Database.Values = [
            desk, place, at, kind, claim, revision, status, digest, link, sealed.who, sealed.item, sealed.body,
        ]
        try database.execute(sql, number == 0 ? values : [number] + values)
    }
}
