/// A value of one field: text goes in, and either a value or the reason why there is none comes out.
///
/// `description` is the canonical form that is shown and exported; parsing it again gives the same value.
public protocol Parsed: Hashable, Sendable, CustomStringConvertible {
    /// Reads the text between its outer white space.
    ///
    /// - Throws: `.empty` without a text, `.incomplete` while more characters could help, `.malformed` otherwise.
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
    /// The day on which the text is typed: `t-1`, two-digit years and dates in the future depend on it.
    public let today: Day

    /// The same day and the same text always give the same reading.
    public init(today: Day) {
        self.today = today
    }
}

/// Why a text has no value yet, as the biller sees it.
public struct Unreadable: Error, Hashable, Sendable {
    /// How far the text is from a value.
    public enum Kind: Hashable, Sendable {
        /// Nothing is there.
        case empty
        /// More characters could still make it a value.
        case incomplete
        /// No further characters can make it a value.
        case malformed
    }

    /// Decides whether a person may still be typing (`.incomplete`) or must fix the text (`.malformed`).
    public let kind: Kind
    /// What is wrong in at most 70 characters, then what a good value looks like, without a final period; empty for
    /// `.empty`.
    public let message: String
    /// What is wrong in the terms of the value itself, where rules tell its faults apart.
    public let fault: Fault?

    /// A fault with its details, for the kinds of value whose rules judge them.
    public enum Fault: Hashable, Sendable {
        case ndc(NDC.Fault)
    }

    @usableFromInline
    init(kind: Kind, message: String, fault: Fault? = nil) {
        self.kind = kind
        self.message = message
        self.fault = fault
    }

    /// Nothing was typed; it has no message, since a blank field is not wrong by itself.
    @inlinable public static var empty: Unreadable { Unreadable(kind: .empty, message: "") }

    /// More characters could make it a value. The message says in at most 70 characters what is missing, without a
    /// final period.
    public static func incomplete(_ message: String) -> Unreadable { Unreadable(kind: .incomplete, message: message) }

    /// No further characters can help. The message says in at most 70 characters what is wrong, then what a good value
    /// looks like.
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

    /// One of the codes that a field chooses from.
    public struct Option: Hashable, Sendable {
        /// As claims carry it: `18`.
        public let code: String
        /// What it means, in a biller's words: `self`.
        public let label: String

        /// Both as they are listed and matched: by the code, or by the beginning of the label.
        public init(code: String, label: String) {
            self.code = code
            self.label = label
        }
    }

    /// - Parameter limit: the most characters; as many as there are columns if it is not given.
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
