public import ClaimModel
public import CodeSets

/// What a file format can carry of a claim, and which rules it leaves without what they read.
///
/// Such a rule is *not judged* on a claim that came in that format: what the file could not say is no error. Once the claim
/// is a draft, its screens ask for it and every rule judges it.
public struct FormatCoverage: Sendable {
    /// The ids of the rules that cannot judge at all, or not in full, in the order of the book.
    public let notJudged: [String]
    /// What the format cannot carry.
    private let lost: Set<Field>
    /// The rules that would reject what they accept once it is taken away.
    private let misled: Set<String>

    /// Nothing is left out: the draft's own JSON.
    public static let whole = FormatCoverage()

    private init() {
        (notJudged, lost, misled) = ([], [], [])
    }

    /// Worked out from the rules' own examples: a rule is not judged where it would reject a claim that it accepts, once
    /// what the format cannot carry is taken away, or where it finds nothing any more in what it rejects. What is missing
    /// at a field that the format does carry is judged all the same, and an entry that the format cannot have is never wrong.
    ///
    /// - Parameter fields: what the format carries.
    public init(carrying fields: Set<Field>, books: CodeBooks, library: PolicyLibrary) {
        let lost = Set(Field.all).subtracting(fields)
        func problems(_ rule: Rule, with example: ClaimExample) -> [Problem] {
            let stripped = example.without(lost)
            let facts = ClaimFacts(of: stripped.draft, in: stripped.context(books: books, library: library))
            return facts.isJudged(by: rule.scope) ? rule.check(facts) : []
        }
        let readers = Rule.evaluated.filter { !lost.isDisjoint(with: $0.reads) }
        let misled = readers.filter { rule in
            rule.accepts().contains { example in
                problems(rule, with: example).contains { $0.concern != .absence || lost.contains($0.place.field) }
            }
        }
        let blind = readers.filter { rule in
            rule.rejects().allSatisfy { problems(rule, with: $0).isEmpty }
                && !rule.rejects().allSatisfy { rule.objectsOnly(to: lost, in: $0, books: books, library: library) }
        }
        self.lost = lost
        self.misled = Set(misled.map(\.id))
        let ids = self.misled.union(blind.map(\.id))
        // What only the office records of a claim is not missing from a file.
        let concerned = readers.filter { !lost.subtracting(Field.officeRecords).isDisjoint(with: $0.reads) }.map(\.id)
        // Those of the paper form have nothing to say of a file.
        let onPaper = Set(Chapter.paper.rules.map(\.id))
        notJudged = concerned.filter { ids.contains($0) && !onPaper.contains($0) }
    }

    /// The chapters of the rules that cannot judge, with how many rules each, in the order of the book.
    public static func groups(of rules: [String]) -> [(chapter: String, count: Int)] {
        let chapters = rules.compactMap { Rule.named($0)?.chapter }
        return chapters.uniqued.map { chapter in (chapter, chapters.count { $0 == chapter }) }
    }

    /// The findings without those that rest on what the format cannot carry.
    public func judged(_ findings: [Finding]) -> [Finding] {
        lost.isEmpty ? findings : findings.filter(isJudged)
    }

    private func isJudged(_ finding: Finding) -> Bool {
        guard !finding.places.contains(where: { lost.contains($0.field) }) else { return false }
        return finding.concern == .absence || !misled.contains(finding.rule.id)
    }
}

extension FormatCoverage {
    /// What an 837P (005010X222A1) carries: every field that has an element in one of its loops, or in its header (BHT).
    public static let professionalFields: Set<Field> = Set(
        Field.all.filter { $0.element.map(isElementOfClaims) ?? false })

    /// `2010BA NM109`, `2410 LIN03`: an element of a loop that begins with 1 or 2.
    private static func isElementOfClaims(_ element: String) -> Bool {
        element == "BHT06" || (element.hasPrefix("1") || element.hasPrefix("2")) && element.contains(" ")
    }
}

extension Rule {
    /// Whether all that the rule has against an example is entered in these fields, so that without them nothing is wrong.
    fileprivate func objectsOnly(
        to fields: Set<Field>, in example: ClaimExample, books: CodeBooks, library: PolicyLibrary
    ) -> Bool {
        let facts = ClaimFacts(of: example.draft, in: example.context(books: books, library: library))
        return check(facts).allSatisfy { problem in
            guard case .relation(let others) = problem.concern else {
                return problem.concern == .entry && fields.contains(problem.place.field)
            }
            return (others + [problem.place]).allSatisfy { fields.contains($0.field) }
        }
    }
}

extension Field {
    /// What the office records of a claim: the policy that it chose, and a denial that it heard of.
    fileprivate static let officeRecords: Set<Field> = [.payerPolicy, .recordedDenial]
}

extension ClaimExample {
    /// The same with these fields blank, on the patient's other claims, too.
    fileprivate func without(_ fields: Set<Field>) -> ClaimExample {
        var copy = self
        func stripped(_ draft: ClaimDraft) -> ClaimDraft { draft.without(fields, in: ClaimExample.parsing) }
        copy.draft = stripped(self.draft)
        copy.history = self.history.map {
            PriorClaim(draft: stripped($0.draft), status: $0.status, isLater: $0.isLater)
        }
        copy.sent = self.sent.map {
            SentVersion(
                draft: stripped($0.draft), interchange: $0.interchange, day: $0.day, status: $0.status,
                isBystander: $0.isBystander)
        }
        return copy
    }
}

extension ClaimDraft {
    /// The same with these fields blank.
    func without(_ fields: Set<Field>, in context: ParsingContext) -> ClaimDraft {
        var copy = self
        for field in fields {
            for row in 0..<rowCount(of: field.part) where !text(at: Place(field, row: row)).isEmpty {
                copy.type("", at: Place(field, row: row), in: context)
            }
        }
        return copy
    }
}
