@testable import ClaimStore
import GRDB
import Testing

extension ClaimStore {
    /// The connection of a store on SQLite.
    var sqlite: DatabaseQueue {
        get throws { try #require(engine as? SQLiteEngine).queue }
    }
}
