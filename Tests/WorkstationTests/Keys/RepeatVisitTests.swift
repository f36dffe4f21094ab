import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// A visit like an earlier one: Enter asks only what is new, and nothing is keyed twice.
struct RepeatVisitTests {
    /// The worklist with one claim, which the patient had before, and others that are not listed.
    private func desk(_ example: ClaimExample, besides others: [ClaimExample] = []) throws -> TestDesk {
        let earlier = (others + [example]).map { PriorClaim(draft: $0.draft, status: .paid) }
        let desk = try TestDesk(history: earlier)
        desk.keep([example])
        return desk
    }

    /// Presses each key of a text, `⏎` for Enter and `=` for F4, and counts them.
    private func key(_ text: String, at desk: TestDesk) -> Int {
        for character in text {
            switch character {
            case "⏎": desk.press(.enter)
            case "=": desk.press(.function(4))
            default: desk.press(.character(character))
            }
        }
        return text.count
    }

    /// Keys what Enter stops at until Review, then Ready.
    ///
    /// - Returns: the keys pressed, and where the cursor stopped.
    private func keyOn(_ desk: TestDesk, date: String) -> (keys: Int, path: [String]) {
        var (keys, path) = (0, [String]())
        while desk.openScreen != .review, path.count < 30, let place = desk.focus {
            path.append(place.key)
            switch place.field {
            case .lineFrom: keys += key("\(date)⏎", at: desk)
            case .lineStart: keys += key("0900⏎", at: desk)
            case .lineStop: keys += key("0940⏎", at: desk)
            default: keys += key("=⏎", at: desk)
            }
        }
        desk.press(.function(12), .function(8))
        return (keys + 2, path)
    }

    @Test func `a repeat infusion is ready in 40 keys`() throws {
        let desk = try desk(.sample)
        desk.press(.function(5))
        #expect(desk.focus == Place(.lineFrom))
        let (keys, path) = keyOn(desk, date: "111726")
        #expect(desk.status == .ready, "\(desk.shownErrors) \(path)")
        #expect(keys + 1 <= 40, "\(keys): \(path)")
        #expect(desk.draft.lines.map(\.from.text) == ["11/17/2026", "11/17/2026"])
    }

    @Test func `the next session of a series is ready in 35 keys`() throws {
        let first = ClaimExample.sample.on("11/03/2026").with(.sessionsUsed, "1").renamed("first")
        let desk = try desk(.sample, besides: [first])
        desk.press(.alt("n"))
        #expect(desk.focus == Place(.lineFrom) && desk.draft.lines[0].from.text == "11/17/2026")
        #expect(desk.message.contains("7 days after the last. Session 4 of"))
        let (keys, path) = keyOn(desk, date: "")
        #expect(desk.status == .ready, "\(desk.shownErrors) \(path)")
        #expect(keys + 1 <= 35, "\(keys): \(path)")
        #expect(desk.draft.lines.map(\.from.text) == ["11/17/2026", "11/17/2026"])
    }

