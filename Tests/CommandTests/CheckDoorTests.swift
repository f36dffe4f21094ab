import ClaimModel
import ClaimRules
import Foundation
import Testing

@testable import ClaimExchange

/// `check` as a door for other programs: the files parted, answered as a clearinghouse would, and checked line by line.
struct CheckDoorTests {
    private static let fixtures = ["everything", "secondary", "specialties", "subscriber"]

    private func text(_ name: String) throws -> String {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try String(
            contentsOf: folder.appendingPathComponent("ClaimExchangeTests/Fixtures/\(name).837"), encoding: .utf8)
    }

    private func claims(_ path: URL) throws -> (accounts: [String], faults: [String]) {
        var reader = ProfessionalReader(Array(try Data(contentsOf: path)))
        var (accounts, faults): ([String], [String]) = ([], [])
        while let item = try reader.next() {
            switch item {
            case .value(let claim): accounts.append(claim.controlNumber)
            case .fault(let fault): faults.append(fault.message)
            }
        }
        return (accounts, faults)
    }

    @Test(arguments: fixtures)
    func `a split has every claim once, in two whole files`(name: String) throws {
        let sandbox = try Sandbox()
        let file = try sandbox.write(try text(name), to: "in.837")
        let (good, held) = (sandbox.file("good.837"), sandbox.file("held.837"))
        let checked = try sandbox.run("check", "--split", good.path, held.path, file.path, "--format", "json")
        let found = try #require(try checked.json["claims"] as? [[String: Any]])
        let all = try claims(file)
        var sorted: [String] = []
        for part in [good, held] where FileManager.default.fileExists(atPath: part.path) {
            let read = try claims(part)
            #expect(read.faults.isEmpty, "\(read.faults)")
            #expect(read.accounts == all.accounts.filter(read.accounts.contains))
            sorted += read.accounts
            let again = try sandbox.run("check", part.path, "--format", "json")
            let errors = try #require((try again.json["summary"] as? [String: Any])?["errors"] as? Int)
            #expect((part == good) == (errors == 0))
        }
        #expect(sorted.sorted() == all.accounts.sorted() && found.count == sorted.count)
        if FileManager.default.fileExists(atPath: good.path) {
            #expect(try String(contentsOf: good, encoding: .utf8).prefix(106) == text(name).prefix(106))
        }
        if FileManager.default.fileExists(atPath: held.path) {
            let header = try String(contentsOf: held, encoding: .utf8).prefix(105).split(separator: "*")
            #expect(header[15] == "T" && header[13] != "000000017")
        }
    }

    @Test func `a shared level that is wrong holds all of its claims`() throws {
        let sandbox = try Sandbox()
        let file = try sandbox.write(
            try text("subscriber").replacing("REF*EI*", with: "REF*EI*3-"), to: "in.837")
        let (good, held) = (sandbox.file("good.837"), sandbox.file("held.837"))
        let outcome = try sandbox.run("check", file.path, "--split", good.path, held.path)
        #expect(!FileManager.default.fileExists(atPath: good.path))
        #expect(outcome.messages.contains("is not written: no claim for it."))
        #expect(try claims(held).accounts.count == claims(file).accounts.count)
    }

    @Test func `an existing file is never written over, and both names are needed`() throws {
        let sandbox = try Sandbox()
        let file = try sandbox.write(try text("subscriber"), to: "in.837")
        let taken = try sandbox.write("mine", to: "good.837")
        let outcome = try sandbox.run("check", file.path, "--split", taken.path, sandbox.file("held.837").path)
        #expect(outcome.status == 2 && outcome.messages.contains("already exists"))
        #expect(try String(contentsOf: taken, encoding: .utf8) == "mine")
        #expect(try sandbox.run("check", file.path, "--split", "one.837").status == 2)
        let twice = sandbox.file("a.837").path
        #expect(try sandbox.run("check", file.path, "--split", twice, twice).messages.contains("named twice"))
    }

