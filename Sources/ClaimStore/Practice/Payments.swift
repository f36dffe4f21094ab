public import ClaimModel
import TextKit

/// The payments that were taken in, by day. Each is a sealed row of the preferences, which every copy of the store takes along;
/// the rows of one day are only added to, so two desks never overwrite each other's.
extension ClaimStore {
    /// Keeps a payment; the same one again, on whatever day, changes nothing.
    ///
    /// - Parameters:
    ///   - text: what is kept of it.
    ///   - identity: what no two payments have alike.
    /// - Returns: whether it is new.
    @discardableResult
    public func keepPayment(_ text: String, of identity: String, on day: Day) throws(StoreFault) -> Bool {
        try writing { database in
            let code = try code(of: identity)
            let known = "SELECT count(*) FROM preference WHERE name LIKE ?"
            guard try database.one(Int.self, known, ["payment-%-" + code]) == 0 else { return false }
            try seals.setPreference(ClaimStore.payments(of: day) + code, to: text, in: database)
            return true
        }
    }

    public func removePayment(of identity: String, on day: Day) throws(StoreFault) {
        try writing { database in
            let name = ClaimStore.payments(of: day) + (try code(of: identity))
            try database.execute("DELETE FROM preference WHERE name = ?", [name])
        }
    }

    /// What is kept of a day's payments.
    public func payments(on day: Day) throws(StoreFault) -> [String] {
        try reading { database in
            let sql = "SELECT name, body FROM preference WHERE name LIKE ? ORDER BY name"
            return try database.rows(sql, [ClaimStore.payments(of: day) + "%"]).map { row in
                try seals.preference(try row.value(at: 0), try row.value(at: 1))
            }
        }
    }

    private static func payments(of day: Day) -> String { "payment-\(day.iso)-" }

    /// It says nothing of the payment to whom has not the key.
    private func code(of identity: String) throws -> String {
        try seals.code("payment", identity).hexadecimal
    }
}
