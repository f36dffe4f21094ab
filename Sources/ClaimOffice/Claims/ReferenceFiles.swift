public import ClaimModel
public import ClaimStore

/// The reference files: patients, payers, providers, charges, drugs.
extension Office {
    /// Every entry of every file.
    public func directory() throws(StoreFault) -> [ReferenceEntry] {
        var entries: [ReferenceEntry] = []
        for kind in ReferenceKind.allCases { entries += try store.references(kind) }
        return entries
    }

    /// Makes a change once more that others were faster than, over what they have saved.
    ///
    /// - Returns: `nil` where the two do not go together; nothing is changed then.
    public func merge(_ change: ReferenceChange) throws(StoreFault) -> RebasedChange? {
        let table = ReferenceTable(store)
        let merged = try change.rebased(in: parsing) { kind, identity throws(StoreFault) in
            try table.entry(kind, identity)
        }
        if let merged, !merged.change.isEmpty { try store.change(merged.change) }
        return merged
    }

    /// Adds to the rows of a store that an earlier version wrote what the worklist has come to show since, once.
    public func fillFaces() throws(StoreFault) {
        try store.fillFaces(in: parsing)
        try fillSettlements()
    }

    /// Fills the files with what was keyed before there were any, once.
    ///
    /// - Returns: what was done, in a sentence; `nil` where nothing was.
    public func fillReferenceFiles() throws(StoreFault) -> String? {
        guard let claims = try store.fillReferences(in: parsing), claims > 0 else { return nil }
        return "Reference files filled from \(counted(claims, "claim"))."
    }
}
