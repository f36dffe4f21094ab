import ClaimExchange
import ClaimModel
public import ClaimStore
import Foundation

/// Completes or undoes an interrupted submission.
///
/// A file that still has its temporary name was not submitted: it is removed, and its claims are ready as before. The
/// claims of any other file count as submitted.
struct SubmissionRecovery {
    /// What was done, and what is left.
    struct Outcome {
        /// A sentence each.
        var sentences: [String] = []
        /// The ids of the claims that are submitted now.
        var submitted: Set<String> = []
        /// The claims of files that wait until none of their claims is open: the file's name by the claim's id.
        var waiting: [String: String] = [:]
    }

    let store: ClaimStore

    /// The temporary name of a file.
    static func draft(of path: String) -> String { path + ending }

    private static let ending = ".cleanclaim-part"

    /// Does so unless a submission is running.
    func runIfNobodySubmits() throws(StoreFault) -> [String] {
        let lock: ClaimLock
        do throws(StoreFault) {
            lock = try store.lockSending()
        } catch {
            guard error == .openElsewhere else { throw error }
            return []
        }
        defer { lock.release() }
        return try run().sentences
    }

    /// Call it under the lock of submissions.
    func run() throws(StoreFault) -> Outcome {
        var done = Outcome()
        for file in try store.unconfirmedFiles() {
            let draft = SubmissionRecovery.draft(of: file.path)
            let isThere = FileManager.default.contents(atPath: file.path).map { Fingerprint.of($0) == file.checksum }
            if isThere != true, FileManager.default.fileExists(atPath: draft) {
                try store.withdraw(file.id)
                unlink(draft)
                done.sentences.append(
                    "The submission of \(file.file.name) was interrupted: nothing was submitted, and its claims are still "
                        + "ready.")
            } else if let sentence = try confirm(file, isThere: isThere == true) {
                done.sentences.append(sentence)
                done.submitted.formUnion(file.claims)
            } else {
                for id in file.claims { done.waiting[id] = file.file.name }
            }
        }
        SubmissionRecovery.sweep(FileManager.default.currentDirectoryPath)
        return done
    }

    /// Removes from a folder what submissions left that were killed before they were recorded: their claims are ready as
    /// before.
    static func sweep(_ folder: String) { FolderContents.sweep(folder) { $0.hasSuffix(ending) } }

    private func confirm(_ file: UnconfirmedFile, isThere: Bool) throws(StoreFault) -> String? {
        let locks = try store.lock(file.claims)
        defer { for lock in locks { try? lock.get().release() } }
        for lock in locks {
            do throws(StoreFault) { _ = try lock.get() } catch {
                // One of them is open: the next start tries again.
                guard error == .openElsewhere else { throw error }
                return nil
            }
        }
        try store.confirm(file.id)
        let place = isThere ? "" : " It is no longer in its folder; if nobody uploaded it, resubmit its claims."
        return
            "The file \(file.file.name), interchange \(file.file.interchange), was written before the program ended. Its "
            + "claims are submitted.\(place)"
    }
}

extension Office {
    /// Completes or undoes an interrupted submission, unless one is running, and removes what killed copies of the program
    /// have left.
    ///
    /// - Returns: what was done, a sentence each.
    public func recover() throws(StoreFault) -> [String] {
        guard !store.isReadOnly else { return [] }
        store.sweep()
        return try SubmissionRecovery(store: store).runIfNobodySubmits()
    }
}
