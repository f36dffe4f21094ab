public import ClaimModel

/// The rows of claims that an earlier version wrote, without what the worklist has come to show since.
extension ClaimStore {
    /// Adds to such rows what the claims' drafts say, once for a store; a claim that changes meanwhile has it already.
    public func fillFaces(in context: ParsingContext) throws(StoreFault) {
        guard !isReadOnly, try preference(ClaimStore.facesFilled) == nil else { return }
        let numbers = try reading { try $0.all(Int64.self, "SELECT number FROM claim ORDER BY number") }
        var rest = numbers[...]
        while !rest.isEmpty {
            try fillFaces(of: rest.prefix(100), context)
            rest = rest.dropFirst(100)
        }
        try setPreference(ClaimStore.facesFilled, to: "1")
    }

    private static let facesFilled = "faces-filled"

    /// A few at a time: others go on saving.
    private func fillFaces(of numbers: ArraySlice<Int64>, _ context: ParsingContext) throws(StoreFault) {
        try writing { database in
            for number in numbers {
                // A damaged claim stays as it is.
                guard var stored = try? StoredClaim.find(number, in: database, seals), stored.face.isOld,
                    let draft = try? stored.draft(in: database, seals, context)
                else { continue }
                stored.face.take(draft)
                try stored.update(at: stored.updated, in: database, seals)
            }
        }
    }
}
