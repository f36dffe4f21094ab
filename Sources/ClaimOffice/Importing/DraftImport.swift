public import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import Foundation

/// The result of importing drafts.
public struct DraftImportOutcome: Sendable {
    /// The results and errors, a sentence each.
    public internal(set) var messages: [String] = []
    /// Whether nothing was imported.
    public internal(set) var isRefused = false
}

extension Office {
    /// Imports drafts from JSON with their own ids, all of them or none. The files are read piece by piece, so any number of
    /// claims takes the memory of a few.
    ///
    /// - Parameter show: is given what each claim would become, in a dry run.
    public func importDrafts(
        _ files: [(name: String, chunks: FileChunks)], _ options: ImportOptions,
        show: @escaping (ArrivalPreview) -> Void
    ) throws(OfficeFault) -> DraftImportOutcome {
        var task = DraftImport(office: self, options: options, show: show)
        do throws(StoreFault) {
            // A dry run does the same and keeps nothing of it.
            try store.together { () throws(StoreFault) in
                for file in files { try task.take(file.chunks, named: file.name) }
                try task.remember()
                return !task.outcome.isRefused && !options.isDryRun
            }
        } catch {
            throw OfficeFault(error)
        }
        task.finish()
        return task.outcome
    }
}

private struct DraftImport {
    private let office: Office
    private let options: ImportOptions
    private let show: (ArrivalPreview) -> Void
    private let judgements = JudgementPool()
    private(set) var outcome = DraftImportOutcome()
    /// The hashes of the ids so far; an id counts only if the store has it.
    private var seen: Set<Int> = []
    private var new = 0
    private var known = 0
    private var faults = 0
    private var hasClash = false
    private var people: ImportedPeople

    /// The maximum number of errors that are listed one by one.
    private static let mostFaults = 50

    init(office: Office, options: ImportOptions, show: @escaping (ArrivalPreview) -> Void) {
        self.office = office
        self.options = options
        self.show = show
        people = ImportedPeople(office)
    }

    mutating func take(_ chunks: FileChunks, named name: String) throws(StoreFault) {
        let reader = DraftReader(in: office.parsing)
        var stream = DraftStream()
        while let pieces = nextPieces(of: &stream, chunks, named: name) {
            for document in pieces.flatMap({ reader.read($0) }) {
                switch document.result {
                case .success(let draft): try take(draft)
                case .failure(let fault):
                    refuse(
                        FileError(file: name, offset: fault.offset ?? document.offset, message: fault.description).text)
                }
            }
        }
    }

    /// `nil` at the end of the file, or where it cannot be read on.
    private mutating func nextPieces(
        of stream: inout DraftStream, _ chunks: FileChunks, named name: String
    ) -> [DraftStream.Piece]? {
        do throws(InputFault) {
            if let bytes = try chunks.next() { return stream.take(bytes) }
            return stream.finish().map { [$0] }
        } catch {
            refuse("\(name) \(error.message).")
            return nil
        }
    }

    private mutating func take(_ draft: ClaimDraft) throws(StoreFault) {
        let isFirst = seen.insert(draft.id.hashValue).inserted
        guard let stored = try stored(draft.id) else { return try keep(draft) }
        if options.takesAgain {
            try keep(draft.renamed(UUID().uuidString.lowercased()))
        } else if !isFirst {
            clash("The id \(draft.id) is used by two of the claims.")
        } else if stored.isDeleted {
            clash("The claim with the id \(draft.id) is deleted. To restore it, type del in the worklist and press F7.")
        } else if stored.draft == draft {
            known += 1
        } else {
            clash("The worklist has another version of the claim with the id \(draft.id).")
        }
    }

    /// Offers the people of the claims, unless those are taken back; for the end of the files.
    mutating func remember() throws(StoreFault) {
        if !outcome.isRefused { try people.remember() }
    }

    private func stored(_ id: String) throws(StoreFault) -> ClaimRecord? {
        do throws(StoreFault) {
            return try office.store.claim(id, in: office.parsing)
        } catch {
            guard error == .missing else { throw error }
            return nil
        }
    }

    private mutating func keep(_ draft: ClaimDraft) throws(StoreFault) {
        new += 1
        // Once something is wrong, only what else is wrong is looked for. Each id counts as used.
        let judged = outcome.isRefused ? nil : try office.judge(draft, by: judgements)
        try office.store.save(judged?.record ?? ClaimRecord(draft))
        if !outcome.isRefused { try people.take(ReferenceEntry.all(importedWith: draft, on: office.parsing.today)) }
        guard let judged, options.isDryRun else { return }
        show(ArrivalPreview("\(draft.id): a new claim", draft, findings: judged.findings))
    }

    private mutating func clash(_ message: String) {
        hasClash = true
        refuse(message)
    }

    private mutating func refuse(_ message: String) {
        outcome.isRefused = true
        faults += 1
        if faults <= DraftImport.mostFaults { outcome.messages.append(message) }
    }

    /// The sentences at the end.
    mutating func finish() {
        guard !outcome.isRefused else {
            if faults > DraftImport.mostFaults {
                outcome.messages.append("And \(counted(faults - DraftImport.mostFaults, "error")) more.")
            }
            let way = hasClash ? " --again imports claims whose ids are in use, with new ids." : ""
            return outcome.messages.append("Nothing was imported.\(way)")
        }
        outcome.messages.append("\(counted(new, "claim")) \(options.isDryRun ? "would be imported" : "imported").")
        guard known > 0 else { return }
        outcome.messages.append(
            "\(counted(known, "claim")) skipped: already on the worklist, unchanged.")
    }
}
