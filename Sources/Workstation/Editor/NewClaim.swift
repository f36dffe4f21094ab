public import ClaimModel
public import ClaimRules
import CodeSets

extension ClaimDraft {
    /// A claim that nobody has keyed yet: the practice's defaults, frequency 1, its account number, nothing else.
    ///
    /// - Parameter practice: the draft that holds the practice's setup.
    public static func new(
        id: String, account: String, practice: ClaimDraft, in context: ParsingContext
    ) -> ClaimDraft {
        var draft = ClaimDraft(id: id)
        draft.type(account, at: Place(.account), in: context)
        draft.type("1", at: Place(.frequency), in: context)
        draft.takeDefaults(FieldGroup.defaultFields, of: practice, in: context)
        return draft
    }

    /// A new claim after an earlier one.
    ///
    /// Of the same patient, who and why are kept and what was done must be keyed again: patient, payer, providers,
    /// diagnoses, codes, policy and the episode's documentation are carried. Of another patient, what was done is kept.
    ///
    /// - Parameter earlier: this patient's other claims, the one that is copied among them; sessions used are counted on
    ///   from the one of the same authorization that counts most.
    public static func copy(
        of source: ClaimDraft, as repetition: Repetition = .visit, id: String, account: String, practice: ClaimDraft,
        earlier: [PriorClaim], in context: ParsingContext
    ) -> ClaimDraft {
        var draft = source.renamed(id)
        let defaulted = source.defaulted
        draft.overrides = []
        draft.queries = []
        draft.keepLines(of: repetition, in: context)
        if repetition == .nextPatient {
            draft.dropPerson(in: context)
        } else {
            draft.dropCarriedServices()
            for place in draft.places where place.field.onCopy != .kept { draft.type("", at: place, in: context) }
            draft.patient.claimRecords(in: context)
            draft.type(sessionsUsed(before: source, earlier), at: Place(.sessionsUsed), in: context)
        }
        draft.type(account, at: Place(.account), in: context)
        draft.type("1", at: Place(.frequency), in: context)
        draft.takeDefaults(defaulted.compactMap(Field.named), of: practice, in: context)
        if repetition == .session, let day = CourseRhythm(of: source, earlier).next, day <= context.today {
            draft.type(day.description, at: Place(.lineFrom), in: context)
        }
        return draft
    }

    /// What a copy was not given of what its source says: the places that must be keyed again, and a date that is only
    /// offered.
    ///
    /// The last day of a service of one day is not asked again, nor what a payer decided.
    public static func places(
        toKeyAgainOn copy: ClaimDraft, of source: ClaimDraft, as repetition: Repetition = .visit
    ) -> Set<Place> {
        var kept = source
        kept.lines = source.keptRows(of: repetition).map { source.lines[$0] }
        let isOfAnother = repetition == .nextPatient
        let missing = kept.places.filter { place in
            let field = place.field
            guard isOfAnother || field.onCopy == .cleared, field.saidBy == .office, !kept.text(at: place).isEmpty,
                copy.text(at: place).isEmpty
            else { return false }
            return field != .lineTo || kept.lines[place.row].to.value != kept.lines[place.row].from.value
        }
        let offered = repetition == .session && !copy.text(at: Place(.lineFrom)).isEmpty ? [Place(.lineFrom)] : []
        return Set(missing + offered)
    }

    private mutating func takeDefaults(
        _ fields: some Sequence<Field>, of practice: ClaimDraft, in context: ParsingContext
    ) {
        for field in fields {
            let answer = practice.text(at: Place(field))
            self.defaulted.remove(field.id)
            guard !answer.isEmpty else { continue }
            type(answer, at: Place(field), in: context)
            self.defaulted.insert(field.id)
        }
    }

    /// One session more than the claim of this authorization that counts most; blank where none counts.
    private static func sessionsUsed(before source: ClaimDraft, _ earlier: [PriorClaim]) -> String {
        guard let number = source.authorization.number.value else { return "" }
        let counted = earlier.filter { ![.deleted, .voided].contains($0.status) }.map(\.draft)
            .filter { $0.authorization.number.value == number }
        let most = ([source] + counted).compactMap { $0.authorization.sessionsUsed.value?.number }.max()
        return most.map { String($0 + 1) } ?? ""
    }

