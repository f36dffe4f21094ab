import ClaimModel
import ClaimRules
import TerminalKit
import TextKit

/// Questions that are answered by typing, one after the other.
struct Prompt: Overlay {
    let title: String
    let purpose: Purpose
    private var questions: [Question]
    private var current = 0
    /// Whether nothing has been typed since the question came up: then the first character replaces the text.
    private var isUntouched = true

    struct Question: Hashable, Sendable {
        let label: String
        var text = ""
        var mayBeEmpty = false
    }

    enum Purpose: Sendable {
        case override(Finding)
        case comment(id: String)
        case hold(id: String)
        case template
        case view
        /// Of the worklist as a table.
        case listFile
        case report(OfficeReport)
        /// What is done with several claims.
        case bulk
        case print(Paperwork)
        case query(Finding)
        /// Of a claim that the payer has, undecided, or of another one.
        case payerAnswer(isUndecided: Bool)
        /// This many claims.
        case submit(Int)
        /// The file of a payer's answer.
        case eligibility
        case askForClaim
        case writeOff(id: String)
        case followUp(id: String)
        /// With what of the patient's part is open, in cents.
        case patientPaid(id: String, open: Int)

        /// Whether the answer is a file to read.
        fileprivate var isFile: Bool { if case .eligibility = self { true } else { false } }
    }

    private static let longestAnswer = 200

    init(_ title: String, _ questions: [Question], for purpose: Purpose) {
        self.title = title
        self.questions = questions
        self.purpose = purpose
    }

