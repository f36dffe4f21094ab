import ClaimExchange

extension Office {
    /// The import of an 837P or CSV file; `nil` for drafts as JSON.
    ///
    /// - Parameters:
    ///   - name: the file's name as the person gave it.
    ///   - map: the map of a CSV file.
    public func claimImport(
        of chunks: FileChunks, named name: String, by map: RowMap?, _ options: ImportOptions
    ) throws(InputFault) -> (any ClaimImport)? {
        do {
            if let map { return try RowImport(chunks, named: name, by: map, into: self, options) }
            guard !ProfessionalReader.mayRead(chunks.first) else {
                return try ProfessionalImport(chunks, named: name, into: self, options)
            }
        } catch {
            throw InputFault(interruption: error)
        }
        guard !name.lowercased().hasSuffix(".csv") else {
            throw InputFault("needs a map of its columns: give one with --map; --map-template prints one to start from")
        }
        if let reason = ForeignFile.reason(chunks.first) { throw InputFault("\(reason).") }
        return nil
    }
}

extension InputFault {
    /// Why the claims of a file were not imported to its end.
    public init(interruption error: any Error) {
        self = error as? InputFault ?? InputFault("was imported only in part: \(error)")
    }
}
