@testable import ClaimStore

/// The store's own type, which a file that imports GRDB cannot name.
typealias StoreDatabase = Database
