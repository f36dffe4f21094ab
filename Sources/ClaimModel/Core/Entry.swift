/// The text of one field as typed, and what it reads as; the two are always in step.
///
/// A text that does not read is kept like any other, with the reason why.
public struct Entry<Value: Parsed>: Hashable, Sendable {
    /// What is the same for every kind of value; it comes first, so that it is read without knowing the kind.
    @usableFromInline private(set) var head: EntryHead
    public private(set) var value: Value?

    public init() {
        head = EntryHead(text: "", unreadable: .empty)
    }

    public init(_ text: String, in context: ParsingContext) {
        self.init()
        type(text, in: context)
    }

    /// Replaces the text and reads it anew.
    public mutating func type(_ text: String, in context: ParsingContext) {
        do throws(Unreadable) {
            value = try Value(parsing: text, in: context)
            head = EntryHead(text: text, unreadable: nil)
        } catch {
            value = nil
            head = EntryHead(text: text, unreadable: error)
        }
    }

    @inlinable public var text: String { head.text }

    /// Why there is no value; `nil` where there is one.
    @inlinable public var unreadable: Unreadable? { head.unreadable }

    @inlinable public var isEmpty: Bool { head.unreadable?.kind == .empty }

    /// Whether there is a value that more characters could still turn into another one.
    public var mayGrow: Bool {
        value.map { Value.mayGrow(text, value: $0) } ?? false
    }
}

/// The part of an entry that does not depend on what it holds.
@usableFromInline
struct EntryHead: Hashable, Sendable {
    @usableFromInline let text: String
    @usableFromInline let unreadable: Unreadable?
}
