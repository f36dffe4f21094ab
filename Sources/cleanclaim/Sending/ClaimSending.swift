import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import Foundation

/// Sends ready claims of the store as one 837P file.
///
/// The file is written whole under another name, then recorded with every claim as it goes out, then gets its name, then
/// counts as sent. Wherever the program dies, the next one knows what was done and finishes or undoes it.
struct ClaimSending {
    let store: ClaimStore
    let around: Surroundings
    let parties: InterchangeParties
    /// Whether the claims stay as ready, to be written again.
    var keepsStatus = false
    /// Whether one claim that cannot leave holds the others.
    var isAllOrNone = false

    /// What came of it.
    struct Outcome {
        /// `nil` where nothing was written.
        var file: SentFile?
        var path = ""
        var heldBack: [Outbox.HeldBack] = []
        /// What else is to be known, a sentence each, without identities.
        var notices: [String] = []
    }

    /// - Parameter ids: of claims, in the order of the file.
    func send(_ ids: [String], to path: String) throws -> Outcome {
        do {
            let right = try store.lockSending()
            defer { right.release() }
            var outcome = Outcome(path: path)
            outcome.notices = try SendingRecovery(store: store).run()
            FileLimit.raise()
            var outbox = Outbox(of: ids, in: store, around)
            defer { outbox.release() }
            try send(&outbox, &outcome)
            return outcome
        } catch let fault as StoreFault {
            throw Refusal(fault == .openElsewhere ? "Another window is sending claims just now." : fault.description)
        } catch let fault as OutputFault {
            throw Refusal(fault.words)
        }
    }

    private func send(_ outbox: inout Outbox, _ outcome: inout Outcome) throws {
        defer { outcome.heldBack = outbox.heldBack }
        guard !outbox.outgoing.isEmpty, !isAllOrNone || outbox.heldBack.isEmpty else { return }
        // Nobody else takes it meanwhile: the right to send is held. Recording the file uses it up.
        let number = try store.upcomingInterchangeNumber()
        guard let written = try file(of: &outbox, number: number) else { return }
        let notices = try notices(on: written, of: outbox)
        let draft = SendingRecovery.draft(of: outcome.path)
        // What no record speaks of any more was left by a sending that had not got as far.
        unlink(draft)
        let staged = try StagedFile(written.bytes, for: outcome.path, under: draft)
        let sent = record(of: outbox, written, number: number, path: outcome.path)
        try place(staged, sent)
        outcome.file = sent.file
        outcome.notices += notices
    }

    private func place(_ staged: StagedFile, _ sent: SentRecord) throws {
        let id: Int
        do throws(StoreFault) {
            id = try store.record(sent)
        } catch {
            staged.discard()
            throw error
        }
        do throws(OutputFault) {
            try staged.place()
        } catch {
            try store.withdraw(id)
            throw error
        }
        try store.confirm(id)
    }

    /// The file of everything that can be written; what cannot is held back.
    private func file(of outbox: inout Outbox, number: Int) throws -> ProfessionalFile? {
        let practice = try store.practice(in: around.parsing)
        while !outbox.outgoing.isEmpty {
            do throws(ProfessionalFile.Refusal) {
                return try ProfessionalFile(
                    of: outbox.outgoing.map(\.claim), from: practice?.submitter ?? Submitter(), between: parties,
                    stamp: Today.stamp(around.today, number: number), in: around.parsing)
            } catch {
                guard error.parties.isEmpty else {
                    throw Refusal(error.parties.map { "Practice set-up: \($0) is missing.\n" }.joined() + nothing)
                }
                for (index, obstacles) in error.obstacles.sorted(by: { $0.key > $1.key }) {
                    outbox.hold(index, "cannot be written: " + obstacles.map(\.message).joined(separator: " "))
                }
                if isAllOrNone { return nil }
            }
        }
        return nil
    }

    private let nothing = "Nothing was written."
}

extension ClaimSending {
    private func record(
        of outbox: Outbox, _ written: ProfessionalFile, number: Int, path: String
    ) -> SentRecord {
        let claims = zip(outbox.outgoing, zip(written.places, written.contents)).map { outgoing, place in
            SentRecord.Claim(
                record: outgoing.record, transaction: place.0.transaction, segments: place.0.segments, content: place.1)
        }
        let url = URL(fileURLWithPath: path)
        let file = SentFile(
            interchange: number, group: number, sender: parties.sender.identifier,
            receiver: parties.receiver.identifier, receiverName: parties.receiverName, isTest: parties.usage == .test,
            name: url.lastPathComponent, day: around.today, claims: claims.count,
            total: claims.reduce(0) { $0 + $1.record.draft.totalCharge })
        return SentRecord(
            file: file, counts: !keepsStatus, checksum: written.checksum, path: url.path, claims: claims)
    }

    private func notices(on written: ProfessionalFile, of outbox: Outbox) throws(StoreFault) -> [String] {
        var notices: [String] = []
        let places = Dictionary(grouping: written.transliterations, by: \.claim)
        for (index, outgoing) in outbox.outgoing.enumerated() {
            if let changes = places[index] {
                let elements = changes.map(\.transliteration.element).joined(separator: ", ")
                notices.append(
                    "Claim \(outgoing.name): letters that X12 does not know were replaced in \(elements); Ctrl-T shows how."
                )
            }
            let earlier = try store.earlierFile(saying: written.contents[index], isTest: parties.usage == .test)
            if let earlier {
                notices.append(
                    "Claim \(outgoing.name): the very same was sent on \(earlier.day) already, in interchange "
                        + "\(earlier.interchange).")
            }
        }
        return notices
    }
}
