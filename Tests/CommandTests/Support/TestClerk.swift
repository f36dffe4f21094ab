import ArgumentParser
import ClaimOffice
import ClaimStore
import TextKit

@testable import cleanclaim

extension Clerk {
    /// Of an office with this store and the shipped code sets and policies, on a fixed day.
    convenience init(of store: ClaimStore) throws {
        let library = try Environment(CommonOptions.parse(["--today", "2026-11-23"])).library
        self.init(Office(store, library: library), glyphs: .unicode)
    }
}
