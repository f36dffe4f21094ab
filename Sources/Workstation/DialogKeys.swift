import ClaimModel
import ClaimRules
import TerminalKit
import TextKit

/// Keys while something lies over the screen.
extension Workstation {
    mutating func pressInDialog(_ key: Key, _ command: Command?) -> [Effect] {
        switch dialog {
        case .lookUp(let lookUp): return press(key, command, in: lookUp)
        case .pager(let pager): return press(command, in: pager)
        case .fixes(let choice): return press(command, in: choice)
        case .correction(let choice): return press(command, in: choice)
        case .prompt(let prompt): return press(key, command, in: prompt)
        case .confirm(let question): return answer(question, command)
        case .screenNumber: return chooseScreen(key)
        case nil: return []
        }
    }

    private mutating func press(_ command: Command?, in pager: Pager) -> [Effect] {
        var pager = pager
        let rows = Pager.rows(on: size)
        let last = max(0, pager.lines.count - rows)
        switch command {
        case .back, .confirm:
            dialog = pager.behind.map { .lookUp($0) }
            return []
        case .explain where pager.behind == nil && (editor == nil || pager.title != KeyList.title):
            showKeys()
            return []
        case .up: pager.top -= 1
        case .down: pager.top += 1
        case .previousScreen: pager.top -= rows
        case .nextScreen: pager.top += rows
        case .home: pager.top = 0
        case .end: pager.top = last
        case .print:
            guard let paperwork = Preview(rawValue: pager.title)?.paperwork else {
                return say("This is not printed from here.")
            }
            askPrint(paperwork)
            return []
        case .preview where pager.behind == nil:
            dialog = nil
            return showPreview(Preview(rawValue: pager.title)?.next ?? .cms1500)
        default: return say("Arrows and PgDn read on, Esc goes back.")
        }
        let top = min(max(0, pager.top), last)
        if top != pager.top { message = pager.top < 0 ? "This is the beginning." : "This is the end." }
        pager.top = top
        dialog = .pager(pager)
        return []
    }

    private mutating func press(_ command: Command?, in choice: FixChoice) -> [Effect] {
        var choice = choice
        let count = choice.choices.count
        switch command {
        case .back:
            dialog = nil
            return []
        case .confirm:
            dialog = nil
            switch choice.choices[min(choice.selection, count - 1)] {
            case .fix(let fix): return apply(fix)
            case .ask:
                askProvider(about: choice.finding)
                return []
            }
        default:
            guard let selection = selection(behind: command, from: choice.selection, of: count) else { return [] }
            choice.selection = selection
        }
        dialog = .fixes(choice)
        return []
    }

    private mutating func press(_ command: Command?, in choice: CorrectionChoice) -> [Effect] {
        var choice = choice
        switch command {
        case .back:
            dialog = nil
            return say("The claim is as it was.")
        case .confirm:
            dialog = nil
            return correct(as: choice.chosen)
        default:
            guard let selection = selection(behind: command, from: choice.selection, of: choice.ways.count) else {
                return []
            }
            choice.selection = selection
        }
        dialog = .correction(choice)
        return []
    }

    /// The choice that an arrow leads to; else words.
    private mutating func selection(behind command: Command?, from selection: Int, of count: Int) -> Int? {
        switch command {
        case .up, .previousField:
            if selection > 0 { return selection - 1 }
            message = "This is the first choice."
        case .down, .nextField:
            if selection < count - 1 { return selection + 1 }
            message = "This is the last choice."
        default: message = "Up and Down choose, Enter takes, Esc leaves the claim as it is."
        }
        return nil
    }

    private mutating func press(_ key: Key, _ command: Command?, in prompt: Prompt) -> [Effect] {
        var prompt = prompt
        switch command {
        case .back:
            dialog = nil
            return say("Nothing is changed.")
        case .confirm, .nextField, .down:
            let question = prompt.questions[prompt.current]
            guard question.mayBeEmpty || !question.text.allSatisfy(\.isWhitespace) else {
                return say("\(question.label) is needed; Esc gives up.")
            }
            if let words = refusal(of: question.text, to: prompt) { return say(words) }
            guard prompt.current == prompt.questions.count - 1 else {
                prompt.current += 1
                prompt.isUntouched = true
                suggestAnswer(in: &prompt)
                break
            }
            dialog = nil
            return answer(prompt)
        case .previousField, .up:
            guard prompt.current > 0 else { return say("This is the first question; Esc gives up.") }
            prompt.current -= 1
            prompt.isUntouched = true
        case .clear: prompt.questions[prompt.current].text = ""
        case .end: prompt.isUntouched = false
        case .backspace:
            prompt.isUntouched = false
            if !prompt.questions[prompt.current].text.isEmpty { prompt.questions[prompt.current].text.removeLast() }
        case nil:
            guard case .character(let character) = key, !character.isControl else { return [] }
            guard prompt.questions[prompt.current].text.count < 200 else { return say("200 characters are the most.") }
            if prompt.isUntouched { prompt.questions[prompt.current].text = "" }
            prompt.isUntouched = false
            prompt.questions[prompt.current].text.append(character)
        default: return say("Type the answer; Enter goes on, Esc gives up.")
        }
        dialog = .prompt(prompt)
        return []
    }

