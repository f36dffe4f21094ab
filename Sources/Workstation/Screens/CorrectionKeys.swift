import ClaimModel
import ClaimRules

/// A claim that was submitted, made the one to submit next.
extension ClaimScreen {
    func askHowToResubmit(_ view: DeskView) -> Outcome {
        if let refusal = editor.refusal(view) { return .say(refusal) }
        let ways = Correction.ways(
            for: editor.draft, status: editor.work.status, answers: editor.answers,
            in: view.inputs.context(for: editor.draft, history: editor.earlier))
        return CorrectionChoice(ways: ways).map { Outcome.open($0) }
            ?? .say(
                "Not submitted yet (\(editor.work.status.rawValue)). Edit it directly; "
                    + "\(view.key(.payerAnswer)) enters a payer response.")
    }

    /// The version that was submitted is kept before anything changes.
    mutating func resubmit(_ way: Correction, _ view: DeskView) -> Outcome {
        editor.leaveField(in: view.parsing)
        var effects = editor.save(view.inputs) + [.keepVersion(id: editor.draft.id)]
        let answers = editor.answers
        editor.step { work in
            work.draft.correct(as: way, after: answers, in: view.parsing)
            work.status = .draft
        }
        effects += editor.save(view.inputs)
        let number = way.originalReference.isEmpty ? "" : ", payer's claim no. \(way.originalReference)"
        return Outcome(
            effects: effects,
            message:
                "Frequency \(way.frequency.code)\(number). \(way.task) \(view.key(.undo)) undoes; the submitted version is "
                + "kept.")
    }
}
