import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import Foundation

/// Takes drafts from their own JSON into the store, under their own ids, all of them or none.
struct DraftImport {
    private let around: Surroundings
    private let wish: ClaimIntake.Wish

    init(_ around: Surroundings, _ wish: ClaimIntake.Wish) {
        self.around = around
        self.wish = wish
    }

    func take(_ documents: [(name: String, bytes: [UInt8])]) throws {
        let drafts = try read(documents)
        do throws(StoreFault) {
            let store = try ClaimStore(folder: around.folders.data)
            let new = try new(of: drafts, in: store)
            for draft in new { try keep(draft, in: store) }
            Console.say("\(counted(new.count, "claim")) \(wish.isDryRun ? "would be taken" : "taken").")
            let known = drafts.count - new.count
            if known > 0 {
                let them = known == 1 ? "it" : "them"
                Console.say("\(counted(known, "claim")) left out: the store has \(them) already, word for word.")
            }
        } catch {
            throw Refusal(
                error == .conflict
                    ? "Nothing was taken. --again takes claims whose ids are in use once more, under ids of their own."
                    : error.description)
        }
    }

    /// The drafts that the store does not have yet.
    ///
    /// - Throws: `conflict` where another claim has the id of one of them, which is said.
    private func new(of drafts: [ClaimDraft], in store: ClaimStore) throws(StoreFault) -> [ClaimDraft] {
        var there: [String: ClaimStatus] = [:]
        for claim in try store.claims(includingDeleted: true) { there[claim.id] = claim.status }
        var seen: Set<String> = []
        var new: [ClaimDraft] = []
        var isRefused = false
        for draft in drafts {
            let isFirst = seen.insert(draft.id).inserted
            if isFirst, there[draft.id] == nil {
                new.append(draft)
            } else if wish.takesAgain {
                new.append(draft.renamed(UUID().uuidString.lowercased()))
            } else if !isFirst {
                Console.say("The id \(draft.id) stands twice in what was given.")
                isRefused = true
            } else if try !isThere(draft, isDeleted: there[draft.id] == .deleted, in: store) {
                isRefused = true
            }
        }
        if isRefused { throw .conflict }
        return new
    }

    /// Whether the store holds the same claim already; if it holds another one of the id, that is said.
    private func isThere(_ draft: ClaimDraft, isDeleted: Bool, in store: ClaimStore) throws(StoreFault) -> Bool {
        guard !isDeleted else {
            Console.say(
                "The claim with the id \(draft.id) is in the store and deleted: type del in the worklist and bring it "
                    + "back with F7.")
            return false
        }
        if try store.claim(draft.id, in: around.parsing).draft == draft { return true }
        Console.say("The store has another version of the claim with the id \(draft.id).")
        return false
    }

    private func keep(_ draft: ClaimDraft, in store: ClaimStore) throws(StoreFault) {
        guard wish.isDryRun else {
            try store.save(around.record(of: draft))
            return
        }
        let findings = around.findings(on: draft, in: around.context(for: draft))
        Console.write(ArrivalPreview("\(draft.id): a new claim", draft, findings: findings).text(Console.lettering))
    }

    private func read(_ documents: [(name: String, bytes: [UInt8])]) throws -> [ClaimDraft] {
        var drafts: [ClaimDraft] = []
        var isWhole = true
        for (name, bytes) in documents {
            for document in DraftReader(in: around.parsing).documents(in: bytes) {
                switch document.result {
                case .success(let draft): drafts.append(draft)
                case .failure(let fault):
                    let place = fault.offset ?? document.offset
                    Console.say(UnreadableFile(file: name, offset: place, message: fault.description).words)
                    isWhole = false
                }
            }
        }
        guard isWhole else { throw Refusal("Nothing was taken.") }
        return drafts
    }
}
