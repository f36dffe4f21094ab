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
    }

    func take(_ acknowledgment: Acknowledgment) throws(StoreFault) -> Outcome {
        let found = try store.sentFiles(ofGroup: Int(acknowledgment.group) ?? 0)
        guard let (id, file) = found.first(where: { acknowledgment.isAbout($0.file) }) else {
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
        var drafts: [ClaimDraft] = []
        for claim in claims { drafts.append(try claim.draft(in: office.parsing)) }
        let places = zip(drafts, claims).map { SentTransaction.Claim($0, at: $1.segments) }
        let answered = SentTransaction(places, in: office.parsing).answered(acknowledgment.notes)
        return drafts.indices.compactMap { index in
            guard let segments = answered[index], !segments.isEmpty else { return nil }
            return "claim \(drafts[index].name) was accepted with errors: "
                + segments.map(\.text).joined(separator: "; ")
                + "."
        }
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
                let isBlameless = answer.isBystander && !answered.isEmpty
                guard try store.noteRefused(claim, with: answer, isBystander: isBlameless) else { continue }
                isNew = true
                try office.recount(claim.id)
            } catch {
                guard error.isOfOneClaim else { throw error }
                outcome.faults.append("claim \(drafts[index].name) is not rejected yet: \(error.description)")
            }
        }
        let named = answered.count
        let detail =
            (0..<claims.count).contains(named) && named > 0
            ? " Only \(named) of them \(named == 1 ? "has" : "have") errors to fix." : ""
        outcome.message =
            isNew || !outcome.faults.isEmpty
            ? "\(name) rejected (999): \(claims.subject) rejected.\(detail)"
            : "\(name): this response is already on file; nothing was changed."
        return outcome
    }
}

extension [AcknowledgedClaim] {
    /// `its claim is`, `its 12 claims are`
    fileprivate var subject: String { count == 1 ? "its claim is" : "its \(count) claims are" }
}

extension Acknowledgment {
    /// Whether its sender or receiver is one of the file's: a clearinghouse may answer under another name.
    fileprivate func isAbout(_ file: SentFile) -> Bool {
        (senders.isEmpty && receivers.isEmpty) || senders.contains(file.receiver) || receivers.contains(file.sender)
    }

    /// Whether it is about the transaction of a claim; for a whole group, whether it adds anything.
    fileprivate func isAbout(_ claim: AcknowledgedClaim) -> Bool {
        if let transaction { return Acknowledgment.same(transaction, claim.transaction) }
        if code == "P" || isAccepted { return !transactions.contains { Acknowledgment.same($0, claim.transaction) } }
        return !refused.contains { Acknowledgment.same($0, claim.transaction) }
    }
}
