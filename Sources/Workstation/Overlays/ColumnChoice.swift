import TerminalKit

/// The columns of the worklist: which show, in which order, and which one the list is sorted by.
struct ColumnChoice: Overlay {
    /// Every column, those that show first.
    private var all: [WorklistColumn]
    private var shown: Set<WorklistColumn>
    private var order: Worklist.Order
    /// Whether the columns are other than those of the window.
    private var isChosen: Bool
    private var selection = 0
    private let width: Int

    init(_ list: Worklist, width: Int) {
        let columns = list.columns ?? WorklistColumn.standard(at: width)
        (shown, order, isChosen, self.width) = (Set(columns), list.order, list.columns != nil, width)
        all = columns + WorklistColumn.allCases.filter { !columns.contains($0) }
        selection = all.firstIndex(of: list.order.column) ?? 0
    }

    private var chosen: [WorklistColumn] { all.filter { shown.contains($0) } }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        let column = all[selection]
        switch command {
        case .confirm: return close()
        case .same: order = Worklist.Order(column: column)
        case .reverse: order = Worklist.Order(column: column, isReversed: order.column != column || !order.isReversed)
        case .mark:
            guard shown.symmetricDifference([column]).count > 0 else { return .stay("One column has to show.") }
            shown.formSymmetricDifference([column])
            isChosen = true
        case .left: return move(-1)
        case .right: return move(1)
        case .clear: (isChosen, shown) = (false, Set(WorklistColumn.standard(at: width)))
        case nil: return .stay(help(view))
        default: return choose(command, &selection, of: all.count)
        }
        return .stay()
    }

    private func close() -> Reply { .request(.arrange(isChosen ? chosen : nil, order)) }

    private mutating func move(_ step: Int) -> Reply {
        guard all.indices.contains(selection + step) else { return .stay("It is at the end already.") }
        all.swapAt(selection, selection + step)
        selection += step
        isChosen = true
        return .stay()
    }

    private func help(_ view: DeskView) -> String {
        "\(view.key(.mark)) shows or hides, Left and Right move, \(view.key(.same)) sorts by it."
    }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        let fitting = Set(WorklistColumns(isChosen ? chosen : nil, width: width).shown)
        let labels = all.map { column in
            let box = shown.contains(column) ? "[x]" : "[ ]"
            let sort = order.column == column ? (order.isReversed ? "  sorted, reversed" : "  sorted") : ""
            let room = shown.contains(column) && !fitting.contains(column) ? "  (no room in this window)" : ""
            return "\(box) \(column.name)\(sort)\(room)"
        }
        frame.drawChoices(
            labels, selection: selection, title: "Columns",
            text:
                "\(help(view)) \(view.key(.reverse)) reverses, \(view.key(.clear)): the standard columns. Enter: done.",
            message: message, view)
    }
}
