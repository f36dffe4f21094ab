import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import Foundation

/// Takes claims that come from outside into the store, each as a new draft; one that is there already is left out and
/// told.
struct ClaimIntake {
    /// What the person has asked for.
    struct Wish {
        /// Shows what would be taken, and takes nothing.
        var isDryRun = false
        /// Takes what the store has already once more.
        var takesAgain = false
    }

    /// A claim as it came, with where it stands in its file.
    struct Arrival {
        let draft: ClaimDraft
        let title: String
        var origins: [Place: String]?
    }

    private let around: Surroundings
    private let wish: Wish
    private let store: ClaimStore
    /// The claims that the store had before, by account number, patient and first day.
    private let before: [Key: [String]]
    private let accounts: Set<String>
    private var arrived: Set<Key> = []
    private(set) var taken = 0
    /// The account numbers of those that were left out.
    private var known: [String] = []
    /// The account numbers that another claim of the store has as well.
    private var shared: [String] = []
    private(set) var repeated = 0

    private struct Key: Hashable {
        let account: String
        let patient: String
        let day: Day?
    }

    init(_ around: Surroundings, _ wish: Wish) throws(StoreFault) {
        self.around = around
        self.wish = wish
        store = try ClaimStore(folder: around.folders.data)
        let claims = try store.claims()
        before = Dictionary(grouping: claims) {
            Key(account: $0.account, patient: $0.patient.lowercased(), day: $0.day)
        }
        .mapValues { $0.map(\.id) }
        accounts = Set(claims.map(\.account))
    }

    mutating func take(_ arrival: Arrival) throws(StoreFault) {
        let draft = arrival.draft.renamed(UUID().uuidString.lowercased())
        let keys = ClaimKeys(of: draft)
        let key = Key(account: keys.account, patient: keys.patient.lowercased(), day: keys.day)
        let twin = wish.takesAgain ? nil : try twin(of: draft, key)
        if twin == nil {
            taken += 1
            if !arrived.insert(key).inserted { repeated += 1 }
            if !keys.account.isEmpty, accounts.contains(keys.account) { shared.append(keys.account) }
        } else {
            known.append(keys.account)
        }
        if wish.isDryRun {
            let note = twin == nil ? "a new draft" : "left out, since the store has it already"
            let findings = around.findings(on: draft, in: around.context(for: draft))
            Console.write(
                ArrivalPreview("\(arrival.title): \(note)", draft, findings: findings, origins: arrival.origins)
                    .text(Console.lettering))
        } else if twin == nil {
            try store.save(around.record(of: draft))
        }
    }

    /// The claim of the store that bills the same: its frequency and the days, codes and charges of its lines are those
    /// of the draft.
    private func twin(of draft: ClaimDraft, _ key: Key) throws(StoreFault) -> String? {
        for id in before[key] ?? [] where try store.claim(id, in: around.parsing).draft.bill == draft.bill { return id }
        return nil
    }

    /// What became of the claims, a sentence each; account numbers name them.
    func say(_ name: String) {
        let verb = wish.isDryRun ? "would be taken" : "taken"
        var sentences = ["\(name): \(counted(taken, "claim")) \(verb) as \(taken == 1 ? "a draft" : "drafts")."]
        if !known.isEmpty {
            sentences.append(
                "Left out, since the store has \(known.count == 1 ? "it" : "them") already: \(listed(known)); "
                    + "--again takes \(known.count == 1 ? "it" : "them") once more.")
        }
        if !shared.isEmpty {
            sentences.append("The store had another claim of the same account number: \(listed(shared)).")
        }
        for sentence in sentences { Console.say(sentence) }
    }

    private func listed(_ accounts: [String]) -> String {
        let named = accounts.filter { !$0.isEmpty }.prefix(10).joined(separator: ", ")
        return accounts.count <= 10 && !named.isEmpty
            ? named : "\(counted(accounts.count, "claim"))" + (named.isEmpty ? "" : " (\(named), …)")
    }
}

extension ClaimDraft {
    /// What is billed: the same on a claim that was taken from a file twice, whatever was mended since.
    fileprivate var bill: [String] {
        [self.identity.frequency.meaning] + billedLines
    }
}

extension Surroundings {
    /// A draft that comes from outside, with what the rules say of it.
    func record(of draft: ClaimDraft) -> ClaimRecord {
        let findings = findings(on: draft, in: context(for: draft))
        return ClaimRecord(
            draft, status: Verdict(of: findings, on: draft).status, tally: Tally(findings, on: draft))
    }
}
