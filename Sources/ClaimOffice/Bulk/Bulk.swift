public import ClaimRules
public import ClaimStore

/// What was done with several claims, and what undoes it.
public struct BulkOutcome: Sendable {
    public let lines: [BulkLine]
    public let undo: BulkUndo
}

/// The claims as they were before an act.
public struct BulkUndo: Sendable {
    fileprivate enum Step: Sendable {
        case hold(String, before: Hold?, after: Hold?)
        case handling(String, TrailKind, before: ClaimHandling, after: ClaimHandling)
        /// As it was, and the revision that the act has left.
        case record(ClaimRecord, after: Int)
    }

    fileprivate var steps: [Step] = []

    public var isEmpty: Bool { steps.isEmpty }
}

extension Office {
    /// What an act would do, a line for each claim; nothing is changed.
    public func preview(_ act: BulkAct, on ids: [String]) throws(StoreFault) -> [BulkLine] {
        var lines: [BulkLine] = []
        for claim in try store.summaries(of: ids) {
            switch try change(act, of: claim) {
            case .success(let change):
                let elsewhere = try isOpenElsewhere(claim.id, for: change.change)
                lines.append(BulkLine(claim, isDone: !elsewhere, elsewhere ? Office.openElsewhere : change.text))
            case .failure(let refusal): lines.append(BulkLine(claim, isDone: false, refusal.text))
            }
        }
        return lines
    }

    /// Carries out an act on every claim that it can be carried out on: all of these, or none where the store fails.
    public func carryOut(_ act: BulkAct, on ids: [String]) throws(StoreFault) -> BulkOutcome {
        if case .override(let rule, _) = act { try checkBulkOverride(of: rule) }
        var lines: [BulkLine] = []
        var undo = BulkUndo()
        var changes: [(ClaimSummary, BulkChange, String)] = []
        for claim in try store.summaries(of: ids) {
            switch try change(act, of: claim) {
            case .failure(let refusal): lines.append(BulkLine(claim, isDone: false, refusal.text))
            case .success((let change, let text)): changes.append((claim, change, text))
            }
        }
        let locks = try locks(of: changes.filter(\.1.isOfRecord).map(\.0.id))
        defer { for lock in locks.values { lock.release() } }
        try store.together { () throws(StoreFault) in
            for (claim, change, text) in changes {
                guard !change.isOfRecord || locks[claim.id] != nil else {
                    lines.append(BulkLine(claim, isDone: false, Office.openElsewhere))
                    continue
                }
                do throws(StoreFault) {
                    undo.steps.append(try make(change, of: claim))
                    lines.append(BulkLine(claim, isDone: true, text))
                } catch {
                    guard error.isOfOneClaim else { throw error }
                    lines.append(BulkLine(claim, isDone: false, error.description))
                }
            }
            return true
        }
        let order = Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
        return BulkOutcome(lines: lines.sorted { (order[$0.id] ?? 0) < (order[$1.id] ?? 0) }, undo: undo)
    }

    /// Leaves the claims as they were before an act; one that was changed since stays as it is.
    ///
    /// - Returns: a line for each claim.
    public func undo(_ undo: BulkUndo) throws(StoreFault) -> [BulkLine] {
        var lines: [BulkLine] = []
        let locks = try locks(of: undo.steps.filter(\.isOfRecord).map(\.id))
        defer { for lock in locks.values { lock.release() } }
        try store.together { () throws(StoreFault) in
            for step in undo.steps.reversed() {
                let claim = try store.summaries(of: [step.id]).first
                guard let claim else { continue }
                do throws(StoreFault) {
                    guard !step.isOfRecord || locks[step.id] != nil else { throw .openElsewhere }
                    try take(back: step, of: claim)
                    lines.append(BulkLine(claim, isDone: true, "as before"))
                } catch {
                    guard error.isOfOneClaim else { throw error }
                    lines.append(BulkLine(claim, isDone: false, error.description))
                }
            }
            return true
        }
        return lines
    }

    private func make(_ change: BulkChange, of claim: ClaimSummary) throws(StoreFault) -> BulkUndo.Step {
        switch change {
        case .hold(let hold):
            try put(hold, on: claim.id)
            return .hold(claim.id, before: claim.hold, after: hold)
        case .handling(let kind, let change):
            var (before, after) = (claim.handling, claim.handling)
            try store.arrange(claim.id, kind) { handling in
                before = handling
                change(&handling)
                after = handling
            }
            return .handling(claim.id, kind, before: before, after: after)
        case .record(let record):
            let before = try store.claim(claim.id, in: parsing)
            return .record(before, after: try store.save(record).revision)
        }
    }

    private func take(back step: BulkUndo.Step, of claim: ClaimSummary) throws(StoreFault) {
        switch step {
        case .hold(let id, let before, let after):
            guard claim.hold == after else { throw .conflict }
            try put(before, on: id)
        case .handling(let id, let kind, let before, let after):
            guard claim.handling == after else { throw .conflict }
            try store.arrange(id, kind) { $0 = before }
        case .record(let before, let revision):
            let now = try store.claim(before.id, in: parsing)
            guard now.revision == revision else { throw .conflict }
            var restored = now
            (restored.draft, restored.status, restored.tally) = (before.draft, before.status, before.tally)
            try store.save(restored)
        }
    }

    private static let openElsewhere = "open elsewhere: not changed"

    /// The locks of the claims that nobody else has open.
    private func locks(of ids: [String]) throws(StoreFault) -> [String: ClaimLock] {
        let locks = zip(ids, try store.lock(ids)).compactMap { id, lock in (try? lock.get()).map { (id, $0) } }
        return Dictionary(locks) { first, _ in first }
    }

    private func isOpenElsewhere(_ id: String, for change: BulkChange) throws(StoreFault) -> Bool {
        guard change.isOfRecord else { return false }
        return try store.holder(of: id) != nil
    }

    private func put(_ hold: Hold?, on id: String) throws(StoreFault) {
        if let hold { try store.hold(id, hold) } else { try store.release(id) }
    }

    /// Whoever's desk asks: only what the office allows.
    private func checkBulkOverride(of rule: String) throws(StoreFault) {
        guard bulkOverrides.contains(rule), Rule.named(rule)?.mayBeOverriddenInBulk == true else {
            throw .keys(.notAllowed)
        }
    }
}

extension BulkUndo.Step {
    fileprivate var id: String {
        switch self {
        case .hold(let id, _, _), .handling(let id, _, _, _): id
        case .record(let record, _): record.id
        }
    }

    /// Whether nobody else may have the claim open.
    fileprivate var isOfRecord: Bool { if case .record = self { true } else { false } }
}

extension BulkLine {
    fileprivate init(_ claim: ClaimSummary, isDone: Bool, _ text: String) {
        self.init(claim.id, claim.account, isDone: isDone, text)
    }
}
