import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import Testing

/// Claims that come from a spreadsheet, by the example of the page CSVImport.
struct CSVImportTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox()
        try sandbox.write(try Self.example("csv"), to: "visits.csv")
        try sandbox.write(try Self.example("yaml"), to: "visits.yaml")
    }

    /// The first block of its kind on the page.
    private static func example(_ kind: String) throws -> String {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/cleanclaim/Documentation.docc/CSVImport.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let blocks = text.split(separator: "```\(kind)\n", maxSplits: 1)
        return try #require(blocks.last?.split(separator: "```", maxSplits: 1).first.map(String.init))
    }

    /// How a text is broken into lines depends on the length of the sandbox's path.
    private static func unwrapped(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func take(_ options: String..., file: String = "visits.csv") throws -> Program.Outcome {
        try Program(environment: sandbox.environment).run(
            ["import", sandbox.file(file).path, "--map", sandbox.file("visits.yaml").path] + options)
    }

    private var drafts: [ClaimDraft] {
        get throws {
            let store = try ClaimStore(folder: sandbox.file("data/cleanclaim"))
            return try store.claims().reversed().map { try store.claim($0.id, in: ClaimExample.parsing).draft }
        }
    }

    @Test func `the example of the page becomes its claims`() throws {
        let outcome = try take()
        #expect(outcome.status == 0 && outcome.messages.contains("2 claims imported as drafts."), "\(outcome.messages)")
        let drafts = try drafts
        #expect(drafts.map(\.identity.account.text) == ["V-201", "V-202"])
        let first = try #require(drafts.first)
        #expect(first.patient.lastName.text == "Doe" && first.patient.firstName.text == "Robin")
        #expect(first.patient.birthDate.text == "02/09/1984" && first.patient.sex.text == "F")
        #expect(first.diagnoses.map(\.code.text) == ["F33.2", "F41.1"])
        #expect(first.lines.map(\.procedure.text) == ["96365", "J3490"])
        #expect(first.lines.map(\.from.text) == ["11/10/2026", "11/10/2026"])
        #expect(first.totalCharge == 25500 && first.lines.allSatisfy { $0.pointers.text == "A" })
        #expect(drafts.last?.lines.first?.modifier1.text == "25")
    }

    @Test func `a dry run shows what each row would become`() throws {
        let outcome = try take("--dry-run")
        #expect(outcome.status == 0 && outcome.messages.contains("2 claims would be imported as drafts."))
        #expect(Self.unwrapped(outcome.output).contains("rows 2, 3: a new draft"))
        #expect(outcome.output.contains("patient.birthDate           02/09/1984 (column \"Born\")"))
        #expect(outcome.output.contains("line.pointers[2]            A (constant)"))
        #expect(
            outcome.output.split(separator: "\n").count { $0.contains(" errors, ") || $0.contains(" error, ") } == 2)
        #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(try drafts.isEmpty)
    }

    @Test func `duplicate rows are reported and taken once`() throws {
        _ = try take()
        let again = try take()
        #expect(again.status == 0 && again.messages.contains("0 claims imported"), "\(again.messages)")
        #expect(again.messages.contains("Skipped: already on the worklist: V-201, V-202; --again imports them again"))
        let shown = Self.unwrapped(try take("--dry-run").output)
        #expect(shown.contains("skipped: already on the worklist"), "\(shown)")
        #expect(try drafts.count == 2)
        #expect(try take("--again").messages.contains("worklist has the same account number: V-201, V-202."))
        #expect(try drafts.count == 4)
    }

    @Test func `a bad row holds its claim and is named`() throws {
        let text = try Self.example("csv").replacing("20261112", with: "2026-11-12").replacing("Member,", with: "Card,")
        try sandbox.write(text.replacing("Card,", with: "Member,").replacing(",Note", with: ",Notes"), to: "bad.csv")
        let outcome = try take(file: "bad.csv")
        #expect(outcome.status == 2 && outcome.messages.contains("1 claim imported as a draft."))
        #expect(outcome.messages.contains("row 4, column \"Service date\": not a date as the map has it (YYYYMMDD)"))
        #expect(outcome.messages.contains("Columns not in the map, not imported: \"Notes\"."))
        #expect(outcome.messages.contains("1 claim held"))
        #expect(!outcome.messages.contains("Ames") && !outcome.messages.contains("2026-11-12"))
        try sandbox.write(text, to: "other.csv")
        let refused = try take(file: "other.csv")
        #expect(refused.status == 2 && refused.messages.contains("column \"Member\": the map names it"))
        #expect(try drafts.count == 1)
    }

    @Test func `lines taken for claims are reported`() throws {
        let map = try Self.example("yaml").replacing("group_by: Visit\n", with: "")
        try sandbox.write(map, to: "visits.yaml")
        #expect(try take("--dry-run").messages.contains("set group_by in the map"))
    }

    @Test func `a map begins from the columns of the file`() throws {
        let template = try sandbox.run("import", "--map-template", sandbox.file("visits.csv").path)
        #expect(template.status == 0 && template.output.contains("  \"Service date\":\n"))
        let unfilled = try sandbox.write(template.output, to: "visits.yaml")
        #expect(try take().messages.contains("\(unfilled.path), line 21: columns is missing"))
        #expect(try sandbox.run("import", "--map-template").output.contains("#   line.ndc"))
        let unmapped = try sandbox.run("import", sandbox.file("visits.csv").path)
        #expect(unmapped.status == 2 && unmapped.messages.contains("give one with --map"))
    }
}
