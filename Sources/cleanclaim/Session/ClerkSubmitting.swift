import ClaimExchange
import ClaimModel
import ClaimOffice
import ClaimStore
import Foundation
import Workstation

extension Clerk {
    /// What may be submitted, or why nothing may.
    func submissionOffer() throws(StoreFault) -> [Action] {
        guard !submitting.isBusy else { return [.said("A file is being sent already; its end is told.")] }
        guard let parties = office.parties else {
            return [.said("config.yaml does not say between whom claims go: set interchange (see Claim files).")]
        }
        let claims = try office.readyClaims().count
        guard claims > 0 else {
            // Another window may have submitted those that are still listed here as ready.
            return [.listed(try rows()), .said("No claim is ready. Mark claims ready on their Review screen first.")]
        }
        let number = try office.store.upcomingInterchangeNumber()
        let offer = SendingOffer(
            claims: claims, receiver: parties.receiverName, isTest: parties.usage == .test,
            file: "claims-\(today.iso)-\(number).837")
        return [.sendingOffered(offer)]
    }

    /// Submits every ready claim, off the loop.
    func submit(to file: String) throws(StoreFault) -> [Action] {
        let office = self.office
        let ids = try office.readyClaims()
        let path = URL(fileURLWithPath: NSString(string: file).expandingTildeInPath).path
        guard !submitting.isRunning else { return [.said("A file is being sent already; its end is told.")] }
        submitting.start {
            do throws(OfficeFault) {
                return try office.submit(ids, to: path).message
            } catch {
                return error.message.replacing("\n", with: " ")
            }
        }
        return []
    }

    /// The files that were sent, or the claims of one.
    func listed(batch id: Int? = nil) throws(StoreFault) -> [Action] {
        let batches = try office.store.sentBatches()
        guard let id else { return [.batches(batches)] }
        guard let batch = batches.first(where: { $0.id == id }) else { return [] }
        return [.batch(batch, try office.store.sentClaims(ofBatch: id))]
    }

    /// What has come to its end off the loop since it was asked last.
    func finishedWork() -> [Action] {
        var actions: [Action] = printing.takeMessages().map { .said($0) }
        let sent = submitting.takeMessages()
        if !sent.isEmpty {
            if let rows = try? rows() { actions.append(.listed(rows)) }
            if let batches = try? office.store.sentBatches() { actions.append(.batches(batches)) }
            actions += sent.map { .said($0) }
        }
        return actions
    }

    /// Whether something is still to come off the loop.
    var isBusy: Bool { printing.isBusy || submitting.isBusy }
}

extension SubmissionOutcome {
    /// All of it in a few lines: the claims that were held back are flagged on the worklist.
    fileprivate var message: String {
        let held = heldBack.prefix(2).map(\.sentence).joined(separator: " ")
        let more = heldBack.count > 2 ? " \(heldBack.count - 2) more were held back." : ""
        let rest = held + more
        guard let file else { return "Nothing was sent. \(rest)" }
        let notice = notices.first.map { " \($0)" } ?? ""
        return "Sent: \(file.summary), in \(path). \(rest)\(notice)"
    }
}
