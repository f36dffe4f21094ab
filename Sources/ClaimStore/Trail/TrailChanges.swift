import ClaimModel
import ClaimRules
import Foundation

extension TrailChange {
    init(_ difference: DraftDifference) {
        let label = [difference.rowTitle, difference.label].compactMap(\.self).joined(separator: ", ")
        self.init(label, from: difference.before, to: difference.after)
    }

    /// What differs between two states of a claim's row, apart from its draft.
    static func all(from before: StoredClaim, to after: StoredClaim) -> [TrailChange] {
        func text(_ hold: Hold?) -> String { hold.map { "\($0.by): \($0.reason)" } ?? "" }
        return [
            TrailChange("Status", from: before.status.rawValue, to: after.status.rawValue),
            TrailChange("Hold", from: text(before.hold), to: text(after.hold)),
            TrailChange("Comment", from: before.face.comment, to: after.face.comment),
            TrailChange("Deleted", from: before.isDeleted ? "yes" : "", to: after.isDeleted ? "yes" : ""),
        ].filter { $0.before != $0.after }
    }

    /// What differs between two drafts; nothing where the earlier one cannot be read.
    static func all(from json: Data, to draft: ClaimDraft, in context: ParsingContext) -> [TrailChange] {
        guard let earlier = try? DraftReader(in: context, from: .ownStore).draft(from: json) else { return [] }
        return draft.differences(from: earlier).map { TrailChange($0) }
    }
}
