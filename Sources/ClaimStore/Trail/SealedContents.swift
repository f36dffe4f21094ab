import Foundation
import Sealing

/// Holds what is sealed of records against their digests.
struct SealedContents {
    enum State {
        case sound, changed
        /// Its key is gone, with that of its claim.
        case forgotten
    }

    private let seals: RecordSeals
    private let office: SealingKey
    /// The keys of the claims so far; `nil` for one that is gone.
    private var keys: [Int64: SealingKey?] = [:]

    init(_ seals: RecordSeals) throws {
        self.seals = seals
        office = try seals.office()
    }

    /// - Parameter row: with `who`, `item` and `body` after the columns in clear.
    mutating func state(of record: TrailRow, _ row: Row) throws -> State {
        let (who, item, body): (Data, Int64?, Data?) = (
            try row.value(at: 10), try row.value(at: 11), try row.value(at: 12)
        )
        let (desk, place) = (record.desk, record.place)
        guard let person = try? office.open(who, for: TrailContent.placeOfWho(desk, place)) else { return .changed }
        guard let key = if let item { try key(item) } else { office } else { return .forgotten }
        var said: Data?
        if let body {
            said = try? key.open(body, for: TrailContent.placeOfBody(desk, place))
            if said == nil { return .changed }
        }
        return TrailContent(who: person, body: said).digest == record.digest ? .sound : .changed
    }

    private mutating func key(_ item: Int64) throws -> SealingKey? {
        if let known = keys[item] { return known }
        let key: SealingKey?
        do { key = try seals.key(item) } catch is DamagedRow { key = nil }
        keys[item] = .some(key)
        return key
    }
}
