import ClaimModel
import ClaimRules
import Foundation
import Testing

/// `cleanclaim list`.
struct ListCommandTests {
    private func stocked() throws -> Sandbox {
        let sandbox = try Sandbox()
        let drafts = [ClaimExample.sample, .officeVisit, .incompleteCodes].map {
            String(decoding: $0.draft.canonicalJSON(), as: UTF8.self)
        }
        try sandbox.write(drafts.joined(separator: "\n"), to: "claims.jsonl")
        #expect(try sandbox.run("import", sandbox.file("claims.jsonl").path).status <= 1)
        return sandbox
    }

    @Test func `it lists what the worklist would, as CSV with the columns asked for`() throws {
        let sandbox = try stocked()
        let all = try sandbox.run("list", "--format", "csv", "--columns", "account,charge,codes", "--sort", "account")
        #expect(all.status == 0)
        let lines = all.output.split(whereSeparator: \.isNewline)
        #expect(lines.first == "Account,Charge,Codes")
        #expect(lines.count == 4 && lines.dropFirst().sorted() == Array(lines.dropFirst()))
        #expect(all.messages.contains("3 claims."))
        let one = try sandbox.run("list", "is:flagged", "cpt:j3490", "--columns", "account")
        #expect(one.messages.contains("1 claim."))
        let reversed = try sandbox.run("list", "--format", "csv", "--columns", "account", "--sort=-account")
        let accounts = lines.dropFirst().map { $0.prefix { $0 != "," } }
        #expect(Array(reversed.output.split(whereSeparator: \.isNewline).dropFirst()) == accounts.reversed())
    }

    @Test func `the claims of a line of the denials report are listed by the filter that it names`() throws {
        let sandbox = try stocked()
        let account = ClaimExample.officeVisit.draft.identity.account.text
        let posted = try sandbox.run(
            "post", account, "--payment", "1", "--date", "11/20/2026", "--line", "0 co50 165", "--line", "0 co50 90")
        #expect(posted.status == 0, "\(posted.messages)")
        let report = try sandbox.run("report", "denials").output
        #expect(report.contains("denial:50 payer:"))
        let list = try sandbox.run("list", "denial:50", "--format", "csv", "--columns", "account,denial")
        #expect(list.output.split(whereSeparator: \.isNewline) == ["Account,Denial", "\(account),CO-50"])
        #expect(try sandbox.run("list", "denial:PR-50").messages.contains("0 claims"))
    }

    @Test(arguments: ["age>soon", "--sort=color", "--columns=status,color"])
    func `what cannot be read is named, and nothing is listed`(argument: String) throws {
        let result = try stocked().run("list", argument)
        #expect(result.status == 2 && result.output.isEmpty)
        #expect(result.messages.contains("age is written as in") || result.messages.contains("no column color"))
    }
}
