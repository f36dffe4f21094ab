import ClaimModel
import ClaimRules
import Prerequisites
import Testing

@testable import ClaimExchange

/// What says who somebody is, and what anybody may have written freely, stands in no masked output.
@Suite(.slow) struct MaskLawTests {
    private static let context = ClaimExample.parsing

    /// The sample with a text of its own in each field that is to be hidden; the billing provider is a person with a
    /// Social Security number.
    private static let secretive: (draft: ClaimDraft, secrets: [(field: Field, text: String)]) = {
        var draft = ClaimExample.sample.with(.billingEntityType, "1").with(.billingTaxIDKind, "SY").draft
        var secrets: [(field: Field, text: String)] = []
        for (index, field) in Field.all.enumerated() where field.identity != .none {
            let letters = String(index).map { Array("BDFGHJKLMN")[$0.wholeNumberValue ?? 0] }
            let text = "ZQ" + String(letters) + "X"
            draft.type(text, at: Place(field), in: context)
            secrets.append((field, text))
        }
        draft.carried = [CarriedSegment(loop: "2330A", text: "NM1*IL*1*ZQCARRIED")]
        draft.lines[0].carried = [CarriedSegment(loop: "2400", text: "K3*ZQCARRIED")]
        return (draft, secrets + [(.lineNarrative, "ZQCARRIED")])
    }()

    private func outputs() throws -> [(name: String, text: String)] {
        let draft = Self.secretive.draft
        let context = try Desk.context()
        let findings = validate(draft, in: context)
        let masked = Summary.Style(isMasked: true)
        let shown = draft.withoutIdentities(in: Self.context)
        return [
            ("summary", try Desk.summary(of: draft, findings: findings, masked).text),
            ("packet", packet(of: draft, findings: findings, in: context)),
            ("query", QuerySheet(of: draft, findings: findings, in: context, style: masked).text),
            ("CMS-1500", FormImage.text(of: FormImage.sheets(of: shown))),
            ("JSON", String(decoding: shown.canonicalJSON(), as: UTF8.self)),
        ]
    }

    private func packet(of draft: ClaimDraft, findings: [Finding], in context: Context) -> String {
        var answer = ClaimAnswer(.remittance, account: draft.identity.account.text)
        answer.codes = [.denial(.carc("50"))]
        answer.payerControlNumber = "ZQCARRIED"
        return Packet.Purpose.allCases.map { purpose in
            let packet = Packet(
                of: draft, findings: findings, in: context, answers: [answer], for: purpose,
                style: Summary.Style(isMasked: true))
            return (packet.beforeForm + packet.afterForm).text
        }.joined()
    }

    @Test func `no masked output shows a text that identifies or was written freely`() throws {
        for (name, text) in try outputs() {
            let page = text.filter { !$0.isWhitespace }.uppercased()
            #expect(page.count > 100)
            let shown = Self.secretive.secrets.filter { page.contains($0.text) }.map(\.field.id)
            #expect(shown.isEmpty, "\(name) shows \(shown)")
        }
    }

    @Test func `an organization and its tax number are shown`() {
        let draft = ClaimExample.sample.draft
        let shown = draft.withoutIdentities(in: Self.context)
        for field in Field.all where field.identity == .identifiesIfPerson || field.identity == .identifiesIfSSN {
            #expect(shown.text(at: Place(field)) == draft.text(at: Place(field)))
        }
    }

    @Test(arguments: Field.all)
    func `a masked claim keeps what says nothing of anybody`(field: Field) {
        let draft = ClaimExample.sample.with(field, "1").draft
        let shown = draft.withoutIdentities(in: Self.context)
        for row in 0..<draft.rowCount(of: field.part) {
            let text = draft.text(at: Place(field, row: row))
            switch field.identity {
            case .none: #expect(shown.text(at: Place(field, row: row)) == text)
            case .identifies, .freeText: #expect(shown.text(at: Place(field, row: row)).isEmpty)
            case .identifiesIfPerson, .identifiesIfSSN: break
            }
        }
    }
}
