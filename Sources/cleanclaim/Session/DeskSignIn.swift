import ClaimOffice
import ClaimStore
import Foundation
import Sealing
import Synchronization
import Workstation

/// Opens the records for the person at the desk: carries out what the sign-in screen asks for.
final class DeskSignIn: Sendable {
    private let place: StorePlace
    private let state: Mutex<State>

    private struct State {
        /// `nil` before the first start.
        var keyring: Keyring?
        /// Who gave the right passphrase and still owes the code.
        var waiting: (name: String, passphrase: Secret)?
        /// A second factor that is being set up.
        var factor: OneTimeCode?
        /// The recovery key that is shown.
        var recoveryKey: String?
    }

    init(_ place: StorePlace) throws(StoreFault) {
        self.place = place
        state = Mutex(State(keyring: try place.keyring()))
    }

    /// What opens the records, once somebody has signed in.
    var keyring: Keyring? { state.withLock(\.keyring) }

    /// The screen to show, or `nil` where the key file of this machine opens the records.
    func screen(hasClaims: Bool) throws(StoreFault) -> (purpose: SignIn.Purpose, name: String)? {
        guard let keyring else {
            guard try !place.lacksKeyring() else { throw .keys(.missing(path: place.keyringName)) }
            return (place.server == nil ? .firstStart(hasClaims: hasClaims) : .firstOnServer, "")
        }
        guard try !keyring.opensByMachine() else {
            try keyring.unlock(by: .machine)
            return nil
        }
        let names = try keyring.holders().filter { $0.kind == .person }.map(\.name)
        return (.signIn, names.count == 1 ? names[0] : names.first { $0 == NSUserName() } ?? "")
    }

    /// On any thread.
    func check(_ request: SignInRequest) -> SignInAnswer {
        do throws(StoreFault) {
            return try carryOut(request)
        } catch {
            switch error {
            case .keys(.wait(let seconds)): return .refused("Too many failed attempts.", wait: seconds)
            case .keys(.needsCode): return .needsCode
            case .keys: return .refused(error.description, wait: 0)
            default: return .failed(error.description)
            }
        }
    }

    private func carryOut(_ request: SignInRequest) throws(StoreFault) -> SignInAnswer {
        switch request {
        case .useThisMachine where place.server != nil:
            return .refused(
                "The key file of this machine would open the records of the server here only. Choose 2.", wait: 0)
        case .useThisMachine:
            try begin(.machine)
            return .signedIn
        case .setPassphrase(let name, let passphrase):
            let keyring = try begin(.person(name: name, passphrase: passphrase.text))
            let key = try keyring.renewRecoveryKey().text
            state.withLock { $0.recoveryKey = key }
            return .showRecoveryKey(Secret(key))
        case .signIn(let name, let passphrase):
            state.withLock { $0.waiting = (name, passphrase) }
            return try signIn(code: nil)
        case .code(let code): return try take(code)
        case .recover(let key, let name, let passphrase): return try recover(key, name, passphrase)
        case .printRecoveryKey: return printRecoveryKey()
        case .done:
            state.withLock { $0.recoveryKey = nil }
            return try signedIn()
        case .changePassphrase, .leave: return .failed("This cannot be done here.")
        }
    }

    @discardableResult
    private func begin(_ first: Keyring.FirstHolder) throws(StoreFault) -> Keyring {
        let keyring = try place.makeKeyring(first: first)
        state.withLock { $0.keyring = keyring }
        return keyring
    }

    private func signIn(code: String?) throws(StoreFault) -> SignInAnswer {
        guard let keyring, let waiting = state.withLock(\.waiting) else { return .failed("Sign in first.") }
        try keyring.unlock(by: .passphrase(name: waiting.name, waiting.passphrase.text, code: code))
        state.withLock { $0.waiting = nil }
        return try signedIn()
    }

    /// The code of a second factor that is set up, or that is asked for.
    private func take(_ code: String) throws(StoreFault) -> SignInAnswer {
        guard let factor = state.withLock(\.factor) else { return try signIn(code: code) }
        guard factor.accepts(code, at: Int(Date().timeIntervalSince1970), after: nil) != nil else {
            return .refused(KeyFault.wrongCode.description, wait: 0)
        }
        try keyring?.setSecondFactor(factor.secret, of: keyring?.signedIn?.name ?? "")
        state.withLock { $0.factor = nil }
        return .signedIn
    }

    private func recover(_ typed: Secret, _ name: String, _ passphrase: Secret) throws(StoreFault) -> SignInAnswer {
        guard let keyring, let key = RecoveryKey(typed: typed.text) else {
            return .refused("That is not a recovery key: eight groups of four letters and digits.", wait: 0)
        }
        try keyring.recover(by: key, name: name, passphrase: passphrase.text)
        return try signedIn()
    }

    /// Whoever needs a second factor and has none sets one up first.
    private func signedIn() throws(StoreFault) -> SignInAnswer {
        guard let keyring, try keyring.mustSetSecondFactor() else { return .signedIn }
        let factor = OneTimeCode()
        state.withLock { $0.factor = factor }
        let address = factor.address(for: keyring.signedIn?.name ?? "")
        return .showSecondFactor(key: Secret(factor.text), address: Secret(address))
    }

    private func printRecoveryKey() -> SignInAnswer {
        guard let key = state.withLock(\.recoveryKey) else { return .failed("No recovery key is shown.") }
        let page = "CleanClaim recovery key\n\n\(key)\n\nWhoever has it opens the records. Keep it off the machine.\n"
        let outcome = Printer().print(Array(page.utf8))
        return outcome.isPrinted ? .said(outcome.message) : .failed(outcome.message)
    }
}
