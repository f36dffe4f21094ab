import ClaimModel
import CodeSets
import Testing

@testable import ClaimRules

/// The catalog that the program was begun from: every id, with its weight.
@Suite struct CatalogTests {
    static let catalog: [(severity: Severity, family: String, numbers: [Int])] = [
        (.error, "PT", [1, 2, 4, 5, 6, 8, 9]),
        (.warning, "PT", [3, 7, 10]),
        (.error, "PY", [1, 2, 3]),
        (.warning, "PY", [4, 5, 7]),
        (.note, "PY", [6, 8, 9]),
        (.error, "PV", [1, 2, 4, 7]),
        (.warning, "PV", [3, 5, 6, 8, 9]),
        (.error, "DX", [1, 2, 3, 5, 6, 7, 10, 11, 14, 19, 22, 23, 24]),
        (.warning, "DX", [4, 8, 9, 12, 15, 16, 17, 18, 20, 21, 26]),
        (.note, "DX", [13, 25]),
        (.error, "PX", [1, 2, 3, 10, 13, 15, 17, 18, 19, 21, 23, 25]),
        (.warning, "PX", [4, 5, 11, 12, 14, 16, 20, 22, 24, 26, 27, 30]),
        (.note, "PX", [28, 29]),
        (.error, "RX", [1, 2, 3, 4, 5, 6, 8]),
        (.warning, "RX", [7, 9, 10]),
        (.note, "RX", [11]),
        (.error, "ND", [1, 2, 4, 5, 6, 8, 10, 11, 13]),
        (.warning, "ND", [9, 12, 15]),
        (.note, "ND", [3, 7, 14]),
        (.error, "XF", [1, 2, 7, 8, 9]),
        (.warning, "XF", [3, 4, 5, 6]),
        (.error, "TM", [2, 3, 5, 7, 8]),
        (.warning, "TM", [1, 4, 9, 10, 11, 12]),
        (.note, "TM", [6]),
        (.error, "MD", [1, 2, 5, 7, 9]),
        (.warning, "MD", [3, 4, 6, 8, 10]),
        (.error, "DOC", [1, 2, 9, 16, 17]),
        (.warning, "DOC", [3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 15]),
        (.note, "DOC", [14, 18]),
        (.error, "AU", [1, 2, 3, 8]),
        (.warning, "AU", [4, 5, 6]),
        (.note, "AU", [7]),
        (.error, "RS", [1, 4]),
        (.warning, "RS", [2, 3, 5, 6, 8]),
        (.note, "RS", [7]),
        (.error, "IN", [1]),
        (.warning, "IN", [2, 3, 4]),
    ]

    @Test(arguments: catalog.indices)
    func `every rule of the catalog is in the book`(_ index: Int) {
        let (severity, family, numbers) = Self.catalog[index]
        for number in numbers {
            let digits = String(number)
            let id = "\(family)-" + String(repeating: "0", count: 3 - digits.count) + digits
            #expect(Rule.named(id)?.severity == severity, "\(id)")
        }
    }

    @Test func `the catalog has 175 rules`() {
        #expect(Self.catalog.reduce(0) { $0 + $1.numbers.count } == 175)
    }

    /// Guides on the web give these for ketamine; each is told with what it really is.
    @Test(arguments: [("J0222", "patisiran"), ("J3000", "streptomycin"), ("J3499", "no such code")], [true, false])
    func `a code from a wrong guide is caught with the reason`(_ code: (id: String, reason: String), isNamed: Bool)
        throws
    {
        let named = ClaimExample.sample.with(.lineProcedure, row: 1, code.id)
        let bare = ClaimExample.sample.withoutLine(1).withService(code.id)
        let finding = try #require(
            try Desk.findings(on: isNamed ? named : bare).first { $0.rule.id == "RX-003" })
        #expect(finding.severity == .error && finding.place.field == .lineProcedure)
        #expect(finding.message.contains(code.id) && finding.message.contains(code.reason))
    }

    @Test func `a retro authorization that covers the date is a note`() throws {
        let findings = try Desk.findings(on: .sample.with(.authorizationFiledOn, "11/12/2026"))
        #expect(findings.filter { $0.rule.id == "AU-002" }.map(\.severity) == [.note])
    }

    @Test func `an unverified setting raises a warning at most`() throws {
        let asked = ClaimExample.sample.without(.authorizationNumber)
        #expect(try Desk.findings(on: asked).rules(.error) == ["AU-001"])
        let unverified = asked.whenPolicy { $0.authorizationRequired = Setting(true, .unverified) }
        let findings = try Desk.findings(on: unverified)
        #expect(findings.rules(.error) == [] && findings.rules(.warning) == ["AU-001"])
    }
}

