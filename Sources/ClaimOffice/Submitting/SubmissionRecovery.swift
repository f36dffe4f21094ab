import ClaimExchange
import ClaimModel
public import ClaimStore
import Foundation

/// Completes or undoes an interrupted submission.
///
/// A file that still has its temporary name was not submitted: it is removed, and its claims are ready as before. The
/// claims of any other file count as submitted.
struct SubmissionRecovery {
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
        return try run()
    }

    /// Call it under the lock of submissions.
    ///
    /// - Returns: what was done, a sentence each.
    func run() throws(StoreFault) -> [String] {
        var done: [String] = []
        for file in try store.unconfirmedFiles() {
            let draft = SubmissionRecovery.draft(of: file.path)
            let isThere = FileManager.default.contents(atPath: file.path).map { Fingerprint.of($0) == file.checksum }
            if isThere != true, FileManager.default.fileExists(atPath: draft) {
                try store.withdraw(file.id)
                unlink(draft)
                done.append(
                    "The submission of \(file.file.name) was interrupted: nothing was submitted, and its claims are still "
                        + "ready.")
            } else if let sentence = try confirm(file, isThere: isThere == true) {
                done.append(sentence)
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
        defer { locks.forEach { $0?.release() } }
        // One of them is open: the next start tries again.
        guard !locks.contains(where: { $0 == nil }) else { return nil }
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
