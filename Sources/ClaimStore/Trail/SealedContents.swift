import Foundation
import GRDB
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

    init(_ seals: RecordSeals) throws {
        self.seals = seals
        office = try seals.office()
    }

    /// - Parameter row: with `who`, `item` and `body` after the columns in clear.
    func state(of record: TrailRow, _ row: Row) throws -> State {
        let (who, item, body): (Data, Int64?, Data?) = (
            try row.value(at: 10), try row.value(at: 11), try row.value(at: 12)
        )
        let (desk, place) = (record.desk, record.place)
        guard let person = try? office.open(who, for: TrailContent.placeOfWho(desk, place)) else { return .changed }
        var key = office
        if let item {
            do {
                key = try seals.key(item)
            } catch is DamagedRow {
                return .forgotten
            }
        }
        var said: Data?
        if let body {
            said = try? key.open(body, for: TrailContent.placeOfBody(desk, place))
            if said == nil { return .changed }
        }
        return TrailContent(who: person, body: said).digest == record.digest ? .sound : .changed
    }
}
