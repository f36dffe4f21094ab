import ClaimExchange
public import ClaimModel
import ClaimRules
public import ClaimStore
public import TextKit

extension Office {
    /// The 837P of a claim, with the number that the next file gets, a segment on each line.
    ///
    /// - Parameter status: the claim's status; `nil` for one that is not in the store yet.
    public func professionalText(
        of draft: ClaimDraft, status: ClaimStatus?, _ glyphs: Glyphs
    ) throws(StoreFault) -> [String] {
        let verdict = try judge(draft, status: status).verdict
        var notice: [String] = []
        if !verdict.isClean {
            notice.append(
                "NOT READY: \(counted(verdict.errors, "error")), \(counted(verdict.warnings, "open warning")). Cannot be submitted yet."
            )
        }
        if parties == nil {
            notice.append("No submitter and receiver set up (interchange in config.yaml): shown without envelopes.")
        }
        return ProfessionalFile.preview(
            of: draft, from: try practice()?.submitter ?? Submitter(), between: parties,
            stamp: Today.stamp(library.day, number: try store.upcomingInterchangeNumber()), in: parsing,
            notice: notice, glyphs: glyphs)
    }
}
