import TerminalKit
import TextKit

/// At most eight keys: those that do something where the cursor is, in the order of the bindings.
struct Footer {
    let commands: [Entry]

    struct Entry {
        let command: Command
        let label: String
        /// How soon it goes where not everything fits; 0 stays.
        fileprivate let rank: Int
    }

    private static let most = 8

    /// The keys of an area.
    ///
    /// - Parameters:
    ///   - labels: what some of them are called here instead.
    ///   - applies: whether a command does something now.
    init(in area: Area, labels: [Command: String] = [:], applying applies: (Command) -> Bool = { _ in true }) {
        commands = Binding.all.compactMap { binding in
            guard let use = binding.use(in: area), let rank = use.footer, applies(binding.command) else { return nil }
            return Entry(command: binding.command, label: labels[binding.command] ?? use.label, rank: rank)
        }
    }

    init(_ commands: [(Command, String)]) {
        self.commands = commands.map { Entry(command: $0, label: $1, rank: 0) }
    }

    /// The keys and their labels that fit a line, two columns between them; the highest ranks go first.
    func entries(in columns: Int, keymap: Keymap) -> [(key: String, label: String)] {
        var kept = commands.map { (key: keymap.shortName(of: $0.command), entry: $0) }
        kept.removeAll { $0.key.isEmpty }
        var width = kept.reduce(0) { $0 + Footer.width($1.key, $1.entry.label) }
        while kept.count > Footer.most || width > columns {
            guard let index = kept.indices.max(by: { kept[$0].entry.rank < kept[$1].entry.rank }),
                kept[index].entry.rank > 0
            else { break }
            let gone = kept.remove(at: index)
            width -= Footer.width(gone.key, gone.entry.label)
        }
        return kept.map { (key: $0.key, label: $0.entry.label) }
    }

    private static func width(_ key: String, _ label: String) -> Int {
        key.columns + label.columns + 3
    }
}
