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
        /// The store has it already: nothing was changed.
        case known(String)
        /// For the person to know.
        case notice(String)
        /// What could not be matched, or not be stored of one claim.
        case failure(String)
        /// Why the store did not take an answer: nothing of the file was stored.
        case notStored(String)

        public var isStoreFailure: Bool { if case .notStored = self { true } else { false } }
    }

    let office: Office
    let isDryRun: Bool
    let matching: AnswerMatching

    /// - Parameter isDryRun: whether nothing is changed.
    public init(_ office: Office, isDryRun: Bool = false) throws(StoreFault) {
        self.office = office
        self.isDryRun = isDryRun
        matching = AnswerMatching(office, among: try office.store.claims())
    }

    /// Takes in responses whose claims are known: none is looked for.
    init(ofKnownClaimsIn office: Office) {
        (self.office, isDryRun) = (office, false)
        matching = AnswerMatching(office, among: [])
    }

    /// Takes in the answers of a file, all of them or, where the store refuses one (`notStored`), none.
    ///
    /// - Parameter note: is carried out in the same transaction, once every answer is stored.
    public func take(
        _ answers: [AnswerReader.Answer], noting note: ([Outcome]) throws(StoreFault) -> Void = { _ in }
    ) -> [Outcome] {
        let answers = answers.numbered
        if isDryRun { return answers.flatMap(take) }
        var outcomes: [Outcome] = []
        do throws(StoreFault) {
            try office.store.together { () throws(StoreFault) in
                var posted = PostedClaims()
                for answer in answers {
                    let results = take(answer)
                    outcomes += results
                    if results.contains(where: \.isStoreFailure) { return false }
                    try posted.take(answer, results, office)
                }
                try note(outcomes)
                return true
            }
        } catch {
            return [.notStored(error.description)]
        }
        return outcomes.contains(where: \.isStoreFailure) ? outcomes.filter(\.isStoreFailure) : outcomes
    }

    private func take(_ answer: AnswerReader.Answer) -> [Outcome] {
        switch answer {
        case .file(let file): [.file(file)] + (file.acknowledgment.map(take) ?? file.batch.map(take) ?? [])
        case .interchange(let receipt): take(receipt)
        case .claim(let answer): take(answer)
        case .payment(let payment): [.payment(payment)]
        }
    }

    private func take(_ answer: ClaimAnswer) -> [Outcome] {
        do throws(OfficeFault) {
            return try keep(answer, with: try matching.claim(of: answer))
        } catch {
            return setAside(answer, because: error.message)
        }
    }

    /// Stores an answer with its claim, and moves the claim where that follows from it.
    func keep(_ answer: ClaimAnswer, with id: String) throws(OfficeFault) -> [Outcome] {
        let record: ClaimRecord
        let progress: ClaimProgress
        do throws(StoreFault) {
            record = try office.store.claim(id, in: office.parsing)
            progress = try office.progress(of: record)
        } catch {
            throw OfficeFault(error)
        }
        let step = progress.step(after: answer)
        var outcomes: [Outcome] = []
        var status = step.status ?? record.status
        do throws(StoreFault) {
            let settlement = try progress.settlement(after: step, before: office.store.settlement(of: id))
            let isNew = isDryRun ? true : try store(step, settlement, instead: answer, with: record)
            if isNew {
                if !step.message.isEmpty { outcomes.append(.notice("\(answer.account): \(step.message)")) }
            } else {
                outcomes.append(
                    .known("the response for \(answer.account) is already on file; nothing was changed."))
                status = record.status
            }
        } catch {
            let message = "the response for \(answer.account) was not stored: \(error.description)"
            guard error.isOfOneClaim else { return [.notStored(message)] }
            return setAside(answer, because: message)
        }
        do throws(StoreFault) {
            return [try report(step.answer, to: record.draft, as: status)] + outcomes
        } catch {
            throw OfficeFault(error)
        }
    }

    /// - Returns: whether the answer is new.
    private func store(
        _ step: ClaimProgress.Step, _ settlement: ClaimSettlement?, instead answer: ClaimAnswer,
        with record: ClaimRecord
    ) throws(StoreFault) -> Bool {
        let result = step.status ?? (step.isOfEarlier ? step.answer.status : nil)
        var sent: AnsweredSubmission?
        if let submission = step.submission, let result {
            sent = AnsweredSubmission(index: submission, status: result)
        }
        // That nothing is due teaches nothing of the codes.
        let lessons =
            step.answer.status == .nothingDue ? [] : Lesson.all(from: step.answer, to: try office.billed(record))
        let isNew = try office.store.answer(
            record.id, with: step.answer, as: step.status, to: sent, settling: settlement, teaching: lessons)
        try office.store.dismissUnmatched(answer)
        if isNew { try office.recount(record.id) }
        return isNew
    }

    func report(
        _ answer: ClaimAnswer, to draft: ClaimDraft, as status: ClaimStatus
    ) throws(StoreFault) -> Outcome {
        let context = try office.context(for: draft, status: status)
        return .answer(
            AnswerReport(answer, to: draft, as: status, in: context), isMatched: true, isRefusal: answer.isRefusal)
    }

    /// Keeps an answer that belongs to no claim on the list of unmatched ones.
    func setAside(_ answer: ClaimAnswer, because reason: String) -> [Outcome] {
        let context = office.library.context(for: ClaimDraft(id: answer.account))
        let shown = Outcome.answer(
            AnswerReport(answer, to: nil, in: context), isMatched: false, isRefusal: answer.isRefusal)
        guard !isDryRun else { return [.failure(reason), shown] }
        do throws(StoreFault) {
            let number = try office.store.keepUnmatched(answer, because: reason)
            return [
                .failure(
                    "\(reason) Kept as unmatched response \(number): cleanclaim answers --match \(number) --claim CLAIM."
                ), shown,
            ]
        } catch {
            return [.notStored(error.description)]
        }
    }
}

