import ClaimModel
import ClaimRules

/// Marked claims, and what is done with them.
extension Worklist {
    /// Marks the claim, or takes its mark off, and goes to the next line.
    mutating func mark(_ view: DeskView) -> Outcome {
        guard let chosen else { return .say("No claim on this line.") }
        if marked.remove(chosen.id) == nil {
            marked.insert(chosen.id)
            lastMark = chosen.id
        }
        _ = state.move(1, count: lineCount)
        return .say("\(marked.count) marked. \(view.key(.bulk)) lists what can be done with them.")
    }

    /// The claims that are meant, as places in `rows`: the marked ones that are listed, else the one under the cursor.
    private var meant: [Int] {
        let listed = markedPlaces
        return listed.isEmpty ? [chosenPlace].compactMap(\.self) : listed
    }

    mutating func chooseBulk(_ view: DeskView) -> Outcome {
        if let stillReading { return stillReading }
        let listed = markedPlaces
        guard marked.isEmpty || !listed.isEmpty else {
            return .say(
                counted(marked.count, "marked claim is", "marked claims are")
                    + " not listed: the filter leaves out what is marked."
            )
        }
        guard lineCount > 0 else { return .say("No claim is listed.") }
        let claims = listed.isEmpty ? (chosenPlace == nil ? 0 : 1) : listed.count
        return .open(
            BulkChoice(
                claims: claims, listed: shownCount, hasMarks: !marked.isEmpty, selecting: lastBulk))
    }

    mutating func take(_ step: BulkStep, _ view: DeskView) -> Outcome {
        switch step {
        case .choose(let item): return choose(item, view)
        case .rule(let rule):
            bulk?.rule = rule
            return ask(view)
        case .answer(let answer):
            guard let bulk, let act = bulk.act(trimmed(answer)) else { return .nothing }
            return preview(act, bulk.ids)
        case .carryOut(let act):
            guard let ids = bulk?.ids else { return .nothing }
            bulk = nil
            return Outcome(effects: [.carryOutBulk(act, ids: ids)], message: "\(act.title) …")
        }
    }

    private mutating func choose(_ item: BulkItem, _ view: DeskView) -> Outcome {
        switch item {
        case .markAll:
            marked.formUnion(shownPlaces.map { rows[$0].id })
            return .say("\(marked.count) marked.")
        case .markRange: return markRange()
        case .clearMarks:
            marked = []
            return .say("No claim is marked.")
        case .print:
            lastBulk = nil
            return choosePaper(meant.map { rows[$0] }.filter { $0.status != .deleted }.map(\.id))
        default: break
        }
        let meant = self.meant
        guard meant.count <= Worklist.mostInBulk else {
            return .say("At most \(Worklist.mostInBulk) claims at once; \(meant.count) are marked.")
        }
        bulk = BulkQuestion(ids: meant.map { rows[$0].id }, item: item)
        lastBulk = item
        guard item == .fix || item == .override else { return ask(view) }
        return chooseRule(item, view)
    }

    private static let mostInBulk = 1_000

    private mutating func markRange() -> Outcome {
        guard let lastMark, let from = firstLine(of: lastMark) else {
            return .say("Mark the first claim, then go to the last one.")
        }
        let range = min(from, state.selection)...max(from, state.selection)
        marked.formUnion(range.compactMap { line($0)?.claim?.id })
        return .say("\(marked.count) marked.")
    }

    /// The rules that the claims share, the most frequent first.
    private mutating func chooseRule(_ item: BulkItem, _ view: DeskView) -> Outcome {
        var counts: [String: Int] = [:]
        for rule in meant.flatMap({ rows[$0].problems }) { counts[rule, default: 0] += 1 }
        if item == .override {
            let (allowed, person) = (view.inputs.preferences.bulkOverrides, view.inputs.signedIn)
            counts = counts.filter { rule, _ in
                allowed.contains(rule) && (person.isLead || !view.inputs.preferences.reservedRules.contains(rule))
            }
            guard !counts.isEmpty else {
                return .say(
                    "No warning here may be overridden on several claims at once: bulk_overrides in the configuration.")
            }
        }
        guard !counts.isEmpty else { return .say("These claims have nothing to fix.") }
        let rules = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return .open(BulkRuleChoice(item, rules.map { ($0.key, $0.value) }))
    }

    /// Asks what else it takes to know, or shows what would be done.
    private mutating func ask(_ view: DeskView) -> Outcome {
        guard let bulk else { return .nothing }
        guard let (title, label) = bulk.item.question else {
            return bulk.act("").map { preview($0, bulk.ids) } ?? .nothing
        }
        let text = bulk.item == .assign ? view.inputs.signedIn.name : ""
        return .open(
            Prompt(title, [.init(label: label, text: text, mayBeEmpty: bulk.item == .assign)], for: .bulk))
    }

    private func preview(_ act: BulkAct, _ ids: [String]) -> Outcome {
        Outcome(effects: [.previewBulk(act, ids: ids)], message: "Checking \(counted(ids.count, "claim")) …")
    }

    /// What was done is kept for undo. The marks stay: the next act is often on the same claims.
    mutating func note(_ act: BulkAct, _ lines: [BulkLine]) {
        if lines.contains(where: \.isDone) { done.append(.bulk(act.title)) }
    }
}
