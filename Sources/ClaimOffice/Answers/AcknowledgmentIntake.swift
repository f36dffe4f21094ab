import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore

/// Takes in a 999 about files submitted from here: which claims were accepted, which rejected, and why.
struct AcknowledgmentIntake {
    let office: Office
    /// Whether nothing is changed.
    let isDryRun: Bool
    private var store: ClaimStore { office.store }

    /// The result.
    struct Outcome {
        /// Whether the file that it answers was found.
        var isMatched = true
        var message = ""
        /// The rejected claims as submitted, each with its answer.
        var rejected: [(draft: ClaimDraft, answer: ClaimAnswer)] = []
        /// What an accepted file has errors in, a sentence for each claim.
        var notes: [String] = []
        /// What could not be stored, a sentence each.
        var faults: [String] = []
        /// Whether a rejection was stored that was not on file.
        var isNew = false

        /// Stores the rejection of one claim.
        ///
        /// - Throws: what concerns more than the claim; the rest is a fault.
        mutating func store(
            _ answer: ClaimAnswer, to claim: AcknowledgedClaim, _ draft: ClaimDraft, isBystander: Bool,
            in office: Office
        ) throws(StoreFault) {
            do throws(StoreFault) {
                guard try office.store.noteRefused(claim, with: answer, isBystander: isBystander) else { return }
                isNew = true
                try office.recount(claim.id)
            } catch {
                guard error.isOfOneClaim else { throw error }
                faults.append("claim \(draft.name) is not rejected yet: \(error.description)")
            }
        }
    }

    func take(_ acknowledgment: Acknowledgment) throws(StoreFault) -> Outcome {
        let found = try store.sentFiles(ofGroup: Int(acknowledgment.group) ?? 0)
        guard
            let (id, file) = found.first(where: {
                $0.file.mayBeAnswered(by: acknowledgment.senders, to: acknowledgment.receivers)
            })
        else {
            let why =
                found.isEmpty
                ? "no file with group \(acknowledgment.group) was submitted from here"
                : "the file with group \(acknowledgment.group) submitted from here has a different sender or receiver"
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
            let detail =
                acknowledgment.code == "E" ? ", with errors noted" : acknowledgment.code == "P" ? " in part" : ""
            return Outcome(
                message:
                    "\(name) accepted\(detail) (999): \(claims.subject) submitted until the payer responds (277CA).",
                notes: try notes(of: acknowledgment, on: claims))
        }
        return try refuse(claims, acknowledgment, name)
    }

    /// The claims and fields that the errors of an accepted file come from.
    private func notes(
        of acknowledgment: Acknowledgment, on claims: [AcknowledgedClaim]
    ) throws(StoreFault) -> [String] {
        guard !acknowledgment.notes.isEmpty else { return [] }
        let (drafts, answered) = try traced(acknowledgment, on: claims)
        return drafts.indices.compactMap { index in
            guard let segments = answered[index], !segments.isEmpty else { return nil }
            return "claim \(drafts[index].name) was accepted with errors: "
                + segments.map(\.text).joined(separator: "; ")
                + "."
        }
    }

    /// The claims as they were submitted, and by their number here what is wrong with each.
    private func traced(
        _ acknowledgment: Acknowledgment, on claims: [AcknowledgedClaim]
    ) throws(StoreFault) -> (drafts: [ClaimDraft], answered: [Int: [AnsweredSegment]]) {
        var drafts: [ClaimDraft] = []
        for claim in claims { drafts.append(try claim.draft(in: office.parsing)) }
        let places = zip(drafts, claims).map { SentTransaction.Claim($0, at: $1.segments) }
        return (drafts, SentTransaction(places, in: office.parsing).answered(acknowledgment.notes))
    }

    private func refuse(
        _ claims: [AcknowledgedClaim], _ acknowledgment: Acknowledgment, _ name: String
    ) throws(StoreFault) -> Outcome {
        var outcome = Outcome(isNew: isDryRun)
        let (drafts, answered) = try traced(acknowledgment, on: claims)
        for (index, claim) in claims.enumerated() {
            let answer = ClaimAnswer(rejected: drafts[index], by: acknowledgment, segments: answered[index] ?? [])
            let isBlameless = answer.isBystander && !answered.isEmpty
            outcome.rejected.append((drafts[index], answer))
            if !isDryRun { try outcome.store(answer, to: claim, drafts[index], isBystander: isBlameless, in: office) }
        }
        let named = answered.count
        let detail =
            (0..<claims.count).contains(named) && named > 0
            ? " Only \(named) of them \(named == 1 ? "has" : "have") errors to fix." : ""
        outcome.message =
            outcome.isNew || !outcome.faults.isEmpty
            ? "\(name) rejected (999): \(claims.subject) rejected.\(detail)"
            : "\(name): this response is already on file; nothing was changed."
        return outcome
    }
}

extension [AcknowledgedClaim] {
    /// `its claim is`, `its 12 claims are`
    fileprivate var subject: String { count == 1 ? "its claim is" : "its \(count) claims are" }
}

extension SentFile {
    /// Whether an answer comes from the file's receiver or goes to its sender: a clearinghouse may answer under another name.
    func mayBeAnswered(by senders: Set<String>, to receivers: Set<String>) -> Bool {
        (senders.isEmpty && receivers.isEmpty) || senders.contains(receiver) || receivers.contains(sender)
    }
}

extension Acknowledgment {
    /// Whether it is about the transaction of a claim; for a whole group, whether it adds anything.
    fileprivate func isAbout(_ claim: AcknowledgedClaim) -> Bool {
        if let transaction { return Acknowledgment.same(transaction, claim.transaction) }
        if code == "P" || isAccepted { return !transactions.contains { Acknowledgment.same($0, claim.transaction) } }
        return !refused.contains { Acknowledgment.same($0, claim.transaction) }
    }
}
