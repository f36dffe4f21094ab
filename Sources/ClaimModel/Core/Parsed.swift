/// A value of one field: text goes in, and either a value or the reason why there is none comes out.
///
/// `description` is the canonical form that is shown and exported; parsing it again gives the same value.
public protocol Parsed: Hashable, Sendable, CustomStringConvertible {
    init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable)

    /// Whether more characters after `text`, which reads as `value`, could still turn it into another value (`F33` may
    /// become `F33.2`, `1/1/20` may become `1/1/2026`).
    static func mayGrow(_ text: String, value: Self) -> Bool

    /// What an `Entry` of this kind looks like on a screen: its widest text and the characters it takes.
    static var shape: EntryShape { get }

    /// The text that a field settles to when it is left, where the text as typed depends on the day it was typed
    /// (`t-1`, `1/1/20`); `nil` keeps the text as it is.
    static func settled(_ text: String, in context: ParsingContext) -> String?
}

extension Parsed {
    public static func mayGrow(_ text: String, value: Self) -> Bool { false }
    public static func settled(_ text: String, in context: ParsingContext) -> String? { nil }
}

/// What reading a text may depend on besides the text; it comes in from outside, so that every reading is repeatable.
public struct ParsingContext: Hashable, Sendable {
    public let today: Day

    public init(today: Day) {
        self.today = today
    }
}

/// Why a text has no value yet, as the biller sees it.
public struct Unreadable: Error, Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Nothing is there.
        case empty
        /// More characters could still make it a value.
        case incomplete
        /// No further characters can make it a value.
        case malformed
    }

    public let kind: Kind
    /// What is wrong in at most 70 characters, then what a good value looks like, without a final period; empty for
    /// `.empty`.
    public let message: String
    /// What is wrong in the terms of the value itself, where rules tell its faults apart.
    public let fault: Fault?

    public enum Fault: Hashable, Sendable {
        case ndc(NDC.Fault)
    }

    @usableFromInline
    init(kind: Kind, message: String, fault: Fault? = nil) {
        self.kind = kind
        self.message = message
        self.fault = fault
    }

    @inlinable public static var empty: Unreadable { Unreadable(kind: .empty, message: "") }

    public static func incomplete(_ message: String) -> Unreadable { Unreadable(kind: .incomplete, message: message) }

    public static func malformed(_ message: String) -> Unreadable { Unreadable(kind: .malformed, message: message) }

    func because(_ fault: Fault) -> Unreadable { Unreadable(kind: kind, message: message, fault: fault) }
}

/// How wide a field is drawn, how much it holds, and how it is offered.
public struct EntryShape: Hashable, Sendable {
    /// Columns on the screen.
    public let columns: Int
    /// The most characters that the field takes.
    public let limit: Int
    /// Whether the text may have line breaks.
    public let isMultiline: Bool
    /// Whether the text is a date.
    public let isDate: Bool
    /// The codes to choose from with their words, empty where the field is free.
    public let choices: [Option]

    public struct Option: Hashable, Sendable {
        public let code: String
        public let label: String

        public init(code: String, label: String) {
            self.code = code
            self.label = label
        }
    }

    public init(
        columns: Int, limit: Int? = nil, isMultiline: Bool = false, isDate: Bool = false, choices: [Option] = []
    ) {
        self.columns = columns
        self.limit = limit ?? columns
        self.isMultiline = isMultiline
        self.isDate = isDate
        self.choices = choices
    }
}
