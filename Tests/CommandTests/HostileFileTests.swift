import ClaimModel
import ClaimRules
import Foundation
import Testing

/// Files that somebody has put where the program reads: pipes, folders open to others, names with control characters.
struct HostileFileTests {
    private func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox()
        let json = String(decoding: ClaimExample.sample.draft.canonicalJSON(), as: UTF8.self)
        try sandbox.write(json + "\n", to: "claims/claim.json")
        return sandbox
    }

    @Test func `a pipe in a checked folder is passed over`() throws {
        let sandbox = try sandbox()
        for name in ["claims/pipe.json", "claims/pipe"] { #expect(mkfifo(sandbox.file(name).path, 0o600) == 0) }
        let outcome = try sandbox.run("check", sandbox.file("claims").path, "--format", "json")
        #expect(outcome.status == 0)
        #expect(try (outcome.json["claims"] as? [Any])?.count == 1)
    }

    @Test func `a pipe among the policies is refused`() throws {
        let sandbox = try sandbox()
        let folder = sandbox.file("config/cleanclaim/policies")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        #expect(mkfifo(folder.appendingPathComponent("mine.yaml").path, 0o600) == 0)
        let outcome = try sandbox.run("policy", "lint")
        #expect(outcome.status == 1 && outcome.output.contains("mine.yaml: error: is not a file"), "\(outcome)")
        #expect(try sandbox.run("policy", "list").output.contains("medmutual"))
    }

    @Test func `policies that others may write are not used`() throws {
        let sandbox = try sandbox()
        #expect(try sandbox.run("policy", "new", "mine", "--source", "Letter of 2026").status == 0)
        let folder = sandbox.file("config/cleanclaim/policies").path
        let made = try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int
        #expect(made == 0o700)
        #expect(try sandbox.run("policy", "list").output.contains("mine"))
        try FileManager.default.setAttributes([.posixPermissions: 0o770], ofItemAtPath: folder)
        let list = try sandbox.run("policy", "list")
        #expect(list.messages.contains("Other users may write here") && list.messages.contains("chmod go-w"))
        #expect(!list.output.contains("mine"))
    }

    @Test func `control characters of a file's name are not printed`() throws {
        let sandbox = try sandbox()
        try sandbox.write("id: [\n", to: "config/cleanclaim/policies/a\u{1B}[31m.yaml")
        let outcome = try sandbox.run("policy", "lint")
        #expect(outcome.output.contains("[31m.yaml") && !outcome.output.contains("\u{1B}"))
    }

    @Test func `the file called minus is standard output`() throws {
        let sandbox = try sandbox()
        let claim = sandbox.file("claims/claim.json").path
        let printed = try sandbox.run("print", claim, "--to", "-")
        #expect(printed.status == 0 && printed.output.contains("RIVERA") || printed.output.contains("Rivera"))
        #expect(try sandbox.run("export", "--clear", claim, "--to", "-").output.hasPrefix("{"))
        let submitted = try sandbox.run("export", "--format", "837p", "--to", "-")
        #expect(submitted.status == 2 && submitted.messages.contains("has to be kept in a file"))
    }

    /// Whether /proc can be hidden from one process here, as root can.
    private static let mayHideProc: Bool = {
        let program = Program(
            file: URL(fileURLWithPath: "/usr/bin/env"), environment: ProcessInfo.processInfo.environment)
        return (try? program.run(["unshare", "-m", "true"]).status) == 0
    }()

    @Test(.enabled(if: HostileFileTests.mayHideProc)) func `without proc it says so, and opens nothing`() throws {
        let sandbox = try Sandbox()
        let script = "mount -t tmpfs none /proc && exec \(TerminalWindow.program) --version"
        let program = Program(file: URL(fileURLWithPath: "/usr/bin/env"), environment: sandbox.environment)
        let outcome = try program.run(["unshare", "-m", "sh", "-c", script])
        #expect(outcome.status == 2 && outcome.output.isEmpty)
        #expect(outcome.messages.contains("/proc is not mounted"))
    }
}
