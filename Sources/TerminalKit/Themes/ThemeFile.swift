import Yams
import TextKit

/// A theme file as parsed: its own statements, before anything inherited.
///
/// The format is base16 in YAML, either with the slots at the top (`scheme`, `author`, `base00`…) or as tinted-theming
/// writes it (`system`, `name`, `palette`), and may add `inherits`, `contrast` (4.5 to 7), `colors: none`, `roles` and
/// `mono`.
struct ThemeFile {
    let file: String
    private(set) var inherits: (name: String, line: Int?)?
    private var statements: [(inout Scheme) -> Void] = []
    private var slots: [Int: RGB] = [:]

    init(parsing text: String, file: String) throws(ThemeError) {
        self.file = file
        let entries = try ThemeFile.entries(of: try ThemeFile.root(of: text, file: file), at: "the file", file: file)
        for entry in entries {
            try read(entry)
        }
    }

    /// The scheme that the file describes on top of what it inherits.
    func scheme(over parent: Scheme?, name: String) throws(ThemeError) -> Scheme {
        let missing = (0..<16).filter { slots[$0] == nil }
        guard parent != nil || missing.isEmpty else {
            let names = missing.map(ThemeFile.slotName).joined(separator: ", ")
            throw ThemeError(
                file, "it has no \(names)", remedy: "Give all of base00 to base0F, or add inherits: default")
        }
        var scheme = parent ?? Scheme(name: name, slots: Array(repeating: .black, count: 16))
        scheme.name = name
        scheme.notes = []
        for (slot, color) in slots { scheme.slots[slot] = color }
        for statement in statements { statement(&scheme) }
        return scheme
    }

    private mutating func read(_ entry: ThemeEntry) throws(ThemeError) {
        switch entry.key {
        case "scheme", "name":
            let name = (try entry.text(in: file)).printable()
            statements.append { $0.name = name }
        case "author":
            let author = (try entry.text(in: file)).printable()
            statements.append { $0.author = author }
        case "inherits": inherits = (try entry.text(in: file), entry.line)
        case "palette":
            for slot in try ThemeFile.entries(of: entry.value, at: "palette", file: file) { try readSlot(slot) }
        case "contrast": try readContrast(entry)
        case "colors":
            guard try entry.text(in: file) == "none" else {
                throw entry.error(in: file, "colors can only be none", remedy: "Write colors: none, or take it out")
            }
            statements.append { $0.usesColor = false }
        case "roles":
            for role in try ThemeFile.entries(of: entry.value, at: "roles", file: file) { try readRole(role) }
        case "mono":
            for role in try ThemeFile.entries(of: entry.value, at: "mono", file: file) { try readMono(role) }
        case "system", "variant", "slug", "description": break
        default: try readSlot(entry)
        }
    }

    private mutating func readSlot(_ entry: ThemeEntry) throws(ThemeError) {
        guard entry.key.lowercased().hasPrefix("base"), entry.key.utf8.count == 6,
            let slot = Int(entry.key.dropFirst(4), radix: 16), slot >= 0
        else {
            let key = entry.key.printable().clipped(to: 40)
            statements.append { $0.notes.append("\(key): not known here, passed over") }
            return
        }
        // base24 schemes have eight slots more.
        guard slot < 16 else { return }
        let text = try entry.text(in: file)
        guard let color = RGB(hex: text) else { throw entry.colorError(text, in: file) }
        slots[slot] = color
    }

    private mutating func readContrast(_ entry: ThemeEntry) throws(ThemeError) {
        guard let ratio = Double(try entry.text(in: file)), (4.5...7).contains(ratio) else {
            throw entry.error(in: file, "contrast is a number from 4.5 to 7", remedy: "Write contrast: 7, for example")
        }
        statements.append { $0.contrast = ratio }
    }

    private mutating func readRole(_ entry: ThemeEntry) throws(ThemeError) {
        let role = try entry.role(in: file)
        for part in try ThemeFile.entries(of: entry.value, at: entry.key, file: file) {
            let change = try part.change(in: file)
            statements.append { scheme in
                change(&scheme.looks[role, default: .standard(for: role)])
            }
        }
    }

    private mutating func readMono(_ entry: ThemeEntry) throws(ThemeError) {
        let role = try entry.role(in: file)
        let attributes = try entry.attributes(in: file)
        statements.append { scheme in
            scheme.looks[role, default: .standard(for: role)].mono = attributes
        }
    }

    private static func slotName(_ slot: Int) -> String {
        "base0" + String(slot, radix: 16, uppercase: true)
    }
}
