import ClaimModel
public import TerminalKit
public import TextKit

extension SignIn {
    var isLargeEnough: Bool {
        size.columns >= Workstation.smallest.columns && size.rows >= Workstation.smallest.rows
    }

    /// The screen as it should look now.
    public func frame(glyphs: Glyphs) -> Frame {
        var frame = Frame(size, glyphs: glyphs)
        guard isLargeEnough else {
            frame.drawTooSmall(Workstation.smallest)
            return frame
        }
        let picture = picture
        let column = SignInColumn(size, beside: picture)
        if picture.isEmpty {
            frame.horizontalRule(row: column.messageTop - 1)
        } else {
            frame.draw(picture, at: Position(column: 0, row: column.top))
        }
        frame.drawHead(title, in: column)
        switch page {
        case .choice(let choice): frame.draw(choice, in: column)
        case .form(let form): frame.draw(form, showsPicture: !picture.isEmpty, in: column)
        }
        if let (text, role) = message(glyphs) { frame.drawMessage(text, role: role, in: column) }
        frame.drawFooter(footer, keymap)
        return frame
    }

    private var title: String {
        switch page {
        case .choice: "First start"
        case .form(let form): form.step.title
        }
    }

    /// The rows of the QR code, where the window has room for it and for the text next to it.
    private var picture: [String] {
        guard case .form(let form) = page, case .secondFactor(_, let picture) = form.step, !picture.text.isEmpty
        else { return [] }
        let rows = picture.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let fits =
            rows.count < size.rows && (rows.first?.columns ?? 0) + SignInColumn.leastBesidePicture <= size.columns
        return fits ? rows : []
    }

    private func message(_ glyphs: Glyphs) -> (String, Role)? {
        if status.asksToLeave {
            return ("\(leavingQuestion) \(keymap.name(of: .leave)) quits. Any other key stays.", .status)
        }
        if let remark = status.remark { return (remark, .status) }
        if let request = status.request {
            return (request.progress + (glyphs.drawsUnicode ? "…" : "..."), .status)
        }
        guard let refusal = status.refusal else { return nil }
        let wait = isWaiting ? " Wait \(counted(status.secondsToWait, "second"))." : ""
        return ("\(glyphs.error) \(refusal)\(wait)", .findingError)
    }

    private var leavingQuestion: String {
        if case .locked = purpose { return "Quit CleanClaim?" }
        return "The recovery key is not shown again. Quit without it?"
    }

    private var footer: Footer {
        if status.asksToLeave { return Footer([(.leave, "Quit"), (.back, "Stay")]) }
        switch page {
        case .choice: return Footer([(.confirm, "Select"), (.up, "Previous"), (.down, "Next"), (.back, leavingLabel)])
        case .form(let form):
            var entries: [(Command, String)] = [(.confirm, form.isOnLastField ? form.step.act : "Next")]
            if form.fields.count > 1 { entries.append((.previousField, "Previous")) }
            if case .recoveryKey = form.step { entries.append((.print, "Print")) }
            return Footer(entries + [(.back, leavingLabel)])
        }
    }

    private var leavingLabel: String {
        switch purpose {
        case .firstStart:
            if case .form(let form) = page, case .newPassphrase = form.step { "Back" } else { "Quit" }
        case .firstOnServer, .signIn, .locked: "Quit"
        case .changePassphrase, .recovery, .code: "Cancel"
        }
    }
}
