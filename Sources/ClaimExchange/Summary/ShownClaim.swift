import ClaimModel
import ClaimRules
import TextKit

/// A claim as it may be shown on paper: every text printable, identities hidden where asked.
struct ShownClaim {
    let draft: ClaimDraft
    let context: Context
    let glyphs: Glyphs
    let mask: Mask?
    /// Whether it goes to the payer, to whom the state of our policies is nothing.
    var isForPayer = false

    /// What a field holds, in its canonical form with the words of its code; what does not read is shown as typed and
    /// says so; `nil` where it is blank.
    func text(_ field: Field, row: Int = 0) -> String? {
        let state = draft.state(at: Place(field, row: row))
        guard !state.isEmpty else { return nil }
        if mask?.hides(field, in: draft) == true { return Mask.hidden }
        guard let value = state.value else {
            return mask == nil ? "\"\(plain(state.text))\" (not readable)" : "\(Mask.hidden) (not readable)"
        }
        let option = field.shape.choices.first { $0.code == value }
        return plain(option.map(\.text) ?? value)
    }

    /// Any text as it may be printed.
    func plain(_ text: String) -> String { (mask?.scrubbed(text) ?? text).onPaper(glyphs) }

    /// The field's label with what it holds.
    func fact(_ field: Field, _ label: String? = nil, row: Int = 0) -> (label: String, value: String?) {
        (label ?? field.label, text(field, row: row))
    }

    /// The texts of several fields in one, blank ones left out; `nil` where all are.
    func joined(_ fields: [Field], row: Int = 0, by separator: String = " ") -> String? {
        let texts = fields.compactMap { text($0, row: row) }
        guard !texts.isEmpty else { return nil }
        return texts.allSatisfy { $0 == Mask.hidden } ? Mask.hidden : texts.joined(separator: separator)
    }

    /// `12 Elm St, Cleveland, OH 44113`; with the country where one is entered.
    func address(_ fields: AddressFields) -> String? {
        let parts =
            fields.streets.map { text($0) } + [
                text(fields.city), joined([fields.state, fields.zip]), text(fields.country),
            ]
        let texts = parts.compactMap { $0 }
        guard !texts.isEmpty else { return nil }
        return texts.allSatisfy { $0 == Mask.hidden } ? Mask.hidden : texts.joined(separator: ", ")
    }

    /// `(unverified)` where nobody has checked the policy's setting.
    func confidence<Value>(_ setting: KeyPath<PolicySettings, Setting<Value>?>) -> String {
        !isForPayer && context.policy.confidence(of: setting) == .unverified ? " (unverified)" : ""
    }
}

extension EntryShape.Option {
    /// The code with its words, or the words alone where they begin like the code: `18 self`, `yes`.
    fileprivate var text: String {
        label.lowercased().hasPrefix(code.lowercased()) ? label : "\(code) \(label)"
    }
}
