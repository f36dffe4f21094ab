import ClaimModel
import ClaimRules
import CodeSets

/// The look-up of one field: typing filters, Enter selects.
struct LookUp: Overlay, Hashable, Sendable {
    /// The claim as it was when the list was opened.
    let draft: ClaimDraft
    let place: Place
    let source: LookUpSource
    /// Whether a text takes the place of what the field has, as typing would.
    private(set) var replaces = false
    private(set) var state: ListState
    /// The header whose codes are listed, and the list that it was opened from.
    private(set) var opened: Opened?
    /// What answers the filter; empty while `isStale`.
    private(set) var rows: [Row] = []
    /// How much of the filter the rows answer, where it is not all: `2 of 3 words`.
    private(set) var remark: String?
    /// The filter has changed since the rows were worked out: a burst of keys is searched for once, before the first key
    /// that needs the list.
    private(set) var isStale = true

    struct Opened: Hashable, Sendable {
        let header: CodeHit
        let outer: ListState
    }

    /// Something that can be taken into the claim, or a header that can be opened.
    struct Row: Hashable, Sendable {
        let code: String
        let text: String
        /// Shown at the end of the line: a policy, how well it is known.
        var remark = ""
        /// The code set's answer, where it is a code.
        let hit: CodeHit?
        /// Why it cannot be taken.
        var refusal: String?
        /// What taking it does, where that is more than to type a code.
        private let own: Fix?

        init(_ code: String, _ text: String, remark: String = "", refusal: String? = nil, fix: Fix) {
            self.code = code
            self.text = text
            self.remark = remark
            self.refusal = refusal
            hit = nil
            own = fix
        }

        init(_ hit: CodeHit) {
            code = hit.code
            text = hit.description
            self.hit = hit
            own = nil
        }

        /// What Enter does with it.
        func fix(at place: Place) -> Fix {
            own ?? Fix(code, [.init(place.field, row: place.row, code)])
        }
    }

    /// Of the field that has the cursor; `nil` where there is nothing to look up for it.
    init?(at editor: ClaimEditor, _ inputs: Inputs) {
        draft = editor.draft
        place = editor.focusedPlace
        source = LookUpSource(of: place.field)
        guard source != .nothing else { return nil }
        replaces = editor.work.focus.isSelected
        state = ListState(filter: source.isShort ? "" : editor.text, isSelected: true)
        refresh(inputs)
        if source.isShort { choose(draft.state(at: place).value ?? "") }
        if rows.isEmpty { clear() }
    }

    /// Of the templates that a new claim may begin with; `nil` where there is none.
    init?(templates inputs: Inputs) {
        draft = ClaimDraft(id: "template")
        place = Place(.entryName)
        source = .references(.template)
        state = ListState()
        refresh(inputs)
        if rows.isEmpty { return nil }
    }

    var chosen: Row? { rows.indices.contains(state.selection) ? rows[state.selection] : nil }

    /// Brings the rows up to date with the filter.
    mutating func refresh(_ inputs: Inputs) {
        guard isStale else { return }
        isStale = false
        if let opened {
            rows = source.rows(below: opened.header, for: state.filter, at: place, inputs: inputs, draft: draft)
        } else {
            (rows, remark) = source.answers(
                to: state.filter, at: place, inputs: inputs,
                draft: replaces && source == .texts ? draft.blank(at: place, in: inputs.parsing) : draft)
        }
        state.selection = min(state.selection, max(0, rows.count - 1))
    }
}

extension LookUp {
    mutating func paste(_ text: String) -> Reply { type(text) }

    /// A character, or a paste as one change.
    mutating func type(_ text: some Sequence<Character>) -> Reply { .stay(change { $0.type(text) }) }

    mutating func backspace() { change { $0.backspace() } }

    mutating func clear() { change { $0 = ListState() } }

    /// Moves the choice; whether it could.
    mutating func move(_ step: Int) -> Bool { state.move(step, count: rows.count) }

    /// Goes to the row of a code, where there is one.
    private mutating func choose(_ code: String) {
        if let row = rows.firstIndex(where: { $0.code == code }) { state.selection = row }
    }

    mutating func open(_ header: CodeHit) {
        opened = Opened(header: header, outer: state)
        change { $0 = ListState() }
    }

    /// The rows are worked out again at the next key or frame; the choice stays.
    mutating func forget() { change { _ in } }

    /// Back to the list that the header was opened from; whether one was open.
    mutating func close() -> Bool {
        guard let opened else { return false }
        self.opened = nil
        change { $0 = opened.outer }
        return true
    }

    private mutating func change<Result>(_ edit: (inout ListState) -> Result) -> Result {
        rows = []
        remark = nil
        isStale = true
        return edit(&state)
    }
}

extension ClaimDraft {
    /// The same with nothing at a place.
    fileprivate func blank(at place: Place, in context: ParsingContext) -> ClaimDraft {
        var blank = self
        blank.type("", at: place, in: context)
        return blank
    }
}
