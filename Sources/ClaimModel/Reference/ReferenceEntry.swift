/// One entry of a reference file: somebody or something that was keyed once and is offered again, a labeled set of texts.
public struct ReferenceEntry: Hashable, Sendable, Identifiable {
    /// The file that it is in.
    public let kind: ReferenceKind
    /// What makes it the same one when it is keyed again: an NPI, a payer ID, a name with a birth date.
    public let identity: String
    /// The line in the list to choose from: `RIVERA, DANA 04/12/1985`.
    public let label: String
    /// The texts by the id of their field, or, where a field repeats, by the key of their place.
    public let texts: [String: String]
    /// Who put it there first.
    public var origin = ReferenceOrigin.keyed
    /// Whether it is offered; one that is not is kept, and known when it is keyed again.
    public var isActive = true
    /// The identity of the entry that it was merged into; `nil` for one that was not merged.
    public var mergedInto: String?
    /// The day as of which its texts are known: of keying, or the first service day of a claim in a file; `nil` where
    /// nobody noted it.
    public var asOf: Day?

    /// Kind and identity in one word.
    public var id: String { ReferenceEntry.id(kind, identity) }

    package static func id(_ kind: ReferenceKind, _ identity: String) -> String { "\(kind.rawValue) \(identity)" }

    /// Whether it is offered on a claim.
    public var isOffered: Bool { isActive && mergedInto == nil }

    /// An entry as the store keeps it.
    public init(kind: ReferenceKind, identity: String, label: String, texts: [String: String]) {
        self.kind = kind
        self.identity = identity
        self.label = label
        self.texts = texts
    }

    /// What a draft says of one kind, readable texts only; `nil` where it does not say who or what that is.
    ///
    /// - Parameter row: the service line, for a charge or a drug.
    public init?(_ kind: ReferenceKind, from draft: ClaimDraft, row: Int = 0) {
        guard let identity = kind.identities(in: draft, row: row).first else { return nil }
        var texts: [String: String] = [:]
        for place in kind.places {
            let state = draft.state(
                at: kind.isOfLine && place.field.part == .line ? Place(place.field, row: row) : place)
            if state.value != nil { texts[kind.key(of: place)] = state.text }
        }
        self.init(kind: kind, identity: identity, label: kind.label(in: draft, row: row), texts: texts)
    }

    /// The text at a place of an entry, `""` where it has none.
    package func text(at place: Place) -> String { texts[kind.key(of: place)] ?? "" }

    /// The text of a field that the entry has once, `""` where it has none.
    public func text(of field: Field) -> String { texts[field.id] ?? "" }

    /// The texts of a field in all of its rows, in their order.
    package func texts(of field: Field) -> [String] {
        (0..<(kind.isOfLine ? 1 : field.part.limit)).map { text(at: Place(field, row: $0)) }.filter { !$0.isEmpty }
    }

    /// The identity of the patient whom a coverage or an authorization is of; `nil` for other kinds.
    public var owner: String? {
        guard kind.isOfPatient, let end = identity.firstIndex(of: "#") else { return nil }
        return String(identity[..<end])
    }

    /// The entry as a draft, to be changed field by field.
    package func draft(in context: ParsingContext) -> ClaimDraft {
        var draft = ClaimDraft(id: "reference")
        for place in kind.places {
            let text = text(at: place)
            if !text.isEmpty { draft.type(text, at: place, in: context) }
        }
        return draft
    }
}

extension ClaimDraft {
    /// Makes the claim that patient's by name and birth date.
    package mutating func name(_ patient: ReferenceEntry, in context: ParsingContext) {
        for field in Field.identifyingPatient { type(patient.text(of: field), at: Place(field), in: context) }
    }
}

extension Field {
    /// What tells one patient from another: see `Patient.identity`.
    package static let identifyingPatient: [Field] = [.patientLastName, .patientFirstName, .patientBirthDate]
}

extension ServiceLine {
    /// Whether what the line charges is charged for each such line: one unit, and no drug, whose units follow its dose.
    fileprivate var saysUsualCharge: Bool {
        guard self.charge.value != nil, self.units.text.allSatisfy({ $0 == "1" || $0 == " " }) else { return false }
        return self.ndc.isEmpty && self.dose.isEmpty && self.drugName.isEmpty
            && self.procedure.value?.text.hasPrefix("J") == false
    }
}

/// Who put an entry into its file first.
public enum ReferenceOrigin: String, Hashable, Sendable {
    /// It was keyed on a claim.
    case keyed
    /// It was entered in the file itself.
    case entered
    /// It came with a file.
    case imported

    /// In a list: `from a claim`.
    public var label: String {
        switch self {
        case .keyed: "from a claim"
        case .entered: "entered"
        case .imported: "imported"
        }
    }
}

extension ReferenceEntry {
    /// What a claim says of everybody and everything that is kept: the people and organizations first, each once.
    ///
    /// - Parameter day: as of which it says so.
    public static func all(in claim: ClaimDraft, asOf day: Day? = nil) -> [ReferenceEntry] {
        let parties = ReferenceKind.allCases.filter { $0.isSaidByClaims && !$0.isOfLine && $0 != .authorization }
            .compactMap { ReferenceEntry($0, from: claim)?.withoutOfficeTexts }
        let all = parties + [authorization(of: claim)].compactMap(\.self) + lines(of: claim)
        return all.map { $0.known(asOf: day) }
    }

