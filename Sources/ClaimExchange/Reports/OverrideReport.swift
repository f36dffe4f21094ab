public import ClaimModel
public import ClaimRules
package import TextKit

/// An override as it is listed: which warning on which claim, why, by whom, when, and whether it still holds.
///
/// Of the claim it names the account number and nothing else; people named on the claim are hidden in the reason.
public struct ListedOverride: Sendable {
    /// The account number; the claim's id where it has none.
    let account: String
    let rule: String
    let place: Place?
    let placeKey: String
    let reason: String
    let by: String
    let on: Day
    /// Whether it is in effect, and what ended it if not.
    public let state: OverrideState

    /// - Parameter findings: what `validate` says of the draft.
    public static func all(of draft: ClaimDraft, findings: [Finding]) -> [ListedOverride] {
        let mask = Mask(of: draft)
        let account = draft.identity.account.text
        return draft.overrides.map { override in
            ListedOverride(
                account: account.isEmpty ? draft.id : account, rule: override.rule, place: Place(key: override.place),
                placeKey: override.place, reason: mask.scrubbed(override.reason), by: override.by, on: override.on,
                state: override.state(on: draft, among: findings))
        }
    }
}

/// The overrides of many claims, for people and for scripts.
package enum OverrideReport {
    /// At most 80 columns wide, with a last line that counts.
    package static func text(_ overrides: [ListedOverride], glyphs: Glyphs = .unicode) -> String {
        let lines = overrides.flatMap { override in
            [Paper.ends(override.head.onPaper(glyphs), override.state.word)]
                + override.details.flatMap { Paper.hanging("", $0.onPaper(glyphs), column: 4) }
        }
        let inEffect = overrides.count { $0.state == .holds }
        let count =
            "\(counted(overrides.count, "override")): \(inEffect) in effect, "
            + "\(overrides.count - inEffect) not."
        return (lines + [count]).map { $0 + "\n" }.joined()
    }

    /// `{"overrides": [{"account", "rule", "title", "fault", "field", "line", "reason", "by", "on", "state", "changed"}]}`.
    package static func json(_ overrides: [ListedOverride]) -> String {
        let lines = overrides.map(\.json.json)
        return "{\"overrides\": [" + (lines.isEmpty ? "" : "\n" + lines.joined(separator: ",\n") + "\n") + "]}\n"
    }
}

extension ListedOverride {
    fileprivate var head: String { "\(account)  \(rule)  \(place?.label ?? placeKey)" }

    fileprivate var details: [String] {
        let fault = Rule.named(rule)?.fault
        let why: String? =
            switch state {
            case .holds: nil
            case .lapsed(let changes): "Lapsed: \(changes.listed) changed since."
            case .isError: "Now an error. Errors cannot be overridden; fix it."
            case .notNeeded: "Not needed: the warning is gone."
            }
        return [fault, "By \(by) on \(on): \(reason)", why].compactMap(\.self)
    }

    fileprivate var json: JSONValue {
        var changed: [Place] = []
        if case .lapsed(let changes) = state { changed = changes }
        return .object([
            "account": .text(account), "rule": .text(rule), "title": JSONValue(Rule.named(rule)?.title),
            "fault": JSONValue(Rule.named(rule)?.fault),
            "field": .text(place?.field.id ?? placeKey), "line": JSONValue(place?.number), "reason": .text(reason),
            "by": .text(by), "on": .text(on.iso), "state": .text(state.word),
            "changed": .list(changed.map { .text($0.key) }),
        ])
    }
}

extension OverrideState {
    fileprivate var word: String {
        switch self {
        case .holds: "in effect"
        case .lapsed: "lapsed"
        case .isError: "error"
        case .notNeeded: "not needed"
        }
    }
}
