import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// The files of the clearinghouse at the desk.
struct InboxKeyTests {
    private func desk() throws -> TestDesk {
        let desk = try TestDesk()
        desk.keep([.sample])
        return desk.take(.inbox(InboxFiles.contents))
    }

    @Test func `the worklist says that new files wait, and Alt-i lists them`() throws {
        let desk = try desk()
        #expect(desk.text.contains("3 files in the inbox: Alt-I") || desk.text.contains("3 files in the inbox: Alt-i"))
        desk.press(.alt("i"))
        #expect(desk.text.contains("Inbox  7 files") && desk.text.contains("era-1124.835"))
        #expect(desk.text.contains("4 claims: 3 paid, 1 denied") && desk.effects.contains(.listInbox))
        desk.press(.escape)
        #expect(desk.text.contains("Worklist  1 claim"))
    }

    @Test func `nothing is said where nothing new waits`() throws {
        let desk = try TestDesk()
        #expect(!desk.text.contains("in the inbox"))
        desk.press(.alt("i"))
        #expect(desk.text.contains("No files. The clearinghouse's program puts them into"))
        desk.press(.enter, .down)
        #expect(desk.message.hasPrefix("No file is listed."))
        desk.take(.inbox(InboxContents(folder: "in", fault: "No inbox folder in.")))
        #expect(desk.text.contains("No inbox folder in."))
    }

    @Test func `Enter takes one response and shows what came of it, and Enter on it shows it again`() throws {
        let desk = try desk().press(.alt("i"), .enter)
        #expect(desk.effects.last == .takeFile("in/era-1124.835", evenIfRepeated: false))
        desk.take(.filesTaken([InboxFiles.news()], isAsked: true))
        #expect(desk.text.contains("Moved to the archive as era-1124.835.") && desk.text.contains("C-1001  paid"))
        desk.press(.escape).take(.inbox(InboxContents(folder: "in")))
        #expect(desk.text.contains("era-1124.835") && desk.text.contains("taken"))
        desk.press(.enter)
        #expect(desk.text.contains("C-1001  paid"))
    }

    @Test func `F9 takes every new response at once`() throws {
        let desk = try desk().press(.alt("i"), .function(9))
        #expect(desk.effects.last == .takeInbox)
        desk.take(.filesTaken([InboxFiles.news(), InboxFiles.news("ack-17.999")], isAsked: true))
        #expect(desk.text.contains("era-1124.835 (835)") && desk.text.contains("ack-17.999 (835)"))
        desk.press(.escape).take(.inbox(InboxContents(folder: "in"))).press(.function(9))
        #expect(desk.message == "No new response in the inbox.")
    }

    @Test func `what is taken by itself interrupts nobody`() throws {
        let desk = try desk().press(.enter)
        #expect(desk.openScreen == .claim)
        let before = desk.text
        desk.take(.filesTaken([InboxFiles.news()], isAsked: false))
        #expect(desk.text == before)
        desk.press(.escape).take(.filesTaken([InboxFiles.news()], isAsked: false))
        #expect(desk.message == "era-1124.835 (835): 3 paid, 1 denied." && desk.openScreen == nil)
    }

    @Test func `a map is chosen for a CSV file that none reads, and F8 imports by it`() throws {
        let desk = try desk().press(.alt("i"), .down, .down, .function(8))
        let maps = [
            MapsOffer.Map(path: "maps/clinic.yaml", name: "clinic.yaml", found: 6, wanted: 6),
            MapsOffer.Map(path: "maps/old.yaml", name: "old.yaml", found: 1, wanted: 4),
        ]
        let offered = MapsOffer(
            path: "in/visits.csv", name: "visits.csv", reason: "visits.csv needs a map of its columns.", maps: maps)
        desk.take(.mapsOffered(offered))
        #expect(desk.text.contains("Map of columns for visits.csv") && desk.text.contains("needs a map"))
        #expect(desk.text.contains("all 6 columns") && desk.text.contains("1 of 4 columns"))
        desk.press(.enter)
        #expect(desk.effects.last == .offerImport("in/visits.csv", map: "maps/clinic.yaml"))
        desk.take(
            .importOffered(
                ClaimsOffer(
                    path: "in/visits.csv", name: "visits.csv", claims: 2, errors: 0, lines: ["Map: clinic.yaml."],
                    isPicked: true, map: "maps/clinic.yaml")))
        // Never the key that asked.
        desk.press(.enter)
        #expect(desk.message == "F8 imports 2 claims, Esc imports nothing.")
        desk.press(.function(2))
        #expect(desk.effects.last == .offerMaps("in/visits.csv"))
        // A map from elsewhere.
        desk.take(.mapsOffered(offered)).press(.end, .enter)
        #expect(desk.effects.last == .readFolder(nil, .columnMap(of: "in/visits.csv")))
        desk.take(.picked("home/mine.yaml", .columnMap(of: "in/visits.csv")))
        #expect(desk.effects.last == .offerImport("in/visits.csv", map: "home/mine.yaml"))
        desk.take(
            .importOffered(
                ClaimsOffer(
                    path: "in/visits.csv", name: "visits.csv", claims: 2, errors: 0, lines: [], isPicked: true,
                    map: "home/mine.yaml")))
        desk.press(.function(8))
        #expect(desk.effects.last == .importFile("in/visits.csv", map: "home/mine.yaml"))
    }

