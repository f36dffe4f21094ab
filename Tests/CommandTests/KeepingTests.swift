import ClaimRules
import Foundation
import Testing

/// Nothing that was keyed is lost.
@Suite(.serialized) struct KeepingTests {
    @Test func `after a kill the next start shows every field`() throws {
        let window = try TerminalWindow.desk()
        try window.beginClaim()
        try window.fill(["Last name": "Quillfeather", "First name": "Zed", "Birth date": "not a date"])
        try window.go(to: "Street")
        try window.send("77 Half-typed Ro")
        try window.wait(for: "77 Half-typed Ro")
        Thread.sleep(forTimeInterval: 2)
        kill(try window.process, SIGKILL)
        _ = try window.wait("the end") { _ in try window.status != nil }
        let next = try TerminalWindow.reopened(in: window.sandbox)
        try next.openClaim()
        for text in ["Quillfeather", "Zed", "not a date", "77 Half-typed Ro"] { try next.wait(for: text) }
    }

    @Test func `an EOB that is keyed by half outlives a kill, and is in no file in clear`() throws {
        let window = try TerminalWindow.desk([.officeVisit])
        try window.press("M-e")
        try window.wait(for: "still to balance")
        try window.send("CHK77001\r11/20\r12")
        try window.wait(for: "11/20/2026")
        Thread.sleep(forTimeInterval: 2)
        kill(try window.process, SIGKILL)
        _ = try window.wait("the end") { _ in try window.status != nil }
        let files = try FileManager.default.subpathsOfDirectory(atPath: window.sandbox.folder.path)
        let isFound = files.contains { name in
            let bytes = FileManager.default.contents(atPath: window.sandbox.file(name).path)
            return bytes?.range(of: Data("CHK77001".utf8)) != nil
        }
        #expect(!isFound)
        let next = try TerminalWindow.reopened(in: window.sandbox)
        try next.press("M-e")
        try next.wait(for: "As you left it")
        try next.wait(for: "CHK77001")
        try next.send("3.50\r")
        try next.wait(for: "123.50")
    }

    @Test func `a finished field outlives a kill at once`() throws {
        let window = try TerminalWindow.desk()
        try window.beginClaim()
        try window.fill(["Last name": "Quillfeather"])
        // The frame is shown before the field is saved; a further key is taken only after that.
        try window.press("C-s")
        try window.wait(for: "Saved at")
        kill(try window.process, SIGKILL)
        let next = try TerminalWindow.reopened(in: window.sandbox)
        try next.wait(for: "Quillfeather")
    }

    @Test func `a request to end saves and leaves the terminal sane`() throws {
        let window = try TerminalWindow.desk()
        try window.beginClaim()
        try window.send("Quillfeather")
        try window.wait(for: "Quillfeather")
        kill(try window.process, SIGTERM)
        #expect(try window.waitForEnd() == 128 + SIGTERM)
        #expect(try !window.screen.contains("1 Claim"))
        try TerminalWindow.reopened(in: window.sandbox).wait(for: "Quillfeather")
    }

    @Test func `a claim open in another window is read, asked for and given`() throws {
        let window = try TerminalWindow.desk([.sample])
        try window.openClaim()
        let second = try TerminalWindow.reopened(in: window.sandbox)
        try second.openClaim()
        try second.wait(for: "READ-ONLY")
        try second.send("X")
        try second.wait(for: "has this claim open")
        try second.press("M-a")
        try second.wait(for: "Reason")
        try second.send("Payer calls\r")
        try window.wait(for: "asks for this claim: Payer calls")
        try window.send("77")
        try window.press("M-g")
        try window.wait(for: "READ-ONLY")
        try second.wait(for: "You can change this claim now")
        try second.wait(for: "C-100177")
        try second.send("5")
        // What is saved there shows here.
        try window.wait(for: "C-1001775")
    }

    @Test func `a burst loses no key`() throws {
        let window = try TerminalWindow.desk()
        let name = String(repeating: "abcdefghij", count: 5)
        let rest = String(repeating: "klmnopqrst", count: 5)
        // F8 and two hundred keys in one piece.
        try window.send("\u{1B}[19~" + name + "\t" + rest + "\t" + rest + "\t01021990\tF\t2165550100\t" + "9 Oak St")
        try window.wait(for: "9 Oak St")
        try window.press("Escape")
        try window.wait(for: "Type to filter")
        let json = try window.sandbox.run("export", "--clear").output
        #expect(json.contains("\"lastName\":\"\(name)\""))
        #expect(json.contains("\"firstName\":\"\(rest)\""))
        #expect(json.contains("9 Oak St"))
    }
}
