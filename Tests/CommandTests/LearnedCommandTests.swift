import ClaimModel
import ClaimRules
import Foundation
import Testing

/// `cleanclaim answers --learned`, and the fee table of the office.
struct LearnedCommandTests {
    /// A remittance of one claim whose drug is denied for its NDC.
    private static func file(_ account: String, payment: Int) -> String {
        let body = [
            "BPR*I*150*C*ACH************20261120", "TRN*1*\(payment)*1512345678", "N1*PR*SAMPLE PAYER", "LX*1",
            "CLP*\(account)*1*255*150**CI*2631400\(payment)*11*1", "SVC*HC:96365*210*150**1", "CAS*CO*45*60",
            "SVC*HC:J3490*45*0**1", "CAS*CO*16*45", "LQ*HE*M119",
        ]
        let head = [
            "ISA*00*          *00*          *ZZ*PAYER          *ZZ*LAKESIDE       *261120*0930*^*00501*000000042*0*T*:",
            "GS*HP*PAYER*LAKESIDE*20261120*0930*42*X*005010X221A1", "ST*835*0001",
        ]
        let all = head + body + ["SE*\(body.count + 2)*0001", "GE*1*42", "IEA*1*000000042"]
        return all.map { $0 + "~\n" }.joined()
    }

    private func office(fees: String? = nil) throws -> Sandbox {
        let sandbox = try Sandbox()
        if let fees { try sandbox.write(fees, to: "config/cleanclaim/fees.csv") }
        let json = (1...3).map { number in
            let draft = ClaimExample.sample.with(.account, "C-90\(number)").draft.renamed("claim-\(number)")
            return String(decoding: draft.canonicalJSON(), as: UTF8.self)
        }
        try sandbox.write(json.joined(separator: "\n") + "\n", to: "claims.json")
        #expect(try sandbox.run("import", sandbox.file("claims.json").path).status == 0)
        return sandbox
    }

    @Test func `three denials of a pair are counted and two are not`() throws {
        let sandbox = try office()
        for number in 1...3 {
            #expect(try sandbox.run("answers", "--learned").output.hasPrefix("Nothing yet"))
            let bytes = Array(Self.file("C-90\(number)", payment: number).utf8)
            #expect(try sandbox.run("answers", "-", input: bytes).status < 2)
        }
        let text = try sandbox.run("answers", "--learned").output
        #expect(text.contains("denied J3490 with 96365 3 of 3 times: CARC 16, M119."), "\(text)")
        #expect(text.contains("Rules that prevent it: "))
        let json = try sandbox.run("answers", "--learned", "--format", "json").json
        let all = try #require(json["learned"] as? [[String: Any]])
        let pair = try #require(all.first { $0["code"] as? String == "J3490" && $0["with"] as? String == "96365" })
        #expect(pair["denied"] as? Int == 3 && pair["paid"] as? Int == 0)
        #expect(try sandbox.run("answers", "--learned", "file.835").status == 2)
    }

    @Test func `the office's fees flag what is paid below them`() throws {
        let sandbox = try office(fees: "payer,code,modifier,fee,from,to\n,96365,,175.00,2026-01-01,\n")
        let bytes = Array(Self.file("C-901", payment: 1).utf8)
        let outcome = try sandbox.run("answers", "-", "--dry-run", input: bytes)
        #expect(outcome.output.contains("96365: allowed $150.00, $25.00 below the office's fee of"), "\(outcome)")
        let json = try sandbox.run("answers", "-", "--dry-run", "--format", "json", input: bytes).json
        let answer = try #require((json["answers"] as? [[String: Any]])?.first)
        let flagged = try #require((answer["underpayments"] as? [[String: Any]])?.first)
        #expect(flagged["expected"] as? Int == 17500 && flagged["allowed"] as? Int == 15000)
    }

    @Test(arguments: [
        ("payer,code\n,96365\n", "no column fee"), ("payer,code,fee\n,96365,free\n", "row 2"),
        ("payer,code,fee\n,,5\n", "the code is blank"), ("payer,code,fee,from\n,96365,5,soon\n", "from is not a date"),
    ])
    func `a mistake in the fees is named with its row`(_ fees: String, _ words: String) throws {
        let sandbox = try Sandbox()
        try sandbox.write(fees, to: "config/cleanclaim/fees.csv")
        let outcome = try sandbox.run("rules")
        #expect(
            outcome.status == 2 && outcome.messages.contains("fees.csv") && outcome.messages.contains(words),
            "\(outcome)")
    }
}
