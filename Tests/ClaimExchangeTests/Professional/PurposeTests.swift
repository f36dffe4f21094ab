import ClaimModel
import ClaimRules
import Testing

@testable import ClaimExchange

/// Encounters are reported, claims are to be paid (BHT06): a transaction has one kind.
@Suite struct PurposeTests {
    private let visit = ClaimExample.officeVisit

    @Test func `claims and encounters go in transactions of their own and come in as they went`() throws {
        let drafts = [visit, visit.with(.claimPurpose, "RP"), visit].map(\.draft)
        let file = try Writers.file(of: drafts)
        let headers = String(decoding: file.bytes, as: UTF8.self).split(separator: "~").filter { $0.contains("BHT*") }
        #expect(headers.map { String($0.suffix(2)) } == ["CH", "RP", "CH"])
        let claims = try ReadFile(file.bytes).claims
        let purposes = claims.map { $0.draft(id: "read", in: Writers.context).text(at: Place(.claimPurpose)) }
        #expect(purposes == ["", "RP", ""])
    }
}

/// Who ordered what.
@Suite struct LineOrderingTests {
    @Test func `lines that different providers ordered keep their own`() throws {
        let people = [("Stein", "1558598797"), ("Wu", "1456789019")]
        let claim = people.enumerated().reduce(ClaimExample.officeVisit) {
            $0.with(.lineOrderingLastName, row: $1.offset, $1.element.0)
                .with(.lineOrderingNPI, row: $1.offset, $1.element.1)
        }
        let file = try Writers.file(of: [claim.draft])
        let back = try #require(try ReadFile(file.bytes).claims.first).draft(id: "back", in: Writers.context)
        #expect(back.lines.map(\.orderingLastName.text) == ["STEIN", "WU"])
        #expect(back.referring.qualifier.isEmpty && back.lines.flatMap(\.carried).isEmpty)
    }

    @Test func `a line's own ordering provider goes before the claim's`() throws {
        let claim = ClaimExample.officeVisit.with(.referringQualifier, "DK").with(.referringLastName, "Stein")
            .with(.referringNPI, "1558598797").with(.lineOrderingLastName, row: 1, "Wu")
            .with(.lineOrderingNPI, row: 1, "1456789019")
        let text = String(decoding: try Writers.file(of: [claim.draft]).bytes, as: UTF8.self)
        let ordering = text.split(separator: "~").filter { $0.contains("NM1*DK*") }.map { $0.suffix(10) }
        #expect(ordering == ["1558598797", "1456789019"])
    }
}
