import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import Workstation

extension Clerk {
    /// What may be sent, or why nothing may.
    func sendingOffer() throws(StoreFault) -> [Action] {
        guard !sending.isBusy else { return [.said("A file is being sent already; its end is told.")] }
        guard let interchange else {
            return [.said("config.yaml does not say between whom claims go: set interchange (see Claim files).")]
        }
        let claims = try store.readyClaims().count
        guard claims > 0 else {
            // Another window may have sent those that still stand here as ready.
            return [.listed(try rows()), .said("No claim is ready. Mark claims ready on their Review screen first.")]
        }
        let number = try store.upcomingInterchangeNumber()
        let offer = SendingOffer(
            claims: claims, receiver: interchange.receiverName, isTest: interchange.usage == .test,
            file: "claims-\(today.iso)-\(number).837")
        return [.sendingOffered(offer)]
    }

    /// Sends every ready claim, off the loop.
    func send(to file: String) throws(StoreFault) -> [Action] {
        guard let interchange else { return [] }
        let ids = try store.readyClaims()
        let job = ClaimSending(store: store, around: around.on(today), parties: interchange)
        let path = URL(fileURLWithPath: NSString(string: file).expandingTildeInPath).path
        guard !sending.isRunning else { return [.said("A file is being sent already; its end is told.")] }
        sending.start {
            do {
                return try job.send(ids, to: path).words
            } catch {
                return (error as? Refusal)?.words?.replacing("\n", with: " ") ?? "Nothing was sent."
            }
        }
        return []
    }

    /// The files that were sent, or the claims of one.
    func listed(batch id: Int? = nil) throws(StoreFault) -> [Action] {
        let batches = try store.sentBatches()
        guard let id else { return [.batches(batches)] }
        guard let batch = batches.first(where: { $0.id == id }) else { return [] }
        return [.batch(batch, try store.sentClaims(ofBatch: id))]
    }

    /// What has come to its end off the loop since it was asked last.
    func finishedWork() -> [Action] {
        var actions: [Action] = printing.takeWords().map { .said($0) }
        let sent = sending.takeWords()
        if !sent.isEmpty {
            if let rows = try? rows() { actions.append(.listed(rows)) }
            if let batches = try? store.sentBatches() { actions.append(.batches(batches)) }
            actions += sent.map { .said($0) }
        }
        return actions
    }

    /// Whether something is still to come off the loop.
    var isBusy: Bool { printing.isBusy || sending.isBusy }
}

extension ClaimSending.Outcome {
    /// All of it in a few lines: the claims that were held back stand flagged on the worklist.
    var words: String {
        let held = heldBack.prefix(2).map(\.sentence).joined(separator: " ")
        let more = heldBack.count > 2 ? " \(heldBack.count - 2) more were held back." : ""
        let rest = held + more
        guard let file else { return "Nothing was sent. \(rest)" }
        let notice = notices.first.map { " \($0)" } ?? ""
        return "Sent: \(file.words), in \(path). \(rest)\(notice)"
    }
}
