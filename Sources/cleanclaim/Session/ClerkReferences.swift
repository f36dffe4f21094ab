import ClaimModel
import ClaimOffice
import ClaimStore
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
    /// Fills the reference files of a store that was used before there were any; once, and off the loop.
    func fillReferenceFiles() {
        let (office, references) = (self.office, references)
        guard !office.store.isReadOnly, (try? office.store.hasReferenceFiles()) == false else { return }
        writer.start {
            do throws(StoreFault) {
                guard let message = try office.fillReferenceFiles() else { return [] }
                return [.actions([.directoryChanged(try references.changes(in: office)), .said(message)])]
            } catch {
                return [.actions([.said(error.description)])]
            }
        }
    }

    /// Makes a change of the reference files; where somebody else was faster, the files are read again.
    func change(_ change: ReferenceChange) -> [Action] {
        ask { office throws(StoreFault) in
            do throws(StoreFault) {
                try office.store.change(change)
            } catch {
                guard error == .conflict else { throw error }
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
