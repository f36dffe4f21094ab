import ClaimModel
import Foundation

/// The row of a claim in a submission, unsealed.
struct StoredSubmission {
    let number: Int64
    let transaction: String
    let first: Int
    let last: Int
    let isTaken: Bool?
    /// The claim as it went out.
    let json: Data

    /// - Parameter row: with every column of the table `sentClaim`, in its order, after those of `claim`.
    init(_ row: Row, _ claim: StoredClaim, _ seals: RecordSeals) throws {
        let start = StoredClaim.columnCount
        number = try row.value(at: start)
        transaction = try row.value(at: start + 5)
        (first, last) = (try row.count(at: start + 6), try row.count(at: start + 7))
        isTaken = try row.value(at: start + 12)
        let place: StoredClaim.Submission = (
            file: try row.value(at: start + 1), place: try row.count(at: start + 2),
            revision: try row.count(at: start + 4)
        )
        json = Data(try claim.submission(try row.value(at: start + 10), at: place, seals).json.utf8)
    }
}
