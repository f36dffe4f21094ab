import ClaimModel
import ClaimRules
import Foundation

extension TerminalWindow {
    /// The workstation on a store that holds these claims, its practice skipped, with the worklist on the screen.
    static func desk(_ examples: [ClaimExample] = [], with changes: [String: String] = [:]) throws -> TerminalWindow {
        let sandbox = try Sandbox()
        if !examples.isEmpty {
            let lines = examples.map { String(decoding: $0.draft.canonicalJSON(), as: UTF8.self) }
            let file = try sandbox.write(lines.joined(separator: "\n"), to: "claims.jsonl")
            _ = try sandbox.run("import", file.path)
        }
        let window = try TerminalWindow("exec \(program)", in: sandbox, with: changes)
        try window.wait(for: "Practice setup")
        try window.press("Escape")
        try window.wait(for: "Type to filter")
        return window
    }

    /// The workstation once more on the same store.
    static func reopened(in sandbox: Sandbox) throws -> TerminalWindow {
        let window = try TerminalWindow("exec \(program)", in: sandbox)
        try window.wait(for: "Type to filter")
        return window
    }

    /// Opens the claim under the cursor of the worklist.
    func openClaim() throws {
        try send("\r")
        try wait(for: "1 Claim")
    }

    /// Begins a claim.
    func beginClaim() throws {
        try press("F8")
        try wait(for: "New claim")
    }
}