    @Test(arguments: fixtures)
    func `a 277CA answers every claim by what the check found`(name: String) throws {
        let sandbox = try Sandbox()
        let file = try sandbox.write(try text(name), to: "in.837")
        let checked = try sandbox.run("check", file.path, "--format", "json")
        let answered = try sandbox.run("check", file.path, "--format", "277ca")
        #expect(answered.status == checked.status)
        var reader = AnswerReader(Array(answered.output.utf8))
        var states: [String: ClaimStatus?] = [:]
        while let item = try reader.next() {
            switch item {
            case .value(.claim(let answer)): states[answer.account] = answer.status
            case .value: continue
            case .fault(let fault): Issue.record("\(fault.message)")
            }
        }
        let found = try #require(try checked.json["claims"] as? [[String: Any]])
        for claim in found {
            let findings = try #require(claim["findings"] as? [[String: Any]])
            let isTaken = !findings.contains { $0["severity"] as? String == "error" }
            let id = try #require(claim["id"] as? String)
            #expect(states[id] == (isTaken ? .accepted : .rejected), "\(id)")
        }
    }

    @Test func `an amount that is none does not spoil the answer`() throws {
        let sandbox = try Sandbox()
        let charge = try #require(try text("subscriber").firstMatch(of: /SV1\*HC:[A-Z0-9:]+\*([0-9.]+)\*/)?.1)
        let file = try sandbox.write(
            try text("subscriber").replacing("*\(charge)*UN", with: "*$\(charge)*UN"), to: "in.837")
        let answered = try sandbox.run("check", file.path, "--format", "277ca")
        var reader = AnswerReader(Array(answered.output.utf8))
        while let item = try reader.next() {
            if case .fault(let fault) = item { Issue.record("\(fault.message)") }
        }
    }

    @Test func `a finding keeps its key from run to run, and no two have the same`() throws {
        let sandbox = try Sandbox()
        func keys(_ name: String, _ text: String) throws -> [String] {
            let file = try sandbox.write(text, to: name)
            let outcome = try sandbox.run("check", file.path, "--format", "jsonl")
            return try outcome.output.split(separator: "\n").compactMap { line in
                let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
                return object?["key"] as? String
            }
        }
        let text = try text("subscriber")
        let first = try keys("a.837", text)
        #expect(!first.isEmpty && first.allSatisfy { $0.count == 16 })
        #expect(try keys("b.837", text) == first)
        #expect(try Set(keys("c.837", text + "\n")).isDisjoint(with: first))
    }

    @Test func `a summary alone has no claims`() throws {
        let sandbox = try Sandbox()
        let file = try sandbox.write(try text("subscriber"), to: "in.837")
        let whole = try sandbox.run("check", file.path)
        let short = try sandbox.run("check", file.path, "--summary-only")
        #expect(short.status == whole.status && whole.output.hasSuffix(short.output))
        #expect(short.output.count < whole.output.count)
        let json = try sandbox.run("check", file.path, "--summary-only", "--format", "json").json
        #expect((json["claims"] as? [Any])?.isEmpty == true)
        #expect((json["summary"] as? [String: Any])?["claims"] as? Int == 3)
        #expect(try sandbox.run("check", file.path, "--summary-only", "--format", "csv").status == 2)
    }

    @Test func `serve answers each line with a line`() throws {
        let sandbox = try Sandbox()
        let clean = ClaimExample.sample.draft.canonicalJSON()
        let flagged = ClaimExample.noDiagnosis.draft.canonicalJSON()
        let request = try JSONSerialization.data(withJSONObject: ["id": "r\"1", "x12": try text("subscriber")])
        let lines: [[UInt8]] = [
            clean, flagged, Array("{broken".utf8), [], Array(request), Array("{\"x12\": \"no\"}".utf8),
        ]
        let outcome = try sandbox.run("serve", input: Array(lines.joined(separator: [0x0A])))
        #expect(outcome.status == 0)
        let answers = try outcome.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        let odd = try sandbox.run("serve", input: Array("{\"x12\": 5, \"id\": 9}\n\0\n".utf8)).output.split(
            separator: "\n")
        #expect(odd.count == 2 && odd[0].contains("are texts"))
        let counts = answers.map { ($0["claims"] as? [Any])?.count ?? -1 }
        #expect(counts == [1, 1, 0, 3, 0])
        let unreadable = answers.map { ($0["unreadable"] as? [Any])?.count ?? -1 }
        #expect(unreadable == [0, 0, 1, 0, 1])
        #expect(answers[3]["id"] as? String == "r\"1" && answers[0]["id"] == nil)
        let alone = try sandbox.run("check", "-", "--format", "json", input: clean).json
        #expect(NSDictionary(dictionary: alone) == NSDictionary(dictionary: answers[0]))
    }
}
