import TerminalKit
import TextKit

/// The keys in words: what F1 shows, and the pages of the manual.
public struct KeyList {
    private let keymap: Keymap

    public init(of keymap: Keymap) {
        self.keymap = keymap
    }

    /// The keys of one area, a line each.
    func lines(in area: Area) -> [String] {
        let isList = !area.isDisjoint(with: .lists)
        let rows = Binding.all.compactMap { binding in binding.use(in: area).map { line(of: binding.command, $0) } }
        let typing = isList ? "Typing filters the list." : "Typing replaces a selected field."
        let columns = area == .worklist ? ["Days: days left to file. Age: days since the last edit."] : []
        return [typing] + columns + [""] + rows
    }

    /// Every key, a section for each kind of screen.
    public var lines: [String] {
        KeyList.sections.flatMap { title, areas in
            [title] + uses(in: areas).map { line(of: $0.command, $0.use) } + [""]
        }
    }

    /// The same as the tables of a Markdown page.
    public var markdown: String {
        let tables = KeyList.sections.map { title, areas in
            let rows = uses(in: areas).map { "| \(keys(of: $0.command)) | \($0.use.help) |" }
            return (["## \(title)", "", "| key | does |", "|---|---|"] + rows).joined(separator: "\n")
        }
        let names = Binding.all.map { "`\($0.command.rawValue)`" }.joined(separator: ", ")
        let configuration =
            "## Names in the configuration file\n\n" + names.wrapped(to: 110).joined(separator: "\n") + "."
        return (tables + [configuration]).joined(separator: "\n\n")
    }

    private static let sections: [(title: String, areas: Area)] = [
        ("On a claim and in Practice setup", .fields), ("On Review", .review), ("On the worklist", .worklist),
        ("On the submitted files", .submissions), ("In the inbox", .inbox), ("On an EOB from paper", .posting),
        ("On the clearinghouse page of the setup", .clearinghouse), ("In the reference files", .references),
        ("In a look-up or a list of choices", .choices),
        ("In a text", .text), ("In a question", .prompt),
    ]

    private func uses(in areas: Area) -> [(command: Command, use: Binding.Use)] {
        Binding.all.compactMap { binding in binding.use(in: areas).map { (binding.command, $0) } }
    }

    private func keys(of command: Command) -> String {
        keymap.keys(for: command).map(\.name).joined(separator: ", ")
    }

    private func line(of command: Command, _ use: Binding.Use) -> String {
        keys(of: command).padded(to: 24, gap: 1) + use.help
    }
}
