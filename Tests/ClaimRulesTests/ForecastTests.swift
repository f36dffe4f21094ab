import ClaimModel
import CodeSets
import Randomness
import Testing

@testable import ClaimRules

/// What the worked claims would meet, and what holds of every forecast.
@Suite struct ForecastTests {
    private func forecast(of example: ClaimExample) throws -> DenialForecast {
        DenialForecast(of: try Desk.findings(on: example), on: example.draft)
    }

    @Test func `nothing is foreseen for a clean claim`() throws {
        #expect(try forecast(of: .sample).entries.isEmpty)
    }

    /// The column "denial forecast" of the worked claims.
    @Test(arguments: [
        (ClaimExample.wrongDiagnosis, ["CARC 50"]),
        (.noDiagnosis, ["CARC 16", "RARC M76"]),
        (.officeVisitOnly, ["CARC 50", "RARC M51"]),
        (.noHistory, ["CARC 197", "CARC 50", "CARC 252"]),
        (.incompleteCodes, ["CARC 16", "RARC M119", "RARC M123", "RARC M53", "RARC N657"]),
    ])
    func `the worked claims meet what their row says`(_ example: ClaimExample, _ codes: [String]) throws {
        let entries = try forecast(of: example).entries
        let foreseen = Set(entries.map(\.answer.text) + entries.flatMap(\.remarks).map(\.text))
        #expect(foreseen.isSuperset(of: codes), "\(foreseen.sorted())")
    }

    @Test func `front-end rejections come before denials`() throws {
        let entries = try forecast(of: .noDiagnosis).entries
        #expect(entries.first?.stage == .rejection)
        #expect(entries.first?.likelihood == .likely)
        let denial = try #require(entries.first { $0.answer == .denial(.carc("16")) })
        #expect(denial.likelihood == .possible, "it is judged only if it gets through")
    }

    @Test func `an exclusion that is known makes the denial likely`() throws {
        let verified = try #require(try forecast(of: .sample.under("aetna")).entry("CARC 55"))
        #expect(verified.likelihood == .likely && verified.rules == ["PY-005"])
        let unverified = try #require(try forecast(of: .sample.under("medicare")).entry("CARC 55"))
        #expect(unverified.likelihood == .possible)
    }

    @Test func `an overridden denial is still possible`() throws {
        var example = ClaimExample.longInfusion
        let warning = try #require(try Desk.findings(on: example).first { $0.severity == .warning })
        example.draft.overrides = [.of(warning, on: example.draft)]
        let entry = try #require(try forecast(of: example).entries.first)
        #expect(entry.isOverridden && entry.likelihood == .possible)
    }

    /// Every error and warning that names a denial stands in the forecast, nothing else does, and the order holds.
    @Test(arguments: Rule.all)
    func `every entry rests on findings and every finding on an entry`(_ rule: Rule) throws {
        for example in rule.rejects() {
            let findings = try Desk.findings(on: example)
            let entries = DenialForecast(of: findings, on: example.draft).entries
            let expected = findings.filter {
                $0.severity != .note && !($0.rule.prevents.isEmpty && $0.rule.rejectedAs.isEmpty)
            }
            #expect(Set(entries.flatMap(\.findings).map(\.id)) == Set(expected.map(\.id)))
            #expect(entries.allSatisfy { !$0.findings.isEmpty && !$0.places.isEmpty })
            #expect(Set(entries.map(\.answer)).count == entries.count)
            #expect(zip(entries, entries.dropFirst()).allSatisfy { $0.stage <= $1.stage })
            for (one, next) in zip(entries, entries.dropFirst()) where one.stage == next.stage {
                #expect(one.likelihood <= next.likelihood)
            }
        }
    }

    @Test func `it is said in words and never in numbers of likelihood`() throws {
        let books = try Desk.books.get()
        for entry in try forecast(of: .noHistory).entries {
            let words = entry.text(in: books)
            #expect(!words.isEmpty && !words.contains("%"))
        }
    }
}

extension DenialForecast {
    fileprivate func entry(_ code: String) -> Entry? { entries.first { $0.answer.text == code } }
}

extension Override {
    /// The override that somebody makes of a warning now.
    static func of(_ finding: Finding, on draft: ClaimDraft, by person: String = "A. Biller") -> Override {
        Override(
            rule: finding.rule.id, place: finding.place.key, reason: "The chart says why", by: person,
            on: ClaimExample.today, inputs: finding.inputs(in: draft))
    }
}
