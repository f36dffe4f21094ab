/// A change that is made again, over what another desk has saved meanwhile.
public struct RebasedChange: Sendable {
    /// To be made instead.
    public let change: ReferenceChange
    /// What it changes, as it is then.
    public let entries: [ReferenceEntry]
    /// The fields that both have changed, each otherwise: they are as this change has them.
    public let overwritten: [Field]
}

extension ReferenceChange {
    /// The same change of entries that another desk has changed or made meanwhile: what it changes, over the rest as it is
    /// now.
    ///
    /// - Parameter now: an entry as it is kept now; `nil` where there is none.
    /// - Returns: `nil` where the two do not go together: an entry is gone, renamed, or merged into another.
    public func rebased<Fault: Error>(
        in context: ParsingContext, on now: (ReferenceKind, String) throws(Fault) -> ReferenceEntry?
    ) throws(Fault) -> RebasedChange? {
        var (steps, overwritten): ([Step], Set<String>) = ([], [])
        for step in self.steps {
            guard let after = step.after, let current = try now(after.kind, after.identity) else { return nil }
            let before = step.before
            guard before == nil || before?.id == after.id, after.mergedInto == nil, current.mergedInto == nil else {
                return nil
            }
            var texts = current.texts
            for key in Set(after.texts.keys).union(before?.texts.keys.map(\.self) ?? [])
            where after.texts[key] != before?.texts[key] {
                if current.texts[key] != before?.texts[key], current.texts[key] != after.texts[key] {
                    overwritten.insert(key)
                }
                texts[key] = after.texts[key]
            }
            var merged = current.with(texts, labeledIn: context).known(asOf: after.asOf ?? current.asOf)
            if after.isActive != before?.isActive ?? true { merged.isActive = after.isActive }
            steps.append(Step(before: current, after: merged))
        }
        let fields = Field.all.filter { field in
            overwritten.contains { $0 == field.id || $0.hasPrefix(field.id + "[") }
        }
        return RebasedChange(
            change: ReferenceChange(name, steps), entries: steps.compactMap(\.after), overwritten: fields)
    }
}
