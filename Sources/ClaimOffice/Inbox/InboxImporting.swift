import ClaimExchange
import ClaimModel
import ClaimStore
import Foundation
public import TextKit

/// What the claims of a file would become; nothing is imported yet.
public struct ImportOffer: Sendable {
    public let name: String
    /// How many claims would be imported; 0 where the file cannot be.
    public internal(set) var claims = 0
    /// How many errors they would have.
    public internal(set) var errors = 0
    /// What cannot be read or is skipped, and what it comes to, a sentence each.
    public internal(set) var messages: [String] = []
    /// Whether it is a CSV file that no map reads by itself.
    public internal(set) var lacksMap = false
    /// The map of a CSV file, by its path.
    public internal(set) var map: String?
    fileprivate var previews: [ArrivalPreview] = []

    /// The most claims that are shown one by one.
    fileprivate static let shown = 100

    /// All of it, to read on a screen.
    public func lines(_ glyphs: Glyphs) -> [String] {
        let texts = previews.prefix(ImportOffer.shown).map { $0.text(glyphs) }
        let rest = previews.count - ImportOffer.shown
        return messages + [""]
            + texts.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init) }
            + (rest > 0 ? ["And \(counted(rest, "more claim"))."] : [])
    }
}

extension Inbox {
    /// Whether a file has claims to import.
    public func hasClaims(_ path: String) -> Bool {
        (try? IncomingFile(path)).map { examinations.of($0, office.store.keyring).kind.hasClaims } ?? false
    }

    /// What importing the claims of a file would do.
    ///
    /// - Parameter map: that of a CSV file; `nil` for the one that is taken by itself.
    public func offer(_ path: String, by map: String? = nil) -> ImportOffer {
        var offer = ImportOffer(name: URL(fileURLWithPath: path).lastPathComponent.printable())
        do {
            let file = try IncomingFile(path)
            let found = examinations.of(file, office.store.keyring)
            if found.kind == .rows {
                offer.map = map ?? (try? mapFile(for: path).path)
                offer.lacksMap = map == nil && offer.map.map { reads(file, by: $0) } != true
            }
            let (messages, _) = try run(
                file, found, by: offer.map, ImportOptions(isDryRun: true),
                show: { preview in
                    if !preview.isSkipped { offer.claims += 1 }
                    offer.errors += preview.errors
                    if offer.previews.count <= ImportOffer.shown { offer.previews.append(preview) }
                })
            offer.messages = messages
        } catch {
            offer.messages = ["\(offer.name) \((error as? InputFault)?.message ?? "\(error)")."]
            (offer.claims, offer.errors) = (0, 0)
        }
        return offer
    }

    /// Imports the claims of a file, wherever it lies; one of the folder is moved to the archive once all of them are in.
    ///
    /// - Parameters:
    ///   - map: that of a CSV file; `nil` for the one that is taken by itself.
    ///   - progress: gets how many claims were read so far.
    public func importClaims(
        _ path: String, by map: String? = nil, progress: (Int) -> Void = { _ in }
    ) -> InboxResult {
        let name = URL(fileURLWithPath: path).lastPathComponent.printable()
        var kind = IncomingKind.unreadable
        do {
            let file = try IncomingFile(path)
            let found = examinations.of(file, office.store.keyring)
            kind = found.kind
            let (messages, isWhole) = try run(
                file, found, by: map, ImportOptions(), progress: progress, show: { _ in })
            let count = messages.last { $0.hasPrefix("\(name):") } ?? messages.last ?? ""
            var result = InboxResult(name: name, kind: kind, isTaken: isWhole, headline: count)
            result.details = messages.filter { $0 != count }
            guard isWhole else {
                result.details.append(
                    (holds(file) ? "It stays in the inbox: fix" : "Fix")
                        + " it or ask for it again; what was imported is skipped then.")
                return result
            }
            if let mark = found.mark {
                try office.store.noteTaken(
                    TakenFile(name: name, takenAt: now(), result: "imported"), known: mark, as: kind.rawValue)
            }
            return archived(file, result)
        } catch {
            let message = (error as? InputFault)?.message ?? "was not imported to its end: \(error)"
            return InboxResult(name: name, kind: kind, isTaken: false, headline: "\(name) \(message).")
        }
    }

    /// - Returns: what is to be said, and whether all of the file was imported or is in the store already.
    private func run(
        _ file: IncomingFile, _ found: Examination, by chosen: String?, _ options: ImportOptions,
        progress: (Int) -> Void = { _ in }, show: @escaping (ArrivalPreview) -> Void
    ) throws -> (messages: [String], isWhole: Bool) {
        if let fault = found.fault { throw InputFault(fault) }
        guard found.isWhole else { throw InputFault("is not complete: it has no end (IEA)") }
        guard found.kind.hasClaims else { throw InputFault("has no claims to import") }
        let name = file.name.printable()
        let chunks = try file.chunks(sealedBy: office.store.keyring)
        let map =
            try found.kind == .rows ? map(chosen.map { URL(fileURLWithPath: $0) } ?? mapFile(for: file.path)) : nil
        guard var claims = try office.claimImport(of: chunks, named: name, by: map?.map, options) else {
            let outcome = try office.importDrafts([(name, chunks)], options, show: show)
            return (outcome.messages, !outcome.isRefused)
        }
        var messages = map.map { ["Map: \($0.name)."] } ?? []
        var (count, isLast) = (0, false)
        while !isLast {
            let batch: ImportBatch
            do throws(StoreFault) {
                batch = try ImportBatch(of: &claims, into: office, options)
            } catch {
                // What came before is in the store, and is skipped the next time.
                throw InputFault("was imported only in part, \(count) of its claims: \(error.description)")
            }
            for step in batch.steps {
                messages += step.messages
                if let preview = step.preview { show(preview) }
            }
            count += batch.steps.count
            progress(count)
            if let fault = batch.interruption { throw InputFault(interruption: fault) }
            isLast = batch.isLast
        }
        try file.checkUnchanged()
        return (messages + claims.summary, claims.isWhole)
    }

    /// The map of a CSV file: the one next to it with its name; else, in the folder of maps, the one whose name the file's
    /// begins with; else the only one there.
    func mapFile(for path: String) throws(InputFault) -> URL {
        let file = URL(fileURLWithPath: path)
        let base = file.deletingPathExtension().lastPathComponent
        let folder = office.library.folders.imports
        let own = ["yaml", "yml"].map { file.deletingPathExtension().appendingPathExtension($0) }
        let kept = Inbox.maps(in: folder)
        let begun = kept.filter {
            base.lowercased().hasPrefix($0.deletingPathExtension().lastPathComponent.lowercased())
        }
        .max { $0.lastPathComponent.count < $1.lastPathComponent.count }
        let found = own.first { isTaken($0.path) } ?? begun ?? (kept.count == 1 ? kept.first : nil)
        guard let found else {
            throw InputFault(
                "needs a map of its columns: put \(base).yaml next to it, or a map into \(folder.path); cleanclaim import "
                    + "--map-template prints one to start from")
        }
        return found
    }

    private func map(_ file: URL) throws(InputFault) -> (map: RowMap, name: String) {
        do throws(OfficeFault) {
            return (try RowMap(file: file.path), file.lastPathComponent)
        } catch {
            throw InputFault("has a map that cannot be read: \(error.message.replacing("\n", with: " "))")
        }
    }
}
