import ClaimModel
import ClaimRules
import TerminalKit

/// What a payer answered on paper or on its portal, keyed at the desk.
extension Workstation {
    private static let statuses: [ClaimStatus] = [
        .accepted, .pending, .rejected, .denied, .partlyPaid, .paid, .appealed,
    ]

    mutating func askPayerAnswer() {
        guard let open = editor, !open.isPractice else {
            message = "Open a claim first: an answer belongs to one."
            return
        }
        let codes = open.draft.identity.recordedDenial.text
        dialog = .prompt(
            Prompt(
                title: "What the payer answered: CARC and RARC such as CO-16 M119, claim status codes such as A7:562. "
                    + "Then where the claim stands; blank leaves that as it is.",
                questions: [
                    .init(label: "Codes", text: codes, mayBeEmpty: !codes.isEmpty),
                    .init(label: "Status", mayBeEmpty: true),
                ],
                purpose: .payerAnswer))
    }

    /// Why an answer to the question at hand cannot be taken; `nil` where it can.
    func refusal(of text: String, to prompt: Prompt) -> String? {
        guard case .payerAnswer = prompt.purpose else { return nil }
        guard prompt.current == 0 else {
            return text.allSatisfy(\.isWhitespace) || status(named: text) != nil ? nil : Workstation.statusWords
        }
        if text.count > Field.recordedDenial.shape.limit {
            return "\(Field.recordedDenial.shape.limit) characters are the most; key the codes of the denied line."
        }
        let read = AnswerCode.codes(in: text)
        guard !read.unknown.isEmpty else { return nil }
        return
            "No code of a payer: \(read.unknown.joined(separator: ", ")). A CARC looks like 16 or CO-16, a RARC like "
            + "M119, a claim status like A7:562."
    }

    /// Offers where a claim that the payer had stands by these codes; Enter takes it, typing replaces it.
    func suggestAnswer(in prompt: inout Prompt) {
        guard case .payerAnswer = prompt.purpose, prompt.current == 1, prompt.questions[1].text.isEmpty,
            let status = editor?.work.status, [.sent, .accepted, .pending].contains(status)
        else { return }
        let codes = AnswerCode.codes(in: prompt.questions[0].text).codes
        guard !codes.isEmpty else { return }
        let isRejection = codes.contains { if case .status = $0 { true } else { false } }
        prompt.questions[1].text = (isRejection ? ClaimStatus.rejected : .denied).rawValue
    }

    mutating func take(payerAnswer codes: String, status text: String) -> [Effect] {
        let status = status(named: text)
        let before = editor?.work
        let context = desk.parsing
        editor?.step { work in
            work.draft.type(codes, at: Place(.recordedDenial), in: context)
            if let status { work.status = status }
        }
        // What was answered is no change of what was sent.
        if status == nil, before?.status == .rejected { editor?.work.status = .rejected }
        let effects = save() + (editor?.work.screen == .review ? [] : goToScreen(.review, end: ""))
        let isChanged = editor?.work.draft != before?.draft || editor?.work.status != before?.status
        return effects
            + say(
                isChanged
                    ? "Kept as the earlier denial. Enter on a field below a code opens it; \(keyName(.undo)) takes it back."
                    : "Nothing is changed.")
    }

    private static let statusWords =
        "Where the claim stands is \(statuses.map(\.rawValue).joined(separator: ", ")), or blank to leave it."

    /// The status that a word, or the beginning of one, means.
    private func status(named text: String) -> ClaimStatus? {
        let word = text.lowercased().split(separator: " ").joined(separator: " ")
        let found = Workstation.statuses.filter { $0.rawValue.hasPrefix(word) }
        if let exact = found.first(where: { $0.rawValue == word }) { return exact }
        return found.count == 1 ? found[0] : nil
    }
}
