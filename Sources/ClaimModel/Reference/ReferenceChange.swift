/// A change of reference files that happens as a whole, and can be taken back as a whole.
public struct ReferenceChange: Hashable, Sendable {
    /// One entry before and after; `nil` where there is none.
    public struct Step: Hashable, Sendable {
        /// As the file must have it now.
        public let before: ReferenceEntry?
        /// As the file has it then.
        public let after: ReferenceEntry?

        /// - Parameter after: in place of `before`, whatever its identity.
        public init(before: ReferenceEntry?, after: ReferenceEntry?) {
            self.before = before
            self.after = after
        }
    }

    /// In the order in which they are made.
    public private(set) var steps: [Step]
    /// What it is, in a sentence: `merge of two patients`.
    public let name: String

    /// A change of several entries at once.
    public init(_ name: String, _ steps: [Step]) {
        self.name = name
        self.steps = steps.filter { $0.before != $0.after }
    }

    /// Whether nothing would change.
    public var isEmpty: Bool { steps.isEmpty }

    /// What takes it back.
    public var reversed: ReferenceChange {
        ReferenceChange(name, steps.reversed().map { Step(before: $0.after, after: $0.before) })
    }
}

extension ReferenceChange {
    /// An entry that is offered from now on, or no longer.
    public static func offering(_ entry: ReferenceEntry, _ isActive: Bool) -> ReferenceChange {
        var after = entry
        after.isActive = isActive
        return ReferenceChange(
            "\(isActive ? "activation" : "deactivation") of a \(entry.kind.noun)", [Step(before: entry, after: after)])
    }

    /// An entry that was edited; the coverages and authorizations of a patient follow the name and birth date.
    ///
    /// - Parameter owned: the coverages and authorizations of the patient as they are.
    public static func edit(
        _ before: ReferenceEntry, to after: ReferenceEntry, owned: [ReferenceEntry], in context: ParsingContext
    ) -> ReferenceChange {
        let followers =
            before.identity == after.identity ? [] : owned.map { $0.step(to: after, known: [], in: context) }
        return ReferenceChange("edit of a \(before.kind.noun)", [Step(before: before, after: after)] + followers)
    }

    /// Two spellings of one made one: the second entry stays, has what it lacks from the first, and the first is known as
    /// the second from now on. Claims keep what they took.
    ///
    /// - Parameters:
    ///   - owned: the coverages and authorizations of the first.
    ///   - known: those of the second.
    public static func merge(
        _ gone: ReferenceEntry, into kept: ReferenceEntry, owned: [ReferenceEntry], known: [ReferenceEntry],
        in context: ParsingContext
    ) -> ReferenceChange {
        let steps = [
            Step(before: gone, after: gone.merged(into: kept)),
            Step(before: kept, after: kept.completed(by: gone, in: context)),
        ]
        let followers = owned.flatMap { entry -> [Step] in
            let moved = entry.step(to: kept, known: known, in: context)
            guard let twin = known.first(where: { $0.identity == moved.after?.mergedInto }) else { return [moved] }
            return [moved, Step(before: twin, after: twin.completed(by: entry, in: context))]
        }
        return ReferenceChange("merge of two entries", steps + followers)
    }
}

extension ReferenceEntry {
    fileprivate func merged(into other: ReferenceEntry) -> ReferenceEntry {
        var entry = self
        entry.mergedInto = other.identity
        return entry
    }

    /// With what it lacks from another entry of the same; what it says itself stays.
    fileprivate func completed(by other: ReferenceEntry, in context: ParsingContext) -> ReferenceEntry {
        let whole = with(other.texts.merging(texts) { $1 })
        return with(whole.texts, labeledIn: context)
    }

    /// A coverage or an authorization made another patient's; one that this patient has already is merged into that one.
    fileprivate func step(
        to patient: ReferenceEntry, known: [ReferenceEntry], in context: ParsingContext
    ) -> ReferenceChange.Step {
        var draft = draft(in: context)
        draft.name(patient, in: context)
        guard let moved = ReferenceEntry(kind, from: draft)?.inPlace(of: self) else {
            return .init(before: self, after: self)
        }
        if let twin = known.first(where: { $0.id == moved.id }) {
            return .init(before: self, after: merged(into: twin))
        }
        return .init(before: self, after: moved)
    }
}
