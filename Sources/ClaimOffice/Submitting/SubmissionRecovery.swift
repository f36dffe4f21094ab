import ClaimExchange
import ClaimModel
public import ClaimStore
import Foundation

/// Finishes or undoes what a submission left that did not come to its end.
///
/// A file that still has the name it was made under was not sent: it is taken away, and its claims are ready as before.
/// One that has left that name was: its claims count as sent.
struct SubmissionRecovery {
    let store: ClaimStore

    /// The name under which a file is made.
    static func draft(of path: String) -> String { "\(path).cleanclaim-part" }

    /// Does so unless somebody submits just now.
    func runIfNobodySubmits() throws(StoreFault) -> [String] {
        let right: ClaimLock
        do throws(StoreFault) {
            right = try store.lockSending()
        } catch {
            guard error == .openElsewhere else { throw error }
            return []
        }
        defer { right.release() }
        return try run()
    }

    /// To be called with the right to submit.
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
                    "The file \(file.file.name) was not finished when the program ended: nothing was sent, and its claims "
                        + "are as they were.")
            } else if let sentence = try confirm(file, isThere: isThere == true) {
                done.append(sentence)
            }
        }
        return done
    }

    private func confirm(_ file: UnconfirmedFile, isThere: Bool) throws(StoreFault) -> String? {
        var locks: [ClaimLock] = []
        defer { locks.forEach { $0.release() } }
        do throws(StoreFault) {
            for id in file.claims { locks.append(try store.lock(id)) }
        } catch {
            // Somebody works on one of them: the next start tries again.
            guard error == .openElsewhere else { throw error }
            return nil
        }
        try store.confirm(file.id)
        let place = isThere ? "" : " It is no longer where it was written; if nobody sent it, send its claims again."
        return
            "The file \(file.file.name), interchange \(file.file.interchange), was written before the program ended: its "
            + "claims are sent.\(place)"
    }
}

extension Office {
    /// Finishes or undoes what a submission left that did not come to its end, unless somebody submits just now.
    ///
    /// - Returns: what was done, a sentence each.
    public func recover() throws(StoreFault) -> [String] { try SubmissionRecovery(store: store).runIfNobodySubmits() }
}
