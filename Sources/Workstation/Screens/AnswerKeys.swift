import ClaimModel
import ClaimRules

/// What a payer answered on paper or on its portal, entered at the desk.
extension ClaimScreen {
    func askPayerAnswer() -> Outcome {
        let codes = editor.draft.identity.recordedDenial.text
        return .open(
            Prompt(
                "Payer response: CARC and RARC such as CO-16 M119, or claim status codes such as A7:562. "
                    + "Then the claim's status; blank keeps it.",
                [
                    .init(label: "Codes", text: codes, mayBeEmpty: !codes.isEmpty),
                    .init(label: "Status", mayBeEmpty: true),
                ], for: .payerAnswer(isUndecided: [.submitted, .accepted, .pending].contains(editor.work.status))))
    }

    mutating func take(payerAnswer codes: String, status: ClaimStatus?, _ view: DeskView) -> Outcome {
        let before = editor.work
        editor.step { work in
            work.draft.type(codes, at: Place(.recordedDenial), in: view.parsing)
            if let status { work.status = status }
        }
        // What was answered is no change of what was submitted.
        if status == nil, before.status == .rejected { editor.work.status = .rejected }
        var outcome = Outcome(effects: editor.save(view.inputs))
        if editor.work.screen != .review { outcome = outcome + editor.go(to: .review, .next, view) }
        let isChanged = editor.work.draft != before.draft || editor.work.status != before.status
        return outcome
            + .say(
                isChanged
                    ? "Saved as prior denial codes. Enter on a field below a code opens it; \(view.key(.undo)) undoes."
                    : "Nothing changed.")
    }
}
