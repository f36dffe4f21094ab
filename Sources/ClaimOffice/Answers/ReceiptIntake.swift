import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore

/// Takes in a TA1: how the receiver took an interchange that was submitted from here.
struct ReceiptIntake {
    let office: Office
    /// Whether nothing is changed.
    let isDryRun: Bool

    func take(_ receipt: InterchangeReceipt) throws(StoreFault) -> AcknowledgmentIntake.Outcome {
        let number = receipt.interchange.map(String.init) ?? "(nothing)"
        let found = try office.store.sentFiles(ofInterchange: receipt.interchange ?? 0)
        guard let (id, file) = found.first(where: { receipt.isAbout($0.file) }) else {
            let why =
                found.isEmpty
                ? "no interchange \(number) was submitted from here"
                : "interchange \(number) submitted from here has another date, time or party"
            return AcknowledgmentIntake.Outcome(
                isMatched: false, message: "\(why): \(receipt.text) changes nothing.")
        }
        let name = "interchange \(file.interchange) (\(file.name))"
        guard receipt.isRejected else {
            return AcknowledgmentIntake.Outcome(
                message: "\(name) \(receipt.text): its claims wait for the 999 and the payer's response.")
        }
        var outcome = AcknowledgmentIntake.Outcome(isNew: isDryRun)
        for claim in try office.store.acknowledgedClaims(ofFile: id) {
            let draft = try claim.draft(in: office.parsing)
            let answer = receipt.answer(to: draft)
            outcome.rejected.append((draft, answer))
            if !isDryRun { try outcome.store(answer, to: claim, draft, isBystander: true, in: office) }
        }
        outcome.message =
            outcome.isNew || !outcome.faults.isEmpty
            ? "\(name) \(receipt.text): none of its claims was read. Correct the envelope, then submit them again."
            : "\(name): this response is already on file; nothing was changed."
        return outcome
    }
}

extension InterchangeReceipt {
    /// Whether it names the file's date and time and one of its parties.
    fileprivate func isAbout(_ file: SentFile) -> Bool {
        day == file.day && (file.time.isEmpty || time.isEmpty || file.time == time.prefix(4))
            && file.mayBeAnswered(by: senders, to: receivers)
    }
}
