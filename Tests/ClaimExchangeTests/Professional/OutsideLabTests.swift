import ClaimModel
import ClaimRules
import Testing

@testable import ClaimExchange

/// A test that an outside laboratory did and the practice bills (box 20).
@Suite struct OutsideLabTests {
    private func texts(_ example: ClaimExample) -> [String] { example.draft.segmentTexts }

    @Test func `the only test supplies laboratory and charge`() {
        let all = texts(.outsideTest)
        #expect(all.filter { $0.hasPrefix("PS1") } == ["PS1*1558598797*12.50"])
        #expect(all.filter { $0.hasPrefix("NM1*QB") } == ["NM1*QB*2******XX*1558598797"])
    }

    @Test func `it comes in as it went out`() throws {
        let file = try Writers.file(of: [ClaimExample.outsideTest.draft])
        let back = try #require(try ReadFile(file.bytes).claims.first).draft(id: "back", in: Writers.context)
        #expect(back.identity.outsideLab.value == .yes && back.identity.outsideLabCharges.text == "12.50")
        #expect(back.lines.flatMap(\.carried).isEmpty)
    }

    @Test func `several bought tests come in and go out line by line`() throws {
        let lines = ["12.50", "7"].enumerated().reduce(ClaimExample.outsideTest.without(.outsideLabCharges)) {
            $0.with(.linePurchasedCharge, row: $1.offset, $1.element)
                .with(.linePurchasedNPI, row: $1.offset, "1558598797")
        }
        #expect(
            texts(lines).filter { $0.hasPrefix("PS1") } == ["PS1*1558598797*12.50", "PS1*1558598797*7"])
        let file = try Writers.file(of: [lines.draft])
        let back = try #require(try ReadFile(file.bytes).claims.first).draft(id: "back", in: Writers.context)
        #expect(back.lines.map(\.purchasedCharge.text) == ["12.50", "7"])
        #expect(back.lines.flatMap(\.carried).isEmpty && back.identity.outsideLab.value == .yes)
    }

    @Test func `where several may be meant nothing is invented`() {
        let two = ClaimExample.outsideTest.with(.lineProcedure, row: 1, "80061")
        #expect(!texts(two).contains { $0.hasPrefix("PS1") || $0.hasPrefix("NM1*QB") })
        #expect(!texts(.outsideTest.without(.outsideLabCharges)).contains { $0.hasPrefix("PS1") })
    }
}

extension ClaimExample {
    /// The sample with a laboratory test as its first line, done at the service facility.
    static let outsideTest = sample.with(.lineProcedure, "80053").with(.outsideLab, "Y")
        .with(.outsideLabCharges, "12.50").with(.facilityName, "Lakeside Laboratory")
        .with(.facilityNPI, "1558598797").with(.facilityStreet, "8 East Rd").with(.facilityCity, "Cleveland")
        .with(.facilityState, "OH").with(.facilityZIP, "44109-1234")
}
