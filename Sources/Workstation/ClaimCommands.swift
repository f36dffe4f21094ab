import ClaimModel
import ClaimRules
import TerminalKit

/// Commands on the open claim: mend, override, preview, print, leave.
extension Workstation {
    /// What shows at the cursor, the gravest first.
    mutating func findingsAtCursor() -> [Finding] {
        guard var open = editor else { return [] }
        let shown = Shown(of: open, findings: open.validated(at: desk), books: desk.books)
        editor = open
        if open.work.screen == .review { return selectedReviewFinding().map { [$0] } ?? [] }
        return shown.findings(at: open.focusedPlace)
    }

    mutating func takeFix() -> [Effect] {
        let findings = findingsAtCursor()
        guard
            let finding = findings.first(where: { !$0.fixes.isEmpty }) ?? findings.first(where: \.isForProvider)
                ?? findings.first
        else {
            return say("No finding stands here. \(keyName(.nextFinding)) goes to the next one.")
        }
        let fixes = finding.fixes
        if fixes.count == 1, let draft = editor?.draft, !fixes[0].isDecision(on: draft) { return apply(fixes[0]) }
        let choice = FixChoice(finding: finding)
        guard !choice.choices.isEmpty else { return say("No key can mend this. \(finding.remedy)") }
        dialog = .fixes(choice)
        return []
    }

    /// A question in the person's own words; what was asked before is there to be changed.
    mutating func askProvider(about finding: Finding) {
        let asked = editor.flatMap { finding.query(in: $0.draft) }
        dialog = .prompt(
            Prompt(
                title: "Ask the provider about \(finding.rule.id): \(finding.message)",
                questions: [
                    .init(label: "Question", text: asked?.question ?? ""), .init(label: "Your name", text: signer),
                ],
                purpose: .query(finding)))
    }

    mutating func apply(_ fix: Fix) -> [Effect] {
        editor?.apply(fix, in: desk.parsing)
        message = "Done: \(fix.label). \(keyName(.undo)) takes it back."
        return save()
    }

    mutating func askOverride() {
        let warnings = findingsAtCursor().filter { $0.severity == .warning }
        guard let finding = warnings.first else {
            message =
                findingsAtCursor().isEmpty
                ? "No warning stands here. \(keyName(.nextFinding)) goes to the next finding."
                : "Only a warning can be overridden; an error has to be mended."
            return
        }
        dialog = .prompt(
            Prompt(
                title: "Override \(finding.rule.id): \(finding.message)",
                questions: [.init(label: "Reason"), .init(label: "Your name", text: signer)],
                purpose: .override(finding)))
    }

    mutating func askPrint(_ paperwork: Paperwork = .summary) {
        let title = "Print the \(paperwork.words). Empty prints it on the printer; a file name writes it there."
        dialog = .prompt(
            Prompt(
                title: title, questions: [.init(label: "File", mayBeEmpty: true)], purpose: .print(paperwork)))
    }

    mutating func showPreview(_ kind: Preview) -> [Effect] {
        guard let draft = editor?.draft else { return [] }
        return [.preview(kind, draft)]
    }

    /// Back from Review's jump, or to the worklist; everything is saved already.
    mutating func leaveClaim() -> [Effect] {
        guard let open = editor else { return [] }
        if open.visits.cameFromReview, open.work.screen != .review {
            editor?.visits.cameFromReview = false
            let row = open.visits.reviewRow
            let effects = goToScreen(.review, end: "")
            editor?.visits.reviewRow = row
            return effects
        }
        return closeClaim() + [.list] + refreshedBatches()
    }

    /// Saves what is open and lets go of it.
    mutating func closeClaim() -> [Effect] {
        editor?.leaveField(in: desk.parsing)
        var effects = save()
        guard var left = editor else { return effects }
        editor = nil
        if left.isPractice {
            message = left.wordsOnLeavingSetUp(at: desk, back: "\(keyName(.goToScreen)) \(Screen.practice.rawValue)")
            desk.practice = left.draft
            effects.append(.savePractice(left.draft))
        } else {
            effects.append(.close(id: left.draft.id))
        }
        return effects
    }
}

extension ClaimEditor {
    /// What is still wrong with the set-up as it is left: every new claim would take it over.
    fileprivate mutating func wordsOnLeavingSetUp(at desk: Desk, back key: String) -> String? {
        let errors = validated(at: desk).filter { $0.severity == .error }
        guard let first = errors.first else { return nil }
        let count = errors.count == 1 ? "an error" : "\(errors.count) errors"
        return "The set-up is kept with \(count): \(first.message) \(key) goes back to it."
    }
}
