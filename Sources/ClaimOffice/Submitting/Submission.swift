import ClaimExchange
public import ClaimModel
import ClaimRules
import ClaimStore
import Foundation

/// How to submit claims.
public struct SubmissionOptions: Sendable {
    /// Whether the claims stay ready, to be written again.
    public var keepsStatus: Bool
    /// Whether one claim that cannot be submitted holds back the others.
    public var isAllOrNone: Bool

    public init(keepsStatus: Bool = false, isAllOrNone: Bool = false) {
        self.keepsStatus = keepsStatus
        self.isAllOrNone = isAllOrNone
    }
}

/// The result of a submission.
public struct SubmissionOutcome: Sendable {
    /// `nil` if nothing was written.
    public internal(set) var file: SentFile?
    public let path: String
    public internal(set) var heldBack: [HeldBackClaim] = []
    /// Notices, a sentence each, without identifying data.
    public internal(set) var notices: [String] = []
}

extension Office {
    /// Submits ready claims of the store as one 837P file.
    ///
    /// The file is written under a temporary name, recorded with every claim as submitted, renamed, and then counts as
    /// submitted. If the program is interrupted anywhere, the next run completes or undoes the submission.
    ///
    /// - Parameter ids: of the claims, in the order of the file.
    public func submit(
        _ ids: [String], to path: String, _ options: SubmissionOptions = SubmissionOptions()
    ) throws(OfficeFault) -> SubmissionOutcome {
        guard let parties else {
            throw OfficeFault(
                "No submitter and receiver set up. Set interchange in \(library.folders.settings.path), with sender, "
                    + "receiver, receiver_name and usage.")
        }
        do {
            let lock = try store.lockSending()
            defer { lock.release() }
            var outcome = SubmissionOutcome(path: path)
            let recovered = try SubmissionRecovery(store: store).run()
            outcome.notices = recovered.sentences
            FileLimit.raise()
            makeOutbox(for: path)
            let left = ids.filter { !recovered.submitted.contains($0) }
            var outbox = try Outbox(of: left, in: self, waiting: recovered.waiting)
            defer { outbox.release() }
            try Submission(office: self, parties: parties, options: options).run(&outbox, &outcome)
            let isSubmitted = outcome.file != nil && !options.keepsStatus
            // What is submitted stays submitted, whatever happens to the list.
            do throws(StoreFault) { try outbox.settle(isSubmitted: isSubmitted) } catch {
                outcome.notices.append(
                    "The worklist does not show yet what was found in claims that were held back or went again: "
                        + error.description)
            }
            return outcome
        } catch let fault as StoreFault {
            throw fault == .openElsewhere
                ? OfficeFault("Another window is submitting claims right now.") : OfficeFault(fault)
        } catch let fault as OutputFault {
            throw OfficeFault(fault.message)
        } catch let fault as ProfessionalFile.MissingParties {
            throw OfficeFault(
                fault.missing.map { "Practice setup: \($0) is missing.\n" }.joined() + "Nothing was written.")
        } catch {
            throw OfficeFault("\(error)")
        }
    }

    /// Makes the office's outbox where it is missing; what keeps it from being made is said when the file is written.
    private func makeOutbox(for path: String) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard folder == outboxFolder else { return }
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
}

/// The submission of one file, under the lock of submissions.
private struct Submission {
    let office: Office
    let parties: InterchangeParties
    let options: SubmissionOptions
    private var store: ClaimStore { office.store }

