/// What the person at the sign-in screen asks for; whoever checks it is asked on another thread.
public enum SignInRequest: Hashable, Sendable {
    /// The key in a file that only this user can read.
    case useThisMachine
    case setPassphrase(name: String, passphrase: Secret)
    case signIn(name: String, passphrase: Secret)
    case changePassphrase(current: Secret, new: Secret)
    /// A new passphrase by the recovery key, as it was typed.
    case recover(key: Secret, name: String, passphrase: Secret)
    /// Six digits of the second factor: to sign in, or as proof that the app has its key.
    case code(String)
    /// Prints the recovery key that is shown.
    case printRecoveryKey
    /// The recovery key is written down.
    case done
    case leave

    /// Whether it changes what is kept: the person cannot leave before it is done.
    var isChange: Bool {
        switch self {
        case .useThisMachine, .setPassphrase, .changePassphrase, .recover: true
        case .signIn, .code, .printRecoveryKey, .done, .leave: false
        }
    }

    /// What the screen says meanwhile, before an ellipsis.
    var progress: String {
        switch self {
        case .useThisMachine, .setPassphrase, .changePassphrase, .recover: "Setting up"
        case .printRecoveryKey: "Printing"
        case .signIn, .code, .done, .leave: "Checking"
        }
    }
}
