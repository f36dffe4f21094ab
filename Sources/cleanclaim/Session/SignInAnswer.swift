import Workstation

/// What became of a request of the sign-in screen.
enum SignInAnswer: Sendable {
    case signedIn
    /// Why not, and for how many seconds no other attempt is taken.
    case refused(String, wait: Int)
    /// The passphrase is right; the second factor is missing.
    case needsCode
    case showRecoveryKey(Secret)
    /// The key as a person types it, and the `otpauth` address for the QR code.
    case showSecondFactor(key: Secret, address: Secret)
    /// It could not be carried out, and why.
    case failed(String)
    /// It is done, and the screen stays.
    case said(String)
}
