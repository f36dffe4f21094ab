import ClaimModel
import ClaimRules

@testable import Workstation

/// Files that an invented practice has sent, and what was answered to them.
enum SentFiles {
    static func batch(_ number: Int, claims: Int = 3, _ results: [SentResult: Int] = [.unanswered: 3]) -> SentBatch {
        let file = SentFile(
            interchange: number, group: number, sender: "LAKESIDE", receiver: "CLEARHOUSE",
            receiverName: "Clearhouse Inc", isTest: number == 15, name: "claims-2026-11-\(number).837",
            day: Day(number: ClaimExample.today.number - 20 + number), claims: claims, total: claims * 25_500)
        return SentBatch(
            id: number - 10, file: file, counts: true, isWritten: true, taken: number == 17 ? 0 : claims, refused: 0,
            results: results)
    }

    static let batches = [
        batch(17),
        batch(16, claims: 9, [.accepted: 2, .rejected: 1, .pending: 1, .paid: 3, .denied: 1, .unanswered: 1]),
        batch(15, claims: 1, [.unanswered: 1]),
    ]

    /// The claims of batch 16, the first of which is the sample.
    static let claims = [
        claim(1, ClaimExample.sample.draft.id, "C-1001", "RIVERA, DANA", .rejected, .flagged),
        claim(2, "two", "C-1004", "OSEI, KWAME", .submitted, .submitted),
        claim(3, "gone", "C-1005", "LIN, MAY", .paid, .deleted),
    ]

    private static func claim(
        _ number: Int, _ id: String, _ account: String, _ patient: String, _ answered: ClaimStatus, _ now: ClaimStatus
    ) -> SentClaim {
        SentClaim(
            id: id, number: number, account: account, patient: patient, day: ClaimExample.today, charge: 25_500,
            answered: answered, status: now)
    }
}
