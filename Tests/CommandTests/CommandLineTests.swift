import Foundation
import Testing

/// What every command has in common.
struct CommandLineTests {
    @Test func `the version is one line`() throws {
        let outcome = try Sandbox().run("--version")
        #expect(outcome.output == "0.1.0\n")
        #expect(outcome.status == 0)
    }

    @Test func `help names every command`() throws {
        let outcome = try Sandbox().run("--help")
        #expect(outcome.status == 0)
        for command in [
            "demo", "check", "print", "rules", "explain", "policy", "codes", "export", "import", "submissions, batches",
        ] {
            #expect(outcome.output.contains("\n  \(command) "), "\(command)")
        }
        #expect(!outcome.output.contains("--today"))
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func `completions are written`(_ shell: String) throws {
        let outcome = try Sandbox().run("--generate-completion-script", shell)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("cleanclaim"))
    }

    @Test(arguments: [
        ["nonsense"], ["check"], ["check", "--format", "pdf", "x"], ["codes", "find"], ["explain", "ZZ-999"],
        ["policy", "show", "nobody"], ["codes", "find", "F33", "--limit", "0"],
        ["codes", "find", "F33", "--set", "ICD-11"], ["codes", "find", "F33", "--on", "11/1/26"],
        ["rules", "--format", "yaml"], ["submissions", "7"], ["submissions", "x"],
        ["print", "no-such-claim"], ["codes", "find", "F33", "--today", "11/23/2026"],
    ])
    func `a slip is said in text`(_ arguments: [String]) throws {
        let sandbox = try Sandbox()
        let outcome = try Program(environment: sandbox.environment).run(arguments)
        #expect(outcome.status == 2)
        #expect(!outcome.isSignaled)
        #expect(outcome.output.isEmpty)
        #expect(outcome.messages.contains(" "))
    }

    @Test func `a reader that leaves ends the program quietly`() throws {
        let sandbox = try Sandbox()
        let program = Program.products.appendingPathComponent("cleanclaim").path
        let shell = Program(file: URL(fileURLWithPath: "/bin/bash"), environment: sandbox.environment)
        let outcome = try shell.run(["-c", "'\(program)' codes find a --limit 10000 | head -1; echo ${PIPESTATUS[0]}"])
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.last == "141")
        #expect(outcome.messages.isEmpty)
    }

    @Test func `a full disk is said`() throws {
        let sandbox = try Sandbox()
        let program = Program.products.appendingPathComponent("cleanclaim").path
        let shell = Program(file: URL(fileURLWithPath: "/bin/bash"), environment: sandbox.environment)
        let outcome = try shell.run(["-c", "'\(program)' rules > /dev/full"])
        #expect(outcome.status == 2)
        #expect(outcome.messages.contains("could not be written"))
    }

    @Test func `a broken configuration is refused by name`() throws {
        let sandbox = try Sandbox()
        try sandbox.write("colour: red\n", to: "config/cleanclaim/config.yaml")
        let outcome = try sandbox.run("demo")
        #expect(outcome.status == 2)
        #expect(outcome.messages.contains("config.yaml"))
        #expect(outcome.messages.contains("\"colour\""))
    }

    @Test(arguments: [[], ["demo"]]) func `without a terminal the workstation says so`(_ arguments: [String]) throws {
        let sandbox = try Sandbox()
        let outcome = try Program(environment: sandbox.environment).run(arguments)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.messages.contains("needs a terminal"))
    }
}
