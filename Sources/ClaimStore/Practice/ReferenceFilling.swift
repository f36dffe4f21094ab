public import ClaimModel

/// The reference files of a store that was used before there were any.
extension ClaimStore {
    /// Whether the files were filled with what was keyed before there were any.
    public func hasReferenceFiles() throws(StoreFault) -> Bool { try preference(ClaimStore.filled) != nil }

    /// Fills the files with what the stored claims say, unless that was done: once for a store, and all of it or nothing.
    ///
    /// - Returns: from how many claims; `nil` where it was done before.
    public func fillReferences(in context: ParsingContext) throws(StoreFault) -> Int? {
        guard !isReadOnly, try !hasReferenceFiles() else { return nil }
        // Read before anything is locked: others go on saving.
        let gathered = try gathering(in: context)
        var isDone = false
        try inOneTransaction { () throws(StoreFault) in
            // Another window may have been faster.
            guard try !hasReferenceFiles() else { return }
            try writing { database in
                var remembering = Remembering(self, database)
                for entry in gathered.all(as: .keyed, in: context) { try remembering.take(entry, onlyIfNew: true) }
            }
            try setPreference(ClaimStore.filled, to: String(gathered.claims))
            isDone = true
        }
        return isDone ? gathered.claims : nil
    }

    static let filled = "reference-files-filled"

    /// What the claims that are not deleted say, in the order of their last changes.
    private func gathering(in context: ParsingContext) throws(StoreFault) -> ReferenceGathering {
        try reading { database in
            var gathering = ReferenceGathering()
            let numbers = try database.all(
                Int64.self, "SELECT number FROM claim WHERE deletedAt IS NULL ORDER BY updatedAt")
            for number in numbers {
                // A damaged claim fills nothing; the others do.
                if let draft = try? StoredClaim.find(number, in: database, seals)?.draft(in: database, seals, context) {
                    gathering.take(draft)
                }
            }
            return gathering
        }
    }
}
