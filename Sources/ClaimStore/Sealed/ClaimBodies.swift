import ClaimModel
import ClaimRules
import Foundation
import GRDB
import Sealing

/// What belongs to a claim and lies in rows of other tables is sealed by the claim's key, each bound to its row.
extension RecordSeals {
    /// - Parameter receivedAt: in milliseconds since 1970.
    static func placeOfAnswer(_ number: Int64, to claim: Int64, _ receivedAt: Int64) -> SealedPlace {
        SealedPlace("answer", number, claim, receivedAt)
    }

    static func placeOfVersion(_ number: Int64, of claim: Int64, _ status: ClaimStatus, _ keptAt: Int64) -> SealedPlace
    {
        var place = SealedPlace("version", number, claim, keptAt)
        place.add(status.rawValue)
        return place
    }

    static func placeOfSubmission(_ place: Int, in file: Int64, of claim: Int64, revision: Int) -> SealedPlace {
        SealedPlace("sentClaim", file, Int64(place), claim, Int64(revision))
    }

    static func placeOfUnmatched(_ number: Int64, _ receivedAt: Int64) -> SealedPlace {
        SealedPlace("unmatchedAnswer", number, receivedAt)
    }
}

extension Database {
    /// The number of the next row of a table.
    func nextNumber(in table: String) throws -> Int64 {
        (try Int64.fetchOne(cachedStatement(sql: "SELECT max(number) FROM \(table)")) ?? 0) + 1
    }
}
