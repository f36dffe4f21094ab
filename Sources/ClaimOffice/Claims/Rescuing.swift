public import ClaimModel
import ClaimRules
public import ClaimStore
import Foundation

extension Office {
    /// Takes in what could not be saved when a window ended.
    ///
    /// - Returns: what became of it, a sentence each.
    public func takeRescued() throws(StoreFault) -> [String] {
        guard !store.isReadOnly else { return [] }
        let found = store.rescueFiles(in: parsing)
        var (taken, copies, kept): (Int, [String], [String]) = (0, [], [])
        for file in found.readable {
            do throws(StoreFault) {
                if let account = try take(file) { copies.append(account) } else { taken += 1 }
                store.discard(file)
            } catch {
                // The next start takes it. What is open in another window is nothing to worry about.
                if error != .openElsewhere { kept.append(error.description) }
            }
        }
        var sentences: [String] = []
        if taken > 0 {
            sentences.append("Recovered from the last session: \(counted(taken, "entry", "entries")).")
        }
        for account in copies {
            sentences.append("A claim was changed in another window; your version is the new claim \(account).")
        }
        for (reason, files) in Dictionary(grouping: kept, by: \.self).sorted(by: { $0.key < $1.key }) {
            sentences.append(
                "\(counted(files.count, "entry", "entries")) of the last session could not be saved yet, and "
                    + "\(files.count == 1 ? "waits" : "wait") for the next start: \(reason)")
        }
        return sentences + found.unreadable.map { "A rescue file cannot be read: \($0)." }
    }

    /// - Returns: the account number of the new claim, where the claim was changed since.
    private func take(_ file: RescueFile) throws(StoreFault) -> String? {
        guard let status = file.status else {
            try store.savePractice(file.draft)
            return nil
        }
        let lock = try store.lock(file.draft.id)
        defer { lock.release() }
        var record = ClaimRecord(file.draft, status: status)
        do throws(StoreFault) {
            record = try store.claim(file.draft.id, in: parsing)
        } catch {
            guard error == .missing else { throw error }
            _ = try save(file.draft, as: status, over: record)
            return nil
        }
        if record.draft == file.draft { return nil }
        guard record.revision == file.revision, !record.isDeleted else { return try addCopy(of: file.draft) }
        _ = try save(file.draft, as: status, over: record)
        return nil
    }

    /// Saves a draft as a new claim.
    ///
    /// - Returns: its account number.
    private func addCopy(of draft: ClaimDraft) throws(StoreFault) -> String {
        let copy = try beginCopy(of: draft)
        defer { copy.lock.release() }
        let saved = try save(copy.record.draft, as: .draft, over: copy.record)
        return saved.draft.identity.account.text
    }

    /// Begins a new claim with everything that is keyed on another one.
    public func beginCopy(of draft: ClaimDraft) throws(StoreFault) -> OpenClaim {
        try begin { id, account, _ in
            var copy = draft.renamed(id)
            copy.type(account, at: Place(.account), in: parsing)
            return copy
        }
    }
}
