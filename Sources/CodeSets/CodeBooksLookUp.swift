public import ClaimModel
import Foundation

extension CodeBooks {
    /// The code's entry, headers included; the code with or without its dot, in any case.
    @specialized(where Code == String)
    public func diagnosis<Code: StringProtocol>(_ code: Code, on day: Day? = nil) -> DiagnosisEntry? {
        row(DiagnosisEntry.key(code), in: .diagnosis, on: day).map(DiagnosisEntry.init)
    }

    /// Whether any loaded release of the set has the code.
    public func isKnown(_ code: some StringProtocol, in set: CodeSetName) -> Bool {
        !rows(set == .diagnosis ? DiagnosisEntry.key(code) : CodeKey(code), in: set).isEmpty
    }

    /// Whether any loaded release of ICD-10-CM has the code as one that may be billed.
    public func isBillable(_ diagnosis: some StringProtocol) -> Bool {
        rows(DiagnosisEntry.key(diagnosis), in: .diagnosis).contains(where: \.isBillable)
    }

    /// The codes directly below a header, billable or not; empty for leaves and for codes that do not exist.
    public func children(of code: some StringProtocol, on day: Day? = nil) -> [DiagnosisEntry] {
        guard let header = row(DiagnosisEntry.key(code), in: .diagnosis, on: day) else { return [] }
        let table = header.table
        let all = table.rows(below: table.key(header.index))
        var children: [DiagnosisEntry] = []
        var row = all.lowerBound + 1
        while row < all.upperBound {
            children.append(DiagnosisEntry(TableRow(table: table, index: row)))
            row = table.rows(below: table.key(row)).upperBound
        }
        return children
    }

    /// The billable codes at or below a code, at most `limit`.
    public func billableCodes(
        under code: some StringProtocol, on day: Day? = nil, limit: Int = .max
    ) -> [DiagnosisEntry] {
        guard let header = row(DiagnosisEntry.key(code), in: .diagnosis, on: day) else { return [] }
        let table = header.table
        let leaves = table.rows(below: table.key(header.index)).lazy.filter(table.isBillable)
        return leaves.prefix(max(0, limit)).map { DiagnosisEntry(TableRow(table: table, index: $0)) }
    }

    /// A CPT or HCPCS code that the tables know. A table may not be whole, nor of the day: a code that is absent may well be
    /// good.
    @specialized(where Code == String)
    public func procedure<Code: StringProtocol>(_ code: Code, on day: Day? = nil) -> ProcedureEntry? {
        let key = CodeKey(code)
        return row(key, in: .cpt, on: day).map { ProcedureEntry($0, set: .cpt) }
            ?? row(key, in: .hcpcs, on: day).map { ProcedureEntry($0, set: .hcpcs) }
    }

    /// The table has every modifier of CPT and HCPCS in its quarter: one that is absent then does not exist.
    @specialized(where Code == String)
    public func modifier<Code: StringProtocol>(_ code: Code, on day: Day? = nil) -> ModifierEntry? {
        row(CodeKey(code), in: .modifier, on: day).map(ModifierEntry.init)
    }

    /// The table has every place of service: one that is absent does not exist.
    @specialized(where Code == String)
    public func placeOfService<Code: StringProtocol>(_ code: Code, on day: Day? = nil) -> CodeEntry? {
        entry(code, in: .placeOfService, on: day)
    }

    /// The table has a handful of specialties: one that is absent may well be good.
    @specialized(where Code == String)
    public func taxonomy<Code: StringProtocol>(_ code: Code, on day: Day? = nil) -> TaxonomyEntry? {
        row(CodeKey(code), in: .taxonomy, on: day).map(TaxonomyEntry.init)
    }

    /// A claim adjustment reason code (CAS02) such as `16`, in our own words until the office imports the whole list.
    public func denial(carc code: some StringProtocol, on day: Day? = nil) -> CodeEntry? {
        entry(code, in: .carc, on: day)
    }

    /// A remittance advice remark code (LQ02 of the 835) such as `M119`, in our own words; not every code is in the
    /// table.
    public func denial(rarc code: some StringProtocol, on day: Day? = nil) -> CodeEntry? {
        entry(code, in: .rarc, on: day)
    }

    /// A claim status code (STC01-2 of the 277CA) such as `562`, in our own words.
    public func claimStatus(_ code: some StringProtocol) -> CodeEntry? { entry(code, in: .claimStatus, on: nil) }

