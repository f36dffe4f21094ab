import ClaimModel
import TerminalKit

/// Keys and pastes at the sign-in screen.
extension SignIn {
    mutating func handleInput(_ event: Event) -> SignInRequest? {
        status.remark = nil
        if !isWaiting { status.refusal = nil }
        let wasAsking = status.asksToLeave
        status.asksToLeave = false
        switch event {
        case .paste(let text, let dropped): paste(text, dropped: dropped)
        case .key(let key):
            let command = keymap.command(for: key)
            switch command {
            case .leave where wasAsking: return .leave
            case .back: return goBack()
            case .leaveHint: status.remark = "\(key.name) does not quit. \(keymap.name(of: .back)) does."
            default: return ask(press(key, command))
            }
        default: break
        }
        return nil
    }

    /// Hands a request over, unless one is being carried out or the person has to wait.
    private mutating func ask(_ request: SignInRequest?) -> SignInRequest? {
        if let request { status.request = request }
        return request
    }

    private mutating func press(_ key: Key, _ command: Command?) -> SignInRequest? {
        switch page {
        case .choice(var choice):
            guard status.request == nil else { return nil }
            let answer = choice.press(key, command)
            page = .choice(choice)
            switch answer {
            case .chosen(.thisMachine): return .useThisMachine
            case .chosen(.passphrase): page = .form(SignInForm(.newPassphrase(name: name)))
            case .moved: break
            case .refused(let remark): status.remark = remark
            }
            return nil
        case .form(var form):
            defer { page = .form(form) }
            return press(key, command, in: &form)
        }
    }

    private mutating func press(_ key: Key, _ command: Command?, in form: inout SignInForm) -> SignInRequest? {
        if case .character(let character) = key {
            status.remark = form.type(String(character))
            return nil
        }
        switch command {
        case .confirm: return confirm(&form)
        case .print:
            if case .recoveryKey = form.step, status.request == nil { return .printRecoveryKey }
        case let command?:
            switch form.take(command) {
            case .done: return nil
            case .refused(let remark):
                status.remark = remark
                return nil
            case .unknown: break
            }
        case nil: break
        }
        status.remark = "\(key.name) does nothing here."
        return nil
    }

    private mutating func confirm(_ form: inout SignInForm) -> SignInRequest? {
        if form.goOn() { return nil }
        // What is typed meanwhile stays in its field.
        guard status.request == nil, !isWaiting else { return nil }
        do {
            return try form.submit()
        } catch {
            status.remark = error.message
            return nil
        }
    }

    /// Types a paste; its line ends and tabs go to the next field, and nothing in it asks for anything.
    private mutating func paste(_ text: String, dropped: Int) {
        guard case .form(var form) = page else {
            status.remark = SignInChoice.hint
            return
        }
        if dropped > 0 { status.remark = "Pasted without \(counted(dropped, "control character"))." }
        let pieces = text.split(omittingEmptySubsequences: false) { $0.isNewline || $0 == "\t" }
        for (index, piece) in pieces.enumerated() where index == 0 || form.goOn() {
            if let remark = form.type(String(piece)) { status.remark = remark }
        }
        page = .form(form)
    }

    private mutating func goBack() -> SignInRequest? {
        if let request = status.request, request.isChange {
            status.remark = "\(request.progress). Wait until it is done."
            return nil
        }
        guard case .form(let form) = page else { return .leave }
        if case .newPassphrase = form.step, case .firstStart(let hasClaims) = purpose {
            page = .choice(SignInChoice(hasClaims: hasClaims))
            return nil
        }
        guard form.step.asksBeforeLeaving else { return .leave }
        status.asksToLeave = true
        return nil
    }
}
