import ClaimModel
import ClaimRules
import Foundation
import Randomness
import Testing
import TextKit

@testable import ClaimExchange

/// What payers answer: 835, 277CA and 999 of fictitious people.
@Suite struct AnswerTests {
    static func file(_ kind: String, _ guide: String, _ segments: [String]) -> [UInt8] {
        let header =
            "ISA*00*          *00*          *ZZ*PAYER          *ZZ*LAKESIDE       "
            + "*261120*0930*^*00501*000000042*0*T*:~"
        let body = ["ST*\(kind)*0001*\(guide)"] + segments + ["SE*\(segments.count + 2)*0001"]
        let all = ["GS*HP*PAYER*LAKESIDE*20261120*0930*42*X*\(guide)"] + body + ["GE*1*42", "IEA*1*000000042"]
        return Array((header + all.map { $0 + "~" }.joined()).utf8)
    }

    static let remittance = file(
        "835", "005010X221A1",
        [
            "BPR*I*150*C*ACH************20261120", "TRN*1*77*1512345678", "N1*PR*SAMPLE PAYER", "LX*1",
            "CLP*C-1000*1*255*150*20*CI*26314000551*11*1", "NM1*QC*1*RIVERA*DANA", "MOA***MA67",
            "SVC*HC:96365*210*150**1", "DTM*472*20261110", "CAS*CO*45*40", "CAS*PR*1*20", "REF*6R*1",
            "SVC*HC:J3490*45*0**1", "CAS*CO*16*45", "LQ*HE*M119",
            "CLP*C-1001*4*255*0**CI*26314000552*11*1", "CAS*CO*197*255",
            "CLP*C-1002*1*100*0*100*CI*26314000553*11*1", "SVC*HC:99213*100*0**1", "CAS*PR*1*100",
            "CLP*C-1003*22*-255*-150**CI*26314000554*11*1",
        ])

    private func read(_ bytes: [UInt8]) throws -> [AnswerReader.Item] {
        var reader = AnswerReader(bytes)
        var items: [AnswerReader.Item] = []
        while let item = try reader.next() { items.append(item) }
        return items
    }

    private func answers(_ bytes: [UInt8]) throws -> [ClaimAnswer] {
        try read(bytes).compactMap { if case .value(.claim(let answer)) = $0 { answer } else { nil } }
    }

    @Test func `a remittance gives amounts and codes per line`() throws {
        let answers = try answers(Self.remittance)
        #expect(answers.map(\.account) == ["C-1000", "C-1001", "C-1002", "C-1003"])
        #expect(answers.map(\.status) == [.partlyPaid, .denied, .paid, .reversed])
        let first = try #require(answers.first)
        #expect(first.payerControlNumber == "26314000551" && first.paid == 15000 && first.patientResponsibility == 2000)
        #expect(first.codes == [.denial(.rarc("MA67"))])
        #expect(answers.allSatisfy { $0.date == Day(iso: "2026-11-20") })
        #expect(first.lines.map(\.paid) == [15000, 0])
        #expect(first.lines.first?.control == "1")
        #expect(first.lines.first?.adjustments.map(\.text) == ["CO-45 $40.00", "PR-1 $20.00"])
        #expect(first.lines.last?.codes == [.denial(.carc("16")), .denial(.rarc("M119"))])
        #expect(answers[1].adjustments == [Adjustment(group: "CO", reason: "197", cents: 25500)])
    }

    @Test(arguments: [
        ("A1:19:PR", ClaimStatus.submitted), ("A2:20:PR", .accepted), ("A3:21", .rejected), ("A7:562:85", .rejected),
        ("P1:20", .pending), ("F2:88", .denied), ("F1:65", .paid),
    ])
    func `a front-end rejection is not a denial`(_ report: String, _ status: ClaimStatus) throws {
        let bytes = Self.file(
            "277", "005010X214",
            [
                "BHT*0085*08*1*20261120*0930*TH", "HL*1**20*1", "HL*2*1*21*1", "TRN*2*17",
                "STC*A1:19:PR*20261120*WQ*255",
                "HL*3*2*19*1", "HL*4*3*PT", "NM1*QC*1*RIVERA*DANA", "TRN*2*C-1000", "STC*\(report)*20261120*U*255",
                "REF*1K*26314000551",
            ])
        let items = try read(bytes)
        let answer = try #require(try answers(bytes).first)
        #expect(answer.account == "C-1000" && answer.status == status && answer.charge == 25500)
        #expect(answer.payerControlNumber == "26314000551" && answer.date == Day(iso: "2026-11-20"))
        let batches = items.compactMap { if case .value(.file(let file)) = $0 { file } else { nil } }
        #expect(batches.map(\.isAccepted) == [true] && batches.first?.controlNumber == "17")
    }

