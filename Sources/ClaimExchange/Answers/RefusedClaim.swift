public import ClaimModel
public import ClaimRules
import TextKit

extension ClaimAnswer {
    /// What a 999 says of a claim whose transaction was not taken.
    ///
    /// - Parameter segments: what it has against this very claim; none where another one of the transaction was meant.
    public init(rejected draft: ClaimDraft, by said: Acknowledgment, segments: [AnsweredSegment]) {
        self.init(.acknowledgment, account: draft.identity.account.text)
        status = .rejected
        statuses = ["999 \(X12Element.printable(said.code))", "group \(X12Element.printable(said.group))"]
        charge = draft.totalCharge
        self.segments = segments
    }
}