    @Test func `claims are shown by F8 and imported by Enter, never by the key that asked`() throws {
        let desk = try desk().press(.alt("i"), .down, .down, .enter)
        #expect(desk.message.hasPrefix("visits.csv has claims: F8"))
        desk.press(.function(8))
        #expect(desk.effects.last == .offerImport("in/visits.csv"))
        let offer = ClaimsOffer(
            path: "in/visits.csv", name: "visits.csv", claims: 2, errors: 3, lines: ["2 claims would be imported."],
            isPicked: false)
        desk.take(.importOffered(offer))
        #expect(desk.text.contains("visits.csv: 2 claims with 3 errors, nothing is imported yet"))
        desk.press(.function(8))
        #expect(desk.message == "Enter imports 2 claims, Esc imports nothing.")
        desk.press(.enter)
        #expect(desk.effects.last == .importFile("in/visits.csv") && desk.message == "Importing visits.csv …")
    }

    @Test func `a file that was picked with Enter is imported by F8`() throws {
        let desk = try desk().press(.alt("i"))
        let offer = ClaimsOffer(path: "x.837", name: "x.837", claims: 1, errors: 0, lines: [], isPicked: true)
        desk.take(.importOffered(offer)).press(.enter)
        #expect(!desk.effects.contains(.importFile("x.837")))
        desk.press(.function(8))
        #expect(desk.effects.last == .importFile("x.837"))
    }

    @Test func `where nothing can be imported Enter imports nothing`() throws {
        let desk = try desk().press(.alt("i"))
        let offer = ClaimsOffer(path: "x", name: "x", claims: 0, errors: 0, lines: ["x is empty."], isPicked: false)
        desk.take(.importOffered(offer)).press(.enter)
        #expect(desk.message == "Nothing to import. Esc closes." && !desk.effects.contains(.importFile("x")))
    }

    @Test func `the same interchange is taken only after a question`() throws {
        let desk = try desk().press(.alt("i"), .end, .up, .enter)
        #expect(desk.message.isEmpty && desk.text.contains("same interchange as resent.835 was taken before"))
        desk.press(.enter)
        #expect(!desk.effects.contains(.takeFile("in/resent.835", evenIfRepeated: true)))
        desk.press(.enter, .function(8))
        #expect(desk.effects.last == .takeFile("in/resent.835", evenIfRepeated: true))
    }

    @Test func `what cannot be taken says why`() throws {
        let desk = try desk().press(.alt("i"), .end)
        #expect(desk.text.contains("This file is a PDF"))
        desk.press(.enter)
        #expect(desk.text.contains("This file is a PDF, not a file of claims."))
        desk.press(.escape, .up, .up, .up, .enter)
        #expect(desk.message.hasPrefix("era-1125.835 is not complete yet"))
    }

    @Test func `typing filters, and the chosen file stays chosen when others come`() throws {
        let desk = try desk().press(.alt("i")).type("999")
        #expect(desk.text.contains("ack-17.999") && !desk.text.contains("visits.csv"))
        desk.press(.escape, .down)
        let rows = [InboxFiles.row("new.835", "835", .response, "1 claim: 1 paid")] + InboxFiles.contents.rows
        desk.take(.inbox(InboxContents(folder: "in", rows: rows))).press(.enter)
        #expect(desk.effects.last == .takeFile("in/ack-17.999", evenIfRepeated: false))
    }

    @Test func `F2 picks any file by typing`() throws {
        let desk = try desk().press(.alt("i"), .function(2))
        #expect(desk.effects.last == .readFolder(nil, .inbox))
        desk.take(.folder(InboxFiles.folder, .inbox))
        #expect(desk.text.contains("~/clearinghouse") && desk.text.contains("old/"))
        desk.type("era").press(.enter)
        #expect(desk.effects.last == .readFolder("~/clearinghouse/era-1101.835", .inbox))
        desk.take(.picked("~/clearinghouse/era-1101.835", .inbox))
        #expect(desk.effects.last == .takeFile("~/clearinghouse/era-1101.835", evenIfRepeated: false))
    }

    @Test func `in the dialog Backspace on nothing goes up, a path is typed whole, Esc picks nothing`() throws {
        let desk = try desk().press(.alt("i"), .function(2)).take(.folder(InboxFiles.folder, .inbox))
        desk.type("zzz").press(.enter)
        #expect(desk.message.hasPrefix("No file matches."))
        desk.press(.backspace, .backspace, .backspace, .backspace)
        #expect(desk.effects.last == .readFolder("~", .inbox))
        desk.take(.folder(InboxFiles.folder, .inbox)).type("~/other/a.835").press(.enter)
        #expect(desk.effects.last == .readFolder("~/other/a.835", .inbox))
        desk.take(.folder(FolderListing(path: "/", entries: []), .inbox)).press(.backspace)
        #expect(desk.message == "This is the topmost folder." && desk.text.contains("This folder is empty."))
        desk.press(.escape)
        #expect(desk.message == "No file was picked." && desk.text.contains("Inbox  7 files"))
    }

    @Test func `an eligibility answer is picked in the same way`() throws {
        let desk = try desk().press(.alt("f"), .control("b"), .function(2))
        #expect(desk.effects.last == .readFolder(nil, .eligibility))
        desk.take(.folder(InboxFiles.folder, .eligibility)).press(.end, .enter)
        desk.take(.picked("~/clearinghouse/visits.csv", .eligibility))
        #expect(desk.effects.last == .readEligibility("~/clearinghouse/visits.csv"))
    }
}
