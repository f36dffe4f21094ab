public import TerminalKit

/// The full-screen forms before the desk, or over it while it is locked, as a value: events go in, requests and frames come
/// out. It knows no store, no clock and no file; whoever carries out a request answers with one of the methods below.
public struct SignIn: Sendable {
    public enum Purpose: Hashable, Sendable {
        /// `hasClaims`: from a version that did not encrypt them.
        case firstStart(hasClaims: Bool)
        /// Nobody has signed in yet to the records on a server.
        case firstOnServer
        case signIn
        /// `since`: a time of the day, as it is shown.
        case locked(name: String, since: String)
        case changePassphrase
        /// By the recovery key, since the passphrase is lost.
        case recovery
        /// The code of the second factor alone.
        case code
    }

    enum Page: Sendable {
        case choice(SignInChoice)
        case form(SignInForm)
    }

    let purpose: Purpose
    let keymap: Keymap
    var page: Page
    private(set) var size: Size
    var status = Status()
    let name: String

    struct Status: Sendable {
        /// What is being carried out.
        var request: SignInRequest?
        /// What the last key did, or why it did nothing.
        var remark: String?
        /// Why a request was refused.
        var refusal: String?
        var secondsToWait = 0
        /// Whether Esc was pressed where leaving takes a second key.
        var asksToLeave = false
    }

    /// - Parameter name: of the person who signed in last on this machine; to be changed.
    public init(_ purpose: Purpose, size: Size, name: String = "", keymap: Keymap = .standard) {
        self.purpose = purpose
        self.size = size
        self.name = name
        self.keymap = keymap
        page =
            switch purpose {
            case .firstStart(let hasClaims): .choice(SignInChoice(hasClaims: hasClaims))
            case .firstOnServer: .form(SignInForm(.firstOnServer(name: name)))
            case .signIn: .form(SignInForm(.signIn(name: name)))
            case .locked(let name, let since): .form(SignInForm(.locked(name: name, since: since)))
            case .changePassphrase: .form(SignInForm(.changedPassphrase))
            case .recovery: .form(SignInForm(.recovery(name: name)))
            case .code: .form(SignInForm(.code))
            }
    }

    /// Whether a refused attempt has to be waited for: then `tick` is due each second.
    public var isWaiting: Bool { status.secondsToWait > 0 }

    /// Takes one event.
    ///
    /// - Returns: what is to be carried out; nothing more is asked for until it is answered, but to leave.
    public mutating func handle(_ event: Event) -> SignInRequest? {
        switch event {
        case .resized(let size): self.size = size
        case .suspending, .resumed: break
        case .terminated, .hangup: return .leave
        // No key is applied unseen.
        case .key, .paste: if isLargeEnough { return handleInput(event) }
        }
        return nil
    }
}
