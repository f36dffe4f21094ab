import ClaimModel

/// Adds the parts of a claim up, from the latest to the earliest.
struct RemittanceJoin {
    private let draft: ClaimDraft
    private(set) var parts: [(answer: ClaimAnswer, rows: [Int])] = []
    private var decided: DecidedLines
    /// What the parts charge (CLP03), and what those of their lines do.
    private var (charge, covered) = (0, 0)

    init(_ draft: ClaimDraft) { (self.draft, decided) = (draft, DecidedLines(of: draft)) }

    /// Whether all that is charged is decided, so that an earlier remittance adds nothing.
    var isCovered: Bool { !parts.isEmpty && covered >= draft.totalCharge }

    /// Whether the parts decide all that is charged, by their lines or by what they say themselves.
    var isComplete: Bool {
        isCovered || charge >= draft.totalCharge || parts.contains { $0.answer.charge == nil }
    }

    mutating func take(_ entry: RemittanceEntry) {
        var answer = entry.answer
        guard !parts.contains(where: { $0.answer.isRepeated(by: answer) }) else { return }
        var (rows, decided, left) = (Set<Int>(), decided, [AnsweredLine]())
        for line in answer.lines {
            switch decided.take(line) {
            case .row(let row): rows.insert(row)
            case .notOnClaim: break
            case .before: continue
            }
            left.append(line)
        }
        if !answer.lines.isEmpty, !parts.isEmpty {
            guard !left.isEmpty else { return }
            if left.count < answer.lines.count { answer = answer.keeping(left) }
        } else if !parts.isEmpty, charge + (answer.charge ?? 0) > draft.totalCharge {
            return
        }
        parts.append((answer, rows.sorted()))
        (self.decided, charge) = (decided, charge + (answer.charge ?? 0))
        covered += answer.lines.isEmpty ? answer.charge ?? 0 : answer.lines.reduce(0) { $0 + ($1.charge ?? 0) }
    }

    /// The parts as one answer.
    var answer: ClaimAnswer? {
        let ordered = parts.sorted {
            ($0.answer.date?.number ?? 0, $0.rows.first ?? 0, $0.answer.payerControlNumber)
                < ($1.answer.date?.number ?? 0, $1.rows.first ?? 0, $1.answer.payerControlNumber)
        }
        guard var whole = ordered.last?.answer else { return nil }
        if parts.count > 1 {
            let answers = ordered.map(\.answer)
            whole.charge = answers.sum(\.charge).map { min($0, draft.totalCharge) }
            whole.paid = answers.sum(\.paid)
            whole.patientResponsibility = answers.sum(\.patientResponsibility)
            whole.adjustments = answers.flatMap(\.adjustments)
            whole.codes = answers.flatMap(\.codes)
            whole.lines = parts.sorted { ($0.rows.first ?? 0) < ($1.rows.first ?? 0) }.flatMap(\.answer.lines)
            whole.status = ClaimStatus(of: answers.compactMap(\.status))
        }
        if whole.status == .paid, !isComplete { whole.status = .partlyPaid }
        return whole
    }
}

extension ClaimStatus {
    /// Of a claim whose parts have these.
    fileprivate init?(of parts: [ClaimStatus]) {
        let decided = parts.filter { $0 != .pending }
        guard let first = decided.first ?? parts.first else { return nil }
        if decided.contains(.partlyPaid) || decided.contains(.paid) && decided.contains(.denied) {
            self = .partlyPaid
        } else if decided.contains(.paid) || decided.contains(.denied) {
            self = decided.contains(.paid) ? .paid : .denied
        } else {
            self = first
        }
    }
}

extension ClaimAnswer {
    /// Whether the other one says the same again, under another payment: not a second part.
    fileprivate func isRepeated(by other: ClaimAnswer) -> Bool {
        var same = other
        (same.date, same.payment, same.status) = (date, payment, status)
        (same.reference, same.forwardedTo, same.paper) = (reference, forwardedTo, paper)
        return same == self && reference.occurrence == other.reference.occurrence
    }

    /// With some of its lines, whose amounts are added up.
    fileprivate func keeping(_ lines: [AnsweredLine]) -> ClaimAnswer {
        var part = self
        part.lines = lines
        part.charge = lines.reduce(0) { $0 + ($1.charge ?? 0) }
        part.paid = lines.reduce(0) { $0 + ($1.paid ?? 0) }
        part.patientResponsibility = lines.flatMap(\.adjustments).patientsShare
        part.adjustments = []
        part.status = part.decision(isFeeForService: status != .nothingDue)
        return part
    }
}

extension [ClaimAnswer] {
    /// The sum of what they say; `nil` where none says any.
    fileprivate func sum(_ amount: (ClaimAnswer) -> Int?) -> Int? {
        let amounts = compactMap(amount)
        return amounts.isEmpty ? nil : amounts.reduce(0, +)
    }
}
