import ClaimModel
import CodeSets
public import Testing

@testable public import ClaimRules

/// The code books and policies that every test of the rules is judged by, read once.
enum Desk {
    static let books = Result { try CodeBooks.shipped() }
    static let library = Result { try PolicyLibrary() }

    static func findings(on example: ClaimExample) throws -> [Finding] {
        try example.findings(books: books.get(), library: library.get())
    }
}

extension Rule: CustomTestStringConvertible {
    public var testDescription: String { id }
}

extension ClaimExample: CustomTestStringConvertible {
    public var testDescription: String { title }
}

extension [Finding] {
    /// The rules that speak with one of these weights, each once, in order of their ids.
    func rules(_ severities: Severity...) -> [String] {
        Set(filter { severities.contains($0.severity) }.map(\.rule.id)).sorted()
    }
}
