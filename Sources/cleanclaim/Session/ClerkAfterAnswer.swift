import ClaimExchange
import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import Workstation

/// What follows an answer: next steps, EOBs on paper, the history of a claim, the daily close.
extension Clerk {
    func offerSteps(_ id: String) -> [Action] {
        ask(after: .claim(id)) { office throws(StoreFault) in
            let next = try office.nextSteps(of: id)
            let offer = StepOffer(id: id, account: next.account, status: next.status, steps: next.steps)
            return { _ in [.stepsOffered(offer)] }
        }
    }

    func take(_ step: OfficeStep, on id: String) -> [Action] {
        ask(after: .claim(id)) { office in
            let message: String
            do throws(OfficeFault) { message = try office.take(step, on: id) } catch { message = error.message }
            return { _ in [.said(message)] }
        }
    }

    /// Starts a corrected claim, and opens it.
    func correct(_ id: String, as way: Correction) -> [Action] {
        ask(after: .claim(id)) { office throws(StoreFault) in
            guard let claim = try office.openCorrected(id, as: way) else {
                return { _ in [.said("The claim has changed meanwhile: nothing was changed.")] }
            }
            let answer = try office.answer(claim.record.draft, claim.record.status)
            let message = "Frequency \(way.frequency.code). \(way.task)"
            return { clerk in
                clerk.open = claim
                return [answer, .said(message)]
            }
        }
    }

    func offerPosting(_ id: String) -> [Action] {
        let (last, waiting) = (lastEOB, unsavedEOBs[id])
        return ask(after: .claim(id)) { office throws(StoreFault) in
            let record = try office.store.claim(id, in: office.parsing)
            if let refusal = office.refusalOfPosting(on: record) { return { _ in [.said(refusal)] } }
            let kept: KeyedEOB?
            if let waiting { kept = waiting.keyed } else { kept = try office.store.keyedEOB(on: id) }
            let offer = PostingOffer(draft: try office.billed(record), status: record.status, last: last, kept: kept)
            return { _ in [.postingOffered(offer)] }
        }
    }

    func post(_ eob: PaperEOB, on id: String) -> [Action] {
        // It must not be kept again after it is posted.
        let waiting = unsavedEOBs.removeValue(forKey: id)
        return ask(after: .claim(id)) { office in
            do throws(OfficeFault) {
                let message = try office.post(eob, on: id, insteadOfKeyed: true)
                return { clerk in
                    clerk.lastEOB = eob
                    return [.posted(message)]
                }
            } catch {
                let message = error.message
                return { clerk in
                    if let waiting { clerk.keep(waiting.keyed, on: id) }
                    return [.said(message)]
                }
            }
        }
    }

    /// Keeps what is keyed of an EOB to save; a later state replaces it.
    func keep(_ keyed: KeyedEOB?, on id: String) {
        unsavedEOBs[id] = UnsavedEOB(keyed: keyed, fault: unsavedEOBs[id]?.fault)
        hasNewWork = true
    }

    func take(_ eob: UnsavedEOB, on id: String, _ saved: Result<Void, StoreFault>) -> [Action] {
        do throws(StoreFault) {
            try saved.get()
            if unsavedEOBs[id]?.keyed == eob.keyed { unsavedEOBs[id] = nil }
            return []
        } catch {
            // A claim that is gone keeps nothing.
            if error == .missing { unsavedEOBs[id] = nil } else { unsavedEOBs[id]?.fault = error }
            return eob.fault == error ? [] : [.said("What is keyed of the EOB is not saved: \(error)")]
        }
    }

    func readHistory(_ id: String) -> [Action] {
        let glyphs = glyphs
        return ask(after: .claim(id)) { office throws(StoreFault) in
            do throws(StoreFault) {
                let history = try office.history(of: id, glyphs)
                return { _ in [.historyRead(account: history.account, history.events.map(\.line))] }
            } catch {
                guard error == .missing else { throw error }
                return { _ in [.said("Not saved yet: it has no history.")] }
            }
        }
    }

    func readClose() -> [Action] {
        let (day, glyphs) = (today, glyphs)
        return ask { office in
            do throws(OfficeFault) {
                let lines = try office.close(of: day).lines(glyphs)
                return { _ in [.closeRead(title: "Daily close \(day)", lines: lines)] }
            } catch {
                let message = error.message
                return { _ in [.said(message)] }
            }
        }
    }
}

/// What is to be kept of a paper EOB.
struct UnsavedEOB: Sendable {
    /// `nil` for nothing.
    let keyed: KeyedEOB?
    /// Why it could not be saved; `nil` before it was tried.
    var fault: StoreFault?
}

extension ClaimHistory.Event {
    fileprivate var line: HistoryLine {
        HistoryLine(
            moment: moment, text: text, amount: amount.map { Money(cents: $0).currency } ?? "", who: who,
            details: details)
    }
}
