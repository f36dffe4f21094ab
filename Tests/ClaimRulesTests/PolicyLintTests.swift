import ClaimModel
import CodeSets
import Foundation
import Testing

@testable import ClaimRules

/// What lint says of a file that reads.
@Suite struct PolicyLintTests {
    private func lint(_ body: String) throws -> [PolicyFault] {
        let head = "id: acme\ninherits: generic\nname: Acme\nsource: a letter\ndate: \"2026-11-20\"\n"
        let file = PolicyFile(yaml: body.hasPrefix("id:") ? body : head + body, file: "acme.yaml")
        let library = try PolicyLibrary(shipped: PolicyLibrary.shippedFiles(), office: [file])
        return library.lint(file, on: ClaimExample.today)
    }

    private static let proof = "\nexamples: [{title: A, claim: infusion}]"

    @Test func `a file without a slip is silent`() throws {
        #expect(try lint("settings: {min_age: 21}" + Self.proof) == [])
    }

    @Test(arguments: [
        ("settings: {min_age: 21}", nil, Severity.note, "No example claim"),
        ("settings:\n  min_age: 18" + proof, 7, .note, "min_age repeats generic (shipped)"),
        (
            "settings:\n  admin_code_preferred: \"96372\"" + proof, 7, .warning,
            "96372 is preferred, but it is not in"
        ),
        ("rules: {TM-010: error}" + proof, 6, .note, "raises at most a warning"),
        ("requires: {line.lot: error}" + proof, 6, .note, "raises at most a warning"),
        ("confidence: verified" + proof, 6, .warning, "without a name and a date"),
        ("settings:\n  min_age: {value: 21, source: a call}" + proof, 7, .warning, "Source without a date"),
        (
            "settings:\n  min_age: {value: 21, source: a call, date: \"2026-12-01\"}" + proof, 7, .warning,
            "source date 2026-12-01 is after today"
        ),
        ("verified: {by: L. Lead, on: \"2027-01-01\"}" + proof, 6, .warning, "2027-01-01 is after today"),
        ("examples: [{title: A, claim: infusion, errors: [DX-999]}]", 6, .warning, "no rule DX-999"),
    ])
    func `advises`(_ body: String, _ line: Int?, _ severity: Severity, _ words: String) throws {
        let faults = try lint(body)
        let fault = faults.first { $0.message.contains(words) }
        #expect(fault?.severity == severity, "\(faults)")
        #expect(fault?.line == line && fault?.remedy.isEmpty == false, "\(faults)")
    }

    @Test func `a month that is not over is no future date`() throws {
        let text = "id: acme\ninherits: generic\nname: Acme\nsource: a letter\ndate: \"2026-11\"" + Self.proof
        #expect(try lint(text) == [])
    }

    /// A new file says only that its source is missing; with one it is in force and proves itself.
    @Test(arguments: ["acme", "medmutual", "medicare"])
    func `a new file is whole but for its source`(_ id: String) throws {
        let (library, books) = (try Desk.library.get(), try Desk.books.get())
        let parent = library.shipped(id) ?? library.generic
        let bare = PolicyTemplate(id: id, parent: parent, today: ClaimExample.today).text(books: books)
        let unsaid = PolicyFile(yaml: bare, file: "\(id).yaml")
        #expect(unsaid.faults.map(\.message) == ["source is missing."])
        #expect(unsaid.faults.first?.line != nil)
        let text = PolicyTemplate(
            id: id, parent: parent, today: ClaimExample.today, name: "A new payer", payerID: "00123",
            source: "Letter \"A\"\nof 11/20: #1"
        ).text(books: books)
        let file = PolicyFile(yaml: text, file: "\(id).yaml")
        let own = try PolicyLibrary(shipped: PolicyLibrary.shippedFiles(), office: [file])
        #expect(own.lint(file, on: ClaimExample.today).map(\.description) == [])
        let policy = try #require(own.named(id))
        #expect(policy.name == "A new payer" && policy.payerID == "00123")
        let failed = PolicyProof.proofs(of: policy, books: books).filter { !$0.holds }
        #expect(failed.isEmpty)
        let hidden = SettingKey.all.filter { !text.contains("# \($0.name):") }
        #expect(hidden.isEmpty, "every setting is offered")
    }

    /// Every line that a new file offers as a comment reads once the # is taken away.
    @Test func `every offered setting reads`() throws {
        let library = try Desk.library.get()
        for parent in library.policies {
            let text = PolicyTemplate(id: "acme", parent: parent, today: ClaimExample.today, source: "a letter")
                .text(books: try Desk.books.get())
            let opened = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
                let name = line.drop { $0 == " " || $0 == "#" }.prefix { $0 != ":" }
                guard SettingKey.named(String(name)) != nil, line.hasPrefix("  # "), !line.hasSuffix(": ") else {
                    return String(line)
                }
                return "  " + line.dropFirst(4)
            }
            let file = PolicyFile(yaml: opened.joined(separator: "\n"), file: "acme.yaml")
            #expect(file.content != nil, "\(parent.id): \(file.faults)")
        }
    }

    /// The example of the documentation is a file that lint has nothing against and whose claims prove it.
    @Test func `the example of the documentation is proved`() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/cleanclaim/Documentation.docc/Policies.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0 == "   ```yaml" })
        let block = lines[(start + 1)...].prefix { $0 != "   ```" }.map { String($0.dropFirst(3)) }
        let file = PolicyFile(yaml: block.joined(separator: "\n"), file: "acme.yaml")
        let library = try PolicyLibrary(shipped: PolicyLibrary.shippedFiles(), office: [file])
        #expect(library.lint(file, on: ClaimExample.today).map(\.description) == [])
        let policy = try #require(library.named("acme"))
        let failed = PolicyProof.proofs(of: policy, books: try Desk.books.get()).filter { !$0.holds }
        #expect(failed.isEmpty && policy.examples.count == 2)
    }

    @Test func `what differs is said with its sources`() throws {
        let library = try Desk.library.get()
        let (one, other) = (try #require(library.named("medmutual")), try #require(library.named("va_ccn")))
        let changes = PolicyDifference.all(from: one, to: other)
        let trials = try #require(changes.first { $0.key == "min_trials" })
        #expect(trials.left?.value == "2" && trials.right?.value == "4")
        #expect(trials.right?.source.hasPrefix("Healing Maps") == true)
        #expect(changes.first { $0.key == "jwjz" }?.right == nil)
        #expect(PolicyDifference.all(from: one, to: one).isEmpty)
        let keys = changes.map(\.key)
        let order = SettingKey.all.map(\.name).filter(keys.contains)
        #expect(keys == order)
    }
}
