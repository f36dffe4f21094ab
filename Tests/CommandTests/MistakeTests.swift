import ClaimRules
import Testing

/// The article's three mistakes, keyed: when each shows, and the key that mends it.
@Suite(.serialized) struct MistakeTests {
    /// A copy of a claim is new: nothing that is absent shows before its screen has been left.
    private func copy(of example: ClaimExample) throws -> TerminalWindow {
        let window = try TerminalWindow.desk([example])
        try window.press("F5")
        try window.wait(for: "A copy")
        return window
    }

    @Test func `a missing diagnosis shows on leaving the screen`() throws {
        let window = try copy(of: .noDiagnosis)
        try window.open(screen: 2, showing: "Billable")
        #expect(try !window.screen.contains("DX-001"))
        try window.open(screen: 3, showing: "Charge")
        try window.open(screen: 2, showing: "Billable")
        try window.wait(for: "DX-001")
        try window.send("F33.2")
        try window.wait(forNo: "DX-001")
    }

    @Test func `an incorrect diagnosis shows on its last key`() throws {
        let window = try TerminalWindow.desk([.sample])
        try window.openClaim()
        try window.open(screen: 2, showing: "Billable")
        try window.send("F32.")
        try window.wait(for: "F32. ")
        #expect(try !window.screen.contains("DX-008"))
        try window.send("A")
        try window.wait(for: "DX-008")
        try window.press("BSpace")
        try window.wait(forNo: "DX-008")
    }

    @Test func `an office visit alone shows on the key that completes it`() throws {
        let window = try TerminalWindow.desk([.sample])
        try window.openClaim()
        try window.open(screen: 3, showing: "Charge")
        try window.go(to: "|Code")
        try window.send("9921")
        try window.wait(for: "9921 ")
        #expect(try !window.screen.contains("PX-001"))
        try window.send("4")
        try window.wait(for: "PX-001")
        try window.press("BSpace", "BSpace", "BSpace", "BSpace", "BSpace")
        try window.send("96365")
        try window.wait(forNo: "PX-001")
    }

    @Test func `a missing history shows on leaving the screen`() throws {
        let window = try copy(of: .noHistory)
        try window.open(screen: 6, showing: "Prior treatments")
        #expect(try !window.screen.contains("DOC-001"))
        try window.open(screen: 7, showing: "Mark ready")
        try window.press("NPage")
        try window.wait(for: "DOC-001")
        try window.open(screen: 6, showing: "Prior treatments")
        try window.wait(for: "DOC-001")
        try window.send("s")
        try window.wait(forNo: "DOC-001")
    }
}
