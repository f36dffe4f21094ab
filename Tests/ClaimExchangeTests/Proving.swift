import ClaimExchange
import ClaimModel
import ClaimRules
import CodeSets

/// What every test of this folder stands on.
enum Proving {
    static let books = Result { try CodeBooks.shipped() }
    static let policies = Result { try PolicyLibrary() }

    static func context(of draft: ClaimDraft) throws -> Context {
        try Context(books: books.get(), policy: policies.get().policy(for: draft), today: ClaimExample.today)
    }

    static func summary(of draft: ClaimDraft, _ style: Summary.Style = Summary.Style()) throws -> Summary {
        let context = try context(of: draft)
        let findings = validate(draft, in: context)
        return Summary(
            of: draft, findings: findings, in: context, revision: 3,
            status: Verdict(of: findings, on: draft).status, style: style)
    }
}
