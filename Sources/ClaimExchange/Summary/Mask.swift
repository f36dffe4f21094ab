public import ClaimModel
import Foundation

/// What a masked page hides: the fields that tell who somebody is, free texts, and these people's names wherever else
/// they are.
///
/// Clinical codes, service dates, amounts, organizations and NPIs stay.
struct Mask {
    static let hidden = "[hidden]"

    /// The identifying texts of the claim, the longest first.
    private let texts: [String]

    init(of draft: ClaimDraft) {
        var texts: Set<String> = []
        for field in Field.all where field.identity != .freeText && Mask.hides(field, in: draft) {
            for row in 0..<draft.rowCount(of: field.part) {
                let state = draft.state(at: Place(field, row: row))
                texts.formUnion(
                    [state.text, state.value ?? ""].map { $0.trimmingCharacters(in: .whitespacesAndNewlines) })
            }
        }
        self.texts = texts.filter { $0.count >= Mask.shortest }.sorted { ($1.count, $0) < ($0.count, $1) }
    }

    /// Shorter texts (an initial, a state) say nothing by themselves and are part of every other word.
    private static let shortest = 3

    func hides(_ field: Field, in draft: ClaimDraft) -> Bool { Mask.hides(field, in: draft) }

    private static func hides(_ field: Field, in draft: ClaimDraft) -> Bool {
        switch field.identity {
        case .none: false
        case .identifies, .freeText: true
        case .identifiesIfPerson: draft.billing.entityType.value == .person
        case .identifiesIfSSN: draft.billing.taxIDKind.value == .ssn
        }
    }

    /// The text with every identifying text in it hidden.
    func scrubbed(_ text: String) -> String {
        texts.reduce(text) { text, hidden in
            text.replacingOccurrences(
                of: hidden, with: Mask.hidden, options: [.caseInsensitive, .diacriticInsensitive])
        }
    }
}

extension ClaimDraft {
    /// The claim with everything blank that a masked page hides, and without what a file said that no field holds.
    public func withoutIdentities(in context: ParsingContext) -> ClaimDraft {
        let mask = Mask(of: self)
        var copy = self
        for place in places where mask.hides(place.field, in: self) { copy.type("", at: place, in: context) }
        copy.carried = []
        for row in copy.lines.indices { copy.lines[row].carried = [] }
        return copy
    }
}
