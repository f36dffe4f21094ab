import ClaimModel
import ClaimRules
import Foundation
import Synchronization

extension TrailChange {
    init(_ difference: DraftDifference) {
        var name = difference.label
        // Several parties have a last name.
        if case .field(let field) = difference.subject { name += " (\(field.id))" }
        let label = [difference.rowTitle, name].compactMap(\.self).joined(separator: ", ")
        self.init(label, from: difference.before, to: difference.after)
    }

    /// What differs between two states of a claim's row, apart from its draft.
    static func all(from before: StoredClaim, to after: StoredClaim) -> [TrailChange] {
        func text(_ hold: Hold?) -> String { hold.map { "\($0.by): \($0.reason)" } ?? "" }
        func text(_ tags: [String]) -> String { tags.joined(separator: ", ") }
        func text(_ day: Day?) -> String { day?.description ?? "" }
        return [
            TrailChange("Status", from: before.status.rawValue, to: after.status.rawValue),
            TrailChange("Findings", from: before.tally.words, to: after.tally.words),
            TrailChange("Hold", from: text(before.hold), to: text(after.hold)),
            TrailChange("Comment", from: before.face.comment, to: after.face.comment),
            TrailChange("Assigned to", from: before.face.handling.assignee, to: after.face.handling.assignee),
            TrailChange("Tags", from: text(before.face.handling.tags), to: text(after.face.handling.tags)),
            TrailChange("Follow up", from: text(before.face.handling.followUp), to: text(after.face.handling.followUp)),
            TrailChange(
                "Archived", from: before.face.handling.isArchived ? "yes" : "",
                to: after.face.handling.isArchived ? "yes" : ""),
            TrailChange("Write-off", from: before.face.course.writeOff, to: after.face.course.writeOff),
            TrailChange(
                "Statement", from: text(before.face.settlement?.statementOn),
                to: text(after.face.settlement?.statementOn)),
            TrailChange(
                "Patient payments", from: before.face.course.payments.words, to: after.face.course.payments.words),
            TrailChange("Deleted", from: before.isDeleted ? "yes" : "", to: after.isDeleted ? "yes" : ""),
        ].filter { $0.before != $0.after }
    }

    /// What differs between two drafts.
    static func all(from earlier: ClaimDraft, to draft: ClaimDraft) -> [TrailChange] {
        draft.differences(from: earlier).map { TrailChange($0) }
    }
}

extension ClaimStore {
    /// What differs between what is stored and what takes its place; nothing where what is stored cannot be read.
    func changes(from earlier: Data, to draft: ClaimDraft, _ json: Data) -> [TrailChange] {
        let known = lastDraft.draft(of: earlier)
        lastDraft.keep(draft, json)
        guard let before = known ?? (try? DraftReader(in: parsing, from: .ownStore).draft(from: earlier)) else {
            return []
        }
        return TrailChange.all(from: before, to: draft)
    }
}

/// The draft that was saved last: what somebody keys is compared with it at each save, and shares its unchanged parts.
final class LastDraft: Sendable {
    private let last = Mutex<(json: Data, draft: ClaimDraft)?>(nil)

    func draft(of json: Data) -> ClaimDraft? { last.withLock { $0?.json == json ? $0?.draft : nil } }

    func clear() { last.withLock { $0 = nil } }

    func keep(_ draft: ClaimDraft, _ json: Data) { last.withLock { $0 = (json, draft) } }
}

extension Tally {
    /// `2 errors, 1 warning`; `clean` where nothing is open.
    fileprivate var words: String {
        let parts = [errors > 0 ? counted(errors, "error") : nil, warnings > 0 ? counted(warnings, "warning") : nil]
        let words = parts.compactMap(\.self).joined(separator: ", ")
        return words.isEmpty ? "clean" : words
    }
}
