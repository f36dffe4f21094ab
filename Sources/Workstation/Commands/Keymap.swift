public import TerminalKit

/// Which key asks for which command: the shipped bindings with the user's changes.
public struct Keymap: Hashable, Sendable {
    private var commands: [Key: Command]
    private var keys: [Command: [Key]]

    /// The keys as shipped.
    public static let standard = Keymap(Binding.all.map { ($0.command, $0.keys) })

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

    /// The key that a footer names, as short as it gets.
    func shortName(of command: Command) -> String { keys(for: command).first?.shortName ?? "" }

    /// The key that a message names; empty where the command has none.
    func name(of command: Command) -> String { keys(for: command).first?.name ?? "" }

    /// The characters that make a key together with Alt, for the terminal's decoder.
    public var altCharacters: Set<Character> {
        Set(commands.keys.compactMap { if case .alt(let character) = $0 { character } else { nil } })
    }
}

/// A line of a user's key table that cannot be used; its description says why.
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
            guard let command = Command(named: name) else {
                let known = Binding.all.map(\.command.rawValue).joined(separator: ", ")
                throw KeymapFault(description: "keymap: \"\(name)\" is not a command; the commands are \(known)")
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
                        description: "keymap: \(key.name) is used by both \(owner.rawValue) and \(command.rawValue); "
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
                description: "keymap.\(command): \"\(name)\" is not a key; write F1 to F12, Ctrl-A, Alt-1, PgDn, Ins, …"
            )
        }
        if case .character = key {
            throw KeymapFault(description: "keymap.\(command): \(name) types text and cannot be a command")
        }
        return key
    }
}
