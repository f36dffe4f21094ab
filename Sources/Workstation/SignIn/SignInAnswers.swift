/// What whoever carries out the requests answers.
extension SignIn {
    /// The request was refused: it may be made again after some seconds. What was typed meanwhile stays.
    public mutating func refuse(_ message: String, wait seconds: Int = 0) {
        status = Status(refusal: message, secondsToWait: max(0, seconds))
    }

    /// Seconds have passed.
    public mutating func tick(_ seconds: Int = 1) {
        status.secondsToWait = max(0, status.secondsToWait - seconds)
    }

    /// The request is carried out, and the screen stays.
    public mutating func say(_ message: String) {
        status = Status(remark: message)
    }

    /// The passphrase is right: asks for the code of the second factor. Digits that were typed meanwhile are its first ones.
    public mutating func askForCode() {
        var form = SignInForm(.code)
        if case .form(let earlier) = page, earlier.typed.isDigits {
            _ = form.type(earlier.typed)
        }
        show(form)
    }

    /// Shows the recovery key, once: in groups, with spaces or hyphens between them. The person goes on (`.done`) by typing
    /// the last group, as proof that it was written down.
    public mutating func show(recoveryKey key: Secret) { show(SignInForm(.recoveryKey(key))) }

    /// Shows the key of the second factor and asks for a code, as proof that it works.
    ///
    /// - Parameter picture: the rows of its QR code; it is left out where the window has no room for it.
    public mutating func show(secondFactor key: Secret, picture: [String]) {
        show(SignInForm(.secondFactor(key: key, picture: Secret(picture.joined(separator: "\n")))))
    }

    private mutating func show(_ form: SignInForm) {
        page = .form(form)
        status = Status()
    }
}