extension AnswerIntake {
    /// Takes in a 999 about a file submitted from here.
    private func take(_ acknowledgment: Acknowledgment) -> [Outcome] {
        do throws(StoreFault) {
            let outcome = try AcknowledgmentIntake(office: office, isDryRun: isDryRun).take(acknowledgment)
            return try outcomes(of: outcome)
        } catch {
            return [.notStored(error.description)]
        }
    }

    /// Takes in a TA1 about a file submitted from here.
    private func take(_ receipt: InterchangeReceipt) -> [Outcome] {
        do throws(StoreFault) {
            return try outcomes(of: try ReceiptIntake(office: office, isDryRun: isDryRun).take(receipt))
        } catch {
            return [.notStored(error.description)]
        }
    }

    private func outcomes(of outcome: AcknowledgmentIntake.Outcome) throws(StoreFault) -> [Outcome] {
        var outcomes: [Outcome] = []
        for rejected in outcome.rejected {
            outcomes.append(try report(rejected.answer, to: rejected.draft, as: .rejected))
        }
        outcomes += outcome.notes.map { .notice($0) } + outcome.faults.map { .failure($0) }
        if !outcome.isMatched { return outcomes + [.failure(outcome.message)] }
        return outcomes + (outcome.message.isEmpty ? [] : [.notice(outcome.message)])
    }

    /// Takes in what a 277CA says above its claims.
    private func take(_ batch: BatchStatus) -> [Outcome] {
        do throws(StoreFault) {
            switch try BatchIntake(office: office).claims(of: batch) {
            case .accepted(let message): return [.notice(message)]
            case .unclear(let reason):
                return setAside(batch.answer(account: "", charge: batch.charge), because: reason)
            case .rejected(let claims, let message):
                var outcomes: [Outcome] = []
                for claim in claims {
                    let answer = batch.answer(account: claim.account, charge: claim.charge)
                    do throws(OfficeFault) { outcomes += try keep(answer, with: claim.id) } catch {
                        outcomes.append(.failure("claim \(claim.account) is not rejected yet: \(error.message)"))
                    }
                }
                return outcomes + [.notice(message)]
            }
        } catch {
            return [.notStored(error.description)]
        }
    }
}

extension [AnswerReader.Answer] {
    /// Answers with the same content in one payment are numbered: each is a part of its own.
    fileprivate var numbered: [AnswerReader.Answer] {
        var seen: [ClaimAnswer: Int] = [:]
        return map { item in
            if case .payment = item { seen = [:] }
            guard case .claim(var answer) = item, answer.kind == .remittance else { return item }
            let count = seen[answer, default: 0]
            seen[answer] = count + 1
            answer.reference.occurrence = count
            return .claim(answer)
        }
    }
}

extension StoreFault {
    /// Whether other claims may be stored all the same.
    var isOfOneClaim: Bool { [.conflict, .openElsewhere, .missing, .notStorable].contains(self) }
}

extension ClaimAnswer {
    var isRefusal: Bool { status == .rejected || status == .denied }
}
