import ClaimModel
import ClaimRules

/// The submitted files, over the worklist; and the claims of the one that is open.
struct Submissions: Sendable {
    /// To which Esc goes back.
    var worklist: Worklist
    /// The latest first.
    var rows: [SentBatch] = []
    var state = ListState()
    var open: Opened?

    struct Opened: Sendable {
        var batch: SentBatch
        var claims: [SentClaim]
        var state = ListState()

        /// Those that the filter leaves, in the order of the file.
        var shown: [SentClaim] { claims.filter { $0.text.matches(filter: state.filter) } }
    }

    init(over worklist: Worklist) {
        self.worklist = worklist
    }

    /// Those that the filter leaves.
    var shown: [SentBatch] { rows.filter { $0.text.matches(filter: state.filter) } }

    /// The list that has the keys: the claims of the open file, else the files.
    var count: Int { open?.shown.count ?? shown.count }

    var current: ListState {
        get { open?.state ?? state }
        set { if open == nil { state = newValue } else { open?.state = newValue } }
    }

    /// Takes the files that the store has now; the one that was chosen stays so.
    mutating func take(_ rows: [SentBatch]) {
        let chosen = shown.indices.contains(state.selection) ? shown[state.selection].id : nil
        self.rows = rows
        if let chosen, let place = shown.firstIndex(where: { $0.id == chosen }) { state.selection = place }
    }

    /// Takes what the store has now; a claim or file that was chosen stays so.
    mutating func take(_ batch: SentBatch, _ claims: [SentClaim]) {
        let state = open.flatMap { $0.batch.id == batch.id ? $0.state : nil } ?? ListState()
        open = Opened(batch: batch, claims: claims, state: state)
    }
}

extension SentBatch {
    fileprivate var text: String { "\(file.interchange) \(file.day) \(details) \(acknowledgment)" }
}

extension SentClaim {
    fileprivate var text: String {
        "\(account) \(patient) \(day?.description ?? "") \(answerText) \(status.rawValue)"
    }

    /// What was answered, in a column.
    var answerText: String { answered == .submitted ? "none yet" : answered.rawValue }
}
