import Foundation
import Testing

/// Whatever ends the program, the terminal is as it was, and the shell learns the signal.
@Suite(.serialized) struct SignalTests {
    /// Those that processes send: the claim is saved first.
    private static let requests = [
        SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGIO, SIGPWR,
    ]
    /// Those of a failure in the program.
    private static let failures = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT]

    /// A shell that compares the terminal's settings before and after, each time that `desk` is typed.
    private func shell() throws -> TerminalWindow {
        let window = try TerminalWindow("PS1='shell> ' exec /bin/bash --norc --noprofile -i", in: Sandbox())
        try window.wait(for: "shell>")
        let desk =
            "desk() { a=$(stty -a); \(TerminalWindow.program); s=$?; b=$(stty -a); clear; "
            + "[ \"$a\" = \"$b\" ] && echo \"end $s as before\"; }"
        try window.send(desk + "; clear\r")
        return window
    }

    private func program(in window: TerminalWindow) throws -> Int32 {
        let found = try Program(file: URL(fileURLWithPath: "/usr/bin/env"), environment: window.sandbox.environment)
            .run(["pgrep", "-P", String(try window.process)])
        return try #require(Int32(found.output.trimmingCharacters(in: .whitespacesAndNewlines)))
    }

    private func leavesNoCore(_ process: Int32) throws -> Bool {
        let limits = try String(contentsOfFile: "/proc/\(process)/limits", encoding: .utf8).split(separator: "\n")
        let core = limits.first { $0.hasPrefix("Max core file size") }
        return core?.split(separator: " ").suffix(3).prefix(2) == ["0", "0"]
    }

    @Test func `a signal from outside saves, restores the terminal, and is the exit status`() throws {
        let window = try shell()
        for (number, signal) in Self.requests.enumerated() {
            try window.send("desk\r")
            if number == 0 {
                try window.wait(for: "Practice setup")
                try window.press("Escape")
            }
            try window.wait(for: "Type to filter")
            try window.beginClaim()
            try window.send("Quill\(signal)feather")
            try window.wait(for: "Quill\(signal)feather")
            kill(try program(in: window), signal)
            try window.wait(for: "end \(128 + signal) as before")
        }
        try window.send("desk\r")
        try window.wait(for: "\(Self.requests.count) claims")
        for signal in Self.requests { try window.wait(for: "Quill\(signal)feather") }
    }

    @Test func `a failure restores the terminal and leaves one line`() throws {
        let sandbox = try Sandbox()
        for signal in Self.failures {
            let window = try TerminalWindow(
                "a=$(stty -a); \(TerminalWindow.program) demo; s=$?; [ \"$a\" = \"$(stty -a)\" ] && echo end $s; sleep 60",
                in: sandbox, columns: 120)
            try window.wait(for: "Type to filter")
            kill(try program(in: window), signal)
            let screen = try window.wait(for: "end \(128 + signal)")
            #expect(screen.contains("CleanClaim stopped because of an error in the program. What was saved is in "))
            // The folder's name is random and may hold "0x", so only what is as long as an address counts.
            #expect(!screen.contains("Backtrace") && !screen.contains(/0x[0-9a-f]{8}/))
        }
    }

    @Test func `what the runtime says of a failure is not shown, and no core is left`() throws {
        let sandbox = try Sandbox()
        let window = try TerminalWindow(
            "ulimit -c unlimited; SWIFT_BACKTRACE=enable=yes,color=no \(TerminalWindow.program) check - > /dev/null; "
                + "echo end $?; sleep 60", in: sandbox)
        // At its very start it has not given the core up yet.
        try window.wait("a program without a core") { _ in (try? self.leavesNoCore(self.program(in: window))) == true }
        let id = try program(in: window)
        kill(id, SIGSEGV)
        let screen = try window.wait(for: "end \(128 + SIGSEGV)")
        #expect(screen.contains("CleanClaim stopped because of an error in the program"))
        #expect(!screen.contains("core dumped") && !screen.contains("Backtrace"))
    }

    @Test func `a file that may not grow is said, and does not end the program`() throws {
        let sandbox = try Sandbox()
        let window = try TerminalWindow("ulimit -f 300; exec \(TerminalWindow.program)", in: sandbox)
        try window.wait(for: "Practice setup")
        try window.press("Escape")
        try window.wait(for: "Type to filter")
        try window.beginClaim()
        let long = String(repeating: "Quillfeather ", count: 4)
        for round in 0..<40 {
            try window.send("\(long)\(round % 10)\r")
            if try window.screen.contains("nothing was saved") { break }
            if round % 8 == 7 { for _ in 0..<8 { try window.press("BTab") } }
        }
        try window.wait(for: "nothing was saved")
        #expect(try window.status == nil)
    }
}
