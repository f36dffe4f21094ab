public import ClaimModel

extension ClaimDraft {
    /// Whether ketamine was given or is billed, so that the rules of its pathway judge the claim.
    public func isKetamineClaim(in context: Context) -> Bool {
        ClaimFacts(of: self, in: context).isKetamineClaim
    }
}
