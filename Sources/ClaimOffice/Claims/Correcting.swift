import ClaimModel
public import ClaimRules
public import ClaimStore

/// A claim that can be resubmitted, and the ways to do it.
public struct CorrectableClaim: Sendable {
    public let record: ClaimRecord
    /// The suggested one first; none if the claim was never submitted.
    public let ways: [Correction]
    let answers: [ClaimAnswer]
    let lock: ClaimLock
}

extension Office {
    /// Opens a claim to correct it; the result holds its lock.
    public func correctable(_ id: String) throws(StoreFault) -> CorrectableClaim {
        let open = try open(id)
        let record = open.record
        let answers = try store.answers(to: id)
        let ways = Correction.ways(
            for: record.draft, status: record.status, answers: answers,
            in: try context(for: record.draft, status: record.status))
        return CorrectableClaim(record: record, ways: ways, answers: answers, lock: open.lock)
    }

    /// Starts the corrected claim, void or new claim, and keeps the version that was submitted.
    ///
    /// - Returns: the claim as saved.
    public func correct(_ claim: CorrectableClaim, as way: Correction) throws(StoreFault) -> ClaimRecord {
        var corrected = claim.record
        corrected.draft.correct(as: way, after: claim.answers, in: parsing)
        // The payer does not have it in this form, so earlier submissions count.
        let judged = try judge(corrected.draft, status: .draft)
        (corrected.status, corrected.tally) = (judged.verdict.status, judged.tally)
        try store.keepSentVersion(of: corrected.id)
        return try store.save(corrected)
    }

    /// The same, and the claim stays open; `nil` where that way is none any more.
    public func openCorrected(_ id: String, as way: Correction) throws(StoreFault) -> OpenClaim? {
        let claim = try correctable(id)
        guard claim.ways.contains(way) else {
            claim.lock.release()
            return nil
        }
        return OpenClaim(record: try correct(claim, as: way), lock: claim.lock)
    }
}
