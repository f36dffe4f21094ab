/// What a template keeps of a claim: what is done, coded and charged, and by whom; nothing of a patient, a payer or a day.
extension Field {
    /// What every line may have that is of no patient and no day.
    package static let linesOfAnybody = all.filter {
        $0.part == .line && $0.onCopy == .kept && $0.saidBy == .office && $0.identity == .none
    }

    /// In the order of the screens.
    package static let ofTemplates: [Field] = {
        let providers: [Field] = [
            .lineRenderingLastName, .lineRenderingFirstName, .lineOrderingLastName, .lineOrderingFirstName,
        ]
        let own = Set(
            [.placeOfService, .treatmentDrug, .treatmentRoute, .treatmentSupplier, .lineDescription] + linesOfAnybody
                + providers + FieldGroup.renderingProvider.fields + FieldGroup.serviceFacility.fields
                + FieldGroup.diagnosis.fields)
        return all.filter { own.contains($0) && !$0.isCarried }
    }()
}

extension Place {
    /// The name of a template, then what it keeps: the claim's own fields, its diagnoses and its lines, row by row.
    static let ofTemplates: [Place] =
        [Place(.entryName)]
        + [Part.claim, .diagnosis, .line].flatMap { part in
            let fields = Field.ofTemplates.filter { $0.part == part }
            return (0..<part.limit).flatMap { row in fields.map { Place($0, row: row) } }
        }
}

extension ReferenceEntry {
    /// What a claim has for a template of this name; `nil` where it has no code and no diagnosis yet.
    public init?(template name: String, from claim: ClaimDraft, in context: ParsingContext) {
        guard !claim.templateSummary.isEmpty else { return nil }
        var named = claim
        named.type(name, at: Place(.entryName), in: context)
        self.init(.template, from: named)
        origin = .entered
    }

    /// The names of texts of fields that this version does not know, in their order.
    public var unknownKeys: [String] {
        let known = Set(kind.places.map { kind.key(of: $0) })
        return texts.keys.filter { !known.contains($0) }.sorted()
    }
}

extension ClaimDraft {
    /// Fills in what a template has; what it does not have stays.
    ///
    /// - Returns: the places that it filled.
    public mutating func take(template: ReferenceEntry, in context: ParsingContext) -> Set<Place> {
        var filled: Set<Place> = []
        for place in Place.ofTemplates where place.field != .entryName {
            let text = template.text(at: place)
            guard !text.isEmpty else { continue }
            type(text, at: place, in: context)
            filled.insert(place)
        }
        return filled
    }

    /// The codes that a template of it has: `96365, J3490; F33.2`.
    var templateSummary: String {
        [
            self.lines.compactMap { $0.procedure.value?.text }.joined(separator: ", "),
            self.diagnoses.compactMap { $0.code.value?.description }.joined(separator: ", "),
        ].filter { !$0.isEmpty }.joined(separator: "; ")
    }
}

extension FreeText {
    private static let mostInList = 200

    /// Its words on one line, as a list shows them.
    var oneLine: String {
        String(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(FreeText.mostInList))
    }
}
