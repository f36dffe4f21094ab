public import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import Foundation

/// The result of importing drafts.
public struct DraftImportOutcome: Sendable {
    /// What each claim would become, in a dry run.
    public internal(set) var previews: [ArrivalPreview] = []
    /// The results and errors, a sentence each.
    public internal(set) var messages: [String] = []
    /// Whether nothing was imported.
    public internal(set) var isRefused = false
}

extension Office {
    /// Imports drafts from JSON with their own ids, all of them or none.
    public func importDrafts(
        _ documents: [(name: String, bytes: [UInt8])], _ options: ImportOptions
    ) throws(OfficeFault) -> DraftImportOutcome {
        var task = DraftImport(office: self, options: options)
        do throws(StoreFault) {
            try task.run(documents)
        } catch {
            throw OfficeFault(error)
        }
        return task.outcome
    }
}

private struct DraftImport {
    private let office: Office
    private let options: ImportOptions
    private(set) var outcome = DraftImportOutcome()

    init(office: Office, options: ImportOptions) {
        self.office = office
        self.options = options
    }

    mutating func run(_ documents: [(name: String, bytes: [UInt8])]) throws(StoreFault) {
        guard let drafts = read(documents) else { return refuse("Nothing was imported.") }
        guard let new = try new(of: drafts) else {
            return refuse(
                "Nothing was imported. --again imports claims whose ids are in use, with new ids.")
        }
        for draft in new { try keep(draft) }
        outcome.messages.append(
            "\(counted(new.count, "claim")) \(options.isDryRun ? "would be imported" : "imported").")
        let known = drafts.count - new.count
        if known > 0 {
            outcome.messages.append("\(counted(known, "claim")) skipped: already on the worklist, unchanged.")
        }
    }

    private mutating func refuse(_ message: String) {
        outcome.messages.append(message)
        outcome.isRefused = true
    }

    /// The drafts of the documents; `nil` if one cannot be read.
    private mutating func read(_ documents: [(name: String, bytes: [UInt8])]) -> [ClaimDraft]? {
        var drafts: [ClaimDraft] = []
        var isWhole = true
        for (name, bytes) in documents {
            for document in DraftReader(in: office.parsing).documents(in: bytes) {
                switch document.result {
                case .success(let draft): drafts.append(draft)
                case .failure(let fault):
                    let offset = fault.offset ?? document.offset
                    outcome.messages.append(
                        FileError(file: name, offset: offset, message: fault.description).text)
                    isWhole = false
                }
            }
        }
        return isWhole ? drafts : nil
    }

    /// The drafts that the store does not have yet; `nil` if another claim has the id of one of them.
    private mutating func new(of drafts: [ClaimDraft]) throws(StoreFault) -> [ClaimDraft]? {
        var there: [String: ClaimStatus] = [:]
        for claim in try office.store.claims(includingDeleted: true) { there[claim.id] = claim.status }
        var seen: Set<String> = []
        var new: [ClaimDraft] = []
        var isRefused = false
        for draft in drafts {
            let isFirst = seen.insert(draft.id).inserted
            if isFirst, there[draft.id] == nil {
                new.append(draft)
            } else if options.takesAgain {
                new.append(draft.renamed(UUID().uuidString.lowercased()))
            } else if !isFirst {
                outcome.messages.append("The id \(draft.id) is used by two of the claims.")
                isRefused = true
            } else if try !isThere(draft, isDeleted: there[draft.id] == .deleted) {
                isRefused = true
            }
        }
        return isRefused ? nil : new
    }

    /// Whether the store already has the same claim; a message tells if it has another one with the id.
    private mutating func isThere(_ draft: ClaimDraft, isDeleted: Bool) throws(StoreFault) -> Bool {
        guard !isDeleted else {
            outcome.messages.append(
                "The claim with the id \(draft.id) is deleted. To restore it, type del in the worklist and press F7.")
            return false
        }
        if try office.store.claim(draft.id, in: office.parsing).draft == draft { return true }
        outcome.messages.append("The worklist has another version of the claim with the id \(draft.id).")
        return false
    }

    private mutating func keep(_ draft: ClaimDraft) throws(StoreFault) {
        let judged = try office.judge(draft, status: nil)
        guard options.isDryRun else {
            try office.store.save(judged.record)
            return
        }
        outcome.previews.append(ArrivalPreview("\(draft.id): a new claim", draft, findings: judged.findings))
    }
}
