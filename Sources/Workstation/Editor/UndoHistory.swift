import ClaimModel

/// The steps of one open claim, back to when it was opened.
struct UndoHistory: Sendable {
    private var past: [ClaimEditor.Work] = []
    private var future: [ClaimEditor.Work] = []

    /// Whether the claim is as it was opened and never was otherwise.
    var isEmpty: Bool { past.isEmpty && future.isEmpty }

    /// Keeps the claim as it is before a step changes it.
    mutating func begin(from work: ClaimEditor.Work) {
        past.append(work)
        future = []
    }

    /// Makes a status that was stored another one, wherever a step leads to it.
    mutating func replace(_ status: ClaimStatus, by other: ClaimStatus) {
        guard status.reachedPayer || other.reachedPayer else { return }
        for index in past.indices where past[index].status == status { past[index].status = other }
        for index in future.indices where future[index].status == status { future[index].status = other }
    }

    mutating func undo(_ work: ClaimEditor.Work) -> ClaimEditor.Work? {
        guard let earlier = past.popLast() else { return nil }
        future.append(work)
        return earlier.atRest
    }

    mutating func redo(_ work: ClaimEditor.Work) -> ClaimEditor.Work? {
        guard let later = future.popLast() else { return nil }
        past.append(work)
        return later.atRest
    }
}

extension ClaimEditor.Work {
    /// The same with no edit under way, so that the next key begins a step of its own.
    fileprivate var atRest: ClaimEditor.Work {
        var work = self
        work.focus.isEdited = false
        return work
    }
}
