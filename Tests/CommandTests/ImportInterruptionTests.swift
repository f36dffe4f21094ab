import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import Prerequisites
import Testing

/// A long import that somebody ends.
struct ImportInterruptionTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox()
        try sandbox.write(try Self.file(claims: 3_000), to: "long.837")
    }

    /// The first claim of a file, as often as that, each of a patient of its own.
    private static func file(claims: Int) throws -> String {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let fixture = tests.appendingPathComponent("ClaimExchangeTests/Fixtures/subscriber.837")
        let text = try String(contentsOf: fixture, encoding: .utf8).replacing("\n", with: "")
        let start = try #require(text.range(of: "HL*2*")?.lowerBound)
        let end = try #require(text[start...].range(of: "~HL*")?.upperBound)
        let claim = String(text[start..<text.index(end, offsetBy: -3)])
        return (1...claims).reduce(into: String(text[..<start])) { file, number in
            let name = String(number).map { String(UnicodeScalar(UInt8(ascii: "A") + UInt8($0.hexDigitValue ?? 0))) }
            file += claim.replacing("HL*2*", with: "HL*\(number + 1)*").replacing("C-1000", with: "L-\(number)")
                .replacing("RIVERA", with: name.joined())
        }
    }

    @Test(.slow) func `Ctrl-C ends it after the claims at hand, and says how many were imported`() throws {
        let command = "cd '\(sandbox.folder.path)'; \(TerminalWindow.program) import long.837; echo status $?; sleep 60"
        let window = try TerminalWindow(command, in: sandbox)
        try window.wait("claims being counted") { $0.contains(#/long\.837 [0-9]+ claims/#) }
        try window.press("C-c")
        let screen = try window.wait(for: "status 130")
        let imported = screen.firstMatch(of: #/long\.837: ([0-9]+) claims imported as drafts\./#)
        let count = try #require(imported?.1, "\(screen)")
        #expect(screen.contains("Interrupted. Run it again for the rest"), "\(screen)")
        let store = try ClaimStore(folder: sandbox.file("data/cleanclaim"))
        #expect(try store.claims().count == Int(count) && Int(count) ?? 0 < 3_000)
        #expect(try store.references(.patient).count == Int(count))
    }
}
