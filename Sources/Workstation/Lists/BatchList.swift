import ClaimModel
import ClaimRules

/// The files that were sent, over the worklist; and the claims of the one that is open.
struct BatchList: Sendable {
    /// The latest first.
    var rows: [SentBatch] = []
    var state = ListState()
    var open: Opened?

    struct Opened: Sendable {
        var batch: SentBatch
        var claims: [SentClaim]
        var state = ListState()

        /// Those that the filter leaves, in the order of the file.
        var shown: [SentClaim] { claims.filter { $0.words.matches(filter: state.filter) } }
    }

    /// Those that the filter leaves.
    var shown: [SentBatch] { rows.filter { $0.words.matches(filter: state.filter) } }

    /// The list that has the keys: the claims of the open file, else the files.
    var count: Int { open?.shown.count ?? shown.count }

    var current: ListState {
        get { open?.state ?? state }
        set { if open == nil { state = newValue } else { open?.state = newValue } }
    }

    /// Takes the files that stand in the store now; the one that was chosen stays so.
    mutating func take(_ rows: [SentBatch]) {
        let chosen = shown.indices.contains(state.selection) ? shown[state.selection].id : nil
        self.rows = rows
        if let chosen, let place = shown.firstIndex(where: { $0.id == chosen }) { state.selection = place }
    }

    /// Takes what stands in the store now; a claim or file that was chosen stays so.
    mutating func take(_ batch: SentBatch, _ claims: [SentClaim]) {
        let state = open.flatMap { $0.batch.id == batch.id ? $0.state : nil } ?? ListState()
        open = Opened(batch: batch, claims: claims, state: state)
    }
}

extension SentBatch {
    fileprivate var words: String { "\(file.interchange) \(file.day) \(details) \(acknowledgment)" }
}

extension SentClaim {
    fileprivate var words: String {
        "\(account) \(patient) \(day?.description ?? "") \(answeredWords) \(status.rawValue)"
    }

    /// What was answered, in a column.
    var answeredWords: String { answered == .sent ? "none yet" : answered.rawValue }
}
