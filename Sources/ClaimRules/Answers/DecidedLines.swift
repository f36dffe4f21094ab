import ClaimModel

/// The lines of a claim, as far as parts have decided them: a payer may part a line, too.
struct DecidedLines {
    private let draft: ClaimDraft
    /// What is decided of each row, in cents.
    private var charges: [Int: Int] = [:]
    /// The rows that control numbers stand for.
    private var controls: [String: Int] = [:]

    enum Place {
        case row(Int)
        /// The payer has added the line.
        case notOnClaim
        /// All that the line charges is decided already.
        case before
    }

    init(of draft: ClaimDraft) { self.draft = draft }

    mutating func take(_ line: AnsweredLine) -> Place {
        guard line.row(in: draft, after: []) != nil else { return .notOnClaim }
        guard let row = row(of: line) else { return .before }
        charges[row, default: 0] += line.charge ?? charge(of: row)
        if !line.control.isEmpty { controls[line.control] = row }
        return .row(row)
    }

    private func row(of line: AnsweredLine) -> Int? {
        if let row = controls[line.control] { return hasRoom(row, for: line) ? row : nil }
        if let row = line.row(in: draft, after: Set(charges.keys)) { return row }
        let full = draft.lines.indices.filter { !hasRoom($0, for: line) }
        return line.row(in: draft, after: Set(full))
    }

    private func hasRoom(_ row: Int, for line: AnsweredLine) -> Bool {
        charges[row, default: 0] + (line.charge ?? charge(of: row)) <= charge(of: row)
    }

    private func charge(of row: Int) -> Int { draft.lines[row].charge.value?.cents ?? 0 }
}
