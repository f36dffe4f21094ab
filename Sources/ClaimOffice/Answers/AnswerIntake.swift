public import ClaimExchange
import ClaimModel
import ClaimRules
public import ClaimStore

/// Takes in the answers of a whole file, in one transaction: each is matched to its claim, stored with it, and reported with
/// the claim as it is then.
public struct AnswerIntake {
    /// The result of one item of a file.
    public enum Outcome {
        /// The answer with its claim; whether it was matched to a stored claim, and whether that was rejected or denied.
        case answer(AnswerReport, isMatched: Bool, isRefusal: Bool)
        case file(FileAnswer)
        case payment(RemittancePayment)
        /// For the person to know.
        case notice(String)
        /// What could not be matched, or not be stored of one claim.
        case failure(String)
        /// Why the store did not take an answer: nothing of the file was stored.
        case notStored(String)

        public var isStoreFailure: Bool { if case .notStored = self { true } else { false } }
    }

    private let office: Office
    private let isDryRun: Bool
    private let ids: [String: [String]]

    /// - Parameter isDryRun: whether nothing is changed.
    public init(_ office: Office, isDryRun: Bool = false) throws(StoreFault) {
        self.office = office
        self.isDryRun = isDryRun
        ids = Dictionary(grouping: try office.store.claims()) { $0.account }.mapValues { $0.map(\.id) }
    }

    /// Takes in the answers of a file, all of them or, where the store refuses one (`notStored`), none.
    public func take(_ answers: [AnswerReader.Answer]) -> [Outcome] {
        if isDryRun { return answers.flatMap(take) }
        var outcomes: [Outcome] = []
        do throws(StoreFault) {
            try office.store.together { () throws(StoreFault) in
                for answer in answers {
                    let results = take(answer)
                    outcomes += results
                    if results.contains(where: \.isStoreFailure) { return false }
                }
                return true
            }
        } catch {
            return [.notStored(error.description)]
        }
        return outcomes.contains(where: \.isStoreFailure) ? outcomes.filter(\.isStoreFailure) : outcomes
    }

    private func take(_ answer: AnswerReader.Answer) -> [Outcome] {
        switch answer {
        case .file(let file): [.file(file)] + (file.acknowledgment.map(take) ?? [])
        case .claim(let answer): take(answer)
        case .payment(let payment): [.payment(payment)]
        }
    }

    private func take(_ answer: ClaimAnswer) -> [Outcome] {
        do throws(OfficeFault) {
            return try keep(answer, with: try match(answer))
        } catch {
            return [.failure(error.message), unmatched(answer)]
        }
    }

    /// The only claim that the answer can belong to.
    private func match(_ answer: ClaimAnswer) throws(OfficeFault) -> ClaimRecord {
        let found = ids[answer.account] ?? []
        guard let id = found.first, found.count == 1 else {
            let who = found.isEmpty ? "no claim has" : "several claims have"
            throw OfficeFault("\(who) the account number \(answer.account); its response is only shown, not stored.")
        }
        do throws(StoreFault) {
            let record = try office.store.claim(id, in: office.parsing)
            if try mayConcern(record, answer) { return record }
        } catch {
            throw OfficeFault(error)
        }
        throw OfficeFault(
            "the response for \(answer.account) does not match what that claim bills: it may belong to another claim, "
                + "and is only shown, not stored.")
    }

    /// Whether the claim, as it is or as it was submitted once, can be the answered one.
    private func mayConcern(_ record: ClaimRecord, _ answer: ClaimAnswer) throws(StoreFault) -> Bool {
        if answer.mayConcern(record.draft) { return true }
        let submitted = try office.store.sentVersions(of: record.id, in: office.parsing)
        let kept = try office.store.versions(of: record.id, in: office.parsing)
        return (submitted.map(\.draft) + kept.map(\.draft)).contains(where: answer.mayConcern)
    }

    /// The claim as it was submitted last.
    private func billed(_ record: ClaimRecord) throws(StoreFault) -> ClaimDraft {
        try office.store.sentVersions(of: record.id, in: office.parsing).last?.draft ?? record.draft
    }

    private func keep(_ answer: ClaimAnswer, with record: ClaimRecord) throws(OfficeFault) -> [Outcome] {
        var outcomes: [Outcome] = []
        // A front-end status is older than the payer's decision, whenever it is taken in.
        let isBehind = answer.kind == .status && record.status.isDecided
        var status = isBehind ? record.status : answer.status ?? record.status
        if isBehind {
            outcomes.append(
                .notice("\(answer.account) stays \(record.status.rawValue): the payer has already adjudicated it."))
        }
        do throws(StoreFault) {
            if !isDryRun {
                let lessons = Lesson.all(from: answer, to: try billed(record))
                if try office.store.answer(
                    record.id, with: answer, as: isBehind ? nil : answer.status, teaching: lessons)
                {
                    try office.recount(record.id)
                } else {
                    outcomes.append(
                        .notice("the response for \(answer.account) is already on file; nothing was changed."))
                    status = record.status
                }
            }
        } catch {
            let message = "the response for \(answer.account) was not stored: \(error.description)"
            outcomes.append(error.isOfOneClaim ? .failure(message) : .notStored(message))
            status = record.status
        }
        do throws(StoreFault) {
            return [try report(answer, to: record.draft, as: status)] + outcomes
        } catch {
            throw OfficeFault(error)
        }
    }

    private func report(
        _ answer: ClaimAnswer, to draft: ClaimDraft, as status: ClaimStatus
    ) throws(StoreFault) -> Outcome {
        let context = try office.context(for: draft, status: status)
        return .answer(AnswerReport(answer, to: draft, in: context), isMatched: true, isRefusal: answer.isRefusal)
    }

    private func unmatched(_ answer: ClaimAnswer) -> Outcome {
        let context = office.library.context(for: ClaimDraft(id: answer.account))
        return .answer(AnswerReport(answer, to: nil, in: context), isMatched: false, isRefusal: answer.isRefusal)
    }
}

extension AnswerIntake {
    /// Takes in a 999 about a file submitted from here.
    private func take(_ acknowledgment: Acknowledgment) -> [Outcome] {
        do throws(StoreFault) {
            let outcome = try AcknowledgmentIntake(office: office, isDryRun: isDryRun).take(acknowledgment)
            var outcomes: [Outcome] = []
            for rejected in outcome.rejected {
                outcomes.append(try report(rejected.answer, to: rejected.draft, as: .rejected))
            }
            outcomes += outcome.faults.map { .failure($0) }
            if !outcome.isMatched { return outcomes + [.failure(outcome.message)] }
            return outcomes + (outcome.message.isEmpty ? [] : [.notice(outcome.message)])
        } catch {
            return [.notStored(error.description)]
        }
    }
}

extension StoreFault {
    /// Whether other claims may be stored all the same.
    var isOfOneClaim: Bool { [.conflict, .openElsewhere, .missing, .notStorable].contains(self) }
}

extension ClaimAnswer {
    fileprivate var isRefusal: Bool { status == .rejected || status == .denied }
}
