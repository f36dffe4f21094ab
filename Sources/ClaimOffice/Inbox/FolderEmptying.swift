import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import Glibc

extension Office {
    /// Deletes what the archive and the outbox have had for the days that the office has set: files that were taken from the
    /// inbox and have no unmatched response, and submitted files whose every claim has its final answer. What the program does
    /// not know stays.
    ///
    /// - Returns: what was deleted, a sentence each.
    public func emptyFolders() throws(OfficeFault) -> [String] {
        guard !store.isReadOnly else { return [] }
        var done: [String] = []
        do throws(StoreFault) {
            if let days = exchange.archiveDays, let sentence = try emptyArchive(after: days) { done.append(sentence) }
            if let days = exchange.outboxDays, let folder = outboxFolder,
                let sentence = try emptyOutbox(folder, after: days)
            {
                done.append(sentence)
            }
            for sentence in done { try store.note(.filesRemoved, saying: sentence) }
        } catch {
            throw OfficeFault(error)
        }
        return done
    }

    private func emptyArchive(after days: Int) throws(StoreFault) -> String? {
        let unmatched = try store.unmatchedAnswers().map(\.answer)
        return try empty(archiveFolder, named: "Archive", after: days) { file throws(StoreFault) in
            guard let mark = Examination(file, store.keyring).mark,
                let taken = try store.takenFile(withChecksum: mark.checksum),
                library.day - Today.day(of: taken.takenAt) >= days
            else { return false }
            return unmatched.isEmpty || !file.hasAny(of: unmatched, store.keyring)
        }
    }

    private func emptyOutbox(_ folder: String, after days: Int) throws(StoreFault) -> String? {
        let answered = Dictionary(
            grouping: try store.answeredFiles(before: library.day.number - days + 1), by: \.name)
        return try empty(folder, named: "Outbox", after: days) { file throws(StoreFault) in
            guard let known = answered[file.name] else { return false }
            let checksum = Examination(file, store.keyring).mark?.checksum
            return known.contains { $0.checksum == checksum }
        }
    }

    private func empty(
        _ folder: String, named name: String, after days: Int, where isDone: (IncomingFile) throws(StoreFault) -> Bool
    ) throws(StoreFault) -> String? {
        var count = 0
        for entry in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            guard let file = try? IncomingFile("\(folder)/\(entry)"), try isDone(file), !file.isReplaced,
                unlink(file.path) == 0
            else { continue }
            count += 1
        }
        return count > 0 ? "\(name): \(counted(count, "file")) older than \(counted(days, "day")) deleted." : nil
    }
}

extension IncomingFile {
    /// Whether one of these responses is in it, or it cannot be read.
    fileprivate func hasAny(of unmatched: [ClaimAnswer], _ keyring: Keyring?) -> Bool {
        guard let chunks = try? chunks(sealedBy: keyring), let file = try? AnswerFile(chunks: chunks.next) else {
            return true
        }
        return file.answers.contains { answer in
            guard case .claim(let claim) = answer else { return false }
            return unmatched.contains { $0.account == claim.account && $0.charge == claim.charge }
        }
    }
}
