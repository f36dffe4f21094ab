/// Two versions of a claim that were made from one, put together: what one side changed is taken, and where both changed a
/// value differently, mine stays until a person chooses.
///
/// Every text of the merged claim is one of mine or of theirs. Diagnoses with their pointers, a service line with its drug, and
/// the primary's decision are taken as a whole.
package struct DraftMerge: Sendable {
    package let merged: ClaimDraft
    /// What was changed on both sides, and differently, whatever was chosen.
    package let clashes: [DraftClash]
    private let drafts: Versions<ClaimDraft>
    private let rows: [Part: [MergedRow]]

    /// - Parameter base: what both were made from.
    package init(base: ClaimDraft, mine: ClaimDraft, theirs: ClaimDraft) {
        let drafts = Versions(base: base, mine: mine, theirs: theirs)
        let merging = Merging(of: drafts)
        self.init(drafts, merging, clashes: merging.clashes)
    }

    private init(_ drafts: Versions<ClaimDraft>, _ merging: Merging, clashes: [DraftClash]) {
        self.drafts = drafts
        self.clashes = clashes
        (merged, rows) = (merging.merged, merging.rows)
    }

    /// The same, with theirs in some of the clashes.
    package func taking(theirs chosen: Set<DraftClash.Value>) -> DraftMerge {
        DraftMerge(drafts, Merging(of: drafts, takingTheirs: chosen), clashes: clashes)
    }

    /// Whether nothing of mine is in it that theirs does not have.
    package var isTheirs: Bool { merged == drafts.theirs }

    /// What it has otherwise than mine.
    package var taken: [DraftDifference] { merged.differences(from: drafts.mine) }

    /// Where a place of mine is now; where its row is gone, the place that has its number.
    package func place(of place: Place) -> Place {
        let row = rows[place.field.part]?.firstIndex { $0.mine == place.row }
        return Place(place.field, row: row ?? place.row)
    }
}
