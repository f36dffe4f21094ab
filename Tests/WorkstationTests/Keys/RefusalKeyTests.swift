import ClaimModel
import ClaimRules
import Foundation
import TerminalKit
import Testing

@testable import Workstation

/// What a receiver would reject of a claim, and no finding reports.
@Suite struct RefusalKeyTests {
    private static let atField = FileRefusal(
        place: Place(.billingZIP), message: "ZIP+4 (2010AA N403) is short.", source: "The guide")
    private static let elsewhere = FileRefusal(place: nil, message: "2300 REF02 is blank.", source: "The guide")

    private func desk(_ refusals: [FileRefusal], _ draft: ClaimDraft = ClaimExample.sample.draft) throws -> TestDesk {
        try TestDesk(open: draft, Size(columns: 132, rows: 43), refusals: { _ in refusals }).screen(.review)
    }

    @Test func `Review lists it, and the claim is not ready`() throws {
        let desk = try desk([Self.atField, Self.elsewhere])
        #expect(desk.text.contains("Not ready: 2 elements that a receiver would reject"))
        #expect(desk.text.contains("The 837P would be rejected") && desk.text.contains(Self.elsewhere.message))
        desk.press(.function(12))
        #expect(desk.text.contains("(Review lists them). First: ZIP+4"))
    }

    @Test(arguments: [true, false])
    func `a clean claim that would be rejected says so on every screen`(isRefused: Bool) throws {
        let desk = try TestDesk(
            open: ClaimExample.sample.draft, status: .clean, refusals: { _ in isRefused ? [Self.elsewhere] : [] })
        #expect(desk.text.contains("CLEAN, BUT THE 837P WOULD BE REJECTED") == isRefused)
    }

    @Test func `the 837P is not written anew for each key of a field, and is once it is left`() throws {
        let asked = Counter()
        let desk = try TestDesk(
            open: ClaimExample.sample.draft, status: .clean,
            refusals: { draft in
                asked.count += 1
                return draft.text(at: Place(.billingName)).hasPrefix("ab") ? [Self.elsewhere] : []
            })
        desk.go(to: .billingName)
        let before = asked.count
        desk.type("abcd")
        #expect(asked.count == before)
        desk.press(.tab)
        #expect(desk.text.contains("THE 837P WOULD BE REJECTED"))
        desk.press(.backTab).type("xyz")
        #expect(!desk.text.contains("THE 837P WOULD BE REJECTED"))
    }

    private final class Counter: @unchecked Sendable {
        var count = 0
    }

    @Test func `Enter goes to the field, or to what came with the file`() throws {
        let desk = try desk([Self.atField, Self.elsewhere])
        desk.press(.down, .enter)
        #expect(desk.focus == Place(.billingZIP))
        let other = try self.desk([Self.elsewhere])
        other.press(.down, .enter)
        #expect(other.effects.contains { if case .preview(.arrived, _) = $0 { true } else { false } })
    }

    @Test func `F6 goes to the field of one, and says it there`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft, refusals: { _ in [Self.atField] })
        desk.press(.function(6))
        #expect(desk.focus == Place(.billingZIP) && desk.text.contains(Self.atField.message))
    }

    @Test func `F9 drops what came with the file and is wrong, and undo brings it back`() throws {
        var draft = ClaimExample.sample.draft
        let wrong = CarriedSegment(loop: "2300", text: "REF*EA")
        draft.carried = [wrong, CarriedSegment(loop: "2300", text: "K3*OK")]
        let refusal = FileRefusal(place: nil, message: "2300 REF02 is blank.", source: "The guide", carried: wrong)
        let desk = try TestDesk(
            open: draft, Size(columns: 132, rows: 43), refusals: { $0.carried.contains(wrong) ? [refusal] : [] })
        desk.screen(.review).press(.down, .function(9))
        #expect(desk.draft.carried.map(\.text) == ["K3*OK"] && !desk.text.contains(refusal.message))
        desk.press(.control("z"))
        #expect(desk.draft.carried == draft.carried)
        #expect(desk.text.contains(refusal.message))
    }

    @Test func `F9 drops one of two segments that say the same`() throws {
        var draft = ClaimExample.sample.draft
        let wrong = CarriedSegment(loop: "2300", text: "REF*EA")
        draft.carried = [wrong, wrong]
        let refusal = FileRefusal(place: nil, message: "2300 REF comes too often.", source: "The guide", carried: wrong)
        let desk = try TestDesk(
            open: draft, refusals: { $0.carried.filter { $0 == wrong }.count > 1 ? [refusal] : [] })
        desk.screen(.review).press(.down, .function(9))
        #expect(desk.draft.carried == [wrong])
    }

    @Test func `its line says it in full, and F1 says whose rule it is`() throws {
        let desk = try desk([Self.elsewhere])
        desk.press(.down)
        #expect(desk.text.components(separatedBy: Self.elsewhere.message).count == 3)
        desk.press(.function(1))
        #expect(desk.text.contains("Source: The guide"))
    }

    @Test func `what a finding reports at the field is not said twice`() throws {
        let draft = ClaimExample.sample.with(.billingZIP, "").draft
        #expect(try !desk([Self.atField], draft).text.contains(Self.atField.message))
    }

    @Test func `what came with the file can be read where something did`() throws {
        #expect(try !desk([]).text.contains("came with the file"))
        var draft = ClaimExample.sample.draft
        draft.carried = [CarriedSegment(loop: "2300", text: "REF*EA*M-7")]
        let desk = try desk([], draft)
        #expect(desk.text.contains("what came with the file: 1 segment that no field holds"))
    }
}
