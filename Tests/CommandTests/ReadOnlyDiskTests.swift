import ClaimModel
import ClaimRules
import Foundation
import Testing

/// Root may write anywhere, so a disk has to be mounted; for others the folder's mode will do.
private let isRoot = geteuid() == 0

private let mayMount: Bool = {
    guard isRoot else { return true }
    let program = Program(
        file: URL(fileURLWithPath: "/usr/bin/env"), environment: ProcessInfo.processInfo.environment)
    return (try? program.run(["unshare", "-m", "true"]).status) == 0
}()

/// A data folder on a disk that cannot be written: everything can be read, and nothing is saved.
@Suite(.serialized, .enabled(if: mayMount))
struct ReadOnlyDiskTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox()
        let json = String(decoding: ClaimExample.sample.draft.canonicalJSON(), as: UTF8.self)
        try sandbox.write(json + "\n", to: "claim.json")
        #expect(try sandbox.run("import", sandbox.file("claim.json").path).status == 0)
        if !isRoot {
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o500], ofItemAtPath: sandbox.file("data/cleanclaim").path)
        }
    }

    /// The shell's words for a command that finds the folder so.
    private func command(_ words: String) -> String {
        guard isRoot else { return "exec \(words)" }
        let folder = "'\(sandbox.file("data").path)'"
        let mount = "mount --bind \(folder) \(folder) && mount -o remount,bind,ro \(folder)"
        return "exec unshare -m sh -c \"\(mount) && exec \(words)\""
    }

    private func run(_ arguments: String) throws -> Program.Outcome {
        let shell = Program(file: URL(fileURLWithPath: "/usr/bin/env"), environment: sandbox.environment)
        return try shell.run(["sh", "-c", command("\(TerminalWindow.program) \(arguments)")])
    }

    @Test func `commands read it`() throws {
        let exported = try run("export --clear")
        #expect(exported.status == 0 && exported.output.contains("\"account\":\"C-1001\""), "\(exported)")
        #expect(try run("print C-1001").output.contains("Rivera"))
        #expect(try run("store check").status == 0)
        #expect(try run("overrides").status == 0)
    }

    @Test func `commands refuse to change it`() throws {
        let imported = try run("import --again '\(sandbox.file("claim.json").path)'")
        #expect(imported.status == 2 && imported.messages.contains("read-only"), "\(imported)")
        let backup = try run("store backup")
        #expect(backup.status == 2 && backup.messages.contains("read-only"), "\(backup)")
    }

    @Test func `the workstation shows it and says that it saves nothing`() throws {
        let window = try TerminalWindow(command(TerminalWindow.program), in: sandbox)
        try window.wait(for: "Read-only: claims can be read")
        try window.press("Escape")
        try window.wait(for: "Rivera, Dana")
        try window.openClaim()
        try window.send("\tX")
        try window.wait(for: "nothing can be changed")
    }
}
