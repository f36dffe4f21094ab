/// The text of one field as typed and what it reads as, always in step.
public struct Entry<Value: Parsed>: Hashable, Sendable {
    public private(set) var text: String
    public private(set) var reading: Result<Value, Unreadable>

    public init() {
        text = ""
        reading = .failure(.empty)
    }

    public init(_ text: String, in context: ParsingContext) {
        self.init()
        type(text, in: context)
    }

    /// Replaces the text and reads it anew.
    public mutating func type(_ text: String, in context: ParsingContext) {
        self.text = text
        do throws(Unreadable) {
            reading = .success(try Value(parsing: text, in: context))
        } catch {
            reading = .failure(error)
        }
    }

    public var value: Value? {
        if case .success(let value) = reading { value } else { nil }
    }

    public var unreadable: Unreadable? {
        if case .failure(let reason) = reading { reason } else { nil }
    }

    /// Whether there is a value that more characters could still turn into another one.
    public var mayGrow: Bool {
        value.map { Value.mayGrow(text, value: $0) } ?? false
    }

    public var isEmpty: Bool {
        unreadable?.kind == .empty
    }
}
