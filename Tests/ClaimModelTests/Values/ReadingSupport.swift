import ClaimModel
import Testing

extension ParsingContext {
    /// The day on which the tests type.
    static let test = ParsingContext(today: Day(number: 20_780))
}

/// What a text reads as, of whatever type.
enum Reading: Equatable {
    /// The canonical form of the value.
    case value(String)
    case empty
    case incomplete
    case malformed

    init<Value: Parsed>(_ text: String, as type: Value.Type, in context: ParsingContext = .test) {
        do throws(Unreadable) {
            self = .value(try Value(parsing: text, in: context).description)
        } catch {
            self =
                switch error.kind {
                case .empty: .empty
                case .incomplete: .incomplete
                case .malformed: .malformed
                }
        }
    }

    var isValue: Bool {
        if case .value = self { true } else { false }
    }
}

/// One type of value: how it reads, which characters it is typed with, and canonical texts of it.
struct Kind: Sendable, CustomTestStringConvertible {
    let name: String
    let read: @Sendable (String) -> Reading
    let mayGrow: @Sendable (String) -> Bool
    let message: @Sendable (String) -> String?
    let limit: Int
    let alphabet: [Character]
    let samples: [String]

    init<Value: Parsed>(_ type: Value.Type, typedWith alphabet: String, samples: [String]) {
        name = "\(type)"
        read = { Reading($0, as: type) }
        mayGrow = { Entry<Value>($0, in: .test).mayGrow }
        message = { Entry<Value>($0, in: .test).unreadable?.message }
        limit = Value.shape.limit
        self.alphabet = Array(alphabet)
        self.samples = samples
    }

    /// A choice, typed with the letters of its codes and words.
    init<Value: Choice>(_ type: Value.Type) {
        let words = Value.allCases.flatMap { [$0.code, $0.label] }.joined()
        let letters = String(Set(words)).sorted().map(String.init).joined()
        self.init(type, typedWith: letters, samples: Value.allCases.map(\.code))
    }

    var testDescription: String { name }
}
