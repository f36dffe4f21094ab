import ClaimModel
import ClaimRules
import Foundation
import Testing

/// `cleanclaim print` in its forms.
struct PrintTests {
    private static func json(_ example: ClaimExample) -> [UInt8] { example.draft.canonicalJSON() }

    @Test func `the form goes on paper with its offsets`() throws {
        let sandbox = try Sandbox()
        let plain = try sandbox.run("print", "-", "--form", "cms1500", input: Self.json(.sample))
        #expect(plain.status == 0)
        #expect(plain.output.split(separator: "\n", omittingEmptySubsequences: false).count == 67)
        #expect(!plain.output.contains("NOT READY"))
        let moved = try sandbox.run(
            "print", "-", "--form", "cms1500", "--down", "2", "--across", "3", input: Self.json(.sample))
        #expect(moved.output.hasPrefix("\n\n\n" + String(repeating: " ", count: 43) + "MEDICAL MUTUAL"))
        try sandbox.write("form: {down: 2, across: 3}\n", to: "config/cleanclaim/config.yaml")
        #expect(try sandbox.run("print", "-", "--form", "cms1500", input: Self.json(.sample)).output == moved.output)
    }

    @Test func `a claim with errors is marked on every sheet`() throws {
        let outcome = try Sandbox().run("print", "-", "--form", "cms1500", "--grid", input: Self.json(.noDiagnosis))
        #expect(outcome.status == 0 && outcome.output.contains("NOT READY: "))
        #expect(outcome.output.contains("┌1"))
        let ascii = try Sandbox().run(
            "print", "-", "--form", "cms1500", "--grid", input: Self.json(.noDiagnosis), with: ["LANG": "C"])
        #expect(ascii.output.contains("+1") && ascii.output.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test func `what does not fit is said`() throws {
        let wide = ClaimExample.sample.with(.lineCharge, "9999999.99")
        let outcome = try Sandbox().run("print", "-", "--form", "cms1500", input: Self.json(wide))
        #expect(outcome.messages.contains("24 line 1") && !outcome.output.contains("9999999"))
    }

    @Test(arguments: [
        ["--grid"], ["--down", "1"], ["--form", "cms1500", "--down", "9"], ["--form", "cms1500", "--across=-11"],
        ["--form", "ub04"], ["--form", "packet"], ["--for", "appeal"], ["--status", "ready"], ["--force"],
        ["--form", "packet", "--for", "appeal", "--grid"], ["--form", "packet", "--for", "complaint"],
    ])
    func `a slip is refused`(_ arguments: [String]) throws {
        let outcome = try Program(environment: Sandbox().environment)
            .run(["print", "-"] + arguments, input: Self.json(.sample))
        #expect(outcome.status == 2 && outcome.output.isEmpty)
    }

    @Test func `boxes that are moved off the sheet are named`() throws {
        let outcome = try Sandbox().run(
            "print", "-", "--form", "cms1500", "--down=-2", "--across=-1", input: Self.json(.sample))
        #expect(outcome.status == 0 && outcome.messages.contains("off the sheet with these offsets, left out"))
        #expect(outcome.messages.contains("Box Top, 2,") && !outcome.output.contains("MEDICAL MUTUAL"))
    }

    @Test func `several claims each begin a page, and count their own pages`() throws {
        let sandbox = try Sandbox()
        let drafts = [ClaimExample.sample, .noHistory].map { String(decoding: $0.draft.canonicalJSON(), as: UTF8.self) }
        _ = try sandbox.run("import", sandbox.write(drafts.joined(separator: "\n"), to: "claims.jsonl").path)
        let both = try sandbox.run("print", "C-1001", "C-2005")
        let pages = both.output.split(separator: "\u{0C}")
        #expect(both.status == 0 && pages.count == 5)
        #expect(pages.map { $0.contains("page 1 of ") } == [true, false, true, false, false])
        #expect(pages.map { $0.contains("account C-1001") } == [true, true, false, false, false])
        let flagged = try sandbox.run("print", "--status", "flagged")
        #expect(flagged.output.split(separator: "\u{0C}").allSatisfy { $0.contains("C-2005") })
        #expect(try sandbox.run("print", "--status", "paid").messages.contains("No claim is paid."))
        let unknown = try sandbox.run("print", "C-1001", "C-9999")
        #expect(unknown.status == 2 && unknown.output.isEmpty)
    }

