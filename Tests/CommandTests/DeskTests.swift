import ClaimModel
import ClaimRules
import Foundation
import Testing

/// The workstation in a real terminal, keyed as a biller keys it.
@Suite(.serialized) struct DeskTests {
    @Test func `the articles example from an empty worklist to ready and printed`() throws {
        let sandbox = try Sandbox()
        let window = try TerminalWindow("exec \(TerminalWindow.program)", in: sandbox)
        try window.wait(for: "Practice setup")
        try window.fill(ArticleExample.practice)
        try window.press("Escape")
        try window.wait(for: "No claims yet")
        try window.press("F8")
        try window.wait(for: "New claim")
        try window.fill(ArticleExample.claim)
        try window.open(screen: 2, showing: "Billable")
        try window.send("f332\r")
        try window.wait(for: "F33.2")
        try window.open(screen: 3, showing: "Charge")
        try window.fill(ArticleExample.infusion)
        try window.wait(for: "40 min")
        try window.open(screen: 4, showing: "Drug name")
        try window.go(to: "|From")
        try window.press("F8")
        try window.fill(ArticleExample.drug)
        try window.wait(for: "0.5 mg/kg")
        try window.open(screen: 5, showing: "Lot")
        try window.fill(ArticleExample.identification)
        try window.wait(for: "00143950801")
        try window.open(screen: 6, showing: "Prior treatments")
        try window.fill(ArticleExample.documentation)
        try window.open(screen: 7, showing: "Mark ready")
        try window.wait(for: "✗0 errors")
        try window.send("\r")
        try window.press("F8")
        try window.wait(for: "Ready to submit.")
        let file = sandbox.file("summary.txt")
        try window.press("C-p")
        try window.wait(for: "Packet for an appeal")
        try window.send("\r")
        try window.wait(for: "To a file")
        try window.press("End")
        try window.send("\r")
        try window.send(file.path + "\r")
        try window.wait(for: "Wrote the summary to")
        let summary = try String(contentsOf: file, encoding: .utf8)
        for text in ["F33.2", "96365", "J3490", "00143-9508-01", "0.7", "$255.00"] {
            #expect(summary.contains(text), "\(text)")
        }
        #expect(!summary.contains("NOT READY"))
        try window.press("Escape")
        try window.wait(for: "ready")
        try window.press("Escape")
        try window.wait(for: "Quit CleanClaim?")
        try window.press("C-\\")
        #expect(try window.waitForEnd() == 0)
    }
}
