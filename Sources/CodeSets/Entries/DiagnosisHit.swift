extension CodeHit {
    /// A diagnosis as a search would answer it.
    public init(_ entry: DiagnosisEntry) {
        self.init(
            set: .diagnosis, code: entry.code, description: entry.description, isBillable: entry.isBillable,
            validFrom: nil, validTo: nil)
    }
}
