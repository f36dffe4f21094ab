import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore

/// Takes what a 999 says of the files that were sent from here: who was taken, and who was not and why.
struct AcknowledgmentIntake {
    let office: Office
    /// Whether nothing is changed.
    let isDryRun: Bool
    private var store: ClaimStore { office.store }

    init(office: Office, isDryRun: Bool) {
        self.office = office
        self.isDryRun = isDryRun
    }

    /// What came of it.
    struct Outcome {
        /// Whether a file was found that is meant.
        var isMatched = true
        var message = ""
        /// The claims that were turned away, as they went out, each with what is said of it.
        var rejected: [(draft: ClaimDraft, answer: ClaimAnswer)] = []
        /// What could not be kept, a sentence each.
        var faults: [String] = []
    }

    func take(_ acknowledgment: Acknowledgment) throws(StoreFault) -> Outcome {
        let found = try store.sentFiles(ofGroup: Int(acknowledgment.group) ?? 0)
        guard let (id, file) = found.first(where: { acknowledgment.isAbout($0.file) }) else {
            let why =
                found.isEmpty
                ? "no file of group \(acknowledgment.group) was sent from here"
                : "the file of group \(acknowledgment.group) that was sent from here went to others than this names"
            return Outcome(isMatched: false, message: "\(why); nothing was changed.")
        }
        let claims = try store.acknowledgedClaims(ofFile: id).filter { acknowledgment.isAbout($0) }
        let name = "interchange \(file.interchange) (\(file.name))"
        if claims.isEmpty {
            guard let transaction = acknowledgment.transaction else { return Outcome() }
            return Outcome(
                isMatched: false, message: "\(name) has no transaction \(transaction); nothing was changed.")
        }
        if acknowledgment.isAccepted {
            if !isDryRun { try store.noteTaken(claims) }
            return Outcome(
                message: "\(name) could be read: \(claims.subject) submitted until the payer answers (277CA).")
        }
        return try refuse(claims, acknowledgment, name)
    }

    private func refuse(
        _ claims: [AcknowledgedClaim], _ acknowledgment: Acknowledgment, _ name: String
    ) throws(StoreFault) -> Outcome {
        var outcome = Outcome()
        var drafts: [ClaimDraft] = []
        for claim in claims { drafts.append(try claim.draft(in: office.parsing)) }
        let places = zip(drafts, claims).map { SentTransaction.Claim($0, at: $1.segments) }
        let answered = SentTransaction(places, in: office.parsing).answered(acknowledgment.notes)
        var isNew = isDryRun
        for (index, claim) in claims.enumerated() {
            let answer = ClaimAnswer(rejected: drafts[index], by: acknowledgment, segments: answered[index] ?? [])
            outcome.rejected.append((drafts[index], answer))
            guard !isDryRun else { continue }
            do throws(StoreFault) {
                let isBystander = answer.isBystander && !answered.isEmpty
                guard try store.noteRefused(claim, with: answer, isBystander: isBystander) else { continue }
                isNew = true
                try office.recount(claim.id)
            } catch {
                outcome.faults.append("claim \(drafts[index].name) is not rejected yet: \(error.description)")
            }
        }
        let named = answered.count
        let detail =
            (0..<claims.count).contains(named) && named > 0
            ? " Only in \(named) of them is there anything to mend." : ""
        outcome.message =
            isNew || !outcome.faults.isEmpty
            ? "\(name) could not be read: \(claims.subject) rejected.\(detail)"
            : "\(name): this answer is known already; nothing was changed."
        return outcome
    }
}

extension [AcknowledgedClaim] {
    /// `its claim is`, `its 12 claims are`
    fileprivate var subject: String { count == 1 ? "its claim is" : "its \(count) claims are" }
}

extension Acknowledgment {
    /// Whether one of its two ends is one of the file's: a clearinghouse may answer under another name than it takes.
    fileprivate func isAbout(_ file: SentFile) -> Bool {
        (senders.isEmpty && receivers.isEmpty) || senders.contains(file.receiver) || receivers.contains(file.sender)
    }

    /// Whether it speaks of the transaction of a claim; of the group as a whole, whether it adds anything.
    fileprivate func isAbout(_ claim: AcknowledgedClaim) -> Bool {
        if let transaction { return Acknowledgment.same(transaction, claim.transaction) }
        if code == "P" || isAccepted { return !transactions.contains { Acknowledgment.same($0, claim.transaction) } }
        return !refused.contains { Acknowledgment.same($0, claim.transaction) }
    }
}
