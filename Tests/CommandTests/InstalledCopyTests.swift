import Foundation
import Testing

/// A copy of the program in another folder.
struct InstalledCopyTests {
    private static func copy(_ names: [String], to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in names {
            try FileManager.default.copyItem(
                at: Program.products.appendingPathComponent(name), to: folder.appendingPathComponent(name))
        }
    }

    @Test func `it runs with its resources next to it`() throws {
        let sandbox = try Sandbox()
        let folder = sandbox.file("installed")
        let resources = ["CodeSets", "ClaimRules", "cleanclaim"].map { "cleanclaim_\($0).resources" }
        try Self.copy(["cleanclaim"] + resources, to: folder)
        let program = Program(file: folder.appendingPathComponent("cleanclaim"), environment: sandbox.environment)
        #expect(try program.run(["codes", "find", "F33.2"]).output.contains("F33.2"))
        #expect(try program.run(["policy", "list"]).output.contains("medmutual"))
    }

    @Test func `it finds its resources under share`() throws {
        let sandbox = try Sandbox()
        try Self.copy(["cleanclaim"], to: sandbox.file("prefix/bin"))
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
        try Self.copy(["cleanclaim"], to: sandbox.file("alone"))
        let program = Program(file: sandbox.file("alone/cleanclaim"), environment: sandbox.environment)
        let outcome = try program.run(arguments)
        #expect(outcome.status == 2)
        #expect(!outcome.isSignaled)
        #expect(outcome.messages.contains("missing"))
        #expect(outcome.messages.contains(sandbox.file("alone").resolvingSymlinksInPath().path))
    }
}