    private mutating func answer(_ prompt: Prompt) -> [Effect] {
        let answers = prompt.questions.map(\.text)
        switch prompt.purpose {
        case .override(let finding):
            signer = answers[1]
            editor?.overrideWarning(finding, reason: answers[0], by: answers[1], on: desk.today)
            message = "\(finding.rule.id) is overridden; it lapses when what it read changes."
            return save()
        case .comment(let id): return [.comment(id: id, text: answers[0]), .list]
        case .hold(let id): return [.hold(id: id, reason: answers[0]), .list]
        case .query(let finding):
            signer = answers[1]
            editor?.ask(answers[0], about: finding, by: answers[1], on: desk.today)
            message = "The question stands on the query sheet; Review shows and prints it."
            return save()
        case .payerAnswer: return take(payerAnswer: answers[0], status: answers[1])
        case .send(let claims):
            message = "\(counted(claims, "claim")) \(claims == 1 ? "is" : "are") being sent …"
            return [.send(to: answers[0])]
        case .print(let paperwork):
            guard let draft = editor?.draft else { return [] }
            return [.print(draft, paperwork, answers[0].isEmpty ? .printer : .file(answers[0]))]
        }
    }

    private mutating func answer(_ question: Confirm, _ command: Command?) -> [Effect] {
        dialog = nil
        guard command == .nextLine else { return say("Nothing is changed.") }
        switch question {
        case .leave: return [.leave]
        case .markReady:
            editor?.step { $0.status = .ready }
            message = "Ready. Any change makes it a draft again."
            return save()
        }
    }

    private mutating func chooseScreen(_ key: Key) -> [Effect] {
        dialog = nil
        guard case .character(let digit) = key, let number = digit.wholeNumberValue,
            let screen = Screen(rawValue: number)
        else { return say("The screens are 1 to 7, and 9 for the practice set-up.") }
        if editor == nil {
            guard screen == .practice else {
                return say("Open a claim first: Enter, or \(keyName(.nextLine)) for a new one.")
            }
            editor = ClaimEditor(practice: desk.practice)
            return []
        }
        return goToScreen(screen, end: "")
    }

    mutating func explain() {
        guard let open = editor else { return showKeys() }
        if let finding = findingsAtCursor().first {
            let words = Explanation(
                of: finding, in: open.draft, books: desk.books, fixKey: keyName(.takeFix))
            dialog = .pager(Pager(title: "Why \(finding.rule.id)", lines: words.lines, columns: size.columns))
        } else if open.work.screen == .review {
            if let words = selectedAnswerDetails() { return read(words) }
            guard let entry = selectedForecast() else { return showKeys() }
            let remarks = ([entry.denial].compactMap(\.self) + entry.remarks).map { "  \($0.words(in: desk.books))" }
            let causes = entry.findings.map { "  \($0.rule.id)  \($0.place.words): \($0.message)" }
            let lines = [words(of: entry), ""] + remarks + ["", "What leads to it:"] + causes
            dialog = .pager(Pager(title: "Denial forecast", lines: lines, columns: size.columns))
        } else {
            let words = Explanation(of: open.focusedPlace, in: open.draft)
            dialog = .pager(Pager(title: open.focusedPlace.field.label, lines: words.lines, columns: size.columns))
        }
    }

    private mutating func read(_ words: (title: String, lines: [String])) {
        dialog = .pager(Pager(title: words.title, lines: words.lines, columns: size.columns))
    }

    mutating func showKeys() {
        let keys = KeyList(of: desk.preferences.keymap, inList: editor == nil)
        dialog = .pager(Pager(title: KeyList.title, lines: keys.lines, columns: size.columns))
    }

    /// Inside a paste line ends and tabs move on, as Enter and Tab do; nothing is a command.
    mutating func paste(_ text: String) -> [Effect] {
        if dialog != nil || editor == nil {
            return text.filter { !$0.isControl && !$0.isNewline }.flatMap { pasteCharacter($0) }
        }
        var effects: [Effect] = []
        var piece = ""
        for character in text {
            guard character.isNewline || character == "\t" else {
                piece.append(character)
                continue
            }
            if !piece.isEmpty { effects += type(piece) }
            piece = ""
            effects += character == "\t" ? goNext(orScreen: true) : confirmField()
        }
        if !piece.isEmpty { effects += type(piece) }
        return effects
    }

    private mutating func pasteCharacter(_ character: Character) -> [Effect] {
        switch dialog {
        case .lookUp, .prompt: return pressInDialog(.character(character), nil)
        case .pager, .fixes, .correction, .confirm, .screenNumber: return []
        case nil:
            return batches == nil
                ? pressInWorklist(.character(character), nil) : pressInBatches(.character(character), nil)
        }
    }
}

extension KeyList {
    static let title = "Keys"
}