    /// Keeps what a file said of who is treated and who pays, not what it said of the service.
    private mutating func dropCarriedServices() {
        self.carried.removeAll { !$0.loop.hasPrefix("20") }
        for row in self.lines.indices { self.lines[row].carried = [] }
    }

    /// Empties what is somebody's: who the patient is, who pays, what they have and what the chart says.
    private mutating func dropPerson(in context: ParsingContext) {
        self.carried = []
        (self.diagnoses, self.trials, self.scores, self.attachments) = ([], [], [], [])
        for row in self.lines.indices { self.lines[row].carried = [] }
        for place in places where !place.field.isOfAnyPatient { type("", at: place, in: context) }
    }

    /// The lines that a claim made after this one has: those of discarded drug are of one vial, and a visit with a
    /// treatment is of one day.
    private func keptRows(of repetition: Repetition) -> [Int] {
        let rows = self.lines.indices.filter { !self.lines[$0].isWastage }
        let treatments = rows.filter { !self.lines[$0].isVisit }
        return repetition == .nextPatient || treatments.isEmpty ? rows : treatments
    }

    /// Takes the other lines out; the lines that drugs name as their own keep their meaning.
    private mutating func keepLines(of repetition: Repetition, in context: ParsingContext) {
        let kept = keptRows(of: repetition)
        let dropped: Set<String> = repetition == .nextPatient ? ["JW", "JZ"] : ["25", "JW", "JZ"]
        let numbers = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1 + 1, $0 + 1) })
        self.lines = kept.map { row in
            var line = self.lines[row]
            if let named = line.administrationLine.value?.number {
                line.administrationLine.type(numbers[named].map(String.init) ?? "", in: context)
            }
            line.dropModifiers(dropped, in: context)
            return line
        }
    }
}

extension Field {
    /// What the same visit of another patient has as well: the practice's, and of a line the day and all that is of nobody.
    /// What it points to is no diagnosis of theirs.
    fileprivate var isOfAnyPatient: Bool {
        switch part {
        case .claim: Field.ofAnyPatient.contains(self)
        case .line: Field.ofAnyLine.contains(self)
        case .diagnosis, .trial, .score, .attachment: false
        }
    }

    private static let ofAnyPatient = Set(
        FieldGroup.practice.flatMap(\.fields) + FieldGroup.renderingProvider.fields
            + FieldGroup.serviceFacility.fields + [.treatmentDrug, .treatmentRoute, .treatmentSupplier])

    private static let ofAnyLine = Set(
        linesOfAnybody
            + [.lineFrom, .lineTo, .lineRenderingNPI, .lineRenderingLastName, .lineRenderingFirstName]
    ).subtracting([.linePointers])
}

extension ServiceLine {
    /// A visit, or what is only billed with one.
    var isVisit: Bool {
        guard let code = self.procedure.value?.text else { return false }
        let visits: ProcedureKinds = [.evaluationAndManagement, .psychotherapyAddOn, .prolongedService]
        return !ProcedureKinds(of: code).isDisjoint(with: visits)
    }

    /// Discarded drug has a line of its own.
    fileprivate var isWastage: Bool { modifiers.contains { $0.text == "JW" } }

    fileprivate mutating func dropModifiers(_ dropped: Set<String>, in context: ParsingContext) {
        let kept = [self.modifier1, self.modifier2, self.modifier3, self.modifier4].map(\.text).filter {
            !dropped.contains($0.uppercased())
        }
        let texts = kept + Array(repeating: "", count: 4 - kept.count)
        self.modifier1.type(texts[0], in: context)
        self.modifier2.type(texts[1], in: context)
        self.modifier3.type(texts[2], in: context)
        self.modifier4.type(texts[3], in: context)
    }
}

extension FieldGroup {
    /// The practice's fields, whose defaults are filled in on every new claim.
    fileprivate static let defaultFields = practice.flatMap(\.fields)
}
