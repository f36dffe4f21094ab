import ClaimModel
import ClaimRules

/// What is being asked of several claims.
struct BulkQuestion: Hashable, Sendable {
    let ids: [String]
    let item: BulkItem
    /// The rule that a fix or an override is of.
    var rule: String?

    /// What was asked for, once it is known what else it takes.
    func act(_ answer: String) -> BulkAct? {
        switch item {
        case .hold: .hold(reason: answer)
        case .release: .release
        case .assign: .assign(to: answer)
        case .tag: .tag(answer)
        case .untag: .untag(answer)
        case .ready: .markReady
        case .fix: rule.map { .fix(rule: $0) }
        case .override: rule.map { .override(rule: $0, reason: answer) }
        case .archive: .archive
        case .unarchive: .unarchive
        case .markAll, .markRange, .clearMarks, .print: nil
        }
    }
}

/// What the list of marked claims offers.
enum BulkItem: String, CaseIterable, Hashable, Sendable {
    case markAll, markRange, clearMarks
    case hold, release, assign, tag, untag, print, ready, fix, override, archive, unarchive

    /// - Parameters:
    ///   - claims: on how many claims.
    ///   - listed: how many are listed.
    func label(_ claims: Int, listed: Int) -> String {
        let these = counted(claims, "claim")
        return switch self {
        case .markAll: "Mark all listed: \(counted(listed, "claim"))"
        case .markRange: "Mark from the last mark down to this line"
        case .clearMarks: "Remove all marks"
        case .hold: "Hold \(these): asks for the reason"
        case .release: "Release \(these)"
        case .assign: "Assign \(these)"
        case .tag: "Tag \(these)"
        case .untag: "Remove a tag from \(these)"
        case .print: "Print \(these)"
        case .ready: "Mark \(these) ready"
        case .fix: "Apply one automatic fix to \(these)"
        case .override: "Override one warning on \(these)"
        case .archive: "Archive \(these)"
        case .unarchive: "List \(these) again"
        }
    }

    /// What is asked before it is done; `nil` where nothing is.
    var question: (title: String, label: String)? {
        switch self {
        case .hold: ("Why are they held?", "Reason")
        case .assign: ("Who works on them? Blank: nobody.", "Name")
        case .tag: ("The tag: a word that the list can be filtered by (tag:…)", "Tag")
        case .untag: ("The tag to remove", "Tag")
        case .override: ("One reason for all of them, recorded on each", "Reason")
        case .markAll, .markRange, .clearMarks, .release, .print, .ready, .fix, .archive, .unarchive: nil
        }
    }
}

/// A step on the way to an act on several claims.
enum BulkStep: Sendable {
    case choose(BulkItem)
    case rule(String)
    case answer(String)
    case carryOut(BulkAct)
}
