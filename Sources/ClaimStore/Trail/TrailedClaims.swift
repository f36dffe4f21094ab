import Foundation

/// The claims as their records left them.
struct TrailedClaims {
    private struct State {
        var number: Int64 = 0
        var revision: Int64?
        var highest: Int64 = 0
        var at: Int64 = 0
        var isForgotten = false
    }

    private var states: [Int64: State] = [:]
    private var unread: [Int64: (desk: Int64, place: Int64)] = [:]
    private(set) var flaws: [TrailFlaw] = []
    /// The first record of a desk that claims to be of a forgotten claim, and is not.
    private(set) var hidden: [Int64: Int64] = [:]

    mutating func take(_ record: TrailRow, isForgotten: Bool) {
        guard let claim = record.claim else { return }
        if isForgotten, unread[claim] == nil { unread[claim] = (record.desk, record.place) }
        var state = states[claim] ?? State()
        if let revision = record.revision {
            if record.number > state.number {
                (state.number, state.revision, state.at) = (record.number, revision, record.at)
            }
            state.highest = max(state.highest, revision)
        }
        if record.kind == TrailKind.forgotten.rawValue { state.isForgotten = true }
        states[claim] = state
    }

    /// Holds them against the rows of the claims.
    mutating func compare(with database: Database) throws {
        var gone = Set(states.keys)
        let rows = try database.cursor("SELECT number, revision, updatedAt FROM claim ORDER BY number")
        while let row = try rows.next() {
            let number: Int64 = try row.value(at: 0)
            gone.remove(number)
            if let place = unread[number] { hidden[place.desk] = min(hidden[place.desk] ?? .max, place.place) }
            guard let state = states[number], let revision = state.revision else { continue }
            let isLast = (try row.value(at: 1), try row.value(at: 2)) == (revision, state.at)
            if !isLast || revision < state.highest { flaws.append(TrailFlaw(.claimOutdated, claim: number)) }
        }
        for number in gone.sorted() where states[number]?.isForgotten == false {
            flaws.append(TrailFlaw(.claimMissing, claim: number))
        }
    }
}
