import Foundation

/// The heads of the chains outside of the database: a database that was put back from yesterday ends before them.
extension Keyring {
    /// The heads as they were anchored last.
    func anchors() throws(StoreFault) -> [TrailHead] {
        try reading { database in
            guard try database.schemaVersion() >= KeySchema.trailVersion else { return [] }
            return try database.rows("SELECT desk, place, link FROM anchor ORDER BY desk").map { row in
                TrailHead(desk: try row.value(at: 0), place: try row.value(at: 1), link: try row.value(at: 2))
            }
        }
    }

    func anchor(_ heads: [TrailHead]) throws(StoreFault) {
        // The copy of the keyring may have earlier ones, which hold as well.
        try noting { database in
            for head in heads {
                try database.execute(
                    """
                    INSERT INTO anchor (desk, place, link) VALUES (?, ?, ?)
                    ON CONFLICT (desk) DO UPDATE SET place = excluded.place, link = excluded.link
                    """, [head.desk, head.place, head.link])
            }
        }
    }
}
