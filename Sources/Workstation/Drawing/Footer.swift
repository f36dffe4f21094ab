import ClaimModel
import ClaimRules
import TerminalKit

/// At most eight keys: those that do something where the cursor is.
struct Footer {
    let commands: [(Command, String?)]

    private static let most = 8

    private init(_ commands: [(Command, String?)]) {
        self.commands = Array(commands.prefix(Footer.most))
    }

    init(of editor: ClaimEditor, shown: Shown) {
        if editor.work.screen == .review {
            self.init([
                (.confirm, "Go there"), (.explain, nil), (.takeFix, nil), (.overrideWarning, nil), (.preview, nil),
                (.print, nil), (.back, "Worklist"),
            ])
            return
        }
        let place = editor.focusedPlace
        let findings = shown.findings(at: place)
        let isRow = place.field.part != .claim
        var commands: [(Command, String?)] = [(.explain, findings.isEmpty ? "Help" : "Why")]
        if LookUpSource(of: place.field) != .nothing { commands.append((.lookUp, nil)) }
        if findings.contains(where: { !$0.fixes.isEmpty }) { commands.append((.takeFix, nil)) }
        if findings.contains(where: { $0.severity == .warning }) { commands.append((.overrideWarning, nil)) }
        commands.append((.same, nil))
        if isRow { commands += [(.deleteLine, nil), (.nextLine, nil)] }
        commands += [(.nextFinding, nil), (.print, nil), (.back, editor.isPractice ? "Done" : "Worklist")]
        if commands.count > Footer.most { commands.removeAll { $0.0 == .print || $0.0 == .same } }
        self.init(commands)
    }

    static let worklist = Footer([
        (.confirm, "Open"), (.nextLine, "New"), (.duplicate, "Copy"), (.nextFinding, "Flagged"), (.deleteLine, nil),
        (.same, "Sort"), (.group, nil), (.back, "Leave"),
    ])

    /// The keys of what lies over the screen.
    init(of dialog: Dialog) {
        switch dialog {
        case .lookUp: self.init([(.confirm, "Take"), (.up, "Before"), (.down, "After"), (.back, "As it was")])
        case .pager: self.init([(.up, "Before"), (.down, "After"), (.nextScreen, "Page"), (.back, nil)])
        case .fixes: self.init([(.confirm, "Take"), (.up, "Before"), (.down, "After"), (.back, "As it was")])
        case .prompt: self.init([(.confirm, "Done"), (.back, "Give up")])
        case .confirm: self.init([(.nextLine, "Yes")])
        case .screenNumber: self.init([(.back, nil)])
        }
    }
}

extension Workstation {
    func drawFooter(_ footer: Footer, on frame: inout Frame, _ parts: FrameParts) {
        frame.fill(
            at: Position(column: 0, row: parts.footerRow), Size(columns: size.columns, rows: 1), role: .footerText)
        var column = 1
        for (command, words) in footer.commands {
            let key = desk.preferences.keymap.name(of: command)
            let label = words ?? command.label
            guard !key.isEmpty, column + columns(of: key) + 1 + columns(of: label) < size.columns else { continue }
            column += frame.put(key, at: Position(column: column, row: parts.footerRow), role: .footerKey) + 1
            column +=
                frame.put(label, at: Position(column: column, row: parts.footerRow), role: .footerText)
                + 2
        }
    }
}
