import ClaimExchange
import ClaimModel
import ClaimOffice
import ClaimStore
import Foundation
import Workstation

extension Clerk {
    /// What can be submitted, or why nothing can.
    ///
    /// - Parameter claims: how many are ready.
    func submissionOffer(of claims: Int) throws(StoreFault) -> [Action] {
        guard !submitting.isBusy else { return [Clerk.isSubmitting] }
        guard let parties = office.parties else {
            return [
                .said(
                    "No submitter and receiver set up. Ctrl-O 9, then PgDn: Clearinghouse.")
            ]
        }
        guard claims > 0 else {
            // Another window may have submitted claims that are still listed here as ready.
            return try listed() + [.said("No claim is ready. Mark claims ready first: F12 on the claim.")]
        }
        let number = try office.store.upcomingInterchangeNumber()
        let offer = SendingOffer(
            claims: claims, receiver: parties.receiverName, isTest: parties.usage == .test,
            file: (office.exchange.outbox.map { $0 + "/" } ?? "") + "claims-\(today.iso)-\(number).837")
        return [.sendingOffered(offer)]
    }

    /// Submits every ready claim, off the loop.
    func submit(to file: String) throws(StoreFault) -> [Action] {
        guard !submitting.isRunning else { return [Clerk.isSubmitting] }
        let office = self.office
        let typed = office.library.folders.path(file)
        let place = office.outboxFolder.map { URL(fileURLWithPath: $0, isDirectory: true) }
        let path = URL(fileURLWithPath: typed, relativeTo: typed.hasPrefix("/") ? nil : place).path
        submitting.start {
            do {
                return try office.submit(try office.readyClaims(), to: path).message
            } catch {
                return ((error as? OfficeFault)?.message ?? "\(error)").replacing("\n", with: " ")
            }
        }
        return []
    }

    private static let isSubmitting = Action.said("A submission is already running. You will be told when it is done.")

    /// The submitted files, or the claims of one.
    func listed(file id: Int? = nil) throws(StoreFault) -> [Action] {
        let files = try office.store.sentBatches()
        guard let id else { return [.batches(files)] }
        guard let file = files.first(where: { $0.id == id }) else { return [] }
        return [.batch(file, try office.store.sentClaims(ofBatch: id))]
    }

    /// The results of background work since the last call.
    func finishedWork() -> [Action] {
        let printed = printing.takeOutcomes()
        // A statement moves its claim to another queue.
        var actions: [Action] = printed.isEmpty ? [] : [.storeChanged]
        actions += (printed + [backingUp, checking].flatMap { $0.takeOutcomes() }).map { .said($0) }
        actions += filed()
        if let list = listing.takeOutcomes().last { actions.append(.printers(found(list))) }
        actions += readWorklist() + gathering.takeOutcomes().flatMap(\.self)
        let submitted = submitting.takeOutcomes()
        if !submitted.isEmpty {
            if let rows = try? listed() { actions += rows }
            if let files = try? office.store.sentBatches() { actions.append(.batches(files)) }
            actions += submitted.map { .said($0) }
        }
        return actions
    }

    /// Whether background work is running or has a result to fetch.
    var isBusy: Bool { printing.isBusy || listing.isBusy || submitting.isBusy || inboxDesk.taking.isBusy }
}

extension SubmissionOutcome {
    /// The outcome in a few lines; claims that were held back are flagged on the worklist.
    fileprivate var message: String {
        let held = heldBack.prefix(2).map(\.sentence).joined(separator: " ")
        let more = heldBack.count > 2 ? " \(heldBack.count - 2) more claims were held back." : ""
        let rest = held + more
        guard let file else { return "Nothing was submitted. \(rest)" }
        return (["Submitted: \(file.summary), in \(path)."] + [rest].filter { !$0.isEmpty } + notices)
            .joined(separator: " ")
    }
}
