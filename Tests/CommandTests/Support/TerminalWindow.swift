import Foundation

/// A real terminal: a tmux server of its own with one window, in which a shell or the program runs.
///
/// Every wait is bounded; what is waited for in vain is thrown with the screen as it was.
final class TerminalWindow {
    let sandbox: Sandbox
    private let socket: String

    struct Unmet: Error, CustomStringConvertible {
        let description: String
    }

    /// - Parameters:
    ///   - command: what the shell of the window runs, at the end of which the window stays.
    ///   - changes: to the environment of the sandbox.
    init(
        _ command: String, in sandbox: Sandbox, columns: Int = 80, rows: Int = 24, with changes: [String: String] = [:]
    ) throws {
        self.sandbox = sandbox
        socket = sandbox.file("tmux-\(UUID().uuidString.prefix(4))").path
        var environment = sandbox.environment.merging(changes) { $1 }
        let term = environment.removeValue(forKey: "TERM") ?? "xterm-256color"
        let settings = try sandbox.write(
            """
            set -g default-terminal "screen-256color"
            set -g escape-time 0
            set -g remain-on-exit on
            set -g history-limit 0
            set -g status off
            """, to: "tmux.conf")
        let server = ["-S", socket, "-f", settings.path, "-u"]
        let size = ["-x", String(columns), "-y", String(rows)]
        let shell = "export TERM=\(term == "xterm-256color" ? "screen-256color" : term); \(command)"
        _ = try TerminalWindow.tmux(
            server + ["new-session", "-d"] + size + ["/bin/bash", "--norc", "--noprofile", "-c", shell],
            environment: environment)
    }

    deinit { _ = try? tmux("kill-server") }

    /// The program's own path, for commands.
    static var program: String { "'\(Program.products.appendingPathComponent("cleanclaim").path)'" }

    /// Sends bytes as if they were typed: `\r` is Enter, `\t` Tab, `\u{1B}` Escape.
    func send(_ text: String) throws {
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: 400) {
            let piece = bytes[start..<min(start + 400, bytes.count)].map { String($0, radix: 16) }
            _ = try tmux(["send-keys", "-H"] + piece)
        }
    }

    /// Presses keys by tmux's names: `F2`, `C-o`, `PPage`, `NPage`, `Escape`, `BTab`.
    func press(_ keys: String...) throws { _ = try tmux(["send-keys"] + keys) }

    /// The screen as text, a line feed after each row.
    var screen: String { get throws { try tmux("capture-pane", "-p") } }

    var lines: [String] {
        get throws { try screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    }

    /// Where the cursor is.
    var cursor: (column: Int, row: Int) {
        get throws {
            let parts = try value("#{cursor_x} #{cursor_y}").split(separator: " ").compactMap { Int($0) }
            return parts.count == 2 ? (parts[0], parts[1]) : (0, 0)
        }
    }

    /// The id of the process in the window.
    var process: Int32 { get throws { Int32(try value("#{pane_pid}")) ?? 0 } }

    /// Whether the window's command has ended, and with which status: -1 where a signal ended it.
    var status: Int32? {
        get throws {
            guard try value("#{pane_dead}") == "1" else { return nil }
            if let status = Int32(try value("#{pane_dead_status}")) { return status }
            if try !value("#{pane_dead_signal}").isEmpty { return -1 }
            // tmux may have missed that the process ended; told of it, it fetches the status.
            if let server = Int32(try value("#{pid}")) { kill(server, SIGCHLD) }
            return nil
        }
    }

    func resize(columns: Int, rows: Int) throws {
        _ = try tmux("resize-window", "-x", String(columns), "-y", String(rows))
    }

    /// Waits until the screen satisfies a condition.
    @discardableResult
    func wait(_ what: String, seconds: Double = 60, until isMet: (String) throws -> Bool) throws -> String {
        let end = Date().addingTimeInterval(seconds)
        while true {
            let now = try screen
            if try isMet(now) { return now }
            guard Date() < end else { throw Unmet(description: "Waited in vain for \(what). The screen:\n\(now)") }
            usleep(30_000)
        }
    }

    @discardableResult
    func wait(for text: String) throws -> String { try wait("\"\(text)\"") { $0.contains(text) } }

    @discardableResult
    func wait(forNo text: String) throws -> String { try wait("no \"\(text)\"") { !$0.contains(text) } }

    func waitForEnd() throws -> Int32 {
        try wait("the end") { _ in try status != nil }
        return try status ?? -1
    }

    private func value(_ format: String) throws -> String {
        try tmux("display-message", "-p", format).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    func tmux(_ arguments: String...) throws -> String { try tmux(arguments) }

    private func tmux(_ arguments: [String]) throws -> String {
        try TerminalWindow.tmux(["-S", socket] + arguments, environment: sandbox.environment)
    }

    private static func tmux(_ arguments: [String], environment: [String: String]) throws -> String {
        let outcome = try Program(file: URL(fileURLWithPath: "/usr/bin/env"), environment: environment)
            .run(["tmux"] + arguments)
        guard outcome.status == 0 else {
            throw Unmet(description: "tmux \(arguments.first ?? ""): \(outcome.messages)")
        }
        return outcome.output
    }
}
