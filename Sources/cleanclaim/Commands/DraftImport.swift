import ClaimExchange
import ClaimModel
import ClaimStore

/// Takes drafts from their own JSON into the store, all of them or none.
struct DraftImport {
    let around: Surroundings

    init(_ around: Surroundings) { self.around = around }

    func take(_ documents: [(name: String, bytes: [UInt8])]) throws {
        let drafts = try read(documents)
        do throws(StoreFault) {
            let store = try ClaimStore(folder: around.folders.data)
            var seen = Set(try store.claims(includingDeleted: true).map(\.id))
            for draft in drafts where !seen.insert(draft.id).inserted {
                Console.say("A claim with the id \(draft.id) is there already; nothing was taken.")
                throw StoreFault.conflict
            }
            for draft in drafts { try store.save(around.record(of: draft)) }
        } catch {
            throw Refusal(error == .conflict ? "Delete it there, or take it out of the file." : error.description)
        }
        Console.say("\(drafts.count) claim\(drafts.count == 1 ? "" : "s") taken.")
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
