/// The text of one field as typed, and what it reads as; the two are always in step.
///
/// A text that does not read is kept like any other, with the reason why. An entry is one reference, to what was typed;
/// a blank one refers to nothing.
public struct Entry<Value: Parsed>: Equatable, Sendable {
    @usableFromInline private(set) var typed: Typed<Value>?

    /// A blank entry.
    public init() {}

    /// The text and what it reads as on the day of the context; an empty text is a blank entry.
    public init(_ text: String, in context: ParsingContext) {
        typed = text.isEmpty ? nil : Typed(text, in: context)
    }

    /// The same, where what was typed elsewhere may have the text already: a text is read once a day.
    ///
    /// - Parameter known: of the same kind and day; another text in it does not count.
    init(_ text: String, in context: ParsingContext, sharing known: TypedText?) {
        self.init()
        typed =
            if let known = known as? Typed<Value>, known.text == text { known } else {
                text.isEmpty ? nil : Typed(text, in: context)
            }
    }

    /// Replaces the text and reads it again.
    public mutating func type(_ text: String, in context: ParsingContext) { self = Entry(text, in: context) }

    /// As typed, `""` for a blank entry.
    @inlinable public var text: String { typed?.text ?? "" }

    /// What the text reads as; `nil` while it does not read, with the reason in `unreadable`.
    @inlinable public var value: Value? { typed?.value }

    /// Why there is no value; `nil` where there is one.
    @inlinable public var unreadable: Unreadable? {
        guard let typed else { return .empty }
        return typed.unreadable
    }

    /// Whether there is nothing but white space.
    @inlinable public var isEmpty: Bool {
        guard let typed else { return true }
        return typed.unreadable?.kind == .empty
    }

    /// Whether there is a value that more characters could still turn into another one.
    public var mayGrow: Bool { typed?.mayGrow ?? false }

    @inline(never)
    public static func == (left: Entry, right: Entry) -> Bool {
        if left.typed === right.typed { return true }
        guard let left = left.typed, let right = right.typed else { return false }
        return left.text == right.text && left.value == right.value && left.unreadable == right.unreadable
    }
}

/// A text as it was typed, whatever the kind of its field; it never changes.
@usableFromInline
class TypedText: @unchecked Sendable {
    @usableFromInline final let text: String
    @usableFromInline final let unreadable: Unreadable?

    fileprivate init(_ text: String, _ unreadable: Unreadable?) {
        self.text = text
        self.unreadable = unreadable
    }

    var mayGrow: Bool { false }
}

/// A text with what it reads as.
@usableFromInline
final class Typed<Value: Parsed>: TypedText, @unchecked Sendable {
    @usableFromInline let value: Value?

    fileprivate init(_ text: String, in context: ParsingContext) {
        do throws(Unreadable) {
            value = try Value(parsing: text, in: context)
            super.init(text, nil)
        } catch {
            value = nil
            super.init(text, error)
        }
    }

    override var mayGrow: Bool { value.map { Value.mayGrow(text, value: $0) } ?? false }
}

/// An entry of any kind: what is typed, and how far it reads.
public struct EntryState: Hashable, Sendable {
    /// As typed, `""` for a blank entry.
    public let text: String
    /// The canonical form; `nil` while the text has no value.
    public let value: String?
    /// Why there is no value; `nil` where there is one.
    public let unreadable: Unreadable?

    /// Whether there is nothing but white space.
    public var isEmpty: Bool { unreadable?.kind == .empty }

    /// - Parameter typed: `nil` for a blank entry.
    init(_ typed: TypedText?, of kind: EntryKind) {
        text = typed?.text ?? ""
        value = typed.flatMap(kind.described)
        unreadable = typed.map(\.unreadable) ?? .empty
    }
}
