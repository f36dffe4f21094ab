import ClaimModel
import ClaimRules
import TerminalKit

/// Commands on findings: explain, fix, ask, override.
extension ClaimEditor {
    /// What shows at the cursor, the gravest first.
    mutating func findingsAtCursor(_ inputs: Inputs) -> [Finding] {
        guard work.screen == .review else { return shown(inputs).findings(at: focusedPlace) }
        _ = review(inputs)
        return shownFindingsAtCursor
    }

    /// The same, as of the last frame.
    var shownFindingsAtCursor: [Finding] {
        guard work.screen == .review else { return shown?.findings(at: focusedPlace) ?? [] }
        return if case .finding(let finding, _) = selectedReviewRow { [finding] } else { [] }
    }

    mutating func takeFix(_ view: DeskView) -> Outcome {
        var findings = findingsAtCursor(view.inputs)
        // What is not reported yet may be filled in all the same.
        if findings.isEmpty, work.screen != .review {
            let place = focusedPlace
            findings = validated(at: view.inputs).filter { $0.place == place && !$0.fixes.isEmpty }
        }
        guard
            let finding = findings.first(where: { !$0.fixes.isEmpty }) ?? findings.first(where: \.isForProvider)
                ?? findings.first
        else {
            return takeSuggestion(view)
                ?? .say("Nothing to fix here. \(view.key(.nextFinding)): next finding.")
        }
        if finding.fixes.isEmpty, !finding.isForProvider, let outcome = takeSuggestion(view) { return outcome }
        let fixes = finding.fixes
        if fixes.count == 1, !fixes[0].isDecision(on: draft) { return take(.apply(fixes[0]), view) }
        return FixChoice(finding: finding).map { Outcome.open($0) }
            ?? .say("No automatic fix. \(finding.remedy)")
    }

    /// Enters what the reference files know of the field; `nil` where they know nothing that could be entered.
    private mutating func takeSuggestion(_ view: DeskView) -> Outcome? {
        guard let suggestion = suggestion(view.inputs), let fix = suggestion.fix else { return nil }
        guard suggestion.isAnotherPatient else { return take(.enter(fix), view) }
        replacePatient(emptying: fix.edits.map(\.place), nil, in: view.parsing)
        return Outcome(effects: save(view.inputs), message: "Emptied: \(fix.label). \(view.key(.undo)) undoes.")
    }

    mutating func askOverride(_ view: DeskView) -> Outcome {
        let findings = findingsAtCursor(view.inputs)
        // The open ones come first.
        guard let finding = findings.first(where: { $0.severity == .warning }) else {
            return .say(
                findings.contains { $0.severity == .error }
                    ? "Only a warning can be overridden. Fix the error."
                    : "No warning here. \(findings.isEmpty ? "" : "A note needs no override. ")"
                        + "\(view.key(.nextFinding)): next finding.")
        }
        let (id, person) = (finding.rule.id, view.inputs.signedIn)
        guard person.isLead || !view.inputs.preferences.reservedRules.contains(id) else {
            return .say("Only a lead may override \(id). Fix it, or ask a lead.")
        }
        return .open(
            Prompt(
                "Override \(id): \(finding.message) Signed by \(person.name).", [.init(label: "Reason")],
                for: .override(finding)))
    }

