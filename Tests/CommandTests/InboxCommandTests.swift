import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import Testing

/// A clearinghouse day by the command: a submission, and its 999, 277CA and 835 out of the inbox.
struct InboxCommandTests {
    private let office: SendingOffice

    init() throws { office = try SendingOffice.withTwoClaimsSent() }

    /// Puts a response into the inbox that was left alone since.
    private func put(_ name: String, _ kind: String, _ guide: String, _ number: Int, _ segments: [String]) throws {
        let control = String(String(1_000_000_000 + number).dropFirst())
        let header =
            "ISA*00*          *00*          *ZZ*CLEARHOUSE     *ZZ*LAKESIDE       *261124*0930*^*00501*\(control)*0*P*:"
        let body = ["ST*\(kind)*0001*\(guide)"] + segments + ["SE*\(segments.count + 2)*0001"]
        let all = [header, "GS*FA*CLEARHOUSE*LAKESIDE*20261124*0930*42*X*\(guide)"] + body
        let text = (all + ["GE*1*42", "IEA*1*\(control)"]).map { $0 + "~" }.joined()
        try office.sandbox.write(text, to: "data/cleanclaim/inbox/\(name)")
    }

    private func run(_ arguments: String...) throws -> Program.Outcome {
        try Program(environment: office.sandbox.environment).run(["inbox"] + arguments)
    }

    /// Waits until what was put there has been left alone long enough.
    private func wait() { Thread.sleep(forTimeInterval: 3.2) }

    private var statuses: [ClaimStatus] { get throws { try office.store.claims().map(\.status) } }

    @Test func `a day out of the inbox leaves every claim where its answers put it`() throws {
        let accounts = try office.store.claims().map(\.account)
        try put("a.999", "999", "005010X231A1", 1, ["AK1*HC*1*005010X222A1", "AK2*837*0001", "IK5*A", "AK9*A*1*1*1"])
        #expect(try run().output.contains("waiting  Still being written."))
        var segments = [
            "BHT*0085*08*1*20261124*0930*TH", "HL*1**20*1", "NM1*PR*2*MEDICAL MUTUAL*****PI*29076", "TRN*1*1",
            "HL*2*1*21*1", "NM1*41*2*LAKESIDE*****46*LBH001", "TRN*2*1-1", "STC*A1:19*20261124*WQ*510",
            "HL*3*2*19*1", "NM1*85*2*LAKESIDE*****XX*1122233343", "TRN*1*0",
        ]
        for (index, account) in accounts.enumerated() {
            segments += [
                "HL*\(4 + index)*3*PT", "NM1*QC*1*RIVERA*DANA", "TRN*2*\(account)", "STC*A2:20:PR*20261124*WQ*255",
            ]
        }
        try put("b.277", "277", "005010X214", 2, segments)
        wait()
        let listed = try run()
        #expect(listed.output.contains("a.999  999  response") && listed.output.contains("b.277  277CA  response"))
        let taken = try run("--take")
        #expect(taken.status == 0 && taken.messages.contains("b.277 (277CA): 2 accepted."), "\(taken.messages)")
        #expect(try statuses == [.accepted, .accepted])
        try put(
            "c.835", "835", "005010X221A1", 3,
            [
                "BPR*I*255*C*ACH************20261130", "TRN*1*EFT-1*1512345678", "N1*PR*MEDICAL MUTUAL", "LX*1",
                "CLP*\(accounts[0])*4*255*0*0*CI*3-1*11*1", "CAS*CO*197*255",
            ])
        wait()
        #expect(try run("--take").status == 1)
        #expect(try statuses.contains(.denied))
        let folder = office.sandbox.file("data/cleanclaim")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/inbox").isEmpty)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path + "/archive").sorted() == [
                "a.999", "b.277", "c.835",
            ])
        #expect(try run("--take").messages.contains("No new response in the inbox."))
    }

    @Test func `what is asked for wrongly is refused`() throws {
        #expect(try run("--take", "none.835").status == 2)
        #expect(try run("--import").status == 2 && run("--take", "--empty").status == 2)
        #expect(try run("--empty").messages.contains("Nothing to delete."))
        #expect(try run("x.835").status == 2)
    }
}