    /// A claim says what was used before it; the next one starts from what was used with it.
    private static func authorization(of claim: ClaimDraft) -> ReferenceEntry? {
        var counted = claim
        if let used = claim.authorization.sessionsUsed.value?.number {
            counted.type(String(used + 1), at: Place(.sessionsUsed), in: undated)
        }
        return ReferenceEntry(.authorization, from: counted)
    }

    /// The codes with their charges, and the drugs without their lots: which vial is still there, no claim knows.
    private static func lines(of claim: ClaimDraft) -> [ReferenceEntry] {
        var seen: Set<String> = []
        return claim.lines.indices.flatMap { row -> [ReferenceEntry] in
            guard claim.lines[row].saysUsualCharge || !claim.lines[row].ndc.isEmpty else { return [] }
            var plain = claim
            let dropped = Field.lineModifiers + [.linePlaceOfService, .linePointers, .lineLot]
            for field in dropped { plain.type("", at: Place(field, row: row), in: undated) }
            let charge = claim.lines[row].saysUsualCharge ? ReferenceEntry(.charge, from: plain, row: row) : nil
            return [charge, ReferenceEntry(.drug, from: plain, row: row)].compactMap(\.self)
                .filter { seen.insert($0.id).inserted }
        }
    }

    /// For texts that mean the same on every day.
    private static let undated = ParsingContext(today: Day(number: 0))

    /// What the office decides once for all claims is not read off one of them.
    private var withoutOfficeTexts: ReferenceEntry {
        guard kind == .patient else { return self }
        return with(texts.filter { $0.key.hasPrefix("patient.") })
    }

    /// The same entry with other texts.
    package func with(_ texts: [String: String]) -> ReferenceEntry {
        ReferenceEntry(kind: kind, identity: identity, label: label, texts: texts).inPlace(of: self)
    }

    /// The entry with origin, offer, merge and day of the one that it replaces.
    package func inPlace(of other: ReferenceEntry) -> ReferenceEntry {
        var entry = known(asOf: other.asOf)
        (entry.origin, entry.isActive, entry.mergedInto) = (other.origin, other.isActive, other.mergedInto)
        return entry
    }

    /// The same entry as of a day.
    package func known(asOf day: Day?) -> ReferenceEntry {
        var entry = self
        entry.asOf = day
        return entry
    }

    fileprivate func isOlder(than other: ReferenceEntry) -> Bool {
        guard let asOf, let day = other.asOf else { return false }
        return asOf < day
    }

    /// The same entry with other texts and the label that follows from them.
    package func with(_ texts: [String: String], labeledIn context: ParsingContext) -> ReferenceEntry {
        let draft = with(texts).draft(in: context)
        return ReferenceEntry(kind: kind, identity: identity, label: kind.label(in: draft), texts: texts)
            .inPlace(of: self)
    }

    /// This entry after it was keyed again: a line of fields of which anything was keyed is as it was keyed, the rest
    /// stays. An older claim only adds the lines that are blank so far. A code that is in the charge master, or a drug on
    /// the shelf, is changed there only.
    public func keyedAgain(as claim: ReferenceEntry) -> ReferenceEntry {
        guard !kind.isOfLine else { return self }
        let (newer, older) = claim.isOlder(than: self) ? (self, claim) : (claim, self)
        var texts: [String: String] = [:]
        for line in kind.groups.flatMap(\.lines) {
            let source = line.contains { newer.texts[$0.id] != nil } ? newer : older
            for field in line { texts[field.id] = source.texts[field.id] }
        }
        for place in kind.places where place.field.part == .diagnosis {
            texts[kind.key(of: place)] = self.texts[kind.key(of: place)]
        }
        // A claim that was keyed earlier and looked at later does not take a session back.
        let used = [self, claim].compactMap { Int($0.text(of: .sessionsUsed)) }.max()
        if kind == .authorization, let used { texts[Field.sessionsUsed.id] = String(used) }
        let label = newer.identity == claim.identity ? newer.label : claim.label
        return ReferenceEntry(kind: kind, identity: claim.identity, label: label, texts: texts)
            .inPlace(of: self).known(asOf: newer.asOf ?? older.asOf)
    }
}

/// What several claims say of everybody and everything that is kept, each once, as the newest of them says it.
public struct ReferenceGathering: Sendable {
    private var entries: [String: ReferenceEntry] = [:]
    private var order: [String] = []
    /// From how many claims.
    public private(set) var claims = 0

    /// Nothing yet.
    public init() {}

    /// Takes what a claim says.
    public mutating func take(_ claim: ClaimDraft) { take(ReferenceEntry.all(in: claim)) }

    /// Takes the entries of one claim.
    public mutating func take(_ all: [ReferenceEntry]) {
        claims += 1
        for entry in all {
            guard let known = entries[entry.id] else {
                entries[entry.id] = entry
                order.append(entry.id)
                continue
            }
            if !known.kind.isOfLine {
                entries[entry.id] = known.keyedAgain(as: entry)
            } else if !entry.isOlder(than: known) {
                entries[entry.id] = entry
            }
        }
    }

    /// All of it, who is known by a number before who is known by name only.
    ///
    /// - Parameter origin: where the claims came from.
    public func all(as origin: ReferenceOrigin, in context: ParsingContext) -> [ReferenceEntry] {
        var (numbered, named): ([ReferenceEntry], [ReferenceEntry]) = ([], [])
        for id in order {
            guard var entry = entries[id] else { continue }
            entry.origin = origin
            let isNumbered =
                entry.kind.isKnownByNumberOrName
                ? entry.kind.identities(in: entry.draft(in: context)).count > 1 : entry.kind.isOfLine
            if isNumbered { numbered.append(entry) } else { named.append(entry) }
        }
        return numbered + named
    }
}
