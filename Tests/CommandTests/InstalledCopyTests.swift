import Foundation
import Testing

/// A copy of the program in another folder.
struct InstalledCopyTests {
    @Test func `it runs with its resources next to it`() throws {
        let sandbox = try Sandbox()
        let folder = sandbox.file("installed")
        let resources = ["CodeSets", "ClaimRules", "cleanclaim"].map { "cleanclaim_\($0).resources" }
        try Program.copy(["cleanclaim"] + resources, to: folder)
        let program = Program(file: folder.appendingPathComponent("cleanclaim"), environment: sandbox.environment)
        #expect(try program.run(["codes", "find", "F33.2"]).output.contains("F33.2"))
        #expect(try program.run(["policy", "list"]).output.contains("medmutual"))
    }

    /// What `cp -r` over the folder of an open desk does first.
    @Test func `tables that are cut off under an open desk change nothing there`() throws {
        let sandbox = try Sandbox()
        let folder = sandbox.file("installed")
        let resources = ["CodeSets", "ClaimRules", "cleanclaim"].map { "cleanclaim_\($0).resources" }
        try Program.copy(["cleanclaim"] + resources, to: folder)
        let window = try TerminalWindow("exec '\(folder.path)/cleanclaim' demo", in: sandbox)
        try window.wait(for: "Type to filter")
        // The first key is taken once the desk is ready.
        try window.press("F1")
        try window.wait(for: "Typing filters the list")
        try window.press("Escape")
        let tables = folder.appendingPathComponent("cleanclaim_CodeSets.resources/Tables")
        let names = try FileManager.default.contentsOfDirectory(atPath: tables.path)
        #expect(names.contains("icd10cm.codes"))
        for name in names { #expect(truncate(tables.appendingPathComponent(name).path, 0) == 0) }
        try window.openClaim()
        try window.open(screen: 2, showing: "ICD-10-CM")
        try window.send("\u{1B}OB\u{1B}OQgeneralized anx\r")
        try window.wait(for: "Entered F41.1.")
        #expect(try window.status == nil)
    }

    @Test func `it finds its resources under share`() throws {
        let sandbox = try Sandbox()
        try Program.copy(["cleanclaim"], to: sandbox.file("prefix/bin"))
        let share = sandbox.file("prefix/share/cleanclaim")
        try FileManager.default.createDirectory(at: share, withIntermediateDirectories: true)
        for (target, name) in [("CodeSets", "Tables"), ("ClaimRules", "Policies"), ("cleanclaim", "themes")] {
            try FileManager.default.copyItem(
                at: Program.products.appendingPathComponent("cleanclaim_\(target).resources/\(name)"),
                to: share.appendingPathComponent(name))
        }
        let program = Program(file: sandbox.file("prefix/bin/cleanclaim"), environment: sandbox.environment)
        #expect(try program.run(["codes", "find", "F33.2"]).output.contains("F33.2"))
        #expect(try program.run(["policy", "list"]).output.contains("medmutual"))
    }

    @Test(arguments: [["codes", "find", "x"], ["check", "-"], ["policy", "list"], ["demo"], []])
    func `without resources it says what is missing`(_ arguments: [String]) throws {
        let sandbox = try Sandbox()
        try Program.copy(["cleanclaim"], to: sandbox.file("alone"))
        let program = Program(file: sandbox.file("alone/cleanclaim"), environment: sandbox.environment)
        let outcome = try program.run(arguments)
        #expect(outcome.status == 2)
        #expect(!outcome.isSignaled)
        #expect(outcome.messages.contains("missing"))
        #expect(outcome.messages.contains(sandbox.file("alone").resolvingSymlinksInPath().path))
    }
}
