import ClaimModel
import ClaimRules
import Testing

@testable import ClaimExchange
import TextKit

/// What goes to the payer about a claim.
struct PacketTests {
    /// The second line is denied, for medical necessity and with a remark; the contract takes off the rest.
    private static let denial: ClaimAnswer = {
        var answer = ClaimAnswer(.remittance, account: "C-1001")
        answer.date = Day(compact: "20261120")
        answer.payerControlNumber = "26311000045"
        var infusion = AnsweredLine(procedure: "96365", charge: 21_000, paid: 15_000)
        infusion.codes = [.denial(.carc("45"))]
        var drug = AnsweredLine(procedure: "J3490", charge: 4_500, paid: 0)
        drug.codes = [.denial(.carc("50")), .denial(.rarc("N115"))]
        answer.lines = [infusion, drug]
        return answer
    }()

    private func packet(
        _ example: ClaimExample, for purpose: Packet.Purpose, answers: [ClaimAnswer] = [], findings: [Finding] = [],
        _ style: Summary.Style = Summary.Style()
    ) throws -> Packet {
        Packet(
            of: example.draft, findings: findings, in: try Desk.context(), answers: answers, for: purpose, style: style)
    }

    private func text(_ packet: Packet) -> String { (packet.beforeForm + packet.afterForm).text }

    @Test func `an appeal with what the payer answered`() throws {
        let appeal = try packet(.sample, for: .appeal, answers: [Self.denial])
        try Golden.expect(text(appeal), is: "packet-appeal.txt")
        let cover = try #require(appeal.beforeForm.first).lines.joined(separator: "\n")
        #expect(cover.contains("CARC 50, line 2 (J3490)") && cover.contains("RARC N115, line 2 (J3490)"))
        #expect(!cover.contains("CARC 45") && cover.contains("26311000045") && cover.contains("11/20/2026"))
    }

    @Test func `a masked appeal names nobody and none of our numbers`() throws {
        let style = Summary.Style(isMasked: true, glyphs: .ascii)
        let appeal = try text(packet(.sample, for: .appeal, answers: [Self.denial], style))
        try Golden.expect(appeal, is: "packet-appeal-masked.txt")
        #expect(!appeal.contains("Rivera") && !appeal.contains("26311000045") && !appeal.contains("LBH-0001"))
    }

    @Test func `a request for authorization and a list of attachments`() throws {
        try Golden.expect(text(packet(.sample, for: .authorization)), is: "packet-authorization.txt")
        let list = try text(packet(.sample, for: .attachment))
        #expect(list.contains("ATTACHMENTS TO A CLAIM") && list.contains("Attachment control number: LBH-0001"))
    }

    @Test(arguments: Packet.Purpose.allCases)
    func `nothing is made up: what is not there is a line to write on`(purpose: Packet.Purpose) throws {
        let draft = ClaimDraft(id: "blank")
        let packet = Packet(of: draft, findings: [], in: try Desk.context(), answers: [], for: purpose)
        let cover = try #require(packet.beforeForm.first).lines.joined(separator: "\n")
        for label in ["Payer ____", "Address ____", "Patient: ____", "Member ID: ____", "NPI: ____", "Signature ____"] {
            #expect(cover.contains(label), "\(label)")
        }
        #expect(cover.contains("Codes ____") == (purpose == .appeal))
        #expect(cover.contains("Sessions: ____") == (purpose == .authorization))
        #expect(cover.contains("Attachment control number: ____") == (purpose == .attachment))
        #expect(packet.afterForm.isEmpty)
    }

    @Test func `codes that a person noted stand in for a remittance`() throws {
        let noted = ClaimExample.sample.with(.recordedDenial, "CO-197 N30")
        let cover = try text(packet(noted, for: .appeal))
        #expect(cover.contains("CARC 197:") && cover.contains("RARC N30"))
    }

    @Test func `the payer reads no finding of ours, but no page hides that the claim is not ready`() throws {
        let findings = [
            Desk.finding(.error, at: .memberID, "SECRET ERROR"), Desk.finding(.warning, at: .lineUnits, "SECRET"),
        ]
        let packet = try packet(.sample, for: .appeal, findings: findings, Summary.Style(hasNotes: true))
        let pages = packet.beforeForm + packet.afterForm
        #expect(pages.allSatisfy { $0.lines.first?.hasSuffix("NOT READY: 1 error") == true })
        #expect(!pages.text.contains("SECRET") && !pages.text.contains("unverified"))
    }

    @Test func `the cover sheet counts the pages, and leaves those of others to be counted`() throws {
        var many = ClaimExample.sample
        for _ in 0..<28 {
            many = many.withLine([.lineFrom: "11/10/2026", .lineProcedure: "99214", .lineCharge: "10"])
        }
        let packet = try packet(many, for: .appeal)
        let cover = try #require(packet.beforeForm.first).lines
        let summary = packet.beforeForm.count - 1
        func counts(_ title: String, _ pages: String, in cover: [String]) -> Bool {
            cover.contains { $0.hasPrefix(title) && $0.hasSuffix(pages) }
        }
        #expect(summary > 1 && counts("  1  Claim summary", "\(summary) pages", in: cover))
        #expect(counts("  2  CMS-1500", "5 pages", in: cover))
        #expect(counts("  4  M1 medical record", "_____ pages", in: cover))
        let few = ClaimExample.sample.without(.attachmentType).without(.attachmentTransmission)
            .without(.attachmentControl)
        let sheet = try #require(self.packet(few, for: .appeal).beforeForm.first)
        #expect(counts("     With this sheet", "4 pages", in: sheet.lines))
    }

    @Test func `scores are drawn over time, with what changed`() throws {
        let later = ClaimExample.sample.with(.scoreInstrument, row: 1, "PHQ9").with(.scoreDate, row: 1, "11/17/2026")
            .with(.scoreItems, row: 1, "111110000")
        let pages = try text(packet(later, for: .authorization))
        #expect(pages.contains("PHQ-9: 22 to 5, 77% lower"))
        #expect(pages.contains("11/17/2026  #####.........................  5 of 27, mild"))
    }
}
