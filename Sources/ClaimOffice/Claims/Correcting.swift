import ClaimModel
public import ClaimRules
public import ClaimStore

/// A claim that can go out again, and the ways.
public struct CorrectableClaim: Sendable {
    public let record: ClaimRecord
    /// The advised one first; none where nothing says that it was ever sent.
    public let ways: [Correction]
    let answers: [ClaimAnswer]
    let lock: ClaimLock
}

extension Office {
    /// Takes a claim that may be corrected; the right to change it goes with the result.
    public func correctable(_ id: String) throws(StoreFault) -> CorrectableClaim {
        let open = try open(id)
        let record = open.record
        let answers = try store.answers(to: id)
        let ways = Correction.ways(
            for: record.draft, status: record.status, answers: answers,
            in: try context(for: record.draft, status: record.status))
        return CorrectableClaim(record: record, ways: ways, answers: answers, lock: open.lock)
    }

    /// Makes the claim the one to submit again, and keeps the version that was sent.
    ///
    /// - Returns: the claim as it is saved now.
    public func correct(_ claim: CorrectableClaim, as way: Correction) throws(StoreFault) -> ClaimRecord {
        var corrected = claim.record
        corrected.draft.correct(as: way, after: claim.answers, in: parsing)
        // It is no longer with the payer as it stands, so what was sent counts.
        let judged = try judge(corrected.draft, status: .draft)
        (corrected.status, corrected.tally) = (judged.verdict.status, judged.tally)
        try store.keepSentVersion(of: corrected.id)
        return try store.save(corrected)
    }
}
