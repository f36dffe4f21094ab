import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import Foundation
import Workstation

extension Clerk {
    /// Carries out an effect and returns the answers; `.save`, `.savePractice`, `.keepEOB`, `.beep`, `.copy` and `.leave` are the
    /// session's.
    func carryOut(_ effect: Effect) -> [Action] {
        do throws(StoreFault) {
            switch effect {
            case .list: return office.store.isOnServer ? lookForChanges() : try listed() + damage().map(Action.said)
            case .open(let id): return try opened(id)
            case .keepVersion(let id):
                return change(id) { store throws(StoreFault) in try store.keepSentVersion(of: id) }
            case .create(let beginning): return create(beginning)
            case .createNextPayersClaim(let source): return createNextPayersClaim(after: source)
            case .close(let id): return close(id)
            case .turn(let id, let step): return take(step, of: id)
            case .delete(let id): return change(id) { store throws(StoreFault) in try store.delete(id) }
            case .restore(let id): return change(id) { store throws(StoreFault) in try store.restore(id) }
            case .hold(let id, let reason): return hold(id, reason)
            case .comment(let id, let text):
                return change(id) { store throws(StoreFault) in try store.comment(id, text) }
            case .preview(let kind, let draft): return [try previewed(kind, draft)]
            case .offerSteps(let id): return offerSteps(id)
            case .takeStep(let id, let step): return take(step, on: id)
            case .correct(let id, let way): return correct(id, as: way)
            case .offerPosting(let id): return offerPosting(id)
            case .post(let id, let eob): return post(eob, on: id)
            case .readHistory(let id): return readHistory(id)
            case .readClose: return readClose()
            case .listPrinters: listPrinters()
            case .print(let draft, let paperwork, let target): return try printed(draft, paperwork, on: target)
            case .printListed(let ids, let paperwork, let target): return printed(ids, paperwork, on: target)
            case .readEligibility(let file): return readEligibility(file)
            case .previewBulk(let act, let ids): return preview(act, ids)
            case .carryOutBulk(let act, let ids): return self.carryOut(act, ids)
            case .undoBulk: return undoBulk()
            case .openNext(let ids): return openNext(among: ids)
            case .report(let report): return show(report)
            case .printReport(let report, let target): return print(report, on: target)
            case .writeSheet(let table, let file): return [write(table, to: file)]
            case .saveViews(let views): return save(views)
            case .readClearinghouse: return readClearinghouse()
            case .saveClearinghouse(let setup): return save(setup)
            case .listInbox: listInbox()
            case .takeFile(let path, let isRepeated): return takeFile(path, evenIfRepeated: isRepeated)
            case .takeInbox: return takeInbox()
            case .offerImport(let path, let map): return offerImport(path, by: map)
            case .offerMaps(let path): return offerMaps(path)
            case .importFile(let path, let map): return importFile(path, by: map)
            case .readFolder(let path, let purpose): return readFolder(path, for: purpose)
            case .listBatches: return try listed()
            case .listBatch(let id): return try listed(file: id)
            case .offerSending:
                return ask(after: .everything) { office throws(StoreFault) in
                    let claims = try office.readyClaims().count
                    return { clerk throws(StoreFault) in try clerk.submissionOffer(of: claims) }
                }
            case .send(let file): return try submit(to: file)
            case .resolve(let id, let way): return resolve(id, way) + turnAgain(id)
            case .changeReferences(let change): return self.change(change)
            case .save, .savePractice, .keepEOB, .beep, .copy, .leave: break
            }
            return []
        } catch {
            return [.said(error.deskMessage)]
        }
    }

    private func opened(_ id: String) throws(StoreFault) -> [Action] {
        if let waiting = unsaved[id] {
            open = waiting.open
            return [try office.answer(waiting.claim.draft, waiting.claim.status)] + conflict(of: id)
        }
        return try lookUp { office throws(StoreFault) in
            let (claim, holder) = try office.openOrRead(id)
            let answer = try office.answer(
                claim.record.draft, claim.record.status, holder: holder.map { HeldElsewhere($0) })
            return { clerk in
                clerk.open = claim
                if let holder { clerk.turn = .theirs(holder) }
                clerk.noteOpened(id)
                let hold = claim.record.hold.map { "Held by \($0.by): \($0.reason)".sentence }
                return [answer] + (hold.map { [.said($0)] } ?? [])
            }
        }
    }

    /// Records that somebody reads a claim, off the loop.
    func noteOpened(_ id: String) {
        let store = office.store
        writer.start {
            _ = try? store.note(.opened, of: id)
            return []
        }
    }

    /// People and codes of the claim are offered from now on. An unsaved claim keeps its lock until it is saved.
    private func close(_ id: String) -> [Action] {
        guard let closed = open, closed.record.id == id else { return [] }
        withdrawRequest()
        let (waiting, before, references) = (unsaved[id], asOpened, self.references)
        if waiting == nil { release(closed.lock) }
        open = nil
        // What was begun and left as it was says nothing new.
        guard !office.store.isReadOnly, waiting != nil || closed.record.revision > 0 else { return [] }
        let (office, draft) = (self.office, waiting?.claim.draft ?? closed.record.draft)
        writer.start {
            do throws(StoreFault) {
                try office.remember(draft, since: before)
                try? office.store.tidy()
                return [
                    .actions([
                        .directoryChanged(try references.changes(in: office)), .recentCodes(try office.recentCodes()),
                    ])
                ]
            } catch {
                return [.actions([.said(error.deskMessage)])]
            }
        }
        return []
    }

    /// On a server after what the writer has still to do, and before the claim is opened again.
    private func release(_ lock: ClaimLock) {
        guard office.store.isOnServer else { return lock.release() }
        writer.start {
            lock.release()
            return []
        }
    }

    private func hold(_ id: String, _ reason: String?) -> [Action] {
        let person = office.signedIn
        return change(id) { store throws(StoreFault) in
            guard let reason else { return try store.release(id) }
            try store.hold(id, Hold(by: person, reason: reason))
        }
    }

    /// Names damaged rows once; the claims of the others are listed.
    func damage() -> [String] {
        guard damagedRows != reportedDamage else { return [] }
        reportedDamage = damagedRows
        guard !damagedRows.isEmpty else { return [] }
        let numbers =
            damagedRows.prefix(5).map(String.init).joined(separator: ", ") + (damagedRows.count > 5 ? ", …" : "")
        let rows = damagedRows.count == 1 ? "row \(numbers) is" : "rows \(numbers) are"
        return ["Damage in the database: \(rows) not listed. See cleanclaim store check."]
    }
}
