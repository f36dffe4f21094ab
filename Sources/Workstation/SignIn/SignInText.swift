import TerminalKit

/// What the forms of the sign-in are called and what they explain.
extension SignInStep {
    var title: String {
        switch self {
        case .signIn: "Sign in"
        case .locked: "Locked"
        case .newPassphrase: "Name and passphrase"
        case .firstOnServer: "First start on this server"
        case .changedPassphrase: "Change passphrase"
        case .recovery: "Lost passphrase"
        case .code, .secondFactor: "Second factor"
        case .recoveryKey: "Recovery key"
        }
    }

    /// What Enter does on the last field.
    var act: String {
        switch self {
        case .signIn, .code: "Sign in"
        case .locked: "Unlock"
        case .newPassphrase, .firstOnServer, .changedPassphrase, .recovery: "Save"
        case .recoveryKey: "Continue"
        case .secondFactor: "Check"
        }
    }

    /// - Parameter showsPicture: whether the QR code of the second factor has room.
    func paragraphs(showsPicture: Bool) -> [SignInParagraph] {
        switch self {
        case .signIn: [SignInParagraph("Enter your name and passphrase.")]
        case .locked(let name, let since):
            [SignInParagraph("Locked since \(since). \(name), enter your passphrase to go on where you were.")]
        case .newPassphrase:
            [SignInParagraph("Your name is kept with your overrides, notes and submissions.")] + SignInStep.lengthRule
        case .firstOnServer:
            [
                SignInParagraph(
                    "Claims are encrypted before they go to the server, and nobody has signed in there yet. Set your name and "
                        + "passphrase: you are a lead then, and add the others (cleanclaim people add)."),
                SignInParagraph("If you should not be the first one, press Esc and ask."),
            ] + SignInStep.lengthRule
        case .changedPassphrase: SignInStep.lengthRule
        case .recovery:
            [SignInParagraph("Enter the recovery key as it was printed; spaces, hyphens and case do not matter.")]
                + SignInStep.lengthRule
        case .code: [SignInParagraph("Enter the 6 digits that your authenticator app shows now.")]
        case .recoveryKey(let key):
            [
                SignInParagraph("Write it down or print it. It opens the records if every passphrase is lost."),
                SignInParagraph(key.text, role: .title),
                SignInParagraph("It is not shown again. Keep it away from this machine."),
                SignInParagraph("To go on, type its last group from what you wrote down."),
            ]
        case .secondFactor(let key, _):
            [
                SignInParagraph(
                    showsPicture
                        ? "Scan the code with an authenticator app, or type this key into the app:"
                        : "Type this key into an authenticator app. A larger window shows it as a QR code to scan, too:"
                ),
                SignInParagraph(key.text.inFours, role: .title),
                SignInParagraph("Then enter the 6 digits that the app shows."),
            ]
        }
    }

    private static var lengthRule: [SignInParagraph] {
        [
            SignInParagraph(
                "A passphrase has at least \(shortestPassphrase) characters. A few unrelated words are good; spaces count; "
                    + "nothing else is required."),
            SignInParagraph(
                "NIST SP 800-63B asks for at least 8 and no mix of character types; \(shortestPassphrase) here, because the keys are "
                    + "on the disk.", role: .hint),
        ]
    }
}

/// A text above the fields.
struct SignInParagraph: Hashable, Sendable {
    let text: String
    let role: Role

    init(_ text: String, role: Role = .text) {
        self.text = text
        self.role = role
    }
}

extension String {
    /// The text in groups of four characters, as a hand copies it.
    fileprivate var inFours: String {
        let letters = Array(self)
        return stride(from: 0, to: letters.count, by: 4)
            .map { String(letters[$0..<min($0 + 4, letters.count)]) }.joined(separator: " ")
    }
}