    /// A claim status category (STC01-1 of the 277CA) such as `A7`, in our own words.
    public func statusCategory(_ code: some StringProtocol) -> CodeEntry? { entry(code, in: .statusCategory, on: nil) }

    /// About whom a claim status is said (STC01-3 of the 277CA) such as `82`, in our own words.
    public func statusEntity(_ code: some StringProtocol) -> CodeEntry? { entry(code, in: .statusEntity, on: nil) }

    /// A revenue code (NUBC) of four digits such as `0636`, in our own words until the office imports the whole list.
    public func revenue(_ code: some StringProtocol, on day: Day? = nil) -> CodeEntry? {
        entry(code, in: .revenue, on: day)
    }

    /// From the list of the day; a code that it lacks, and fields that it does not name, from the others of the set.
    private func entry(_ code: some StringProtocol, in set: CodeSetName, on day: Day?) -> CodeEntry? {
        let key = CodeKey(code)
        let all = rows(key, in: set)
        return (row(key, in: set, on: day) ?? all.first).map { CodeEntry($0, set: set, besides: all) }
    }

    /// Every code of a small set with its words, those of all its lists together, by code.
    public func entries(of set: CodeSetName) -> [CodeEntry] {
        let codes = Set(
            allTables.filter { $0.release.set == set }.flatMap { table in
                (0..<table.count).map { table.key($0).text }
            })
        return codes.sorted { $0.compare($1, options: .numeric) == .orderedAscending }
            .compactMap { entry($0, in: set, on: nil) }
    }

    /// The product with this NDC in its billing form of eleven digits, in whichever release lists it.
    @specialized(where Code == String)
    public func product<Code: StringProtocol>(ndc11: Code, on day: Day? = nil) -> DrugProduct? {
        let key = CodeKey(ndc11)
        return row(key, in: .ndc, on: day).flatMap(DrugProduct.init)
            ?? rows(key, in: .ndc).lazy.compactMap(DrugProduct.init).first
    }

    /// The FDA's whole directory where it is loaded and was out on the day: only then is a product that it lacks unknown.
    public func drugDirectory(on day: Day) -> CodeRelease? {
        releases.first { $0.set == .ndc && $0.isWhole && ($0.published.map { $0 <= day } ?? false) }
    }

    /// What the NCCI says of two procedures on one day, the column 1 code first; `nil` where it says nothing.
    @specialized(where Code == String)
    public func procedurePair<Code: StringProtocol>(
        _ column1: Code, _ column2: Code, on day: Day
    ) -> ProcedurePair? {
        guard hasRelease(of: .procedurePair), column1.utf8.count == 5, column2.utf8.count == 5,
            let pair = row(CodeKey("\(column1)\(column2)"), in: .procedurePair, on: day).flatMap(ProcedurePair.init),
            pair.isInForce(on: day)
        else { return nil }
        return pair
    }

    /// The most units of a procedure that one person gets on one day, by CMS's medically unlikely edits.
    @specialized(where Code == String)
    public func unitLimit<Code: StringProtocol>(of code: Code, on day: Day) -> UnitLimit? {
        row(CodeKey(code), in: .unitLimit, on: day).flatMap(UnitLimit.init)
    }
}

extension CodeBooks {
    /// The tabular notes that go for a code, all or those of one kind: its own first, then those of its headers, section
    /// and chapter.
    @specialized(where Code == String)
    public func notes<Code: StringProtocol>(
        _ kind: CodeNote.Kind? = nil, on code: Code, on day: Day? = nil
    ) -> [CodeNote] {
        guard let key = CodeRange.packed(code), let notes = notes(on: day) else { return [] }
        return notes.all(kind, on: key)
    }

    /// The Excludes1 note by which two diagnoses may not be on one claim; `nil` where none names the other.
    @specialized(where Code == String)
    public func excludes1<Code: StringProtocol>(
        _ first: Code, _ second: Code, on day: Day? = nil
    ) -> CodeNote? {
        guard let notes = notes(on: day), let one = CodeRange.packed(first), let other = CodeRange.packed(second)
        else { return nil }
        return notes.first(on: one) { notes.kind($0) == .excludes1 && notes.names(other, in: $0) }
            ?? notes.first(on: other) { notes.kind($0) == .excludes1 && notes.names(one, in: $0) }
    }
}
