import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// Templates: kept from a claim, begun with, changed in their file.
struct TemplateKeyTests {
    private func desk() throws -> TestDesk {
        let desk = try TestDesk(open: ClaimExample.sample.draft)
        return desk.press(.alt("t")).type("Infusion").press(.enter)
    }

    private func templates(_ desk: TestDesk) -> [ReferenceEntry] {
        desk.workstation.inputs.directory.entries(.template)
    }

    @Test func `a template keeps codes and charges, and nothing of the patient, the payer or the day`() throws {
        let desk = try desk()
        let entry = try #require(templates(desk).first)
        #expect(entry.text(at: Place(.lineProcedure, row: 1)) == "J3490")
        #expect(entry.text(at: Place(.lineCharge)) == ClaimExample.sample.draft.text(at: Place(.lineCharge)))
        #expect(entry.text(at: Place(.diagnosisCode)) == "F33.2")
        for key in entry.texts.keys {
            let field = try #require(Place(key: key)?.field)
            #expect(!field.isPersonal || field == .lineDescription || field.part == .diagnosis, "\(key)")
            #expect(![.lineFrom, .lineTo, .lineNDC, .lineLot, .payerName, .account].contains(field), "\(key)")
        }
    }

    @Test func `a claim begins with a template, and Enter goes past what it filled in`() throws {
        let desk = try desk().press(.escape, .alt("t"))
        #expect(desk.text.contains("Templates") && desk.text.contains("Infusion: 96365, J3490; F33.2"))
        desk.press(.enter)
        #expect(desk.focus == Place(.patientLastName))
        #expect(desk.draft.text(at: Place(.patientLastName)).isEmpty)
        #expect(desk.draft.lines.map { $0.procedure.text } == ["96365", "J3490"])
        desk.screen(.procedure)
        #expect(desk.focus == Place(.lineFrom))
        desk.type("11102026").press(.enter)
        let filled = Set(try #require(templates(desk).first).texts.keys)
        for _ in 0..<10 {
            let place = try #require(desk.focus)
            #expect(!filled.contains(place.key), "\(place.key)")
            desk.press(.enter)
        }
    }

    @Test func `a name that is taken asks before the template is replaced, and undo brings the first one back`() throws
    {
        let desk = try desk()
        let first = try #require(templates(desk).first)
        desk.go(to: .lineCharge).type("333").press(.enter, .alt("t")).type("infusion").press(.enter)
        #expect(desk.text.contains("Replace it?"))
        desk.press(.escape)
        #expect(templates(desk) == [first])
        desk.press(.alt("t")).type("infusion").press(.enter, .function(8))
        #expect(templates(desk).map { $0.text(at: Place(.lineCharge)) } == ["333"])
        desk.press(.alt("f"), .control("z"))
        #expect(templates(desk) == [first])
    }

    @Test func `a template is changed in its file, all that it has on one screen`() throws {
        let desk = try desk().press(.escape, .alt("f"), .left, .left)
        #expect(desk.text.contains("Templates  1") && desk.text.contains("96365 J3490"))
        desk.press(.enter)
        let entry = try #require(templates(desk).first)
        let shown = Set(desk.layout.slots.map { ReferenceKind.template.key(of: $0.place) })
        #expect(entry.texts.keys.allSatisfy { shown.contains($0) })
        #expect(!desk.layout.shows(Place(.lineFrom)))
        desk.go(to: .lineCharge, row: 1).type("99").press(.escape)
        let changed = try #require(templates(desk).first)
        #expect(changed.text(at: Place(.lineCharge, row: 1)) == "99")
        #expect(
            changed.texts.filter { $0.key != "line.charge[2]" } == entry.texts.filter { $0.key != "line.charge[2]" })
    }

    @Test func `without a template the worklist says where one comes from, and a blank claim makes none`() throws {
        let desk = try TestDesk().press(.alt("t"))
        #expect(desk.message.contains("No templates yet"))
        desk.press(.function(8), .alt("t")).type("Empty").press(.enter)
        #expect(desk.message.contains("No code and no diagnosis"))
        #expect(templates(desk).isEmpty)
    }
}
