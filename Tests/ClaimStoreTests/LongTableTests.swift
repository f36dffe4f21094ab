import ClaimModel
import TestStore
import Testing

@testable import ClaimStore

@Suite("Long tables are read some rows at a time")
struct LongTableTests {
    @Test(arguments: [1, 2, 3, 4, 5]) func `all rows are read once, in their order`(atOnce: Int) throws {
        let store = try ClaimStore.forTest()
        for number in 1...4 { try store.save(ClaimRecord(draft("claim-\(number)"))) }
        try store.delete("claim-3")
        func numbers(_ condition: String? = nil, _ values: Database.Values = []) throws -> [Int64] {
            var numbers: [Int64] = []
            try store.readLong("number", of: "claim", where: condition, values, atOnce: atOnce) { row in
                numbers.append(try row.value(at: 0))
            }
            return numbers
        }
        #expect(try numbers() == [1, 2, 3, 4])
        #expect(try numbers("deletedAt IS NULL AND number <> ?", [1]) == [2, 4])
        #expect(try numbers("number > ?", [4]).isEmpty)
    }

    @Test func `others write and read while one reads`() throws {
        let store = try ClaimStore.forTest()
        for number in 1...4 { try store.save(ClaimRecord(draft("claim-\(number)"))) }
        var ids: [String] = []
        try store.readLong(StoredClaim.columns, of: "claim", atOnce: 2) { row in
            let id = try StoredClaim(row, store.seals).face.id
            ids.append(id)
            if id.hasPrefix("claim") { try store.save(ClaimRecord(draft("new-\(id)"))) }
        }
        #expect(ids == (1...4).map { "claim-\($0)" } + (1...4).map { "new-claim-\($0)" })
    }
}
