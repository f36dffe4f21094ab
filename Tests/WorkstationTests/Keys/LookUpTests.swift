import ClaimModel
import ClaimRules
import Foundation
import CodeSets
import TerminalKit
import Testing

@testable import Workstation

/// F2 on codes: what is typed decides, what is taken can be billed, what speaks against it is said.
struct LookUpTests {
    /// A claim with F33.2 for its first diagnosis, the cursor on the second.
    private func desk(_ size: Size = Workstation.smallest) throws -> TestDesk {
        try TestDesk(open: ClaimExample.sample.draft, size).go(to: .diagnosisCode, row: 1)
    }

    private func second(of desk: TestDesk) -> String { desk.draft.text(at: Place(.diagnosisCode, row: 1)) }

    @Test(arguments: ["hypertension", "generalized anxiety", "ptsd", "f411", "G90.51", "opioid dep"])
    func `Enter pressed in one burst with the typing takes the first line for all that was typed`(query: String) throws
    {
        let slow = try desk().press(.function(2)).type(query)
        guard let lookUp = slow.workstation.overlay as? LookUp else { return #expect(Bool(false)) }
        let first = try #require(lookUp.chosen?.hit)
        let fast = try desk()
        // No frame is drawn, and nothing is settled, between these keys.
        for key in [Key.function(2)] + query.map({ Key.character($0) }) + [.enter] {
            _ = fast.workstation.handle(.event(.key(key)))
        }
        if first.isHeader {
            #expect(fast.settled.text.contains("Codes below \(first.code)"))
        } else {
            #expect(second(of: fast) == first.code)
        }
    }

    @Test func `Hypertension is the essential one, not one that a disease of the kidney causes`() throws {
        let desk = try desk()
        for key in [Key.function(2)] + "hypertension".map({ Key.character($0) }) + [.enter] {
            _ = desk.workstation.handle(.event(.key(key)))
        }
        #expect(second(of: desk) == "I10")
    }

    @Test func `A header is opened, not taken, and its billable codes are narrowed down by typing`() throws {
        let desk = try desk().press(.function(2)).type("G43.01").press(.enter)
        #expect(second(of: desk).isEmpty)
        #expect(desk.text.contains("Codes below G43.01"))
        #expect(desk.text.contains("G43.011"))
        #expect(!desk.text.contains("header"))
        desk.type("with status").press(.enter)
        #expect(second(of: desk) == "G43.011")
    }

    @Test func `Esc, Left and Backspace come back from a header's codes to the list`() throws {
        for key in [Key.escape, .left, .backspace] {
            let desk = try desk().press(.function(2)).type("f43").press(.right)
            #expect(desk.text.contains("Codes below F43"))
            desk.press(key)
            #expect(desk.text.contains("Look up Diagnosis"))
            #expect(desk.text.contains("> f43"))
            desk.press(.escape)
            #expect(desk.workstation.overlay == nil)
        }
    }

    @Test func `What an Excludes1 note keeps apart from the claim's diagnosis says so in the list`() throws {
        let desk = try desk().press(.function(2)).type("f31.81")
        #expect(desk.text.contains("! Excludes1 with F33.2 on this claim"))
        desk.press(.control("u")).type("f41.1")
        #expect(!desk.text.contains("Excludes1"))
        // The field's own code is no other diagnosis.
        desk.press(.escape).go(to: .diagnosisCode).press(.function(2)).type("f31.81")
        #expect(!desk.text.contains("Excludes1"))
    }

    @Test func `Billable, dates and the release come with the chosen line, and F1 shows more`() throws {
        let desk = try desk().press(.function(2)).type("f33.1")
        #expect(desk.text.contains("billable"))
        #expect(desk.text.contains("effective 10/01/2026 to 09/30/2027"))
        desk.press(.function(1))
        #expect(desk.text.contains("ICD-10-CM F33.1"))
        desk.press(.escape)
        #expect(desk.text.contains("> f33.1"))
        desk.press(.enter)
        #expect(second(of: desk) == "F33.1")
    }

    @Test func `A release that is not loaded for the service date is named`() throws {
        let claim = ClaimExample.sample.with(.lineFrom, "10/05/2027").with(.lineFrom, row: 1, "10/05/2027")
        let desk = try TestDesk(open: claim.draft, Workstation.smallest)
            .go(to: .diagnosisCode, row: 1).press(.function(2)).type("f33.1")
        #expect(desk.text.contains("FY2028"))
    }

    @Test(arguments: [Workstation.smallest, Size(columns: 132, rows: 43)])
    func `No word of a description is cut`(size: Size) throws {
        let desk = try desk(size).press(.function(2)).type("major depressive")
        guard let lookUp = desk.workstation.overlay as? LookUp else { return #expect(Bool(false)) }
        let shown = desk.text.split(separator: "\n").dropFirst(4).map { line in
            String(line.dropFirst(10).prefix(while: { $0 != "│" }))
                .replacing("billable", with: "").replacing("header →", with: "")
        }
        let words = Set(shown.joined(separator: " ").split(separator: " ").map(String.init))
        for row in lookUp.rows.prefix(5) {
            for word in row.text.split(separator: " ") { #expect(words.contains(String(word)), "\(row.code) \(word)") }
        }
    }

    @Test func `The codes used last are offered before anything is typed, but for those on the claim`() throws {
        let desk = try desk()
        desk.take(.recentCodes(RecentCodes(text: "F41.1 96365 F33.2 F43.12 J3490"))).press(.function(2))
        guard let lookUp = desk.workstation.overlay as? LookUp else { return #expect(Bool(false)) }
        #expect(lookUp.rows.map(\.code) == ["F41.1", "F43.12"])
        #expect(desk.text.contains("used last"))
        desk.press(.down, .enter)
        #expect(second(of: desk) == "F43.12")
        desk.go(to: .lineProcedure, row: 2).press(.function(2))
        guard let procedures = desk.workstation.overlay as? LookUp else { return #expect(Bool(false)) }
        #expect(procedures.rows.prefix(2).map(\.code) == ["96365", "J3490"])
    }

    @Test func `Codes that the office used are kept without anything else of the claim`() throws {
        let books = try CodeBooks.shipped()
        var recent = RecentCodes()
        recent.take(from: ClaimExample.sample.with(.diagnosisCode, row: 1, "RIVERA").draft, knownTo: books)
        #expect(Set(recent.codes) == ["F33.2", "96365", "J3490", "00143950801"])
        recent.take(from: ClaimExample.sample.with(.diagnosisCode, "F41.1").draft, knownTo: books)
        #expect(recent.codes.first == "F41.1")
        #expect(recent.codes.count { $0 == "96365" } == 1)
        #expect(RecentCodes(text: recent.text) == recent)
    }

    @Test func `New code sets reach the open list and the claim's findings at the next key`() throws {
        let desk = try desk().press(.function(2)).type("f41")
        let books = desk.workstation.inputs.books
        _ = desk.workstation.handle(.books(books))
        #expect(desk.editor?.findings == nil)
        #expect(desk.settled.text.contains("F41.1"))
        #expect(desk.editor?.findings != nil)
    }

    @Test func `What the policy says of a code is shown with it`() throws {
        let draft = ClaimExample.sample.with(.payerPolicy, "va_ccn").draft
        let desk = try TestDesk(open: draft).go(to: .diagnosisCode, row: 1).press(.function(2)).type("f31.81")
        #expect(desk.text.contains("excluded"))
        desk.press(.function(1))
        #expect(desk.text.contains("excludes it"))
        #expect(desk.text.contains("Policy:"))
    }

    @Test func `A short list opens whole, the present answer chosen on it`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).go(to: .placeOfService).press(.function(2))
        guard let lookUp = desk.workstation.overlay as? LookUp else { return #expect(Bool(false)) }
        #expect(lookUp.chosen?.code == "11" && lookUp.rows.count > 20)
        desk.press(.down, .enter)
        #expect(desk.draft.identity.placeOfService.text == "12")
        desk.go(to: .patientSex).press(.function(2))
        #expect(desk.text.contains("female") && desk.text.contains("unknown"))
    }

    @Test func `A list that is no code set has no details`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).go(to: .patientSex).press(.function(2), .function(1))
        #expect(desk.message == "No details for this line.")
        #expect(!desk.text.contains("F1 Details"))
    }

    @Test func `a payer that has a policy and was keyed before is offered once`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft)
        let entry = try #require(ReferenceEntry(.payer, from: ClaimExample.sample.draft))
        func offered() -> Int {
            desk.go(to: .payerName).press(.function(2))
            defer { desk.press(.escape) }
            return desk.text.components(separatedBy: "Medical Mutual").count - 1
        }
        let before = offered()
        desk.take(.directory([entry]))
        #expect(offered() == before)
    }
}
