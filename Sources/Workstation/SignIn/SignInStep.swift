import ClaimModel
import Sealing
import TextKit

/// What one form of the sign-in asks for, and what makes its answers fit.
enum SignInStep: Sendable {
    case signIn(name: String)
    case locked(name: String, since: String)
    case newPassphrase(name: String)
    /// The same for the first of several people.
    case firstOnServer(name: String)
    case changedPassphrase
    case recovery(name: String)
    case code
    /// Shown once.
    case recoveryKey(Secret)
    /// The picture holds the key, too: its rows, a line each.
    case secondFactor(key: Secret, picture: Secret)

    /// NIST SP 800-63B, 5.1.1.2, asks for 8 characters of any kind, and no more; keys on a disk can be tried faster than a
    /// door that counts attempts.
    static var shortestPassphrase: Int { Passphrase.shortest }
    private static let codeDigits = 6

    var fields: [TypedField] {
        switch self {
        case .signIn(let name): [SignInStep.name(name), SignInStep.hidden("Passphrase")]
        case .locked: [SignInStep.hidden("Passphrase")]
        case .newPassphrase(let name), .firstOnServer(let name):
            [SignInStep.name(name)] + SignInStep.twice("Passphrase")
        case .changedPassphrase: [SignInStep.hidden("Current passphrase")] + SignInStep.twice("New passphrase")
        case .recovery(let name):
            [TypedField("Recovery key", limit: TypedField.longestSecret), SignInStep.name(name)]
                + SignInStep.twice("New passphrase")
        case .code, .secondFactor: [TypedField("Code", limit: 12)]
        case .recoveryKey: [TypedField("Last group", limit: TypedField.longestSecret)]
        }
    }

    /// Whether leaving takes a second key, since something is lost with it.
    var asksBeforeLeaving: Bool {
        switch self {
        case .locked, .recoveryKey: true
        default: false
        }
    }

    /// What is asked for with these answers, in the order of `fields`.
    func request(_ fields: [TypedField]) throws(UnfitAnswer) -> SignInRequest {
        for (index, field) in fields.enumerated() where field.isBlank {
            throw UnfitAnswer(field: index, message: "\(field.label) is required.")
        }
        let answers = fields.map(\.text)
        switch self {
        case .signIn: return .signIn(name: answers[0].spacedOnce, passphrase: Secret(answers[1]))
        case .locked(let name, _): return .signIn(name: name, passphrase: Secret(answers[0]))
        case .newPassphrase, .firstOnServer:
            return .setPassphrase(name: answers[0].spacedOnce, passphrase: try SignInStep.agreed(answers, at: 1))
        case .changedPassphrase:
            guard answers[1] != answers[0] else {
                throw UnfitAnswer(field: 1, message: "This is the current passphrase. Enter another one.", clears: true)
            }
            return .changePassphrase(current: Secret(answers[0]), new: try SignInStep.agreed(answers, at: 1))
        case .recovery:
            let passphrase = try SignInStep.agreed(answers, at: 2)
            return .recover(key: Secret(answers[0]), name: answers[1].spacedOnce, passphrase: passphrase)
        case .code, .secondFactor: return .code(try SignInStep.code(answers[0]))
        case .recoveryKey(let key):
            guard answers[0].isEnd(of: key.text) else {
                throw UnfitAnswer(
                    field: 0, message: "Not the last group of the key. Look at what you wrote down.", clears: true)
            }
            return .done
        }
    }

    private static func name(_ name: String) -> TypedField { TypedField("Name", name, limit: TypedField.longestName) }

    private static func hidden(_ label: String) -> TypedField {
        TypedField(label, isHidden: true, limit: TypedField.longestSecret)
    }

    private static func twice(_ label: String) -> [TypedField] { [hidden(label), hidden("\(label) again")] }

    /// A new passphrase that was typed twice, the first time at this place.
    private static func agreed(_ answers: [String], at place: Int) throws(UnfitAnswer) -> Secret {
        // Counted as the keyring counts it, which has the last word.
        let length = answers[place].count
        guard length >= shortestPassphrase else {
            throw UnfitAnswer(
                field: place,
                message: "Passphrase too short: \(counted(length, "character")), at least \(shortestPassphrase) needed."
            )
        }
        guard answers[place] == answers[place + 1] else {
            throw UnfitAnswer(field: place, message: "The two passphrases differ. Enter both again.", clears: true)
        }
        return Secret(answers[place])
    }

    private static func code(_ text: String) throws(UnfitAnswer) -> String {
        let digits = text.filter { $0 != " " }
        guard digits.count == codeDigits, digits.isDigits else {
            throw UnfitAnswer(field: 0, message: "A code has \(codeDigits) digits.", clears: true)
        }
        return digits
    }
}

/// Why an answer cannot be used.
struct UnfitAnswer: Error {
    let field: Int
    let message: String
    /// Whether it, and what follows it, is typed again.
    var clears = false
}

extension TypedField {
    /// A passphrase may be anything, also blanks.
    fileprivate var isBlank: Bool { isHidden ? text.isEmpty : text.allSatisfy(\.isWhitespace) }
}

extension String {
    /// Whether there are only digits of ASCII.
    var isDigits: Bool { utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }

    /// The text without blanks around it, and with one between its words.
    fileprivate var spacedOnce: String { split(separator: " ").joined(separator: " ") }

    /// Whether this is the last group of a key, or all of it, in any case.
    fileprivate func isEnd(of key: String) -> Bool {
        let groups = key.uppercased().split { $0 == " " || $0 == "-" }
        let typed = uppercased().filter { $0 != " " && $0 != "-" }
        return typed == groups.last ?? "" || typed == groups.joined()
    }
}
