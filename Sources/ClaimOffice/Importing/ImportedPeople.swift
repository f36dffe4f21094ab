import ClaimModel
import ClaimStore

extension ReferenceEntry {
    /// What a claim of a file says, as of its first service day, in whatever order files come.
    static func all(importedWith claim: ClaimDraft, on today: Day) -> [ReferenceEntry] {
        all(in: claim, asOf: claim.firstServiceDay.map { min($0, today) })
    }
}

/// The people of claims that are being imported: offered from then on, as if they had been keyed.
struct ImportedPeople {
    private let office: Office
    /// Of the claims since they were remembered last.
    private var people = ReferenceGathering()

    init(_ office: Office) { self.office = office }

    /// How many claims' people wait at most.
    private static let most = 500

    /// - Parameter entries: whom and what one claim names.
    mutating func take(_ entries: [ReferenceEntry]) throws(StoreFault) {
        people.take(entries)
        if people.claims >= ImportedPeople.most { try remember() }
    }

    /// Keeps who is left; for the end of the transaction that keeps the claims.
    mutating func remember() throws(StoreFault) {
        try office.store.remember(people.all(as: .imported, in: office.parsing))
        people = ReferenceGathering()
    }
}
