import Foundation
import GRDB

/// The heads of the chains outside of the database: a database that was put back from yesterday ends before them.
extension Keyring {
    /// The heads as they were anchored last.
    func anchors() throws(StoreFault) -> [TrailHead] {
        try reading { database in
            guard try Schema.applied(in: database) >= KeySchema.trailVersion else { return [] }
            return try Row.fetchAll(database, sql: "SELECT desk, place, link FROM anchor ORDER BY desk").map { row in
                TrailHead(desk: try row.value(at: 0), place: try row.value(at: 1), link: try row.value(at: 2))
            }
        }
    }

    func anchor(_ heads: [TrailHead]) throws(StoreFault) {
        // The copy of the keyring may have earlier ones, which hold as well.
        try noting { database in
            for head in heads {
                try database.execute(
                    sql: "INSERT OR REPLACE INTO anchor (desk, place, link) VALUES (?, ?, ?)",
                    arguments: [head.desk, head.place, head.link])
            }
        }
    }
}
