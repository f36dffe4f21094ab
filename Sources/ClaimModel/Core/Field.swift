/// One field of the claim: its names in the trade, and access to its text in any draft.
///
/// Declared once, next to the part that holds it, and kept for the whole run: what is handed about is a reference to the
/// declaration, which nobody has to count.
public struct Field: Identifiable, Hashable, Sendable {
    @usableFromInline unowned(unsafe) let declaration: Declaration

    init(_ declaration: Declaration) { self.declaration = Unmanaged.passRetained(declaration).takeUnretainedValue() }

    @usableFromInline
    final class Declaration: Sendable {
        let id: String
        let label: String
        let box: String?
        let element: String?
        let help: String
        let traits: FieldTraits
        let access: EntryAccess

        init(
            id: String, label: String, box: String?, element: String?, help: String, traits: FieldTraits,
            access: EntryAccess
        ) {
            self.id = id
            self.label = label
            self.box = box
            self.element = element
            self.help = help
            self.traits = traits
            self.access = access
        }
    }

    /// `billing.npi`, `line.ndc`: the name in the draft's JSON and in every report.
    public var id: String { declaration.id }
    /// What is before the field on its screen.
    public var label: String { declaration.label }
    /// The box of the CMS-1500 (02/12), where it has one.
    public var box: String? { declaration.box }
    /// Loop and element of the 837P (005010X222A1), where it has one.
    public var element: String? { declaration.element }
    /// What to enter and where to find it, one or two sentences.
    public var help: String { declaration.help }
    /// The part of the claim that the field repeats with.
    public var part: Part { declaration.access.part }
    /// How wide the field is drawn, how much it holds, and the codes it chooses from.
    public var shape: EntryShape { declaration.access.kind.shape }

    @inlinable
    public static func == (left: Field, right: Field) -> Bool { left.declaration === right.declaration }

    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(declaration)) }

    var access: EntryAccess { declaration.access }

    /// What a text would read as in this field, in its canonical form; `nil` where it would not.
    public func value(of text: String, in context: ParsingContext) -> String? { access.kind.value(text, context) }
}

/// What a field repeats with: the claim has one, everything else is a row.
public enum Part: String, CaseIterable, Hashable, Sendable {
    case claim, diagnosis, line, trial, score, attachment

    /// The most rows that a claim takes: twelve diagnoses and fifty lines (837P), ten attachments (PWK), and more
    /// trials and scores than anybody keys.
    public var limit: Int {
        switch self {
        case .claim: 1
        case .diagnosis: 12
        case .line: 50
        case .attachment: 10
        case .trial, .score: 500
        }
    }
}

/// A field and the row that it is in.
public struct Place: Hashable, Sendable {
    /// The field, whose `part` says what `row` counts.
    public let field: Field
    /// Counted from 0; 0 for a field of the claim.
    public let row: Int

    /// A place in any draft, whether or not the draft has that row yet.
    public init(_ field: Field, row: Int = 0) {
        self.field = field
        self.row = row
    }

    @inlinable
    public static func == (left: Place, right: Place) -> Bool { left.row == right.row && left.field == right.field }

    /// The row as a person counts, from 1; `nil` for a field of the claim.
    public var number: Int? { field.part == .claim ? nil : row + 1 }

    /// `line.ndc[2]`: the place in one word, counted from 1.
    public var key: String { number.map { "\(field.id)[\($0)]" } ?? field.id }

    /// The place that a key names; `nil` where no field is called so, or its part has no such row.
    public init?(key: String) {
        let parts = key.split(separator: "[", maxSplits: 1, omittingEmptySubsequences: false)
        guard let field = parts.first.flatMap({ Field.named(String($0)) }) else { return nil }
        if parts.count == 1 {
            guard field.part == .claim else { return nil }
            self.init(field)
        } else {
            guard field.part != .claim, parts[1].last == "]", let number = Int(parts[1].dropLast()),
                (1...field.part.limit).contains(number)
            else { return nil }
            self.init(field, row: number - 1)
        }
    }
}