    private var text: String {
        get { questions[current].text }
        set { questions[current].text = newValue }
    }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        switch command {
        case .back: return .close("Nothing changed.")
        case .confirm, .nextField, .down: return goOn(view)
        case .previousField, .up:
            guard current > 0 else { return .stay("This is the first question; Esc cancels.") }
            current -= 1
            isUntouched = true
        case .clear: text = ""
        case .same: return repeatReason(view)
        case .lookUp where purpose.isFile: return .request(.pick(nil, .eligibility))
        case .end: isUntouched = false
        case .backspace:
            isUntouched = false
            if !text.isEmpty { text.removeLast() }
        case nil: return type(key)
        default: return .stay("Type the answer. Enter continues, Esc cancels.")
        }
        return .stay()
    }

    /// F4 enters the reason that was given last, at whatever claim.
    private mutating func repeatReason(_ view: DeskView) -> Reply {
        guard takesReason, let reason = view.inputs.lastReason else {
            return .stay("Nothing to copy: no reason was given yet.")
        }
        (text, isUntouched) = (reason, false)
        return .stay()
    }

    private var takesReason: Bool {
        switch purpose {
        case .override, .hold, .bulk, .writeOff: true
        case .comment, .template, .view, .listFile, .report, .print, .query, .payerAnswer, .submit, .eligibility,
            .askForClaim, .followUp, .patientPaid:
            false
        }
    }

    private mutating func type(_ key: Key) -> Reply {
        guard case .character(let character) = key, !character.isControl else {
            return .stay("Type the answer. Enter continues, Esc cancels.")
        }
        return type(CollectionOfOne(character))
    }

    mutating func paste(_ text: String) -> Reply { type(text) }

    /// A character, or a paste as one change.
    mutating func type(_ typed: some Sequence<Character>) -> Reply {
        var answer = isUntouched ? "" : text
        isUntouched = false
        let fits = answer.append(typed, most: Prompt.longestAnswer)
        text = answer
        return .stay(fits ? nil : "At most \(Prompt.longestAnswer) characters.")
    }

    /// To the next question, or, behind the last one, to what was asked for.
    private mutating func goOn(_ view: DeskView) -> Reply {
        let question = questions[current]
        guard question.mayBeEmpty || !question.text.allSatisfy(\.isWhitespace) else {
            return .stay("\(question.label) is required; Esc cancels.")
        }
        if let refusal = refusal(view) { return .stay(refusal) }
        guard current == questions.count - 1 else {
            current += 1
            isUntouched = true
            suggestStatus()
            return .stay()
        }
        return .request(request(view))
    }

    /// Why the answer to the question at hand cannot be used; `nil` where it can.
    private func refusal(_ view: DeskView) -> String? {
        switch purpose {
        case .payerAnswer: current == 0 ? PayerAnswer.refusal(ofCodes: text) : PayerAnswer.refusal(ofStatus: text)
        case .patientPaid(_, let open): PatientPaymentAnswers.refusal(of: text, at: current, open: open, view)
        case .followUp: followUp(view) == nil ? "Not a date. Write 12/15/2026, 12/15 or t+14." : nil
        default: nil
        }
    }

    private func followUp(_ view: DeskView) -> Day? { view.day(text, until: view.inputs.today + 365) }

    /// Offers the status that these codes mean on a claim that the payer had; Enter takes it, typing replaces it.
    private mutating func suggestStatus() {
        guard case .payerAnswer(isUndecided: true) = purpose, current == 1, text.isEmpty else { return }
        text = PayerAnswer.status(after: questions[0].text)?.rawValue ?? ""
    }

    private func request(_ view: DeskView) -> Request {
        let answers = questions.map(\.text)
        switch purpose {
        case .override(let finding): return .override(finding, reason: answers[0])
        case .comment(let id): return .comment(id: id, text: answers[0])
        case .hold(let id): return .hold(id: id, reason: answers[0])
        case .template: return .saveTemplate(answers[0], replaces: false)
        case .view: return .saveView(answers[0])
        case .listFile: return .writeList(to: answers[0])
        case .report(let report): return .printReport(report, .file(answers[0], replaces: false))
        case .bulk: return .bulk(.answer(answers[0]))
        case .query(let finding): return .query(finding, question: answers[0])
        case .payerAnswer: return .payerAnswer(codes: answers[0], status: PayerAnswer.status(named: answers[1]))
        case .submit(let claims): return .submit(file: answers[0], claims: claims)
        case .eligibility: return .readEligibility(answers[0])
        case .askForClaim: return .askForClaim(reason: answers[0])
        case .writeOff(let id): return .takeStep(id: id, .writeOff(reason: answers[0]))
        case .followUp(let id): return .takeStep(id: id, .followUp(followUp(view)))
        case .patientPaid(let id, _):
            // Each answer was checked when it was given.
            return PatientPaymentAnswers.payment(answers, view).map { .takeStep(id: id, .patientPaid($0)) } ?? .keys
        case .print(let paperwork): return .print(paperwork, .file(answers[0], replaces: false))
        }
    }

    /// What Enter does on the last question.
    private var act: String {
        switch purpose {
        case .override: "Override"
        case .comment, .payerAnswer, .template, .view, .followUp: "Save"
        case .patientPaid: "Record"
        case .bulk: "Preview"
        case .listFile, .report: "Write"
        case .hold: "Hold"
        case .print: "Print"
        case .query, .askForClaim: "Ask"
        case .submit: "Submit"
        case .eligibility: "Read"
        case .writeOff: "Write off"
        }
    }
}

extension Prompt {
    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        let size = view.size
        let lines = title.wrapped(to: size.columns - 12)
        let area = Size(columns: size.columns - 8, rows: lines.count + questions.count + 3)
        let top = max(2, view.parts.findingRow - 1 - area.rows)
        frame.box(at: Position(column: 4, row: top), area)
        for (offset, line) in lines.enumerated() {
            frame.put(line, at: Position(column: 6, row: top + 1 + offset), role: .text)
        }
        for (index, question) in questions.enumerated() {
            let row = top + lines.count + 2 + index
            frame.put(question.label, at: Position(column: 6, row: row), role: .label)
            let column = 6 + 12
            let width = area.columns - 16
            let role: Role = index == current ? .fieldFocused : .field
            frame.fill(
                at: Position(column: column, row: row), Size(columns: width, rows: 1), role: role,
                with: frame.glyphs.fieldFill)
            let text = question.text.scrolled(to: question.text.columns, within: width).text
            let used = frame.put(text, at: Position(column: column, row: row), role: role)
            if index == current { frame.cursor = Position(column: column + used, row: row) }
        }
        if let message { frame.replaceMessage(message, view) }
        let label = current == questions.count - 1 ? act : "Next"
        frame.drawFooter(Footer(in: .prompt, labels: [.confirm: label]), view)
    }
}
