/// A claim as a person keys it: anything may be in it, and everything typed is kept.
///
/// One value; the screens, the rules, the store and the exports read and write nothing else. Copies share their contents
/// until one of them changes, so a draft is handed on and kept for undo at no cost.
@dynamicMemberLookup
public struct ClaimDraft: Hashable, Sendable, Identifiable {
    /// The store's own name for the claim, or the `id` of its JSON; no part of what is submitted.
    public private(set) var id: String
    @usableFromInline var contents = Boxed<DraftContents>()

    /// A blank draft. The id need not be unique for a draft that is never stored.
    public init(id: String) {
        self.id = id
    }

    /// The parts of the claim and what is recorded in addition to them: `draft.patient`, `draft.lines`, `draft.overrides`.
    @inlinable
    public subscript<Member>(dynamicMember path: WritableKeyPath<DraftContents, Member>) -> Member {
        @inline(__always) _read { yield contents[dynamicMember: path] }
        @inline(__always) _modify { yield &contents[dynamicMember: path] }
    }

    /// Drafts of one claim are seldom in one set, so that its id tells enough.
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension ClaimDraft: CustomReflectable {
    /// The parts, as a debugger shows them.
    public var customMirror: Mirror { Mirror(self, children: Mirror(reflecting: contents).children) }
}

extension ClaimDraft {
    /// What is typed at a place and how far it reads; a blank entry where the draft has no such row.
    public func state(at place: Place) -> EntryState {
        EntryState(typed(at: place), of: place.field.access.kind)
    }

    /// Whether more characters could turn the complete value of a field into another.
    public func mayGrow(at place: Place) -> Bool { typed(at: place)?.mayGrow ?? false }

    /// As typed, `""` where nothing is, or where the draft has no such row.
    public func text(at place: Place) -> String { typed(at: place)?.text ?? "" }

    /// Why the text has no value; `nil` where it has one.
    public func unreadable(at place: Place) -> Unreadable? {
        guard let typed = typed(at: place) else { return .empty }
        return typed.unreadable
    }

    /// `nil` where nothing is typed.
    func typed(at place: Place) -> TypedText? { place.field.access.typed(in: self, row: place.row) }

    /// Whether the place is blank.
    public func isEmpty(at place: Place) -> Bool { unreadable(at: place)?.kind == .empty }

    /// Replaces the text of one field; what it reads as follows.
    public mutating func type(_ text: String, at place: Place, in context: ParsingContext) {
        place.field.access.type(text, into: &self, row: place.row, context: context)
        if !self.defaulted.isEmpty { self.defaulted.remove(place.field.id) }
    }

    /// The same for one claim of many: where it has the text in the row before, or another one has it at this place, what was
    /// read there is shared and not read again.
    ///
    /// - Parameter other: typed on the same day.
    package mutating func type(_ text: String, at place: Place, as other: ClaimDraft?, in context: ParsingContext) {
        var known = other?.typed(at: place)
        if known?.text != text, place.row > 0 { known = typed(at: Place(place.field, row: place.row - 1)) }
        place.field.access.type(text, into: &self, row: place.row, context: context, sharing: known)
    }

    /// Gives a text that means something else tomorrow (`t-1`, `1/1/20`) the date that it means today.
    ///
    /// - Returns: whether the text changed.
    @discardableResult
    public mutating func settle(_ place: Place, in context: ParsingContext) -> Bool {
        let text = text(at: place)
        guard let settled = place.field.access.kind.settled(text, context), settled != text else { return false }
        place.field.access.type(settled, into: &self, row: place.row, context: context)
        return true
    }

    /// How many rows of a part the draft has; 1 for the claim itself.
    public func rowCount(of part: Part) -> Int {
        switch part {
        case .claim: 1
        case .diagnosis: self.diagnoses.count
        case .line: self.lines.count
        case .trial: self.trials.count
        case .score: self.scores.count
        case .attachment: self.attachments.count
        }
    }

    /// The name of the claim in messages: its account number, else its id.
    public var name: String { self.identity.account.value?.text ?? id }

    /// The earliest day on which a service line begins; `nil` where none says one.
    public var firstServiceDay: Day? { self.lines.compactMap { $0.from.value }.min() }

    /// The sum of the charges that read, in cents; what box 28 says.
    public var totalCharge: Int { self.lines.reduce(0) { $0 + ($1.charge.value?.cents ?? 0) } }

    /// Every place of the claim that a text may be in.
    public var places: [Place] {
        Field.all.flatMap { field in (0..<rowCount(of: field.part)).map { Place(field, row: $0) } }
    }
}

extension ClaimDraft {
    /// Blank rows are never kept at the end.
    package mutating func dropBlankEnds() {
        while self.diagnoses.last == DiagnosisRow() { self.diagnoses.removeLast() }
        while self.lines.last == ServiceLine() { self.lines.removeLast() }
        while self.trials.last == TreatmentTrial() { self.trials.removeLast() }
        while self.scores.last == SymptomScore() { self.scores.removeLast() }
        while self.attachments.last == Attachment() { self.attachments.removeLast() }
    }
}

/// A warning that a person has accepted, with a reason.
public struct Override: Hashable, Sendable {
    /// The id of the rule, such as `PV-005`.
    public let rule: String
    /// The key of the place that the warning is at.
    public let place: String
    /// Why the warning is accepted, in the person's own words.
    public let reason: String
    /// Who decided, as they name themselves.
    public let by: String
    /// The day of the decision.
    public let on: Day
    /// The texts that the rule had read, by the key of their place; once one changes, the override has lapsed.
    public let inputs: [String: String]

    /// An override holds as long as `inputs` are the texts of the draft.
    public init(rule: String, place: String, reason: String, by: String, on: Day, inputs: [String: String]) {
        self.rule = rule
        self.place = place
        self.reason = reason
        self.by = by
        self.on = on
        self.inputs = inputs
    }
}

extension ClaimDraft {
    /// The same claim under another id.
    public func renamed(_ id: String) -> ClaimDraft {
        var copy = self
        copy.id = id
        return copy
    }
}
