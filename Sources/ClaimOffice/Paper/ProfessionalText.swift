import ClaimExchange
public import ClaimModel
import ClaimRules
public import ClaimStore
public import TextKit

extension Office {
    /// What an 837P would say of a claim, under the number that the next file gets, a segment on each line.
    ///
    /// - Parameter status: as the claim stands; `nil` for one that is not in the store yet.
    public func professionalText(
        of draft: ClaimDraft, status: ClaimStatus?, _ glyphs: Glyphs
    ) throws(StoreFault) -> [String] {
        let verdict = try judge(draft, status: status).verdict
        var notice: [String] = []
        if !verdict.isClean {
            notice.append(
                "NOT READY: errors \(verdict.errors), open warnings \(verdict.warnings); no file takes it yet.")
        }
        if parties == nil {
            notice.append("config.yaml does not say between whom claims go (interchange): shown without envelopes.")
        }
        return ProfessionalFile.preview(
            of: draft, from: try practice()?.submitter ?? Submitter(), between: parties,
            stamp: Today.stamp(library.day, number: try store.upcomingInterchangeNumber()), in: parsing,
            notice: notice, glyphs: glyphs)
    }
}
