import ClaimModel
import CodeSets
import Foundation
import Testing

@testable import ClaimRules

/// What an office's files make of the shipped ones.
@Suite struct PolicyInheritanceTests {
    private func file(_ name: String, _ text: String, isShipped: Bool = false) -> PolicyFile {
        let head = text.contains("source:") ? "" : "source: a letter\ndate: \"2026-11-20\"\n"
        return PolicyFile(yaml: head + text, file: name, isShipped: isShipped)
    }

    private func shipped() throws -> [PolicyFile] { try PolicyLibrary.shippedFiles() }

    private func library(_ office: PolicyFile...) throws -> PolicyLibrary {
        try PolicyLibrary(shipped: shipped(), office: office)
    }

    @Test func `an overlay wins and the rest is inherited with its own source`() throws {
        let library = try library(file("ours.yaml", "id: medmutual\ninherits: medmutual\nsettings: {min_age: 21}"))
        let policy = try #require(library.named("medmutual"))
        #expect(library.faults.isEmpty)
        #expect(policy.value(of: \.minimumAge) == 21)
        #expect(policy.source(of: \.minimumAge) == "a letter, 11/20/2026")
        #expect(policy.name == "Medical Mutual" && policy.payerID == "29076" && policy.contact != nil)
        #expect(policy.value(of: \.ketamineCoverage) == .covered)
        #expect(policy.source(of: \.ketamineCoverage).hasPrefix("Medical Mutual, Why Proper Coding"))
        #expect(policy.confidence(of: \.ketamineCoverage) == .stated)
        #expect(policy.origin.parents == ["medmutual (shipped)"] && !policy.origin.isShipped)
    }

    /// An update of the program brings another shipped file; the overlay is untouched and says only what differs.
    @Test func `an overlay survives an update`() throws {
        let overlay = file("ours.yaml", "id: medmutual\ninherits: medmutual\nsettings: {min_age: 21}")
        let updated = try shipped().map { old in
            guard old.id == "medmutual" else { return old }
            return file(
                "medmutual.yaml",
                """
                id: medmutual
                name: Medical Mutual of Ohio
                payer_type: commercial
                source: the next edition
                date: "2027-01"
                settings: {iv_ketamine_trd: excluded, min_age: 12, filing_days: 180}
                """, isShipped: true)
        }
        let library = try PolicyLibrary(shipped: updated, office: [overlay])
        let policy = try #require(library.named("medmutual"))
        #expect(policy.value(of: \.minimumAge) == 21)
        #expect(policy.value(of: \.ketamineCoverage) == .excluded)
        #expect(policy.value(of: \.filingDays) == 180)
        #expect(policy.name == "Medical Mutual of Ohio")
    }

    @Test func `none takes away what is inherited`() throws {
        let library = try library(
            file("ours.yaml", "id: medmutual\ninherits: medmutual\nsettings: {filing_days: none, min_age: none}"))
        let policy = try #require(library.named("medmutual"))
        #expect(policy.value(of: \.filingDays) == nil && policy.value(of: \.minimumAge) == nil)
        #expect(policy.value(of: \.minimumTrials) == 2)
    }

    @Test func `a payer of its own inherits the office's word before the shipped one`() throws {
        let library = try library(
            file("acme.yaml", "id: acme\nname: Acme\ninherits: generic"),
            file("generic.yaml", "id: generic\ninherits: generic\nsettings: {min_age: 16}"))
        let acme = try #require(library.named("acme"))
        #expect(acme.value(of: \.minimumAge) == 16)
        #expect(acme.origin.parents == ["generic (office)", "generic (shipped)"])
    }

