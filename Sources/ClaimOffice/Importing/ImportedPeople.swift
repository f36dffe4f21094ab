import ClaimModel
import ClaimStore

/// The people of claims that are being imported: offered from then on, as if they had been keyed.
struct ImportedPeople {
    private let office: Office
    /// Of the claims since they were remembered last.
    private var people = ReferenceGathering()

    init(_ office: Office) { self.office = office }

    /// Whoever is remembered is looked up in the reference files: the more there are, the more seldom.
    ///
    /// - Parameters:
    ///   - entries: whom and what one claim names.
    ///   - claims: how many are known to be in the store.
    mutating func take(_ entries: [ReferenceEntry], among claims: Int) throws(StoreFault) {
        people.take(entries)
        if people.claims >= min(max(500, claims / 50), 2000) { try remember() }
    }

    /// Keeps who is left; for the end of the file.
    mutating func remember() throws(StoreFault) {
        try office.store.remember(people.all(as: .imported, in: office.parsing))
        people = ReferenceGathering()
    }
}
