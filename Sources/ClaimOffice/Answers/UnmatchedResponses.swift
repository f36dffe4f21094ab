public import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore

extension AnswerIntake {
    /// The responses that no claim was found for, each with the claims that it may belong to.
    public func unmatched() throws(OfficeFault) -> UnmatchedReport {
        var entries: [UnmatchedReport.Entry] = []
        for kept in try list() {
            let candidates = try matching.candidates(for: kept.answer).map {
                UnmatchedReport.Candidate(account: $0.account, agreeing: $0.agreeing)
            }
            entries.append(
                UnmatchedReport.Entry(
                    number: kept.number, answer: kept.answer, reason: kept.reason, candidates: candidates))
        }
        return UnmatchedReport(entries)
    }

    /// Takes an unmatched response in as one to a claim that a person names.
    public func match(_ number: Int, to name: String) throws(OfficeFault) -> [Outcome] {
        guard let kept = try list().first(where: { $0.number == number }) else {
            throw AnswerIntake.none(number)
        }
        let record = try office.find(name)
        guard !matching.agreement(of: record.draft, with: kept.answer).isEmpty else {
            throw OfficeFault(
                "Response \(number) and claim \(name) have neither member ID, date of service nor charge in common; nothing was "
                    + "changed. If it is not yours, use --dismiss \(number).")
        }
        var answer = kept.answer
        answer.account = record.draft.identity.account.text
        let outcomes = try keep(answer, with: record.id)
        let isStored = !outcomes.contains { outcome in
            switch outcome {
            case .failure, .notStored: true
            case .answer, .file, .payment, .known, .notice: false
            }
        }
        if isStored, !isDryRun {
            try office.keep(matched: answer)
            try dismiss(number)
        }
        return outcomes
    }

    /// Takes an unmatched response off the list: it is none of this office's.
    public func dismiss(_ number: Int) throws(OfficeFault) {
        do throws(StoreFault) {
            try office.store.dismissUnmatched(number)
        } catch {
            throw error == .missing ? AnswerIntake.none(number) : OfficeFault(error)
        }
    }

    private func list() throws(OfficeFault) -> [UnmatchedAnswer] {
        do throws(StoreFault) { return try office.store.unmatchedAnswers() } catch { throw OfficeFault(error) }
    }

    private static func none(_ number: Int) -> OfficeFault {
        OfficeFault("No unmatched response \(number): list them with --unmatched.")
    }
}
