public import TerminalKit

/// What a key asks for.
public enum Command: String, CaseIterable, Hashable, Sendable {
    case nextField = "next-field"
    case confirm
    case previousField = "previous-field"
    case up, down, left, right, home, end, backspace, delete
    case clear = "clear-field"
    case nextScreen = "next-screen"
    case previousScreen = "previous-screen"
    case goToScreen = "go-to-screen"
    case explain
    case lookUp = "look-up"
    case group
    case same
    case duplicate
    case nextFinding = "next-finding"
    case previousFinding = "previous-finding"
    case deleteLine = "delete-line"
    case nextLine = "next-line"
    case takeFix = "take-fix"
    case undo, redo
    case overrideWarning = "override"
    case payerAnswer = "payer-answer"
    case sendAgain = "send-again"
    case changes
    case secondary
    case preview, print, save
    case batches, send
    case back
    case leaveHint = "leave-hint"

    /// The word in the footer and in the list of keys.
    public var label: String {
        switch self {
        case .nextField: "Next"
        case .confirm: "Next"
        case .previousField: "Previous"
        case .up: "Up"
        case .down: "Down"
        case .left: "Left"
        case .right: "Right"
        case .home: "Start"
        case .end: "End"
        case .backspace: "Delete left"
        case .delete: "Delete"
        case .clear: "Clear"
        case .nextScreen: "Next screen"
        case .previousScreen: "Previous screen"
        case .goToScreen: "Screen no."
        case .explain: "Why"
        case .lookUp: "Look up"
        case .group: "Group"
        case .same: "Same"
        case .duplicate: "Duplicate"
        case .nextFinding: "Next finding"
        case .previousFinding: "Previous finding"
        case .deleteLine: "Delete"
        case .nextLine: "New line"
        case .takeFix: "Fix"
        case .undo: "Undo"
        case .redo: "Redo"
        case .overrideWarning: "Override"
        case .payerAnswer: "Answer"
        case .sendAgain: "Send again"
        case .changes: "Changes"
        case .secondary: "Second payer"
        case .preview: "Preview"
        case .print: "Print"
        case .save: "Saved?"
        case .batches: "Batches"
        case .send: "Send"
        case .back: "Back"
        case .leaveHint: "How to leave"
        }
    }
}

/// Which key asks for what: the one table that the loop, the footer and the help read.
public struct Keymap: Hashable, Sendable {
    private var commands: [Key: Command]
    private var keys: [Command: [Key]]

    /// The keys of workstation.md, their twins included.
    public static let standard = Keymap(
        [
            (.confirm, [.enter]), (.nextField, [.tab]), (.previousField, [.backTab]),
            (.up, [.up]), (.down, [.down]), (.left, [.left]), (.right, [.right]),
            (.home, [.home, .control("a")]), (.end, [.end, .control("e")]),
            (.backspace, [.backspace]), (.delete, [.delete, .control("d")]),
            (.clear, [.control("u")]),
            (.nextScreen, [.pageDown]), (.previousScreen, [.pageUp]), (.goToScreen, [.control("o")]),
            (.explain, [.function(1), .alt("1")]),
            (.lookUp, [.function(2), .alt("2"), .control("l")]),
            (.group, [.function(3), .alt("3")]),
            (.same, [.function(4), .alt("4")]),
            (.duplicate, [.function(5), .alt("5")]),
            (.nextFinding, [.function(6), .alt("6"), .control("n")]),
            (.previousFinding, [.function(6, shift: true), .control("r")]),
            (.deleteLine, [.function(7), .alt("7")]),
            (.nextLine, [.function(8), .alt("8")]),
            (.takeFix, [.function(9), .alt("9")]),
            (.undo, [.control("z")]), (.redo, [.control("y")]),
            (.overrideWarning, [.control("g")]),
            (.payerAnswer, [.control("b")]), (.sendAgain, [.control("k")]), (.changes, [.control("w")]),
            (.secondary, [.alt("0")]),
            (.preview, [.control("t")]), (.print, [.control("p")]), (.save, [.control("s")]),
            (.batches, [.control("q"), .alt("b")]), (.send, [.control("v"), .alt("s")]),
            (.back, [.escape, .control("x")]),
            (.leaveHint, [.control("c")]),
        ])

    private init(_ bindings: [(Command, [Key])]) {
        commands = [:]
        keys = [:]
        for (command, itsKeys) in bindings {
            keys[command] = itsKeys
            for key in itsKeys { commands[key] = command }
        }
    }

    public func command(for key: Key) -> Command? { commands[key] }

    /// The keys of a command, the main one first.
    public func keys(for command: Command) -> [Key] { keys[command] ?? [] }

    /// The key that a footer names.
    func name(of command: Command) -> String { keys(for: command).first?.shortName ?? "" }
}

/// A line of a user's key table that cannot be taken, in words.
public struct KeymapFault: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
}

extension Keymap {
    /// The same with a user's keys instead of a command's own.
    ///
    /// - Parameter overrides: the command's name and the names of its keys (`take-fix: [F9, Ctrl-F]`).
    /// - Throws: `KeymapFault` naming the line: an unknown command or key, a key that types text, or a key that two
    ///   commands claim.
    public func overridden(by overrides: [String: [String]]) throws(KeymapFault) -> Keymap {
        var changed = keys
        for (name, keyNames) in overrides.sorted(by: { $0.key < $1.key }) {
            guard let command = Command(rawValue: name) else {
                let known = Command.allCases.map(\.rawValue).joined(separator: ", ")
                throw KeymapFault(description: "keymap: \"\(name)\" is no command; the commands are \(known)")
            }
            guard !keyNames.isEmpty else {
                throw KeymapFault(description: "keymap.\(name): give at least one key, such as F9")
            }
            var itsKeys: [Key] = []
            for keyName in keyNames { itsKeys.append(try Keymap.bindableKey(keyName, for: name)) }
            changed[command] = itsKeys
        }
        var owners: [Key: Command] = [:]
        for (command, itsKeys) in changed.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            for key in itsKeys {
                if let owner = owners[key], owner != command {
                    throw KeymapFault(
                        description: "keymap: \(key.name) is claimed by \(owner.rawValue) and \(command.rawValue); "
                            + "give one of them another key")
                }
                owners[key] = command
            }
        }
        return Keymap(changed.map { ($0.key, $0.value) })
    }

    private static func bindableKey(_ name: String, for command: String) throws(KeymapFault) -> Key {
        guard let key = Key(named: name) else {
            throw KeymapFault(
                description: "keymap.\(command): \"\(name)\" is no key; write F1 to F12, Ctrl-A, Alt-1, PgDn, Ins, …")
        }
        if case .character = key {
            throw KeymapFault(description: "keymap.\(command): \(name) types text and cannot be a command")
        }
        return key
    }
}
