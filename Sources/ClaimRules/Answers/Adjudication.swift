public import ClaimModel

/// What the remittances of a claim come to together, whatever order they arrived in: parts of a split claim are added up, a
/// reversal takes back the payment that it names, a later decision replaces an earlier one on the same lines.
public struct Adjudication: Sendable {
    /// The remittance that counts: a single one as it is, the parts of a split claim as one; `nil` where there is none.
    public private(set) var answer: ClaimAnswer?
    /// How many remittances it is made of.
    public private(set) var parts = 0
    /// Whether they decide all that the claim charges.
    public private(set) var isComplete = true
    /// What the payer has paid after all takebacks, in cents.
    public private(set) var paid = 0

    /// - Parameters:
    ///   - answers: in the order of their arrival; only remittances count.
    ///   - draft: the claim as the payer has it.
    public init(of answers: [ClaimAnswer], to draft: ClaimDraft) {
        let entries = Entry.all(of: answers)
        let (live, reversals) = Entry.afterTakebacks(entries, of: draft)
        let own = live.filter { ($0.payer ?? draft.orderOfPayer) == draft.orderOfPayer }
        var join = Join(draft)
        for entry in (own.isEmpty ? live : own).reversed() where !join.isCovered { join.take(entry) }
        if !join.parts.isEmpty {
            answer = join.answer
            (parts, isComplete, paid) = (join.parts.count, join.isComplete, answer?.paid ?? 0)
        } else if let last = reversals.last {
            answer = last.answer
            parts = 1
        }
    }
}

extension [ClaimAnswer] {
    /// The same, with the remittance that counts behind the last one that came: the parts of a split claim as one, and the
    /// latest decision where files came out of order.
    public func settled(on draft: ClaimDraft) -> [ClaimAnswer] {
        guard let last = lastIndex(where: { $0.kind == .remittance }),
            let settled = Adjudication(of: self, to: draft).answer, settled != self[last]
        else { return self }
        return self[...last] + [settled] + self[(last + 1)...]
    }
}

/// A remittance with its place in time.
private struct Entry {
    let answer: ClaimAnswer
    /// When the payer said it: days, then the order of arrival.
    let day: Int
    let arrival: Int

    /// Which payer in turn processed it; `nil` where it does not say.
    var payer: PayerOrder? {
        switch answer.processed {
        case "1", "19": .primary
        case "2", "20": .secondary
        case "3", "21": .tertiary
        default: nil
        }
    }

    var isReversal: Bool { answer.processed == "22" }

    static func all(of answers: [ClaimAnswer]) -> [Entry] {
        var (entries, day) = ([Entry](), Int.min)
        for (arrival, answer) in answers.enumerated() where answer.kind == .remittance && answer.processed != "25" {
            let own = answer.date?.number ?? day
            day = max(day, own)
            entries.append(Entry(answer: answer, day: own, arrival: arrival))
        }
        return entries.sorted { ($0.day, $0.arrival) < ($1.day, $1.arrival) }
    }

    /// What is left of the payments, and the takebacks.
    static func afterTakebacks(_ entries: [Entry], of draft: ClaimDraft) -> (live: [Entry], reversals: [Entry]) {
        var live = entries.filter { !$0.isReversal }
        let reversals = entries.filter(\.isReversal)
        for reversal in reversals {
            let found = live.indices.filter { reversal.takesBack(live[$0]) }
            let number = reversal.answer.payerControlNumber
            let best = found.last { live[$0].answer.payerControlNumber == number } ?? found.last
            guard let best else { continue }
            let payment = live.remove(at: best)
            // What the payment had replaced does not come back with it.
            live.removeAll { $0.isReplaced(by: payment, on: draft) }
        }
        return (live, reversals)
    }

    /// Whether an earlier decision of the same payer cannot be another part of the claim.
    func isReplaced(by later: Entry, on draft: ClaimDraft) -> Bool {
        (day, arrival) < (later.day, later.arrival) && (payer ?? later.payer) == (later.payer ?? payer)
            && (answer.charge ?? 0) + (later.answer.charge ?? 0) > draft.totalCharge
    }

    /// A takeback comes after its payment; on one day, after it in the order of arrival and with the very amounts.
    func takesBack(_ entry: Entry) -> Bool {
        func size(_ amount: Int?) -> Int { abs(amount ?? 0) }
        let isExact =
            size(entry.answer.charge) == size(answer.charge) && size(entry.answer.paid) == size(answer.paid)
        if entry.day == day { return entry.arrival < arrival && isExact }
        let isSame = entry.answer.payerControlNumber == answer.payerControlNumber && !answer.payerControlNumber.isEmpty
        return entry.day < day && (isExact || isSame)
    }
}

/// Adds the parts of a claim up, from the latest to the earliest.
private struct Join {
    private let draft: ClaimDraft
    private(set) var parts: [(answer: ClaimAnswer, rows: [Int])] = []
    private var used: Set<Int> = []
    /// What the parts charge (CLP03), and what those of their lines do.
    private var (charge, covered) = (0, 0)

    init(_ draft: ClaimDraft) { self.draft = draft }

    /// Whether every line is decided, so that an earlier remittance adds nothing.
    var isCovered: Bool {
        guard !parts.isEmpty else { return false }
        return covered >= draft.totalCharge || !draft.lines.isEmpty && used.count == draft.lines.count
    }

    /// Whether the parts decide all that is charged, by their lines or by what they say themselves.
    var isComplete: Bool {
        isCovered || charge >= draft.totalCharge || parts.contains { $0.answer.charge == nil }
    }

    mutating func take(_ entry: Entry) {
        var answer = entry.answer
        guard !parts.contains(where: { $0.answer.isRepeated(by: answer) }) else { return }
        var (rows, taken, left) = (Set<Int>(), used, [AnsweredLine]())
        for line in answer.lines {
            // A later part that names the line has decided it.
            if parts.contains(where: { $0.answer.lines.contains { $0.isSameLine(as: line) } }) { continue }
            if let row = line.row(in: draft, after: taken) {
                rows.insert(row)
                taken.insert(row)
            } else if line.row(in: draft, after: []) != nil {
                continue
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
        (used, charge) = (taken, charge + (answer.charge ?? 0))
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
        (same.reference, same.forwardedTo) = (reference, forwardedTo)
        return same == self && reference.occurrence == other.reference.occurrence
    }

    /// With some of its lines, whose amounts are added up.
    fileprivate func keeping(_ lines: [AnsweredLine]) -> ClaimAnswer {
        var part = self
        part.lines = lines
        part.charge = lines.reduce(0) { $0 + ($1.charge ?? 0) }
        part.paid = lines.reduce(0) { $0 + ($1.paid ?? 0) }
        let patients = lines.flatMap(\.adjustments).filter { $0.group == "PR" }
        part.patientResponsibility = patients.reduce(0) { $0 + $1.cents }
        part.adjustments = []
        part.status = part.decision(isFeeForService: status != .nothingDue)
        return part
    }
}

extension AnsweredLine {
    /// Whether both name the same line of the claim by its control number.
    fileprivate func isSameLine(as other: AnsweredLine) -> Bool { !control.isEmpty && control == other.control }
}

extension [ClaimAnswer] {
    /// The sum of what they say; `nil` where none says any.
    fileprivate func sum(_ amount: (ClaimAnswer) -> Int?) -> Int? {
        let amounts = compactMap(amount)
        return amounts.isEmpty ? nil : amounts.reduce(0, +)
    }
}
