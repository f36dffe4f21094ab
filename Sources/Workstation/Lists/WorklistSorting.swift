import TerminalKit

/// How the list is sorted and grouped, as keys ask for it.
extension Worklist {
    mutating func sortByNextColumn(_ view: DeskView) -> Outcome {
        let all = WorklistColumns(columns, width: view.size.columns).shown
        let index = (all.firstIndex(of: order.column) ?? -1) + 1
        order = Order(column: all[index % all.count])
        state.selection = 0
        return .say("Sorted by \(order.name). \(view.key(.reverse)) reverses.")
    }

    mutating func reverse() -> Outcome {
        order.isReversed.toggle()
        state.selection = 0
        return .say("Sorted by \(order.name).")
    }

    mutating func arrange(_ columns: [WorklistColumn]?, _ order: Order) -> Outcome {
        (self.columns, self.order) = (columns, order)
        return .nothing
    }

    func groupedText(_ view: DeskView) -> String {
        "Grouped by what has to be fixed, errors first. Enter or Left folds; \(view.key(.nextClaim)) in a claim: the next."
    }

    /// Left goes to the title of the claim's group, then folds it; Right unfolds it.
    mutating func fold(_ folds: Bool, _ view: DeskView) -> Outcome {
        guard let (title, place) = title(of: state.selection) else {
            return .say("Left and Right fold groups. \(view.key(.group)) groups the list.")
        }
        if folds, state.selection != place {
            state.selection = place
            return .nothing
        }
        if folds { folded.insert(title.name) } else { folded.remove(title.name) }
        return .nothing
    }

    mutating func toggleFold() -> Outcome {
        guard let title = title(of: state.selection)?.title else { return .nothing }
        if title.isFolded { folded.remove(title.name) } else { folded.insert(title.name) }
        return .nothing
    }
}
