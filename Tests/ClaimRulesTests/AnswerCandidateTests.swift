import ClaimModel
import CodeSets
import Foundation
import Testing

@testable import ClaimRules

@Suite struct AnswerCandidateTests {
    private func candidates(_ code: AnswerCode, _ example: ClaimExample, line: Int? = nil) throws -> [AnswerCandidate] {
        let context = example.context(books: try Desk.books.get(), library: try Desk.library.get())
        return code.candidates(
            on: ClaimFacts(of: example.draft, in: context), line: line, findings: validate(example.draft, in: context))
    }

    @Test func `what a rule finds comes first`() throws {
        let found = try candidates(.denial(.rarc("M119")), .sample.with(.lineNDC, row: 1, ""), line: 1)
        #expect(found.first?.place == Place(.lineNDC, row: 1))
        #expect(found.first?.isFound == true)
    }

    @Test func `a status code maps to its fields`() throws {
        let found = try candidates(.status("562"), .sample.with(.billingNPI, "1234567890"))
        #expect(found.first?.place == Place(.billingNPI))
    }

    @Test func `what the format fixes is not a field to fix`() throws {
        let code = AnswerCode.denial(.carc("16"))
        #expect(try !candidates(code, .sample).contains { $0.place.field == .diagnosisIndicator })
        let other = ClaimExample.sample.with(.diagnosisIndicator, "9")
        #expect(try candidates(code, other).first?.place == Place(.diagnosisIndicator))
    }

    @Test func `m 123 also comes when units are not one`() throws {
        let example = ClaimExample.sample.with(.lineUnits, row: 1, "35")
        #expect(try candidates(.denial(.rarc("M123")), example).contains { $0.place == Place(.lineUnits, row: 1) })
        let plain = try candidates(.denial(.rarc("M123")), .sample)
        #expect(!plain.contains { $0.isFound && $0.place.field == .lineUnits })
    }

    /// One code has several causes: where every rule is silent the fields are named all the same.
    @Test func `every code that a rule names has candidates on the claim that breaks it`() throws {
        for rule in Rule.evaluated {
            guard let example = rule.rejects().first, let code = rule.prevents.first else { continue }
            let found = try candidates(.denial(code), example)
            #expect(!found.isEmpty, "\(rule.id)")
            #expect(Set(found.map(\.place)).count == found.count && found.count <= 8)
        }
    }

    /// STC01-3 says whose NPI it is.
    @Test func `a status is about whom the payer names`() throws {
        let found = try candidates(.status("562", about: "82"), .sample.with(.billingNPI, "1234567890"))
        #expect(found.first?.place == Place(.renderingNPI))
        #expect(found.allSatisfy { $0.place.field.id.hasPrefix("rendering.") || $0.place.field == .lineRenderingNPI })
        let patient = try candidates(.status("158", about: "QC"), .sample)
        #expect(patient.first?.place == Place(.patientBirthDate))
        let insured = try candidates(
            .status("158", about: "IL"), .sample.with(.relationship, "19").with(.subscriberLastName, "Rivera"))
        #expect(insured.contains { $0.place == Place(.subscriberBirthDate) })
        #expect(!insured.contains { $0.place.field.id.hasPrefix("patient.") })
        let nobody = try candidates(.status("562", about: "40"), .sample)
        #expect(nobody.contains { $0.place == Place(.billingNPI) })
    }

    @Test func `a code names at most four fields, what is blank first`() throws {
        let found = try candidates(.denial(.carc("22")), .sample.without(.otherInsuranceExists))
        #expect(found.count <= 4 && found.first?.reason.hasPrefix("Blank.") == true)
        let blank = try candidates(.denial(.rarc("N255")), .sample.without(.billingTaxonomy))
        #expect(blank.first?.place == Place(.billingTaxonomy))
    }

    @Test func `what is not as on the claim paid before comes first`() throws {
        var paid = ClaimExample.sample
        paid.draft = ClaimExample.sample.with(.groupNumber, "G-1").with(.account, "C-900").draft.renamed("paid")
        let example = ClaimExample.sample.with(.groupNumber, "G-2").with(.relationship, "18").after(paid, .paid)
        let found = try candidates(.status("163"), example)
        #expect(found.first?.place == Place(.groupNumber))
        #expect(found.first?.reason == "Not as on the claim paid before, C-900.")
    }

    @Test func `a bundled injection names the modifier and the line that it was bundled into`() throws {
        let example = ClaimExample.sample.withLine([
            .lineFrom: "11/10/2026", .lineProcedure: "96372", .lineCharge: "40", .lineUnits: "1", .linePointers: "A",
        ])
        let row = example.draft.lines.count - 1
        let found = try candidates(.denial(.carc("97")), example, line: row)
        #expect(found.first?.place == Place(.lineModifier1, row: row))
        #expect(found.dropFirst().first?.place == Place(.lineProcedure, row: 0))
        let other = try candidates(.denial(.rarc("N20")), example.with(.lineModifier1, row: row, "59"), line: row)
        #expect(other.first?.place == Place(.lineModifier2, row: row) && other.first?.reason.contains("59") == true)
    }

    /// Every field that a table names exists, and every trait.
    @Test(arguments: [CodeSetName.carc, .rarc, .claimStatus])
    func `the fields of the tables are fields of a claim`(_ set: CodeSetName) throws {
        for entry in try Desk.books.get().entries(of: set) {
            for name in entry.fields { #expect(LikelyField(named: name) != nil, "\(entry.code): \(name)") }
        }
    }

    @Test func `an entity is read kept and said`() throws {
        let books = try Desk.books.get()
        let code = try #require(AnswerCode.codes(in: "A7:562:82").codes.first)
        #expect(code == .status("562", about: "82") && code.text == "claim status 562")
        #expect(
            AnswerCode(text: "claim status 562:82") == code && AnswerCode(text: "claim status 562") == .status("562"))
        #expect(code.text(in: books) == "claim status 562, rendering provider: NPI")
        let reading = try JSONDecoder().decode([AnswerCode].self, from: JSONEncoder().encode([code]))
        #expect(reading == [code])
    }

    @Test func `the payer's name and member ID are offered and never taken over`() throws {
        let (books, library) = (try Desk.books.get(), try Desk.library.get())
        let example = ClaimExample.sample.corrected(lastName: "RIVERA-LOPEZ", memberID: "W999")
        let found = example.findings(books: books, library: library).filter { $0.rule.id == "RS-012" }
        #expect(
            found.map(\.place)
                == [Place(.memberID), Place(.patientLastName)].sorted { $0.field.position < $1.field.position })
        #expect(found.allSatisfy { $0.severity == .note && $0.fixes.count == 1 })
        #expect(Set(found.flatMap(\.fixes).flatMap(\.edits).map(\.text)) == ["RIVERA-LOPEZ", "W999"])
        let other = example.with(.relationship, "19").with(.subscriberLastName, "Rivera")
        let places = other.findings(books: books, library: library).filter { $0.rule.id == "RS-012" }.map(\.place)
        #expect(places.contains(Place(.subscriberLastName)) && !places.contains(Place(.patientLastName)))
    }

    @Test func `codes are read as people write them`() {
        let read = AnswerCode.codes(in: "CO-16 M119, CARC 197 PR1 A7:562 n56 B15 ?? hello")
        #expect(
            read.codes.map(\.text) == [
                "CARC 16", "RARC M119", "CARC 197", "CARC 1", "claim status 562", "RARC N56", "CARC B15",
            ])
        #expect(read.unknown == ["??", "HELLO"])
    }
}
