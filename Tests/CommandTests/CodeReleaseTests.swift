import Foundation
import Testing

/// Loading, listing, verifying and removing releases of code sets, as a person does it.
@Suite struct CodeReleaseTests {
    /// An order file of 110 codes that tests may speak of.
    private static let order = (1...110).map { order in
        let code = order < 10 ? "A0\(order)" : order < 100 ? "A\(order)" : "B\(order - 100 + 10)"
        let number = String(repeating: "0", count: 5 - "\(order)".count) + "\(order)"
        let words = "Illness number \(order)"
        return "\(number) \(code)     1 \(words + String(repeating: " ", count: 60 - words.count)) \(words)\n"
    }.joined()

    @Test func `a release is loaded listed verified and removed`() throws {
        let sandbox = try Sandbox()
        let file = try sandbox.write(Self.order, to: "icd10cm-order-2027.txt")
        let short = try sandbox.run("codes", "import", file.path)
        #expect(short.status == 2)
        #expect(short.messages.contains("--fewer"))
        let loaded = try sandbox.run("codes", "import", file.path, "--fewer")
        #expect(loaded.status == 0)
        #expect(loaded.output.contains("Loaded: ICD-10-CM FY2027, 110 rows, 110 billable"))
        #expect(loaded.messages.isEmpty, "no progress where standard error is no terminal")
        #expect(try sandbox.run("codes", "list").output.contains("FY2027, your office"))
        #expect(try sandbox.run("codes", "find", "illness 42", "--on", "2026-11-10").output.contains("A42"))
        #expect(try sandbox.run("codes", "verify").status == 0)
        let again = try sandbox.run("codes", "import", file.path, "--fewer")
        #expect(again.output.contains("replaces FY2027, 110 rows"), "\(again)")
        let table = sandbox.file("data/cleanclaim/codes/icd10cm/2026-10-01.codes")
        var bytes = try Data(contentsOf: table)
        bytes[bytes.count / 2] ^= 0xFF
        try bytes.write(to: table)
        let damaged = try sandbox.run("codes", "verify")
        #expect(damaged.status == 1)
        #expect(damaged.output.contains("damaged  ICD-10-CM FY2027"))
        #expect(try sandbox.run("codes", "remove", "ICD-10-CM", "FY2027", "--yes").status == 0)
        #expect(!FileManager.default.fileExists(atPath: table.path))
    }

    @Test func `a folder is loaded and what is due is said`() throws {
        let sandbox = try Sandbox()
        try FileManager.default.createDirectory(at: sandbox.file("new"), withIntermediateDirectories: true)
        try sandbox.write("Code,Description\n16,Words\nA1,More words\n", to: "new/carc-2026-11.csv")
        let loaded = try sandbox.run("codes", "update", sandbox.file("new").path)
        #expect(loaded.messages.contains("seems to be cut off"), "\(loaded)")
        #expect(loaded.status == 1)
        #expect(loaded.output.contains("HCPCS: January 2026"))
        #expect(loaded.output.contains("NCCI procedure pairs: none is loaded"))
        let rows = (1...200).map { "\($0),Words of \($0)" }.joined(separator: "\n")
        try sandbox.write("Code,Description\n\(rows)\n", to: "new/carc-2026-11.csv")
        let again = try sandbox.run("codes", "update", sandbox.file("new").path)
        #expect(again.status == 0, "\(again)")
        #expect(again.output.contains("Loaded: CARC"))
        #expect(try sandbox.run("codes", "update", sandbox.file("absent").path).status == 2)
    }

    @Test func `a killed import leaves the old release`() throws {
        let sandbox = try Sandbox()
        let file = try sandbox.write(Self.order, to: "icd10cm-order-2027.txt")
        #expect(try sandbox.run("codes", "import", file.path, "--fewer").status == 0)
        let table = sandbox.file("data/cleanclaim/codes/icd10cm/2026-10-01.codes")
        let before = try Data(contentsOf: table)
        let line = Self.order.split(separator: "\n")[0]
        let endless = (1...60_000).map { order in
            let number = String(repeating: "0", count: 5 - "\(order)".count) + "\(order)"
            return number + line.dropFirst(5).prefix(1) + "Q" + String(order + 100_000).dropFirst() + line.dropFirst(12)
        }.joined(separator: "\n")
        try sandbox.write(endless, to: "icd10cm-order-2027.txt")
        var killed = 0
        for delay in ["0.02", "0.1", "0.3", "0.6"] {
            let ended = try Program(
                file: URL(fileURLWithPath: "/usr/bin/timeout"), environment: sandbox.environment
            ).run([
                "-s", "KILL", delay, Program.products.appendingPathComponent("cleanclaim").path, "codes", "import",
                file.path, "--fewer",
            ])
            guard ended.status != 0 else { break }
            killed += 1
            #expect(try Data(contentsOf: table) == before)
        }
        #expect(killed > 0)
        #expect(try sandbox.run("codes", "verify").status == 0)
    }

    @Test(arguments: [
        ("absent.txt", "can't be opened"), ("list.csv", "--set"), ("packed.txt", "gzip"),
    ])
    func `a wrong file is refused with words`(_ name: String, _ words: String) throws {
        let sandbox = try Sandbox()
        try sandbox.write("Code,Description\n16,Words\n", to: "list.csv")
        try Data([0x1F, 0x8B, 8, 0]).write(to: sandbox.file("packed.txt"))
        let outcome = try sandbox.run("codes", "import", sandbox.file(name).path)
        #expect(outcome.status == 2)
        #expect(outcome.messages.contains(words))
        #expect(outcome.messages.contains(name))
        #expect(!FileManager.default.fileExists(atPath: sandbox.file("data/cleanclaim/codes").path))
    }
}
