import ClaimModel
import CodeSets
import Testing

@testable import ClaimRules

/// Every rule is proven by its own examples.
@Suite struct RuleExampleTests {
    let books: CodeBooks
    let library: PolicyLibrary

    init() throws {
        books = try Desk.books.get()
        library = try Desk.library.get()
    }

    private func speaks(_ rule: Rule, of example: ClaimExample) -> Bool {
        example.findings(books: books, library: library).contains { $0.rule.id == rule.id }
    }

    @Test(arguments: Rule.all)
    func `is silent on what it accepts`(_ rule: Rule) {
        for (number, example) in rule.accepts().enumerated() {
            let isSilent = !speaks(rule, of: example)
            #expect(isSilent, "\(rule.id) speaks of its accepted example \(number)")
        }
    }

    @Test(arguments: Rule.all)
    func `reports what it rejects`(_ rule: Rule) {
        for (number, example) in rule.rejects().enumerated() {
            let isHeard = speaks(rule, of: example)
            #expect(isHeard, "\(rule.id) is silent on its rejected example \(number)")
        }
    }

    @Test(arguments: Rule.all)
    func `says what it checks and who says so`(_ rule: Rule) {
        #expect(rule.id.wholeMatch(of: /[A-Z]{2,3}-[0-9]{3}/) != nil)
        #expect(!rule.title.isEmpty && !rule.title.hasSuffix("."))
        #expect(!rule.source.title.isEmpty && !rule.source.date.isEmpty)
        #expect(!rule.reads.isEmpty, "\(rule.id) names no field that it reads")
        #expect(Set(rule.reads).count == rule.reads.count, "\(rule.id) names a field twice")
        if rule.scope.isEvaluated {
            #expect(!rule.accepts().isEmpty && !rule.rejects().isEmpty, "\(rule.id) has no examples")
        }
        for other in rule.hides + rule.alongside {
            #expect(Rule.named(other) != nil, "\(rule.id) names \(other), which is no rule")
        }
    }

    /// A denial, each code with its words; or, for a note only, the reason why none follows.
    @Test(arguments: Rule.all)
    func `says which denial it prevents or why none`(_ rule: Rule) {
        #expect(rule.prevents.isEmpty == (rule.undenied != nil), "\(rule.id)")
        #expect(rule.severity == .note || !rule.prevents.isEmpty, "\(rule.id) names no denial that it prevents")
        for denial in rule.prevents {
            switch denial {
            case .carc(let code): #expect(books.denial(carc: code) != nil, "\(rule.id): CARC \(code)")
            case .rarc(let code): #expect(books.denial(rarc: code) != nil, "\(rule.id): RARC \(code)")
            }
        }
        for code in rule.rejectedAs { #expect(books.claimStatus(code) != nil, "\(rule.id): status \(code)") }
    }

    /// Where a finding weighs otherwise than its rule, the rule says what raises or lowers it.
    @Test(arguments: Rule.all)
    func `says what raises or lowers its severity`(_ rule: Rule) {
        let weights = Set(
            rule.rejects().flatMap { $0.findings(books: books, library: library) }
                .filter { $0.rule.id == rule.id }.map(\.severity))
        #expect(weights.subtracting([rule.severity]).isEmpty || rule.severityNote != nil, "\(rule.id)")
    }

    @Test func `chapters are of a few rules`() {
        #expect(Chapter.all.allSatisfy { $0.rules.count <= 15 })
        let unevaluated = Set(Rule.all.map(\.id)).subtracting(Rule.evaluated.map(\.id))
        #expect(unevaluated == ["IN-001", "IN-002", "IN-003", "IN-004", "ND-003", Rule.unreadableEntry.id])
    }

    @Test func `ids are unique`() {
        #expect(Set(Rule.all.map(\.id)).count == Rule.all.count)
    }

    @Test(arguments: Rule.all)
    func `every finding says what is wrong and how to fix it`(_ rule: Rule) {
        for example in rule.rejects() {
            for finding in example.findings(books: books, library: library) where finding.rule.id == rule.id {
                #expect(!finding.message.isEmpty && !finding.remedy.isEmpty)
                #expect(finding.remedy.hasSuffix("."), "\(rule.id): \(finding.remedy)")
            }
        }
    }

    @Test func `institutional rules are listed and never evaluated`() {
        let listed = Rule.all.filter { $0.scope == .institutional }.map(\.id)
        #expect(listed == ["IN-001", "IN-002", "IN-003", "IN-004"])
        #expect(!Rule.evaluated.contains { $0.scope == .institutional })
    }
}