    @Test func `a file is replaced only with --force`() throws {
        let sandbox = try Sandbox()
        let file = try sandbox.write("mine", to: "s.txt")
        let refused = try sandbox.run("print", "-", "--to", file.path, input: Self.json(.sample))
        #expect(refused.status == 2 && refused.messages.contains("--force"))
        #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
        #expect(try sandbox.run("print", "-", "--to", file.path, "--force", input: Self.json(.sample)).status == 0)
        #expect(try String(contentsOf: file, encoding: .utf8).contains("CLAIM SUMMARY"))
    }

    @Test func `a packet is one document: cover sheet, summary, form, documentation`() throws {
        let packet = try Sandbox().run(
            "print", "-", "--form", "packet", "--for", "authorization", input: Self.json(.sample))
        let pages = packet.output.split(separator: "\u{0C}").map(String.init)
        let titles = ["REQUEST FOR AUTHORIZATION", "CLAIM SUMMARY", "CMS-1500 (02/12)", "SUPPORTING DOCUMENTATION"]
        #expect(packet.status == 0 && pages.count == 4)
        for (page, title) in zip(pages, titles) { #expect(page.contains(title)) }
        let sandbox = try Sandbox()
        try sandbox.write("form: {down: 2, across: 3}\n", to: "config/cleanclaim/config.yaml")
        let again = try sandbox.run(
            "print", "-", "--form", "packet", "--for", "authorization", input: Self.json(.sample))
        #expect(again.output == packet.output)
        let masked = try Sandbox().run(
            "print", "-", "--form", "packet", "--for", "appeal", "--mask", input: Self.json(.sample))
        #expect(!masked.output.uppercased().contains("RIVERA") && masked.output.contains("IDENTITIES HIDDEN"))
    }

    /// The program that draws is built only where it is asked for; without it the command says what is missing.
    @Test func `a PDF needs its program`() throws {
        let sandbox = try Sandbox()
        var program = Program(environment: sandbox.environment)
        let copy = sandbox.file("alone/cleanclaim")
        try Program.copy(["cleanclaim"], to: copy.deletingLastPathComponent())
        for entry in try FileManager.default.contentsOfDirectory(atPath: Program.products.path)
        where entry.hasPrefix("cleanclaim_") && entry.hasSuffix(".resources") {
            try FileManager.default.createSymbolicLink(
                at: copy.deletingLastPathComponent().appendingPathComponent(entry),
                withDestinationURL: Program.products.appendingPathComponent(entry))
        }
        program.file = copy
        let refused = try program.run(["print", "-", "--pdf"], input: Self.json(.sample))
        #expect(refused.status == 2 && refused.messages.contains("cleanclaim-pdf") && refused.output.isEmpty)
        // What stands in for it gets sheets as JSON and gives the bytes.
        let drawer = copy.deletingLastPathComponent().appendingPathComponent("cleanclaim-pdf")
        try Data("#!/bin/sh\nprintf '%%PDF-'; head -c 1; cat > /dev/null\n".utf8).write(to: drawer)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: drawer.path)
        var drawn = try program.run(["print", "-", "--pdf"], input: Self.json(.sample))
        // A file just made is busy while another test's process still has it open for writing.
        for _ in 0..<100 where drawn.messages.contains("could not be started") {
            usleep(20_000)
            drawn = try program.run(["print", "-", "--pdf"], input: Self.json(.sample))
        }
        #expect(drawn.status == 0 && drawn.output == "%PDF-[", "\(drawn)")
        // A file that is named so is one.
        let named = try program.run(["print", "-", "--to", sandbox.file("a.PDF").path], input: Self.json(.sample))
        #expect(named.status == 0 && named.messages.isEmpty, "\(named)")
        #expect(try String(contentsOf: sandbox.file("a.PDF"), encoding: .utf8) == "%PDF-[")
    }

    private static let drawer = Program.products.appendingPathComponent("cleanclaim-pdf").path

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: drawer), "cleanclaim-pdf is not built"))
    func `summary and form are one PDF`() throws {
        let sandbox = try Sandbox()
        let file = sandbox.file("claim.pdf")
        let outcome = try sandbox.run(
            "print", "-", "--form", "both", "--grid", "--pdf", "--to", file.path, input: Self.json(.sample))
        #expect(outcome.status == 0)
        let bytes = try Data(contentsOf: file)
        #expect(bytes.starts(with: Array("%PDF-".utf8)) && bytes.count > 5_000)
    }
}
