import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import Testing

/// A day at the office: eight claims go out, and each answer leaves its claim where it is.
struct AnswerDayTests {
    private let office: SendingOffice
    private static let accounts = (1...8).map { "D-\($0)" }
    private let otherNPI = "1555666779"

    init() throws {
        office = try SendingOffice()
        for (index, account) in Self.accounts.enumerated() {
            var example = ClaimExample.officeVisit.with(.account, account).with(.lineFrom, "11/0\(index + 1)/2026")
                .with(.lineFrom, row: 1, "11/0\(index + 1)/2026")
            if account == "D-2" { example = example.with(.billingNPI, otherNPI) }
            example.draft = example.draft.renamed(account)
            try office.store.save(ClaimRecord(example.draft, status: .ready))
        }
        let sent = try office.export()
        #expect(sent.messages.contains("8 claims"), "\(sent.messages)")
    }

    private func take(_ kind: String, _ guide: String, _ segments: [String]) throws -> Program.Outcome {
        let header =
            "ISA*00*          *00*          *ZZ*CLEARHOUSE     *ZZ*LAKESIDE       *261124*0930*^*00501*000000042*0*P*:"
        let body = ["ST*\(kind)*0001*\(guide)"] + segments + ["SE*\(segments.count + 2)*0001"]
        let all = [header, "GS*FA*CLEARHOUSE*LAKESIDE*20261124*0930*42*X*\(guide)"] + body
        let bytes = (all + ["GE*1*42", "IEA*1*000000042"]).map { $0 + "~" }.joined().utf8
        return try office.sandbox.run("answers", "-", input: Array(bytes))
    }

    private func acknowledge() throws -> Program.Outcome {
        var segments = [
            "BHT*0085*08*1*20261124*0930*TH", "HL*1**20*1", "NM1*PR*2*MEDICAL MUTUAL*****PI*29076", "TRN*1*1",
            "HL*2*1*21*1", "NM1*41*2*LAKESIDE*****46*LBH001", "TRN*2*1-1", "STC*A1:19*20261124*WQ*2040", "QTY*AA*2",
            "HL*3*2*19*0", "NM1*85*2*LAKESIDE*****XX*\(otherNPI)", "TRN*1*0", "STC*A7:562:85*20261124*U*255",
            "QTY*QC*1", "HL*4*2*19*1", "NM1*85*2*LAKESIDE*****XX*1122233343", "TRN*1*0",
        ]
        for (index, account) in Self.accounts.enumerated() where account != "D-2" {
            let status = account == "D-1" ? "A7:164:IL*20261124*U" : "A2:20:PR*20261124*WQ"
            segments += ["HL*\(5 + index)*4*PT", "NM1*QC*1*RIVERA*DANA", "TRN*2*\(account)", "STC*\(status)*255"]
        }
        return try take("277", "005010X214", segments)
    }

    private static let remittance = [
        "BPR*I*450*C*ACH************20261130", "TRN*1*EFT-1*1512345678", "N1*PR*MEDICAL MUTUAL", "LX*1",
        "CLP*D-3*1*255*0*0*CI*3-1*11*1", "CAS*CO*197*255",
        "CLP*D-4*1*165*120*0*CI*4-1*11*1", "SVC*HC:99214*165*120**1", "CAS*CO*45*45",
        "CLP*D-4*1*90*70*0*CI*4-2*11*1", "SVC*HC:90833*90*70**1", "CAS*CO*45*20",
        "CLP*D-5*1*255*190*0*CI*5-1*11*1", "CAS*CO*45*65", "CLP*D-6*2*255*0*0*CI*6-1*11*1", "CAS*OA*23*255",
        "CLP*D-7*1*165*70*0*CI*7-1*11*1", "SVC*HC:99214*165*70**1", "CAS*CO*45*95",
    ]
    private static let takeback = [
        "BPR*I*0*C*NON************20261204", "TRN*1*EFT-2*1512345678", "N1*PR*MEDICAL MUTUAL", "LX*1",
        "CLP*D-5*22*-255*-190*0*CI*5-1*11*1", "CAS*CO*45*-65", "PLB*1122233343*20261231*FB:EFT-2*-190",
    ]

    private var statuses: [String: ClaimStatus] {
        get throws { Dictionary(uniqueKeysWithValues: try office.store.claims().map { ($0.account, $0.status) }) }
    }

    private let expected: [String: ClaimStatus] = [
        "D-1": .rejected, "D-2": .rejected, "D-3": .denied, "D-4": .paid, "D-5": .reversed, "D-6": .nothingDue,
        "D-7": .partlyPaid, "D-8": .accepted,
    ]

    @Test func `each claim is where its answers leave it`() throws {
        let accepted = ["AK1*HC*1*005010X222A1", "AK2*837*0001", "IK5*A", "AK9*A*1*1*1"]
        #expect(try office.answer(accepted).status == 0)
        let acknowledged = try acknowledge()
        #expect(acknowledged.status == 1 && acknowledged.messages.contains("1 of 1 claims"), "\(acknowledged)")
        #expect(try take("835", "005010X221A1", Self.remittance).status == 1)
        #expect(try take("835", "005010X221A1", Self.takeback).status == 0)
        #expect(try statuses == expected)
        // Everything once more, in another order.
        for segments in [Self.takeback, Self.remittance] { _ = try take("835", "005010X221A1", segments) }
        _ = try acknowledge()
        #expect(try statuses == expected)
    }

    @Test func `what was resubmitted stays submitted whatever comes late`() throws {
        _ = try acknowledge()
        _ = try take("835", "005010X221A1", Self.remittance)
        for account in ["D-1", "D-3"] {
            #expect(try office.sandbox.run("correct", account).status == 0)
            var record = try office.store.claim(account, in: ClaimExample.parsing)
            record.draft.type("170.00", at: Place(.lineCharge), in: ClaimExample.parsing)
            record.status = .ready
            try office.store.save(record)
        }
        let sent = try office.export("--today", "2026-12-02", to: "again.837")
        #expect(sent.messages.contains("2 claims"), "\(sent.messages)")
        _ = try acknowledge()
        _ = try take("835", "005010X221A1", Self.remittance)
        let late = Self.remittance.map { $0.replacing("EFT-1", with: "EFT-9").replacing("*197*", with: "*16*") }
        #expect(
            try take("835", "005010X221A1", late).messages.contains("D-3: stays submitted: this answers an earlier"))
        #expect(try statuses["D-1"] == .submitted && statuses["D-3"] == .submitted)
        let replaced = [
            "BPR*I*190*C*ACH************20261215", "TRN*1*EFT-3*1512345678", "N1*PR*MEDICAL MUTUAL", "LX*1",
            "CLP*D-3*1*260*190*0*CI*3-2*11*7", "CAS*CO*45*70",
        ]
        #expect(try take("835", "005010X221A1", replaced).status == 0)
        #expect(try statuses["D-3"] == .paid)
    }
}