    func run(_ outbox: inout Outbox, _ outcome: inout SubmissionOutcome) throws {
        defer { outcome.heldBack = outbox.heldBack }
        guard !outbox.outgoing.isEmpty, !options.isAllOrNone || outbox.heldBack.isEmpty else { return }
        // Nobody else can take the number: submissions are locked. Recording the file uses it.
        let number = try store.upcomingInterchangeNumber()
        let stamp = Today.stamp(office.library.day, number: number)
        let written = try file(of: outbox, stamp)
        for (index, reasons) in written.obstacles.sorted(by: { $0.key > $1.key }) {
            outbox.hold(index, "cannot be written: " + reasons.map(\.message).joined(separator: " "))
        }
        guard !outbox.outgoing.isEmpty, !options.isAllOrNone || outbox.heldBack.isEmpty else { return }
        let notices = try notices(on: written, of: outbox)
        SubmissionRecovery.sweep(URL(fileURLWithPath: outcome.path).deletingLastPathComponent().path)
        let draft = SubmissionRecovery.draft(of: outcome.path)
        // A file without a record was left by a submission that was interrupted earlier.
        unlink(draft)
        let staged = try StagedFile(written.bytes, for: outcome.path, under: draft)
        let submitted = record(of: outbox, written, stamp, path: outcome.path)
        let isConfirmed = try place(staged, submitted)
        outcome.file = submitted.file
        outcome.notices += notices
        if !isConfirmed {
            outcome.notices.append(
                "The file is written and counts as submitted. The list could not be changed; the next start does it.")
        }
    }

    /// - Returns: whether the claims are marked submitted, too.
    private func place(_ staged: StagedFile, _ submitted: SentRecord) throws -> Bool {
        let id: Int
        do throws(StoreFault) {
            id = try store.record(submitted)
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
        do throws(StoreFault) { try store.confirm(id) } catch { return false }
        return true
    }

    private func file(of outbox: Outbox, _ stamp: InterchangeStamp) throws -> ProfessionalFile {
        try ProfessionalFile(
            of: outbox.outgoing.map(\.claim), from: try office.practice()?.submitter ?? Submitter(), between: parties,
            stamp: stamp, in: office.parsing)
    }
}

extension Submission {
    private func record(
        of outbox: Outbox, _ written: ProfessionalFile, _ stamp: InterchangeStamp, path: String
    ) -> SentRecord {
        let claims = zip(outbox.outgoing, zip(written.places, written.contents)).map { outgoing, place in
            SentRecord.Claim(
                record: outgoing.record, transaction: place.0.transaction, segments: place.0.segments, content: place.1)
        }
        let url = URL(fileURLWithPath: path)
        let file = SentFile(
            interchange: stamp.number, group: stamp.number, sender: parties.sender.identifier,
            receiver: parties.receiver.identifier, receiverName: parties.receiverName, isTest: parties.usage == .test,
            name: url.lastPathComponent, day: office.library.day, time: stamp.time, claims: claims.count,
            total: claims.reduce(0) { $0 + $1.record.draft.totalCharge })
        return SentRecord(
            file: file, counts: !options.keepsStatus, checksum: written.checksum, path: url.path, claims: claims)
    }

    private func notices(on written: ProfessionalFile, of outbox: Outbox) throws(StoreFault) -> [String] {
        var (repeated, replaced): ([(name: String, how: String)], [(name: String, how: String)]) = ([], [])
        let places = Dictionary(grouping: written.transliterations, by: \.claim)
        for (index, outgoing) in outbox.outgoing.enumerated() {
            if let changes = places[index] {
                replaced.append((outgoing.name, changes.map(\.transliteration.element).joined(separator: ", ")))
            }
            if let earlier = try store.earlierFile(saying: written.contents[index], isTest: parties.usage == .test) {
                repeated.append((outgoing.name, "on \(earlier.day), in interchange \(earlier.interchange)"))
            }
        }
        return [
            repeated.sentence(
                one: { "Claim \($0): an identical claim was submitted \($1)." },
                several: { "Identical claims were submitted before: \($0)." }),
            replaced.sentence(
                one: { "Claim \($0): characters outside X12 were replaced in \($1). Ctrl-T shows how." },
                several: { "Characters outside X12 were replaced in \($0). Ctrl-T shows how." }),
        ].compactMap(\.self)
    }
}

extension [(name: String, how: String)] {
    /// One sentence for all of them; `nil` for none.
    fileprivate func sentence(one: (String, String) -> String, several: (String) -> String) -> String? {
        guard count > 1 else { return first.map(one) }
        let more = count > 5 ? [counted(count - 5, "more claim", "more claims")] : []
        return several((prefix(5).map(\.name) + more).joined(separator: ", "))
    }
}

extension SentFile {
    /// `2 claims, $510.00, interchange 17`
    public var summary: String {
        "\(counted(claims, "claim")), \(Money(cents: total).currency), interchange \(interchange)"
    }
}
