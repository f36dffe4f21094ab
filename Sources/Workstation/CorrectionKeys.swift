import ClaimModel
import ClaimRules
import TerminalKit

/// A claim that was sent, made the one to be sent again.
extension Workstation {
    mutating func askHowToSendAgain() -> [Effect] {
        guard let open = editor, !open.isPractice else { return say("Open a claim first: only a claim is sent again.") }
        let ways = Correction.ways(
            for: open.draft, status: open.work.status, answers: open.answers,
            in: desk.context(for: open.draft, history: open.earlier))
        guard !ways.isEmpty else {
            return say(
                "Nothing says that this claim was sent: it is \(open.work.status.rawValue), and no answer has come. Edit it "
                    + "as it is; \(keyName(.payerAnswer)) keys an answer.")
        }
        dialog = .correction(CorrectionChoice(ways: ways))
        return []
    }

    mutating func showChanges() -> [Effect] {
        guard editor?.isPractice == false else { return say("Open a claim first: versions are kept of claims.") }
        return showPreview(.changes)
    }

    /// The version that was sent is kept before anything changes.
    mutating func correct(as way: Correction) -> [Effect] {
        guard let open = editor else { return [] }
        editor?.leaveField(in: desk.parsing)
        var effects = save() + [.keepVersion(id: open.draft.id)]
        let context = desk.parsing
        editor?.step { work in
            work.draft.correct(as: way, after: open.answers, in: context)
            work.status = .draft
        }
        effects += save()
        let number = way.originalReference.isEmpty ? "" : ", payer's claim no. \(way.originalReference)"
        return effects
            + say(
                "Frequency \(way.frequency.code)\(number). Mend what was answered, then mark it ready. "
                    + "\(keyName(.undo)) takes it back; the version that was sent is kept.")
    }
}
