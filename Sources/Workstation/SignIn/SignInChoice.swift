import TerminalKit

/// The one question of a first start: who can open the records.
struct SignInChoice: Sendable {
    /// Whether there are claims from a version that did not encrypt them.
    let hasClaims: Bool
    private(set) var selection = 0

    enum Option: CaseIterable {
        case thisMachine, passphrase

        var title: String {
            switch self {
            case .thisMachine: "This machine only"
            case .passphrase: "Name and passphrase"
            }
        }

        var text: String {
            switch self {
            case .thisMachine:
                "Nothing to type at a start. The key is a file that only your user can read: anyone who has this machine "
                    + "and its disk can read the claims."
            case .passphrase:
                "Asked at each start. Without the passphrase or the recovery key, nobody can read the claims."
            }
        }
    }

    static let hint = "Press 1 or 2."

    init(hasClaims: Bool) { self.hasClaims = hasClaims }

    var introduction: String {
        hasClaims
            ? "The claims on this machine are not encrypted: whoever copies the file reads names, birth dates, member IDs "
                + "and diagnoses. They are encrypted now. Who can open them?"
            : "Claims hold names, birth dates, member IDs and diagnoses, so they are encrypted on this machine. Who can "
                + "open them?"
    }

    enum Answer {
        case chosen(Option)
        case moved
        case refused(String)
    }

    mutating func press(_ key: Key, _ command: Command?) -> Answer {
        switch command {
        case .confirm: return .chosen(Option.allCases[selection])
        case .up, .previousField: return move(-1)
        case .down, .nextField: return move(1)
        default: break
        }
        guard case .character(let digit) = key, let number = digit.wholeNumberValue,
            Option.allCases.indices.contains(number - 1)
        else { return .refused(SignInChoice.hint) }
        selection = number - 1
        return .chosen(Option.allCases[selection])
    }

    private mutating func move(_ step: Int) -> Answer {
        guard Option.allCases.indices.contains(selection + step) else { return .refused(ListState.limit(of: step)) }
        selection += step
        return .moved
    }
}
