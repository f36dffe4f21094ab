import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import Foundation

/// Takes the claims of an 837P file into the store one by one, each as a new draft.
struct ProfessionalImport {
    private let around: Surroundings

    init(_ around: Surroundings) { self.around = around }

    private struct Count {
        var taken = 0
        var left = 0
        var faults = 0
        /// Taken, although the store has a claim of that account number.
        var known = 0
    }

    /// - Returns: whether everything in the file was taken and nothing was wrong with it.
    func take(_ chunks: FileChunks, named name: String) throws(InputFault) -> Bool {
        var count = Count()
        do {
            let store = try ClaimStore(folder: around.folders.data)
            let accounts = Set(try store.claims().map(\.account))
            var reader = ProfessionalReader(chunks: chunks.next)
            while let item = try reader.next() {
                switch item {
                case .fault(let fault): say(fault, name, &count)
                case .claim(let claim): try take(claim, name, into: store, accounts, &count)
                }
            }
        } catch let fault as InputFault {
            report(count, name)
            throw fault
        } catch {
            report(count, name)
            throw InputFault(words: "was not taken any further: \((error as? StoreFault)?.description ?? "\(error)")")
        }
        report(count, name)
        return count.left == 0 && count.faults == 0
    }

    private func say(_ fault: X12Fault, _ name: String, _ count: inout Count) {
        count.faults += 1
        Console.say("\(name): \(fault).")
    }

    private func take(
        _ claim: ProfessionalClaim, _ name: String, into store: ClaimStore, _ accounts: Set<String>,
        _ count: inout Count
    ) throws(StoreFault) {
        for fault in claim.faults { say(fault, name, &count) }
        guard claim.isWhole else { return count.left += 1 }
        let draft = claim.draft(id: UUID().uuidString.lowercased(), in: around.parsing)
        if accounts.contains(draft.identity.account.text) { count.known += 1 }
        try store.save(around.record(of: draft))
        count.taken += 1
    }

    private func report(_ count: Count, _ name: String) {
        var words = "\(name): \(counted(count.taken)) taken as \(count.taken == 1 ? "a draft" : "drafts")"
        if count.left > 0 { words += ", \(counted(count.left)) left out" }
        if count.faults > 0 { words += ", \(count.faults) fault\(count.faults == 1 ? "" : "s") said above" }
        Console.say(words + ".")
        if count.known > 0 {
            Console.say(
                "Of \(counted(count.known)) the account number was in the store already: see that none is there twice.")
        }
    }

    private func counted(_ count: Int) -> String { count == 1 ? "1 claim" : "\(count) claims" }
}

extension Surroundings {
    /// A draft that comes from outside, with what the rules say of it.
    func record(of draft: ClaimDraft) -> ClaimRecord {
        let findings = findings(on: draft, in: context(for: draft))
        return ClaimRecord(
            draft, status: Verdict(of: findings, on: draft).status, tally: Tally(findings, on: draft))
    }
}
