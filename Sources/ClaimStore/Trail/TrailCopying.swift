import Foundation
import Sealing

/// Copies the trail into a rebuilt database: resealed, chained as before.
struct TrailCopying {
    let old: RecordSeals
    let new: RecordSeals

    /// - Parameter target: has the claims already.
    func copy(_ source: Database, to target: Database) throws {
        try copyDesks(source, to: target)
        let heads = try source.rows("SELECT desk, place, link, start, startLink FROM trailHead")
        for head in heads {
            try target.execute(
                "INSERT INTO trailHead (desk, place, link, start, startLink) VALUES (?, ?, ?, ?, ?)", try head.cells(5))
        }
        let sql = "SELECT \(TrailRow.columns), who, item, body FROM trail ORDER BY number"
        let rows = try source.cursor(sql)
        while let row = try rows.next() { try copy(row, to: target) }
    }

    private func copyDesks(_ source: Database, to target: Database) throws {
        for row in try source.rows("SELECT number, name FROM desk") {
            let number: Int64 = try row.value(at: 0)
            let place = SealedPlace("desk", number)
            let name = try old.office().open(record: try row.value(at: 1), for: place)
            let code = try new.code("desk", String(decoding: name, as: UTF8.self))
            try target.execute(
                "INSERT INTO desk (number, code, name) VALUES (?, ?, ?)",
                [number, code, try new.office().seal(name, for: place)])
        }
    }

    /// What cannot be opened is copied as it is, to be found as changed, or stays forgotten.
    private func copy(_ row: Row, to target: Database) throws {
        let record = try TrailRow(row)
        let (sealed, item, body): (Data, Int64?, Data?) = (
            try row.value(at: 10), try row.value(at: 11), try row.value(at: 12)
        )
        let place = TrailContent.placeOfWho(record.desk, record.place)
        let who = try (try? old.office().open(sealed, for: place)).map { try new.office().seal($0, for: place) }
        let copied = try copy(body, of: record, item, in: target)
        try record.insert((who ?? sealed, copied.item, copied.body), in: target)
    }

    private func copy(
        _ body: Data?, of record: TrailRow, _ item: Int64?, in target: Database
    ) throws -> (item: Int64?, body: Data?) {
        guard let body else { return (item, nil) }
        let place = TrailContent.placeOfBody(record.desk, record.place)
        guard let item else {
            let opened = try? old.office().open(body, for: place)
            return (nil, try opened.map { try new.office().seal($0, for: place) } ?? body)
        }
        guard let key = try? old.key(item) else { return (item, nil) }
        let present = try target.one(Int64.self, "SELECT item FROM claim WHERE number = ?", [record.claim])
        guard let present, let opened = try? key.open(body, for: place) else { return (item, body) }
        return (present, try new.key(present).seal(opened, for: place))
    }
}
