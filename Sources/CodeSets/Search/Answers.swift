import ClaimModel

/// The rows of highest score, best first; of equal ones the earlier.
struct BestRows {
    private var scored: [(row: TableRow, score: Int)] = []
    /// The rows in `scored`.
    private var held: Set<Identity> = []
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    var rows: [TableRow] { scored.map(\.row) }

    /// Of a row that is offered twice the better score counts.
    mutating func offer(_ row: TableRow, score: Int) {
        if scored.count >= limit, let worst = scored.last, score <= worst.score { return }
        if !held.insert(Identity(row)).inserted {
            guard let earlier = scored.firstIndex(where: { Identity($0.row) == Identity(row) }),
                score > scored[earlier].score
            else { return }
            scored.remove(at: earlier)
        } else if scored.count >= limit {
            held.remove(Identity(scored.removeLast().row))
        }
        scored.insert((row, score), at: scored.firstIndex { $0.score < score } ?? scored.count)
    }
}

/// Answers in order, each code of a set once.
struct Answers {
    private(set) var hits: [CodeHit] = []
    private var seen: Set<Identity> = []
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    var isFull: Bool { hits.count >= limit }

    /// Whether an answer is a code that a claim bills or names a drug with.
    var hasBillingCodes: Bool { hits.contains { [.diagnosis, .cpt, .hcpcs, .ndc].contains($0.set) } }

    mutating func add(_ rows: [TableRow]) {
        for row in rows
        where !isFull && seen.insert(Identity(row)).inserted {
            hits.append(CodeHit(row))
        }
    }
}

/// A row among those of all tables that are searched, of which there is one a set.
private struct Identity: Hashable {
    let set: CodeSetName
    let row: Int

    init(_ row: TableRow) {
        set = row.table.release.set
        self.row = row.index
    }
}