/// The arithmetic of a claim at each of its bounds.
@Suite struct BoundaryTests {
    /// Minutes, units of 96366 that are billed, what the timing rules say of it.
    static let infusions: [(minutes: Int, more: Int, says: [String])] = [
        (15, 0, ["TM-003", "TM-010"]), (16, 0, ["TM-010"]), (29, 0, ["TM-010"]), (30, 0, []), (60, 0, []), (90, 0, []),
        (90, 1, ["TM-005"]), (91, 0, ["TM-006", "TM-010"]), (91, 1, ["TM-010"]), (91, 2, ["TM-005", "TM-010"]),
        (150, 1, ["TM-010"]), (150, 2, ["TM-005", "TM-010"]), (151, 1, ["TM-006", "TM-010"]), (151, 2, ["TM-010"]),
        (151, 3, ["TM-005", "TM-010"]),
    ]

    @Test(arguments: infusions.indices)
    func `minutes allow their units`(_ index: Int) throws {
        let (minutes, more, says) = Self.infusions[index]
        var claim = ClaimExample.sample.without(.lineStart, .lineStop).with(.lineChartMinutes, "\(minutes)")
        if more > 0 { claim = claim.withService("96366").with(.lineUnits, row: 2, "\(more)") }
        let spoken = try Desk.findings(on: claim).rules(.error, .warning, .note).filter { $0.hasPrefix("TM") }
        #expect(spoken == (minutes < 16 ? says.filter { $0 != "TM-010" } : says), "\(minutes) minutes, \(more) units")
    }

    /// 35 mg at 50 mg/mL are 0.7 mL: a hundredth either way, and the payer's own rounding.
    @Test(arguments: [
        ("35", "0.7", 3, true), ("35", "0.71", 3, true), ("35", "0.711", 3, false), ("35", "0.69", 3, true),
        ("35", "0.689", 3, false), ("0.25", "0.005", 3, true), ("0.25", "0.01", 2, true), ("0.25", "0.015", 3, true),
        ("0.25", "0.016", 3, false), ("26.25", "0.525", 3, true), ("26.25", "0.53", 2, true),
        ("26.25", "0.52", 2, true),
    ])
    func `a quantity agrees with its dose`(_ dose: String, _ quantity: String, _ decimals: Int, agrees: Bool) throws {
        let claim = ClaimExample.sample.with(.lineDose, row: 1, dose).with(.lineNDCQuantity, row: 1, quantity)
            .whenPolicy { $0.ndcDecimals = Setting(decimals) }
        #expect(try Desk.findings(on: claim).contains { $0.rule.id == "XF-001" } != agrees)
    }

    @Test func `what is wrong with the articles drug line`() throws {
        let findings = try Desk.findings(on: .incompleteCodes)
        let rules = findings.rules(.error, .warning, .note)
        #expect(!rules.contains("RX-005") && !rules.contains("XF-001"))
        #expect(findings.first { $0.rule.id == "ND-004" }?.fixes.count == 3)
        let unit = try #require(
            try Desk.findings(on: .incompleteCodes.with(.lineNDC, row: 1, "00143950801")).first {
                $0.rule.id == "ND-012"
            })
        #expect(unit.fixes.map(\.label) == ["ML 0.7"])
    }

    @Test func `a label's NDC names its strength`() throws {
        let reading = NDCReading(of: Entry("42023-113-10", in: ClaimExample.parsing), books: try Desk.books.get())
        #expect(reading.ndc?.digits11 == "42023011310")
        #expect(reading.product?.microgramsPerMilliliter == 10_000)
        #expect(reading.product?.summary.contains("Par") == true)
    }
}
