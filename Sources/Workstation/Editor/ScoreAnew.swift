public import ClaimModel
public import ClaimRules

extension ClaimDraft {
    /// Makes room for a score of this session where the payer wants one that is more recent than those of the claim that this
    /// one was copied from; those stay, since the one before treatment is among them. Of the new one only the scale is filled
    /// in.
    ///
    /// - Returns: the places that must be keyed for it; none where no score is due.
    public mutating func askScoreAnew(under policy: Policy, in context: ParsingContext) -> Set<Place> {
        let day = firstServiceDay ?? context.today
        let dated = self.scores.indices.compactMap { row in
            self.scores[row].date.value.map { (day: $0, row: row) }
        }
        guard let limit = policy.value(of: \.scoreRepeatDays), let latest = dated.max(by: { $0.day < $1.day }),
            day - latest.day > limit
        else { return [] }
        let (row, before) = (self.scores.count, self.scores[latest.row])
        guard row < Part.score.limit else { return [] }
        type(before.instrument.text, at: Place(.scoreInstrument, row: row), in: context)
        return [Place(.scoreDate, row: row), Place(before.items.isEmpty ? .scoreTotal : .scoreItems, row: row)]
    }
}
