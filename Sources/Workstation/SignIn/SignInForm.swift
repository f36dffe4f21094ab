import TerminalKit
import TextKit

/// One form of the sign-in: its fields, and which of them is typed in.
struct SignInForm: Sendable {
    let step: SignInStep
    private(set) var fields: [TypedField]
    private(set) var focus: Int

    init(_ step: SignInStep) {
        self.step = step
        fields = step.fields
        focus = fields.firstIndex { $0.text.isEmpty } ?? 0
    }

    var isOnLastField: Bool { focus == fields.count - 1 }

    /// The text in the focused field.
    var typed: String { fields[focus].text }

    /// What a command came to.
    enum Edit {
        /// It is no command of a form.
        case unknown
        case done
        case refused(String)
    }

    /// Carries out a command that moves or edits.
    mutating func take(_ command: Command) -> Edit {
        switch command {
        case .nextField, .down: return goOn() ? .done : .refused("This is the last field.")
        case .previousField, .up:
            guard focus > 0 else { return .refused("This is the first field.") }
            focus -= 1
        case .left: return move(to: fields[focus].cursor - 1)
        case .right: return move(to: fields[focus].cursor + 1)
        case .home: return move(to: 0)
        case .end: return move(to: typed.count)
        case .backspace: fields[focus].remove(offset: -1)
        case .delete: fields[focus].remove(offset: 0)
        case .clear: fields[focus].clear()
        default: return .unknown
        }
        return .done
    }

    private mutating func move(to place: Int) -> Edit {
        let end = place > 0 ? "end" : "start"
        return fields[focus].move(to: place) ? .done : .refused("This is the \(end) of the text.")
    }

    /// To the next field, if there is one.
    mutating func goOn() -> Bool {
        guard !isOnLastField else { return false }
        focus += 1
        return true
    }

    /// Types into the focused field.
    ///
    /// - Returns: what to say where it does not fit.
    mutating func type(_ text: String) -> String? { fields[focus].insert(text) }

    /// What is asked for. What was hidden is typed again, whatever the answer is: the fields are emptied and the first of
    /// them has the cursor.
    mutating func submit() throws(UnfitAnswer) -> SignInRequest {
        do throws(UnfitAnswer) {
            let request = try step.request(fields)
            let emptied = fields.indices.filter { fields[$0].isHidden || fields.count == 1 }
            for index in emptied { fields[index].clear() }
            focus = emptied.first ?? 0
            return request
        } catch {
            focus = error.field
            if error.clears { for index in error.field..<fields.count { fields[index].clear() } }
            throw error
        }
    }
}
