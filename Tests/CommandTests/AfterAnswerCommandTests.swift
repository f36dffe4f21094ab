import ClaimModel
import ClaimRules
import Foundation
import Testing

/// `cleanclaim next`, `post`, `close` and `history`.
struct AfterAnswerCommandTests {
    private static let account = ClaimExample.officeVisit.draft.identity.account.text
    private static let lines = ["--line", "130.00 co45 15 pr2 20", "--line", "70 co45 20"]
    private static let check = ["--payment", "10045", "--date", "11/20/2026", "--amount", "200"]

    private func office() throws -> Sandbox {
        let sandbox = try Sandbox()
        let json = String(decoding: ClaimExample.officeVisit.draft.canonicalJSON(), as: UTF8.self)
        try sandbox.write(json + "\n", to: "claim.json")
        #expect(try sandbox.run("import", sandbox.file("claim.json").path).status == 0)
        return sandbox
    }

    private func post(on sandbox: Sandbox, _ lines: [String]) throws -> Program.Outcome {
        try Program(environment: sandbox.environment).run(["post", Self.account] + Self.check + lines)
    }

    @Test func `an EOB is posted, closed, in the history and deleted again`() throws {
        let sandbox = try office()
        let posted = try post(on: sandbox, Self.lines)
        #expect(posted.status == 0 && posted.output.contains("$200.00 posted, paid"), "\(posted.messages)")
        let again = try post(on: sandbox, Self.lines)
        #expect(again.status == 2 && again.messages.contains("already posted"))
        let close = try sandbox.run("close", "--format", "csv")
        #expect(close.status == 0 && close.output.contains("10045,Medical Mutual,2026-11-20,paper,200.00,1,200.00"))
        #expect(try sandbox.run("close", "--format", "paper").output.contains("DAILY CLOSE"))
        #expect(try sandbox.run("next").output.contains("patient-bill  1"))
        #expect(try sandbox.run("next", "--queue", "patient-bill").output.contains("patient $20.00"))
        let statement = try sandbox.run("print", Self.account, "--form", "statement", "--mask")
        #expect(statement.output.contains("$20.00") && !statement.output.contains("Rivera"))
        #expect(try sandbox.run("next").output.contains("patient-bill  0"))
        let history = try sandbox.run("history", Self.account, "--details")
        #expect(history.output.contains("EOB on paper: paid  $200.00") && history.output.contains("Statement printed"))
        #expect(try sandbox.run("next", Self.account, "--delete-eob").status == 0)
        #expect(try sandbox.run("history", Self.account).output.contains("EOB deleted: posted by mistake"))
        #expect(try sandbox.run("close").output.contains("No payment was posted"))
    }

    @Test func `a patient payment is recorded, closed, listed and undone`() throws {
        let sandbox = try office()
        #expect(try post(on: sandbox, Self.lines).status == 0)
        func next(_ arguments: String...) throws -> Program.Outcome {
            try Program(environment: sandbox.environment).run(["next", Self.account] + arguments)
        }
        let paid = try next("--patient-paid", "5", "--how", "check 12")
        #expect(paid.status == 0 && paid.output.contains("patient paid $5.00 by check 12"), "\(paid.messages)")
        #expect(try sandbox.run("next", "--queue", "patient-bill").output.contains("patient $20.00, paid $5.00"))
        #expect(try sandbox.run("close", "--format", "csv").output.contains("\"Patient, \(Self.account)\""))
        #expect(try sandbox.run("print", Self.account, "--form", "statement").output.contains("$15.00"))
        #expect(try sandbox.run("next", "--queue", "patient-open").output.contains(Self.account))
        #expect(try sandbox.run("report", "aging").output.contains("(patients)"))
        let more = try next("--patient-paid", "16", "--how", "cash")
        #expect(more.status == 2 && more.messages.contains("owes $15.00"))
        #expect(try next("--patient-paid", "5").status != 0 && next("--patient-paid", "x", "--how", "cash").status == 2)
        #expect(try next("--undo-payment").output.contains("undone"))
        #expect(try !sandbox.run("close").output.contains("Patient, "))
    }

    @Test func `the queues say of how many denied claims the time to appeal is unknown`() throws {
        let sandbox = try office()
        #expect(try !sandbox.run("next").output.contains("unknown"))
        #expect(try post(on: sandbox, ["--line", "0 co50 165", "--line", "0 co50 90"]).status == 0)
        #expect(try sandbox.run("next").output.contains("Time to appeal unknown: 1 denied claim."))
    }

    @Test func `what does not balance, is no date or names nothing is refused`() throws {
        let sandbox = try office()
        let off = try post(on: sandbox, ["--line", "130", "--line", "90"])
        #expect(off.status == 2 && off.messages.contains("Line 1 is off by $35.00"))
        let few = try post(on: sandbox, ["--line", "165"])
        #expect(few.status == 2 && few.messages.contains("2 lines"))
        let odd = try post(on: sandbox, ["--line", "xx co45 15", "--line", "90"])
        #expect(odd.status == 2 && odd.messages.contains("--line 1"))
        #expect(try sandbox.run("next", Self.account, "--follow-up", "soon").status == 2)
        #expect(try sandbox.run("next", Self.account, "--write-off", "").status != 0)
        #expect(try sandbox.run("next", "NOBODY").status == 2)
        #expect(try sandbox.run("history", "NOBODY").status == 2)
        #expect(try sandbox.run("next", "--appeal").status != 0)
    }

    @Test func `a follow-up is set and released`() throws {
        let sandbox = try office()
        #expect(try sandbox.run("next", Self.account, "--follow-up", "t").output.contains("follow up on"))
        #expect(try sandbox.run("next", "--queue", "follow-up").output.contains(Self.account))
        #expect(try sandbox.run("next", Self.account, "--release").output.contains("released"))
        #expect(try sandbox.run("next", "--queue", "follow-up").output.contains("No claim is in this queue."))
    }
}
