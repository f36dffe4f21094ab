import ClaimModel
import ClaimStore

/// The people of claims that are being imported: offered from then on, as if they had been keyed.
struct ImportedPeople {
    private let office: Office
    /// Of the claims since they were remembered last.
    private var people = ReferenceGathering()

    init(_ office: Office) { self.office = office }

    /// Whoever is remembered is compared with everybody in the reference files, all of whom are read for it: the more there
    /// are, the more seldom.
    ///
    /// - Parameter claims: how many are known to be in the store.
    mutating func take(_ draft: ClaimDraft, among claims: Int) throws(StoreFault) {
        people.take(draft)
        if people.claims >= min(max(500, claims / 50), 2000) { try remember() }
    }

    /// Keeps who is left; for the end of the file.
    mutating func remember() throws(StoreFault) {
        try office.store.remember(people.all(as: .imported, in: office.parsing))
        people = ReferenceGathering()
    }
}
