import ClaimModel
import ClaimRules
import TerminalKit
import TextKit

/// At most eight keys: those that do something where the cursor is, in the order of the key table.
struct Footer {
    let commands: [(command: Command, words: String)]

    private static let most = 8

    private init(_ commands: [(Command, String?)]) {
        let order = Command.allCases
        self.commands = commands.map { (command: $0, words: $1 ?? $0.label) }.sorted {
            (order.firstIndex(of: $0.command) ?? 0) < (order.firstIndex(of: $1.command) ?? 0)
        }
    }

    /// - Parameters:
    ///   - findings: those at the cursor.
    ///   - reviewRow: the line of Review that the cursor is on.
    init(of editor: ClaimEditor, findings: [Finding], reviewRow: Review.Row? = nil) {
        var remedies: [(Command, String?)] = []
        if findings.contains(where: { $0.isForProvider || !$0.fixes.isEmpty }) { remedies.append((.takeFix, nil)) }
        if findings.contains(where: { $0.severity == .warning }) { remedies.append((.overrideWarning, nil)) }
        if editor.work.screen == .review {
            let words = findings.isEmpty ? reviewRow?.enterWords ?? "Do it" : "Go there"
            let ofAnswered: [(Command, String?)] =
                editor.wasSent ? [(.payerAnswer, nil), (.sendAgain, nil), (.changes, nil)] : []
            self.init(
                remedies + ofAnswered + [
                    (.confirm, words), (.explain, nil), (.preview, nil), (.print, nil), (.back, editor.visits.origin),
                ])
            return
        }
        let place = editor.focusedPlace
        var commands: [(Command, String?)] =
            remedies + [
                (.explain, findings.isEmpty ? "Help" : "Why"), (.same, nil), (.nextFinding, nil), (.print, nil),
                (.back, editor.isPractice ? "Done" : editor.visits.cameFromReview ? "Review" : editor.visits.origin),
            ]
        if LookUpSource(of: place.field) != .nothing { commands.append((.lookUp, nil)) }
        if place.field.part != .claim { commands += [(.deleteLine, nil), (.nextLine, nil)] }
        self.init(commands)
    }

    static let worklist = Footer([
        (.confirm, "Open"), (.nextLine, "New"), (.duplicate, "Copy"), (.nextFinding, "Flagged"), (.deleteLine, nil),
        (.same, "Sort"), (.group, nil), (.batches, nil), (.send, nil), (.back, "Leave"),
    ])

    /// Of the files that were sent, and of the claims of one.
    static let batches = Footer([(.confirm, "Claims"), (.clear, nil), (.explain, "Keys"), (.back, "Worklist")])
    static let sentClaims = Footer([(.confirm, "Open"), (.clear, nil), (.explain, "Keys"), (.back, "Batches")])

    /// The keys of what lies over the screen.
    init(of dialog: Dialog) {
        switch dialog {
        case .lookUp(let lookUp): self.init(of: lookUp)
        case .fixes, .correction:
            self.init([(.confirm, "Take"), (.up, "Before"), (.down, "After"), (.back, "As it was")])
        case .pager(let pager):
            let print: [(Command, String?)] =
                Preview(rawValue: pager.title)?.paperwork == nil ? [] : [(.print, nil)]
            self.init([(.previousScreen, "Page back"), (.nextScreen, "Page on"), (.back, nil)] + print)
        case .prompt: self.init([(.confirm, "Done"), (.back, "Give up")])
        case .confirm: self.init([(.nextLine, "Yes")])
        case .screenNumber: self.init([(.back, nil)])
        }
    }

    private init(of lookUp: LookUp) {
        var commands: [(Command, String?)] = [
            (.confirm, lookUp.chosen?.hit?.isHeader == true ? "Open" : "Take"), (.up, "Before"), (.down, "After"),
            (.clear, nil), (.back, lookUp.opened == nil ? "As it was" : "Back to the list"),
        ]
        if lookUp.chosen?.hit != nil { commands.append((.explain, "Details")) }
        self.init(commands)
    }

    /// What goes first where not everything fits: these keys are known by then, and F1 lists them.
    private static let dispensable: [Command] = [
        .print, .payerAnswer, .changes, .same, .deleteLine, .group, .nextLine, .preview, .sendAgain, .overrideWarning,
        .nextFinding, .lookUp,
    ]

    /// The keys and their words that fit a line, two columns between them.
    func entries(in columns: Int, keymap: Keymap) -> [(key: String, words: String)] {
        var kept = commands.map { (command: $0.command, key: keymap.name(of: $0.command), words: $0.words) }
        kept.removeAll { $0.key.isEmpty }
        var width = kept.reduce(0) { $0 + Footer.width($1.key, $1.words) }
        for command in Footer.dispensable where kept.count > Footer.most || width > columns {
            guard let index = kept.firstIndex(where: { $0.command == command }) else { continue }
            let gone = kept.remove(at: index)
            width -= Footer.width(gone.key, gone.words)
        }
        return kept.map { (key: $0.key, words: $0.words) }
    }

    private static func width(_ key: String, _ words: String) -> Int {
        key.columns + words.columns + 3
    }
}

extension Workstation {
    func drawFooter(_ footer: Footer, on frame: inout Frame, _ parts: FrameParts) {
        frame.fill(
            at: Position(column: 0, row: parts.footerRow), Size(columns: size.columns, rows: 1), role: .footerText)
        var column = 1
        for (key, words) in footer.entries(in: size.columns, keymap: desk.preferences.keymap) {
            column += frame.put(key, at: Position(column: column, row: parts.footerRow), role: .footerKey) + 1
            column += frame.put(words, at: Position(column: column, row: parts.footerRow), role: .footerText) + 2
        }
    }
}