    /// What was asked for over the fields. What only a claim can do is its screen's.
    mutating func take(_ request: Request, _ view: DeskView) -> Outcome {
        let message: String
        switch request {
        case .enter(let fix) where file != nil:
            apply(fix.within(file), in: view.parsing)
            message = "Entered \(fix.label). \(view.key(.undo)) undoes."
        case .apply(let fix):
            apply(fix, in: view.parsing)
            message = "Done: \(fix.label). \(view.key(.undo)) undoes."
        case .enter(let fix) where namesAnotherPatient(fix, view):
            return .open(AnotherPatient(fix: fix, personal: personalTexts()))
        case .enterPatient(let fix, let personal):
            replacePatient(emptying: personal, fix, in: view.parsing)
            message = "Entered \(fix.label). \(view.key(.undo)) undoes."
        case .enter(let fix):
            apply(fix, in: view.parsing)
            message =
                goToNextBlank()
                ? "Fill in the blank; Enter goes to the next. \(view.key(.undo)) undoes."
                : "Entered \(fix.label). \(view.key(.undo)) undoes."
        case .override(let finding, let reason):
            overrideWarning(finding, reason: reason, by: view.inputs.signedIn.name, on: view.inputs.today)
            message = "Override saved. It ends if these fields change."
        case .query(let finding, let question):
            ask(question, about: finding, by: view.inputs.signedIn.name, on: view.inputs.today)
            message = "Question added to the query sheet. Review shows and prints it."
        case .askProvider(let finding): return askProvider(about: finding, view)
        default: return .nothing
        }
        return Outcome(effects: save(view.inputs), message: message)
    }

    /// Whether an entry of the file is of another patient than the claim, which has texts of the first.
    private func namesAnotherPatient(_ fix: Fix, _ view: DeskView) -> Bool {
        guard fix.edits.contains(where: { $0.place.field == .patientLastName }), let before = draft.patient.identity,
            !personalTexts().isEmpty
        else { return false }
        var after = draft
        for edit in fix.edits { after.type(edit.text, at: edit.place, in: view.parsing) }
        return after.patient.identity != before
    }

    /// A question in the person's own words; what was asked before is there to be changed.
    private func askProvider(about finding: Finding, _ view: DeskView) -> Outcome {
        .open(
            Prompt(
                "Ask the provider about \(finding.rule.id): \(finding.message)",
                [.init(label: "Question", text: finding.query(in: draft)?.question ?? "")], for: .query(finding)))
    }

    mutating func explain(_ view: DeskView) -> Outcome {
        func text(_ title: String, _ lines: [String]) -> Outcome {
            .open(Pager(.explanation, title: title, lines: lines, columns: view.size.columns))
        }
        if let finding = findingsAtCursor(view.inputs).first {
            let explanation = Explanation(
                of: finding, in: draft, inputs: view.inputs, fixKey: view.key(.takeFix))
            return text("Why \(finding.rule.id)", explanation.lines)
        }
        guard work.screen == .review else {
            let explanation = Explanation(of: focusedPlace, in: draft, silenced: view.inputs.policies.silenced)
            return text(focusedPlace.field.label, explanation.lines)
        }
        guard let details = selectedReviewRow?.details(on: draft, view.inputs.books) else {
            return .open(view.keyList(in: .review))
        }
        return text(details.title, details.lines)
    }

    /// Whether a command does something on the fields now.
    func applies(_ command: Command, _ view: DeskView) -> Bool {
        let findings = shownFindingsAtCursor
        let isInRow = focusedPlace.field.part != .claim
        if command.changesTexts, refusal(view) != nil { return false }
        return switch command {
        case .takeFix:
            findings.contains { $0.isForProvider || !$0.fixes.isEmpty } || suggestion(view.inputs)?.fix != nil
                || selectedArrival != nil
        case .overrideWarning: findings.contains { $0.severity == .warning }
        case .lookUp: LookUpSource(of: focusedPlace.field) != .nothing
        case .deleteLine, .duplicate, .nextLine: isInRow
        case .payerAnswer, .resubmit, .changes: wasSent
        case .askForClaim: turn.mayBeAsked
        case .giveClaim, .keepClaim: if case .asked = turn { true } else { false }
        case .takeOver: if case .unanswered = turn { true } else { false }
        default: true
        }
    }
}

extension DeskView {
    /// What F1 shows of an area.
    func keyList(in area: Area) -> Pager {
        Pager(.keys, title: "Keys", lines: KeyList(of: keymap).lines(in: area), columns: size.columns)
    }
}
