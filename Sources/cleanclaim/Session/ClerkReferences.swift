import ClaimModel
import ClaimOffice
import ClaimStore
import Foundation
import Synchronization
import Workstation

/// Which entries of the reference files the workstation has: the others are read when they are needed.
final class ReferenceWatch: Sendable {
    /// The store's time of the last reading.
    private let stamp = Mutex<Int64>(0)

    /// The entries that were put there or changed since the last call, by whomever; at first all of them.
    func changes(in office: Office) throws(StoreFault) -> [ReferenceEntry] {
        var since = stamp.withLock { $0 }
        let entries = try office.store.references(since: &since)
        stamp.withLock { [since] stamp in stamp = since }
        return entries
    }
}

extension Clerk {
    /// Reads the reference files once the first frame is there, off the loop; those of a store that was used before there
    /// were any are filled first, once.
    func readReferenceFiles() {
        let (office, references, reading, writer) = (self.office, references, reading, self.writer)
        gathering.start {
            reading.finish()
            try? office.fillFaces()
            return nil
        }
        gathering.start {
            // A long worklist goes first, and what is keyed meanwhile is saved meanwhile.
            reading.finish()
            defer { writer.wakeUp.signal() }
            do throws(StoreFault) {
                let isUnfilled = !office.store.isReadOnly && (try? office.store.hasReferenceFiles()) == false
                let message = isUnfilled ? try office.fillReferenceFiles() : nil
                let directory = Directory(try references.changes(in: office))
                return [.directoryRead(directory)] + (message.map { [.said($0)] } ?? [])
            } catch {
                return [.said(error.deskMessage)]
            }
        }
    }

    /// Makes a change of the reference files; where somebody else was faster, over what they have saved, or, where the two
    /// do not go together, the files are read again.
    func change(_ change: ReferenceChange) -> [Action] {
        ask { office throws(StoreFault) in
            do throws(StoreFault) {
                try office.store.change(change)
            } catch {
                guard error == .conflict else { throw error }
                if let merged = try office.merge(change) {
                    return { _ in [.directoryChanged(merged.entries), .said(merged.message)] }
                }
                let entries = try office.directory()
                return { _ in
                    [
                        .directory(entries),
                        .said("Not saved: this entry was changed elsewhere. It is shown as it is now."),
                    ]
                }
            }
            return { _ in [.referencesChanged(change)] }
        }
    }
}

extension RebasedChange {
    fileprivate var message: String {
        let names = overwritten.map { $0.label }.joined(separator: ", ")
        return overwritten.isEmpty
            ? "Saved, together with what another desk has changed in this entry."
            : "Saved over what another desk has entered for \(names)."
    }
}

/// A payer's eligibility answer.
extension Clerk {
    /// Reads it and says what it would change; nothing is changed yet.
    func readEligibility(_ file: String) -> [Action] {
        let path = office.library.folders.path(file)
        return ask { office throws(StoreFault) in
            do throws(OfficeFault) {
                let outcome = try office.eligibility(inFile: path)
                guard !outcome.isRefused else {
                    let message = outcome.messages.joined(separator: " ")
                    return { _ in [.said(message)] }
                }
                let offer = EligibilityOffer(messages: outcome.messages, change: outcome.change)
                return { _ in [.eligibilityRead(offer)] }
            } catch {
                let message = error.message
                return { _ in [.said(message)] }
            }
        }
    }
}