    /// The score before treatment stays; a second one is asked: its day and its answers.
    @Test(arguments: [0, 13, 30])
    func `a score is asked anew where the payer wants one, and else passed by`(days: Int) throws {
        let first = ClaimExample.sample.on("11/03/2026").with(.sessionsUsed, "1").renamed("first")
        let desk = try desk(.sample, besides: [first])
        let yaml = """
            id: medmutual
            inherits: medmutual
            source: a letter
            date: "2026-11-20"
            settings: {score_repeat_days: \(days)}
            """
        let library = try PolicyLibrary(office: nil, adding: PolicyFile(yaml: yaml, file: "ours.yaml"))
        #expect(library.faults.isEmpty, "\(library.faults)")
        desk.take(.policies(library))
        desk.press(.alt("n"))
        let before = ClaimExample.sample.draft.scores
        #expect(desk.draft.scores.prefix(1) == before.prefix(1) && desk.shownFindings.isEmpty)
        let (keys, path) = keyOn(desk, date: "")
        let isAsked = days < 20
        #expect(path.contains("score.date[2]") == isAsked && path.contains("score.items[2]") == isAsked, "\(path)")
        #expect(desk.draft.scores.count == before.count + (isAsked ? 1 : 0))
        if !isAsked { #expect(keys + 1 <= 35) }
    }

    @Test func `a repeat visit is ready in 20 keys`() throws {
        let desk = try desk(.officeVisit.withoutLine(1).with(.lineProcedure, "99213"))
        desk.press(.function(5))
        #expect(desk.draft.lines.map(\.procedure.text) == ["99213"])
        let (keys, path) = keyOn(desk, date: "111726")
        #expect(desk.status == .ready, "\(desk.shownErrors) \(path)")
        #expect(keys + 1 <= 20, "\(keys): \(path)")
    }

    /// The codes, the day and the charges of the visit, and nothing of the patient before.
    @Test func `the next patient has the same visit and nothing of the one before`() throws {
        let desk = try desk(.sample)
        desk.press(.alt("p"))
        #expect(desk.focus == Place(.patientLastName) && desk.shownFindings.isEmpty)
        let draft = desk.draft
        #expect(draft.lines.map(\.procedure.text) == ClaimExample.sample.draft.lines.map(\.procedure.text))
        #expect(draft.lines.map(\.from.text) == ["11/10/2026", "11/10/2026"])
        #expect(draft.lines.map(\.charge.text) == ClaimExample.sample.draft.lines.map(\.charge.text))
        let personal = draft.places.filter { $0.field.identity == .identifies && !draft.text(at: $0).isEmpty }
        #expect(personal.map(\.field).allSatisfy { TestDesk.practiceFields.contains($0) || $0 == .account })
        #expect(draft.diagnoses.isEmpty && draft.trials.isEmpty && draft.scores.isEmpty && draft.attachments.isEmpty)
        desk.type("Kim").press(.enter)
        #expect(desk.focus == Place(.patientFirstName))
    }

    @Test(arguments: [
        (["11/10/2026"], nil),
        (["11/03/2026", "11/10/2026"], "11/17/2026"),
        (["10/27/2026", "10/30/2026", "11/03/2026"], "11/06/2026"),
        (["11/02/2026", "11/04/2026", "11/06/2026"], "11/09/2026"),
        (["11/07/2026", "11/08/2026"], "11/09/2026"),
        (["10/01/2026", "10/15/2026", "11/12/2026"], "12/10/2026"),
    ])
    func `a course goes on by its rhythm`(days: [String], next: String?) throws {
        let claims = days.map { ClaimExample.sample.on($0).renamed($0) }
        let source = try #require(claims.last)
        let rhythm = CourseRhythm(of: source.draft, claims.map { PriorClaim(draft: $0.draft, status: .paid) })
        #expect(rhythm.next?.description == next)
        let voided = CourseRhythm(of: source.draft, claims.map { PriorClaim(draft: $0.draft, status: .voided) })
        #expect(voided.next == nil)
    }

    @Test(arguments: [
        ("1110", "11/10/2026"), ("11/10", "11/10/2026"), ("12-30", "12/30/2025"), ("11/23", "11/23/2026"),
        ("1124", "11/24/2025"), ("2/29", "02/29/2024"), ("1/1", "01/01/2026"), ("1332", "1332"), ("111", "111"),
        ("11/1026", "11/1026"),
    ])
    func `a date of service without its year is the latest such day, shown whole`(text: String, date: String) throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).go(to: .lineFrom).type(text).press(.enter)
        #expect(desk.draft.lines[0].from.text == date)
        desk.press(.control("z"))
        #expect(desk.draft.lines[0].from.text == "11/10/2026")
    }

    @Test func `any other date wants its year`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft)
        for field in [Field.patientBirthDate, .authorizationEnd, .scoreDate] {
            desk.go(to: field).type("1110").press(.enter)
            #expect(desk.draft.text(at: Place(field)) == "1110", "\(field.id)")
        }
    }

    @Test func `one date without its year is keyed for all lines`() throws {
        let desk = try desk(.sample)
        desk.press(.function(5))
        _ = key("1117⏎", at: desk)
        #expect(desk.draft.lines.map(\.from.text) == ["11/17/2026", "11/17/2026"])
    }

    @Test func `one date is keyed for all lines, and one undo takes it back`() throws {
        let desk = try desk(.sample)
        desk.press(.function(5))
        _ = key("111726⏎", at: desk)
        #expect(desk.message.contains("The same date is entered at"))
        desk.press(.control("z"))
        #expect(desk.draft.lines.allSatisfy { $0.from.isEmpty })
    }

    @Test func `the arrows go everywhere on a copy`() throws {
        let desk = try desk(.sample)
        desk.press(.function(5), .end, .right)
        #expect(desk.focus == Place(.lineTo))
    }

    @Test func `a new line is quiet until it is left, however often its screen was seen`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).go(to: .lineFrom, row: 2)
        desk.type("111026").press(.enter, .enter, .enter).type("96366").press(.enter)
        #expect(desk.shownErrors.isEmpty, "\(desk.shownErrors)")
        desk.go(to: .lineFrom, row: 0)
        #expect(!desk.shownErrors.isEmpty)
        desk.go(to: .lineFrom, row: 2).press(.function(12))
        #expect(!desk.shownErrors.isEmpty)
    }

    @Test func `blank modifiers are passed in one key`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).go(to: .lineProcedure)
        desk.press(.enter, .enter)
        #expect(desk.focus == Place(.linePointers))
        desk.go(to: .lineModifier1).type("25").press(.enter, .enter)
        #expect(desk.focus == Place(.linePointers))
    }

    @Test(arguments: [("96365", "IVI"), ("96374", "IVP"), ("96372", "IV")])
    func `IV is what the code of the line makes of it`(code: String, route: String) throws {
        let desk = try TestDesk(open: ClaimExample.sample.with(.lineRoute, "").with(.lineProcedure, code).draft)
        desk.go(to: .lineRoute).type("iv").press(.enter)
        #expect(desk.draft.lines[0].route.text.uppercased() == route)
    }

    @Test func `F9 fills a missing quantity from dose and strength`() throws {
        let draft = ClaimExample.sample.with(.lineNDCUnit, row: 1, "").with(.lineNDCQuantity, row: 1, "").draft
        let desk = try TestDesk(open: draft).go(to: .lineNDCQuantity, row: 1)
        desk.press(.function(9))
        #expect(desk.draft.lines[1].ndcQuantity.text == "0.7" && desk.draft.lines[1].ndcUnit.text == "ML")
    }

    @Test func `only the PHQ-9 stops at its items`() throws {
        let draft = ClaimExample.sample.with(.scoreInstrument, "MADRS").with(.scoreItems, "").draft
        let desk = try TestDesk(open: draft).go(to: .scoreDate).press(.enter)
        #expect(desk.focus == Place(.scoreTotal))
        desk.go(to: .scoreInstrument).type("PHQ9").go(to: .scoreDate).press(.enter)
        #expect(desk.focus == Place(.scoreItems))
    }
}

extension ClaimExample {
    /// The same with both lines on this day.
    fileprivate func on(_ day: String) -> ClaimExample {
        with(.lineFrom, day).with(.lineFrom, row: 1, day)
    }

    fileprivate func renamed(_ id: String) -> ClaimExample {
        ClaimExample(title: title, draft: draft.renamed(id), policy: policy)
    }
}

extension TestDesk {
    /// What the practice is, and who treats.
    fileprivate static let practiceFields = Set(
        FieldGroup.practice.flatMap(\.fields) + FieldGroup.renderingProvider.fields + FieldGroup.serviceFacility.fields)
}
