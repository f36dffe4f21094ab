import ClaimModel
import Testing

/// Each field has a place of its own in a draft, and a copy keeps what it was.
struct StorageLawTests {
    private let context = ClaimDraft.context

    /// A text that no random draft holds, so that it differs from whatever stood there.
    private let text = "typed by the law"

    @Test(arguments: Field.all)
    func `typing into one field changes that field alone`(field: Field) {
        for draft in [ClaimDraft(id: "blank"), .random(seed: 7, sparsity: 1), .random(seed: 8)] {
            // A row in the midst of others, so that no row comes or goes.
            let place = Place(field, row: max(0, draft.rowCount(of: field.part) - 2))
            let earlier = texts(of: draft)
            var typed = draft
            typed.type(text, at: place, in: context)

            #expect(typed.text(at: place) == text)
            #expect(texts(of: draft) == earlier, "the copy taken before has changed")
            var expected = earlier
            expected[place] = text
            #expect(texts(of: typed).filter { !$0.value.isEmpty } == expected.filter { !$0.value.isEmpty })
            #expect(typed != draft)
            // A row that begins may change all that is asked of its part.
            let changed = typed.changedPositions(since: draft).map { Field.all[$0] }
            #expect(changed == [field] || field.part != .claim && changed == Field.all.filter { $0.part == field.part })
            #expect(typed.differences(from: draft).map(\.subject) == [.field(field)])

            typed.type(earlier[place] ?? "", at: place, in: context)
            #expect(typed == draft.withoutDefault(field))
        }
    }

    @Test(arguments: Field.all)
    func `a text that does not read is found at its field`(field: Field) {
        var draft = ClaimDraft(id: "1")
        let place = Place(field, row: field.part == .claim ? 0 : 1)
        for text in ["\u{1}", "99/99/9999", "-"] {
            draft.type(text, at: place, in: context)
            let reason = draft.unreadable(at: place)
            let isFound = draft.unreadablePlaces.contains { $0.place == place && $0.reason == reason }
            #expect(isFound == (reason != nil && reason?.kind != .empty))
            #expect(draft.unreadablePlaces.count == (isFound ? 1 : 0))
        }
    }

    @Test func `blank parts are one storage and a copy shares all of its parts`() {
        let (one, other) = (ClaimDraft(id: "1"), ClaimDraft(id: "2"))
        #expect(one.patient.isShared(with: other.patient))
        #expect(ServiceLine().isShared(with: ServiceLine()))
        let draft = ClaimDraft.random(seed: 3, sparsity: 1)
        var copy = draft
        copy.type("Doe", at: Place(.patientLastName), in: context)
        #expect(!copy.patient.isShared(with: draft.patient))
        #expect(copy.payer.isShared(with: draft.payer))
        #expect(copy.lines[0].isShared(with: draft.lines[0]))
        copy.type("1", at: Place(.lineUnits, row: 1), in: context)
        #expect(copy.lines[0].isShared(with: draft.lines[0]))
        #expect(!copy.lines[1].isShared(with: draft.lines[1]))
    }

    @Test func `clearing a blank field leaves the blank part shared`() {
        var draft = ClaimDraft(id: "1")
        for field in Field.all { draft.type("", at: Place(field), in: context) }
        #expect(draft == ClaimDraft(id: "1"))
        #expect(draft.patient.isShared(with: Patient()))
        #expect(draft.lines.isEmpty)
    }

    private func texts(of draft: ClaimDraft) -> [Place: String] {
        Dictionary(uniqueKeysWithValues: draft.places.map { ($0, draft.text(at: $0)) })
    }
}

extension ClaimDraft {
    /// A field that is typed over holds no default any more, whatever is typed.
    fileprivate func withoutDefault(_ field: Field) -> ClaimDraft {
        var copy = self
        copy.defaulted.remove(field.id)
        return copy
    }
}
