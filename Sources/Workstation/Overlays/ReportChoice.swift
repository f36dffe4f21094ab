import ClaimRules
import TerminalKit

/// The reports of the office.
struct ReportChoice: Overlay, Hashable, Sendable {
    private var selection = 0

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        let all = OfficeReport.allCases
        guard command == .confirm else { return choose(command, &selection, of: all.count) }
        return .request(.report(all[selection]))
    }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        let all = OfficeReport.allCases
        frame.drawChoices(
            all.map(\.title), selection: selection, title: "Reports", text: all[selection].explanation,
            message: message, view)
    }
}

/// Where a report goes: a printer, or a file.
struct ReportTargetChoice: Overlay, Hashable, Sendable {
    private let report: OfficeReport
    private var selection = 0

    init(_ report: OfficeReport) { self.report = report }

    private func labels(_ view: DeskView) -> [String] {
        ["To a file: .csv for a spreadsheet, else text", "Default printer"] + (view.inputs.printers.names ?? [])
    }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        let labels = labels(view)
        guard command == .confirm else { return choose(command, &selection, of: labels.count) }
        guard selection > 0 else {
            return .become(
                Prompt(
                    "Write the report to a file (.csv for a spreadsheet)", [.init(label: "File")], for: .report(report))
            )
        }
        return .request(.printReport(report, .printer(selection == 1 ? nil : labels[selection])))
    }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        frame.drawChoices(
            labels(view), selection: selection, title: "Print: \(report.title)",
            text: view.inputs.printers.fault ?? "Figures of the whole office, counted now.", message: message, view)
    }
}