    /// STC12, STC01-3, NM1*74 and PER.
    @Test func `the payer's own words and contacts are read and shown`() throws {
        let bytes = Self.file(
            "277", "005010X214",
            [
                "BHT*0085*08*1*20261120*0930*TH", "HL*1**20*1", "NM1*PR*2*SAMPLE PAYER*****PI*29076",
                "PER*IC*EDI DESK*TE*8005550100*EX*12", "HL*4*1*PT", "NM1*QC*1*RIVERA*DANA", "TRN*2*C-1000",
                "STC*A7:562:82*20261120*U*255********RENDERING NPI IS NOT ENROLLED", "SVC*HC:J3490*45",
                "STC*A7:218*20261120*U*********NDC IS OBSOLETE",
            ])
        let answer = try #require(try answers(bytes).first)
        #expect(answer.codes == [.status("562", about: "82")] && answer.statuses == ["A7:562:82"])
        #expect(answer.messages == ["RENDERING NPI IS NOT ENROLLED"])
        #expect(answer.lines.map(\.messages) == [["NDC IS OBSOLETE"]])
        #expect(answer.contacts.map(\.text) == ["Contact: EDI DESK, telephone 8005550100, extension 12"])
        let report = AnswerReport(answer, to: ClaimExample.sample.draft, in: try Desk.context())
        let text = report.text(.ascii)
        for words in [
            "The payer writes: RENDERING NPI IS NOT ENROLLED", "The payer writes: NDC IS OBSOLETE", "EDI DESK",
            "A7: Rejected: information is wrong", "claim status 562, rendering provider: NPI",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        let json = report.json(isMatched: true)
        #expect(json.contains("\"messages\"") && json.contains("\"entity_label\""))
        #expect(try JSONDecoder().decode(ClaimAnswer.self, from: JSONEncoder().encode(answer)) == answer)
    }

    @Test func `a status that was asked for names the claim apart from the question`() throws {
        let bytes = Self.file(
            "277", "005010X212",
            ["HL*4*3*22*0", "TRN*2*QUESTION-7", "STC*F2:88*20261120**255*0", "REF*1K*26314000551", "REF*EJ*C-1000"])
        let answer = try #require(try answers(bytes).first)
        #expect(answer.account == "C-1000" && answer.status == .denied && answer.date == Day(iso: "2026-11-20"))
    }

    @Test func `a payment without a day has that of its remittance`() throws {
        let bytes = Self.file(
            "835", "005010X221A1",
            ["BPR*I*150*C*ACH************20262316", "DTM*405*20261119", "CLP*C-1*1*255*150**CI*2", "DTM*405*20261118"])
        #expect(try answers(bytes).map(\.date) == [Day(iso: "2026-11-19")])
    }

    @Test func `what the store keeps reads as the answer that it was`() throws {
        let acknowledged = try answers(
            Self.file(
                "277", "005010X214",
                [
                    "HL*1**20*1", "HL*4*1*PT", "TRN*2*C-1000", "STC*A7:562:85*20261120*U*255******A7:218",
                    "SVC*HC:J3490*45", "STC*A7:218*20261120*U", "REF*FJ*2",
                ]))
        let all = try answers(Self.remittance) + acknowledged
        #expect(all.count == 5)
        for answer in all {
            #expect(try JSONDecoder().decode(ClaimAnswer.self, from: JSONEncoder().encode(answer)) == answer)
        }
        for text in ["{\"kind\": \"letter\"}", ""] {
            #expect(throws: (any Error).self) { try JSONDecoder().decode(ClaimAnswer.self, from: Data(text.utf8)) }
        }
    }

    @Test(arguments: [("A1:19", true), ("A8:21", false), ("E0:24:85", false)])
    func `a whole submission can be rejected`(_ report: String, _ isAccepted: Bool) throws {
        let bytes = Self.file(
            "277", "005010X214", ["HL*1**20*1", "HL*2*1*21*0", "TRN*2*17", "STC*\(report)*20261120*U*255"])
        let files = try read(bytes).compactMap { if case .value(.file(let file)) = $0 { file } else { nil } }
        #expect(files.map(\.isAccepted) == [isAccepted])
    }

    @Test func `an acknowledgment says what it refuses`() throws {
        let bytes = Self.file(
            "999", "005010X231A1",
            [
                "AK1*HC*17*005010X222A1", "AK2*837*0001", "IK3*NM1*12*2010*8", "IK4*9:1*67*1", "IK5*R*5",
                "AK2*837*0002",
                "IK5*A", "AK9*P*2*2*1",
            ])
        let files = try read(bytes).compactMap { if case .value(.file(let file)) = $0 { file } else { nil } }
        #expect(files.map(\.isAccepted) == [false, true, true])
        #expect(files.first?.message.contains("NM1 (number 12, error 8: has wrong elements)") == true)
        #expect(files.map(\.controlNumber) == ["0001", "0002", "17"])
    }

    @Test func `other transactions are refused with words`() throws {
        let items = try read(Self.file("837", "005010X222A1", ["BHT*0019"]))
        guard case .fault(let fault) = items.first else { throw WrongItem() }
        #expect(fault.message.contains("837"))
    }

    private struct WrongItem: Error {}

    @Test(arguments: UInt64(1)...60)
    func `any bytes give answers and faults and never a trap`(seed: UInt64) throws {
        var numbers = Seeded(seed)
        var bytes = Self.remittance
        for _ in 0..<Int(seed % 9) + 1 {
            let at = Int.random(in: 0..<bytes.count, using: &numbers)
            if seed.isMultiple(of: 2) { bytes[at] = Array("*~:9-A".utf8)[Int(seed % 6)] } else { bytes.remove(at: at) }
        }
        #expect(try read(bytes).count < 2_000)
    }

    @Test func `each code names the fields that may have led to it`() throws {
        let context = try Desk.context()
        let draft = ClaimExample.sample.with(.lineNDC, row: 1, "").draft
        let answer = try #require(try answers(Self.remittance).first)
        let report = AnswerReport(answer, to: draft, in: context).text(.ascii)
        let lines = report.split(separator: "\n")
        let code = try #require(lines.firstIndex { $0.contains("RARC M119, line 2") })
        #expect(lines[lines.index(after: code)].contains("1.") && lines[lines.index(after: code)].contains("NDC 2"))
        #expect(lines.allSatisfy { $0.count <= 80 })
    }
}