    @Test(arguments: [
        (["id: a\nname: A\ninherits: b", "id: b\nname: B\ninherits: a"], "inherits from itself"),
        (["id: a\nname: A\ninherits: a"], "No policy a to inherit from"),
        (["id: a\nname: A\ninherits: genreic"], "Did you mean generic?"),
        (["id: a\nname: A\ninherits: generic", "id: a\nname: A\ninherits: generic"], "is also in 0.yaml"),
    ])
    func `what cannot be inherited is named and the others stay`(_ texts: [String], _ words: String) throws {
        let files = texts.enumerated().map { file("\($0.offset).yaml", $0.element) }
        let library = try PolicyLibrary(shipped: shipped(), office: files)
        let fault = library.faults.first { $0.description.contains(words) }
        #expect(fault != nil && fault?.line != nil, "\(library.faults)")
        #expect(library.named("medmutual") != nil)
    }
}

/// Several versions of a policy: the service date picks.
@Suite struct PolicyVersionTests {
    private static let head = "source: a letter\ndate: \"2026-11-20\"\nname: Acme\npayer_type: commercial\n"

    private func library(_ bodies: String...) throws -> PolicyLibrary {
        let files = bodies.enumerated().map { PolicyFile(yaml: Self.head + $0.element, file: "acme-\($0.offset).yaml") }
        return try PolicyLibrary(shipped: PolicyLibrary.shippedFiles(), office: files)
    }

    private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    @Test func `the service date picks the version`() throws {
        let library = try library(
            "id: acme\neffective_to: \"2026-06-30\"\nsettings: {min_age: 18}",
            "id: acme\ninherits: acme\neffective_from: \"2026-07-01\"\nsettings: {filing_days: 90}")
        #expect(library.faults.isEmpty, "\(library.faults)")
        #expect(try library.named("acme", on: day("2026-06-30"))?.value(of: \.filingDays) == nil)
        let later = try #require(try library.named("acme", on: day("2026-07-01")))
        #expect(later.value(of: \.filingDays) == 90)
        #expect(later.value(of: \.minimumAge) == 18, "a version builds on the one before it")
        #expect(library.named("acme") == later)
        for (service, limit) in [("06/30/2026", nil), ("07/01/2026", 90), ("11/10/2026", 90)] {
            let claim = ClaimExample.sample.dated(service).with(.payerPolicy, "acme")
            #expect(library.policy(for: claim.draft).value(of: \.filingDays) == limit)
        }
    }

    @Test func `where no version covers the day the nearest judges and says so`() throws {
        let library = try library(
            "id: acme\neffective_from: \"2026-01-01\"\neffective_to: \"2026-06-30\"",
            "id: acme\neffective_from: \"2027-01-01\"\nsettings: {filing_days: 90}")
        let claim = ClaimExample.sample.dated("11/10/2026").with(.payerPolicy, "acme")
        let policy = library.policy(for: claim.draft)
        #expect(policy.effective.from == (try day("2027-01-01")))
        let context = Context(books: try Desk.books.get(), policy: policy, today: ClaimExample.today)
        #expect(validate(claim.draft, in: context).contains { $0.rule.id == "PY-030" && $0.severity == .note })
        let covered = claim.dated("03/10/2026")
        let other = Context(
            books: try Desk.books.get(), policy: library.policy(for: covered.draft), today: ClaimExample.today)
        #expect(!validate(covered.draft, in: other).contains { $0.rule.id == "PY-030" })
    }

    @Test func `an office's version goes before the shipped one on its days only`() throws {
        let library = try library(
            "id: medmutual\ninherits: medmutual\neffective_from: \"2027-01-01\"\nsettings: {min_age: 21}")
        #expect(try library.named("medmutual", on: day("2026-12-31"))?.value(of: \.minimumAge) == 18)
        #expect(try library.named("medmutual", on: day("2027-01-01"))?.value(of: \.minimumAge) == 21)
    }

    @Test func `versions of the same days are refused`() throws {
        let library = try library(
            "id: acme\neffective_to: \"2026-07-01\"", "id: acme\neffective_from: \"2026-07-01\"")
        #expect(library.faults.contains { $0.message.contains("for the same service dates") })
    }
}
