public import Foundation
import Sealing
import TextKit

extension ClaimStore {
    /// For how many years records are kept at the least (45 CFR 164.316(b)(2)).
    public static let trailYears = 6

    /// Deletes the records from before a moment, from the beginning of each chain; the chain goes on from there, as a record
    /// says.
    ///
    /// - Returns: how many.
    /// - Throws: `keys(.notAllowed)` unless a lead is signed in.
    public func pruneTrail(before moment: Date) throws(StoreFault) -> Int {
        guard seals.keyring.signedIn?.role == .lead else { throw .keys(seals.keyring.isLocked ? .locked : .notAllowed) }
        let end = Int64((moment.timeIntervalSince1970 * 1000).rounded())
        return try writing { database in
            let key = try seals.keyring.trailKey
            var heads = try TrailHeads(in: database)
            var (count, lines): (Int, [String]) = (0, [])
            for var chain in heads.chains {
                guard let last = try lastRecord(of: chain.desk, before: end, in: database) else { continue }
                count += try database.count(
                    changedBy: "DELETE FROM trail WHERE desk = ? AND place <= ?", [chain.desk, last.place])
                let first = chain.start + 1
                (chain.start, chain.startLink) = (last.place, last.link)
                try heads.set(chain, in: database, by: key)
                let link = last.link.hexadecimal
                lines.append("desk \(chain.desk): records \(first) to \(last.place), goes on after \(link)")
            }
            guard count > 0 else { return 0 }
            try record(.pruned, lines.joined(separator: "; "), in: database)
            return count
        }
    }

    /// The record before the first one that is kept.
    private func lastRecord(
        of desk: Int64, before end: Int64, in database: Database
    ) throws -> (place: Int64, link: Data)? {
        let sql = """
            SELECT place, link FROM trail WHERE desk = ?1 AND place < coalesce(
                (SELECT min(place) FROM trail WHERE desk = ?1 AND at >= ?2),
                (SELECT max(place) + 1 FROM trail WHERE desk = ?1))
            ORDER BY place DESC LIMIT 1
            """
        return try database.row(sql, [desk, end])
            .map { (try $0.value(at: 0), try $0.value(at: 1)) }
    }
}
