import ClaimModel
import Testing

@testable import ClaimRules

/// The rules of the Diagnosis and Procedure screens, by the tables that they come from.
@Suite struct DiagnosisAndProcedureTests {
    static let rules = Rule.all.filter { ["DX", "PX", "MD"].contains($0.id.prefix(2)) || $0.id == "XF-008" }

    /// The findings of these families, `DX-008 warning`, notes left out.
    func verdicts(_ example: ClaimExample) throws -> Set<String> {
        let own = Set(Self.rules.map(\.id))
        return Set(
            try Desk.findings(on: example).filter { own.contains($0.rule.id) && $0.severity != .note }
                .map { "\($0.rule.id) \($0.severity.rawValue)" })
    }

    static let worked: [(ClaimExample, Set<String>)] = [
        (.sample, []), (.longInfusion, []), (.intramuscular, []), (.officeVisit, []),
        (.wrongDiagnosis, ["DX-008 warning"]), (.noDiagnosis, ["DX-001 error", "DX-023 error"]),
        (.officeVisitOnly, ["PX-001 error"]), (.noHistory, []),
        (.incompleteCodes, ["PX-011 warning"]), (.incompleteCodes.under("generic"), ["PX-010 error"]),
        (.anesthesia, ["PX-002 error"]), (.painInfusion, ["PX-003 error"]),
    ]

    @Test(arguments: worked.indices)
    func `finds exactly what a worked claim has`(_ index: Int) throws {
        let (example, expected) = Self.worked[index]
        #expect(try verdicts(example) == expected, "\(example.title)")
    }

    @Test func `sees that the score disagrees with the wrong diagnosis`() throws {
        #expect(try Desk.findings(on: .wrongDiagnosis).contains { $0.rule.id == "DX-025" })
    }

    /// Route, code, policy, what the administration rules say.
    static let truthTable: [(route: String, code: String, policy: String, says: Set<String>)] = [
        ("IVI", "96365", "medmutual", []), ("IVI", "96365", "generic", []),
        ("IVI", "96372", "medmutual", ["PX-011 warning"]), ("IVI", "96372", "generic", ["PX-010 error"]),
        ("IVP", "96374", "generic", []), ("IVP", "96374", "medmutual", ["PX-012 warning"]),
        ("IVP", "96372", "medmutual", ["PX-011 warning"]), ("IVP", "96372", "generic", ["PX-010 error"]),
        ("IM", "96372", "medmutual", ["PX-016 warning"]), ("IM", "96372", "generic", []),
        ("SC", "96372", "generic", []), ("IM", "96365", "generic", ["PX-015 error"]),
        ("SC", "96374", "generic", ["PX-015 error"]),
    ]

    @Test(arguments: truthTable.indices)
    func `judges the administration by route and policy`(_ index: Int) throws {
        let (route, code, policy, says) = Self.truthTable[index]
        let example = ClaimExample.sample.under(policy).coded(code).with(.lineRoute, route)
            .with(.treatmentRoute, route)
        #expect(try verdicts(example) == says, "\(route) \(code) \(policy)")
    }

    @Test(arguments: [
        ("F31.4", "F33.2", "DX-010"), ("F33.2", "F31.81", "DX-010"), ("F31.4", "F32.2", "DX-010"),
        ("F31.4", "F30.9", "DX-010"), ("F30.9", "F32.2", "DX-010"), ("F33.2", "F30.9", "DX-010"),
        ("F32.2", "F33.2", "DX-011"), ("R45.851", "T14.91XA", "DX-014"),
        ("F33.2", "F34.1", nil), ("F33.2", "R45.851", nil), ("F33.2", "F41.1", nil), ("G89.4", "G90.511", nil),
    ])
    func `keeps apart what excludes each other`(_ first: String, _ second: String, _ rule: String?) throws {
        let pairs: Set<String> = ["DX-010", "DX-011", "DX-014"]
        let found = try Desk.findings(on: .officeVisit.diagnosed(first, second)).map(\.rule.id).filter(pairs.contains)
        #expect(found == [rule].compactMap { $0 })
    }

    @Test func `offers the billable codes of a header`() throws {
        let finding = try #require(
            try Desk.findings(on: .sample.with(.diagnosisCode, "F33")).first { $0.rule.id == "DX-006" })
        #expect(finding.fixes.compactMap(\.edits.first?.text).contains("F33.2"))
        #expect(finding.fixes.count <= 12)
    }

    @Test func `names the missing release once a claim`() throws {
        func found(_ codes: [String]) throws -> [Finding] {
            let claim = codes.enumerated().reduce(ClaimExample.officeVisit.dated("10/05/2027")) {
                $0.with(.diagnosisCode, row: $1.offset, $1.element)
            }
            return try Desk.findings(on: claim).filter { $0.rule.id == "DX-007" }
        }
        let known = try found(["F33.2", "F41.1"])
        #expect(known.map(\.severity) == [.note])
        #expect(known.first?.message.contains("FY2028") == true)
        let unknown = try found(["F33.2", "F41.1", "F33.5"])
        #expect(unknown.map(\.severity) == [.warning])
        #expect(unknown.first?.message.contains("F33.5") == true)
    }

    @Test func `pointers follow their diagnoses when a duplicate is taken out`() throws {
        let example = ClaimExample.officeVisit.diagnosed("F33.1", "F41.1", "F33.1", "Z79.899").pointed("CD")
        let finding = try #require(try Desk.findings(on: example).first { $0.rule.id == "DX-022" })
        let fix = try #require(finding.fixes.first)
        let mended = fix.edits.reduce(example) { $0.with($1.place.field, row: $1.place.row, $1.text) }
        #expect(mended.draft.diagnoses.compactMap(\.code.value?.description) == ["F33.1", "F41.1", "Z79.899"])
        #expect(mended.draft.lines.map(\.pointers.text) == ["AC", "AC"])
        #expect(try Desk.findings(on: mended).contains { $0.rule.id == "DX-022" } == false)
    }

    /// Every fix of every rule here is an edit that its field reads, and none recodes alone.
    @Test func `every fix reads and none recodes alone`() throws {
        for rule in Self.rules {
            for example in rule.rejects() {
                for finding in try Desk.findings(on: example) where finding.rule.id == rule.id {
                    for fix in finding.fixes {
                        let mended = fix.edits.reduce(example) { $0.with($1.place.field, row: $1.place.row, $1.text) }
                        for edit in fix.edits where !edit.text.isEmpty {
                            #expect(mended.draft.state(at: edit.place).value != nil, "\(rule.id): \(fix.label)")
                        }
                        let recodes = fix.edits.contains { $0.place.field == .lineProcedure }
                        #expect(!recodes || finding.fixes.count > 1, "\(rule.id): \(fix.label)")
                    }
                }
            }
        }
    }
}
