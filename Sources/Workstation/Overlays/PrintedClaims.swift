import ClaimModel
import TerminalKit

/// What of the worklist is printed: the claim under the cursor, all that the filter leaves, or the list itself as a file.
struct PrintedClaims: Overlay, Hashable, Sendable {
    private let chosen: WorklistRow
    private let listed: [String]
    private var selection = 0

    init(_ chosen: WorklistRow, listed: [String]) {
        self.chosen = chosen
        self.listed = listed
    }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        guard command == .confirm else { return choose(command, &selection, of: 3) }
        if selection == 2 { return .request(.askListFile) }
        return .request(.choosePaper(selection == 0 ? [chosen.id] : listed))
    }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        frame.drawChoices(
            [
                "This claim: \(chosen.account) \(chosen.patient)", "All \(listed.count) listed",
                "The list, as a CSV file for a spreadsheet",
            ], selection: selection, title: "Print",
            text: "Listed are the claims that the filter shows; they are printed in this order.",
            message: message, view)
    }
}

extension Worklist {
    /// Asks which claims are printed, where there are several to choose from.
    mutating func askPrint(_ view: DeskView) -> Outcome {
        // What is listed is not yet what the filter would show.
        if let stillReading { return stillReading }
        let listed = shownPlaces.filter { rows[$0].status != .deleted }.map { rows[$0].id }
        guard !listed.isEmpty else {
            return .say(
                lineCount == 0
                    ? "No claim is listed. Nothing to print."
                    : "Deleted claims are not printed. \(view.key(.deleteLine)) restores one.")
        }
        guard listed.count > 1, let chosen else { return choosePaper(listed) }
        guard chosen.status != .deleted else {
            return .say("This claim is deleted. \(view.key(.deleteLine)) restores it.")
        }
        return .open(PrintedClaims(chosen, listed: listed))
    }

    /// Asks what is printed of them.
    mutating func choosePaper(_ ids: [String]) -> Outcome {
        guard ids.count <= Worklist.mostPrinted else {
            return .say(
                "\(ids.count) claims are too many for one run: at most \(Worklist.mostPrinted). Filter the list.")
        }
        printed = ids
        return Outcome(effects: [.listPrinters], overlay: PaperworkChoice(claims: ids.count))
    }

    /// Writes what is listed, with the columns that are chosen or, else, all of a wide window.
    func writeList(to file: String) -> Outcome {
        let table = WorklistTable(self, columns ?? WorklistColumn.standard(at: .max))
        return Outcome(effects: [.writeSheet(table, to: file)])
    }

    /// What a printer's paper tray, and the memory of this machine, hold of one run.
    private static let mostPrinted = 1_000
}
