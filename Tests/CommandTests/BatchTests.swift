import ClaimExchange
import ClaimModel
import ClaimRules
import Foundation
import Testing

@testable import cleanclaim

/// `cleanclaim check` on many claims.
struct BatchTests {
    private static func lines(_ count: Int) -> [UInt8] {
        let examples: [ClaimExample] = [.sample, .noDiagnosis, .officeVisit]
        return (0..<count).flatMap { index in
            examples[index % 3].draft.renamed("claim-\(index)").canonicalJSON() + [UInt8(ascii: "\n")]
        }
    }

    @Test func `the order is kept over several windows`() throws {
        let count = 600
        let outcome = try Sandbox().run("check", "-", "--format", "json", input: Self.lines(count))
        let claims = try #require(try outcome.json["claims"] as? [[String: Any]])
        #expect(claims.map { $0["id"] as? String } == (0..<count).map { "claim-\($0)" })
        let summary = try #require(try outcome.json["summary"] as? [String: Any])
        #expect(summary["claims"] as? Int == count && summary["clean"] as? Int == count / 3 * 2)
        #expect((try outcome.json["not_judged"] as? [String])?.isEmpty == true)
        #expect(!outcome.messages.contains("\u{1B}") && !outcome.messages.contains("["))
    }

    @Test func `a bad claim holds itself and not the batch`() throws {
        let bad = Array("{\"schema\": 1, \"id\":\nnonsense\n".utf8)
        let outcome = try Sandbox().run(
            "check", "-", "--format", "jsonl", input: Self.lines(4) + bad + Self.lines(2))
        #expect(outcome.status == 2)
        let objects = try outcome.output.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        #expect(objects.count { $0["rule"] is NSNull } == 1)
        #expect(Set(objects.compactMap { $0["claim"] as? String }).contains("claim-1"))
        #expect(outcome.messages.contains("6 claims: 4 clean, 2 flagged"))
    }

    @Test func `of a folder what holds claims is read`() throws {
        let sandbox = try Sandbox()
        try sandbox.write(String(decoding: Self.lines(2), as: UTF8.self), to: "claims/b/two.jsonl")
        try sandbox.write(String(decoding: Self.lines(1), as: UTF8.self), to: "claims/a.export")
        try sandbox.write("Notes of the office", to: "claims/readme.txt")
        try sandbox.write("{", to: "claims/.hidden.json")
        let outcome = try sandbox.run("check", sandbox.file("claims").path, "--format", "csv")
        let rows = outcome.output.split(whereSeparator: \.isNewline).dropFirst()
        #expect(
            rows.map { $0.split(separator: ",").first?.split(separator: "/").last } == [
                "a.export", "two.jsonl", "two.jsonl",
            ])
        #expect(outcome.messages.contains("Skipped in the folders: 1 file without claims"))
        #expect(outcome.status == 1)
    }

    /// Of fictitious people; the same that the tests of the reader read.
    private static func professional(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("ClaimExchangeTests/Fixtures/\(name).837").path
    }

    @Test func `of an 837 what it cannot carry is not judged`() throws {
        let outcome = try Sandbox().run(
            "check", Self.professional("subscriber"), Self.professional("secondary"), "--format", "json")
        let claims = try #require(try outcome.json["claims"] as? [[String: Any]])
        #expect(claims.first?["id"] as? String == "C-1000")
        let notJudged = Set(try #require(try outcome.json["not_judged"] as? [String]))
        #expect(notJudged.isSuperset(of: ["DOC-001", "TM-001", "PY-004"]))
        #expect((try outcome.json["unreadable"] as? [Any])?.isEmpty == true)
        for finding in claims.flatMap({ $0["findings"] as? [[String: Any]] ?? [] }) {
            let field = try #require((finding["field"] as? String).flatMap(Field.named))
            #expect(FormatCoverage.professionalFields.contains(field))
        }
    }

    @Test func `a damaged segment holds its claim and is said with its place`() throws {
        let file = try String(contentsOfFile: Self.professional("subscriber"), encoding: .utf8)
        let sandbox = try Sandbox()
        let whole = try sandbox.run("check", "-", "--format", "json", input: Array(file.utf8))
        let count = try #require(try whole.json["claims"] as? [Any]).count
        let damaged = file.replacing("SV1*HC:96365*210*UN*1***1~", with: "SV1*HC:96365*200*UN*1***1~")
        let outcome = try sandbox.run("check", "-", "--format", "json", input: Array(damaged.utf8))
        #expect(outcome.status == 2)
        #expect((try outcome.json["claims"] as? [Any])?.count == count)
        let faults = try #require(try outcome.json["unreadable"] as? [[String: Any]])
        #expect(!faults.isEmpty)
        #expect(faults.allSatisfy { ($0["message"] as? String)?.hasPrefix("segment ") == true && $0["offset"] is Int })
    }

    @Test(arguments: [
        ("835", "005010X221A1", "remittance"), ("277", "005010X214", "claim status"),
        ("999", "005010X231A1", "acknowledgment"), ("837", "004010X098A1", "4010"),
        ("837", "005010X223A2", "institutional"),
    ])
    func `other kinds are refused with words`(_ kind: String, _ guide: String, _ word: String) throws {
        let file = try String(contentsOfFile: Self.professional("subscriber"), encoding: .utf8)
        let other = file.replacing("ST*837*0001*005010X222A1", with: "ST*\(kind)*0001*\(guide)")
        let outcome = try Sandbox().run("check", "-", input: Array(other.utf8))
        #expect(outcome.status == 2 && outcome.messages.contains(word))
    }

    @Test(arguments: [("error", Int32(0)), ("warning", 0), ("note", 1)])
    func `the severity that fails is a choice`(_ severity: String, _ status: Int32) throws {
        let outcome = try Sandbox().run("check", "-", "--fail-on", severity, input: Self.lines(1))
        #expect(outcome.status == status)
    }

    @Test func `the bar says how far it is`() {
        var report = CheckReport(.text)
        _ = report.claim(CheckedClaim(ClaimExample.sample.draft, findings: []))
        #expect(
            Progress.line(bytes: 50, of: 200, counts: report.counts)
                == "[#####...............]  25%  1 claims, 0 flagged")
        #expect(Progress.line(bytes: 50, of: nil, counts: report.counts) == "1 claims, 0 flagged")
        #expect(Progress.line(bytes: 500, of: 200, counts: report.counts).contains("100%"))
    }
}
