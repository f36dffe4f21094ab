/// Why the records were not opened, or the people not changed, in words that name the remedy; nothing was changed.
///
/// Carries no key, no passphrase and no name.
public enum KeyFault: Error, Hashable, Sendable {
    /// The records are locked: nobody is signed in.
    case locked
    /// No such name, or another passphrase: which of them is not said.
    case wrong
    /// Too many failed attempts: the next one in so many seconds.
    case wait(seconds: Int)
    /// The passphrase is right, and the code of the second factor is asked for.
    case needsCode
    case wrongCode
    /// The key file cannot be read; its path.
    case noKeyFile(path: String)
    /// Others may read or change the key file.
    case exposed(path: String)
    /// The keyring, which has what opens the records, is not there.
    case missing(path: String)
    /// The keyring was changed by something else than this program, or belongs to another office.
    case tampered(path: String)
    /// The records were sealed under a data key that was given up since.
    case earlierKey
    /// The role of the person who is signed in does not allow it.
    case notAllowed
    /// Whoever was signed in is one of the people no longer.
    case removed
    case nameTaken
    /// Empty, too long, or with signs that no screen shows.
    case badName
    case unknownName
    /// Somebody has to be left who may change the people.
    case lastLead
    case shortPassphrase
}

extension KeyFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .locked: "The records are locked. Sign in first."
        case .wrong: "Name or passphrase is wrong."
        case .wait(let seconds): "Too many failed attempts. Try again in \(seconds) s."
        case .needsCode: "Enter the code of your authenticator app."
        case .wrongCode: "The code is wrong, or was used before. Wait for the next one."
        case .noKeyFile(let path):
            "The key file \(path) cannot be read. Put it back, or open the records with the recovery key: cleanclaim store "
                + "recover."
        case .exposed(let path): "Other users can read the key file \(path). Close it to them: chmod 600."
        case .missing(let path):
            "\(path), which opens the records, is missing. Nothing was touched. Put it back from the copy that you keep."
        case .tampered(let path):
            "\(path) was changed outside this program, or belongs to other records. Nothing was touched. Put it back from the "
                + "copy that you keep."
        case .earlierKey: "These records were sealed before the key was changed, and no key opens them any more."
        case .notAllowed: "Your role does not allow this. Ask a lead."
        case .removed: "You may not sign in any more: nothing was saved, and the records are locked. Ask a lead."
        case .nameTaken: "Somebody has this name already. Choose another one."
        case .badName: "A name has 1 to 40 characters, with no space at its ends and no control character."
        case .unknownName: "Nobody has this name. cleanclaim people list shows who may sign in."
        case .lastLead: "This is the last lead. Make somebody else a lead first."
        case .shortPassphrase: "The passphrase is too short: 12 characters or more, such as four words."
        }
    }
}
