import ClaimModel
import ClaimRules
import Foundation
import Prerequisites
import Testing

@testable import ClaimExchange

/// Every file that we write is taken by two readers that others have written.
@Suite(.slow, .serialized, .enabled(if: runs(with: Validators.obstacle == nil), "\(Validators.obstacle ?? "")"))
struct ValidatorTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// linuxforhealth-x12 asks for a name in loop 2420B, which the guide does not use there.
        let isForBoth: Bool
        let drafts: @Sendable () throws -> [ClaimDraft]

        init(_ name: String, isForBoth: Bool = true, _ drafts: @escaping @Sendable () throws -> [ClaimDraft]) {
            testDescription = name
            self.isForBoth = isForBoth
            self.drafts = drafts
        }
    }

    /// linuxforhealth-x12 knows neither U in DMG03 nor W in OI03, both of which the guide has.
    private static func random(seed: UInt64, mostLines: Int = 6) -> ClaimDraft {
        var draft = RandomProfessionalClaim.draft(seed: seed, mostLines: mostLines)
        for (field, unknown, known) in [
            (Field.patientSex, "U", "F"), (.subscriberSex, "U", "M"), (.benefitsAssignment, "W", "N"),
        ] where draft.text(at: Place(field)) == unknown {
            draft.type(known, at: Place(field), in: Writers.context)
        }
        draft.type("", at: Place(.outsideLabCharges), in: Writers.context)
        return draft
    }

    static let cases = [
        Case("the sample claims") { [.sample, .longInfusion, .intramuscular, .officeVisit].map(\ClaimExample.draft) },
        Case("forty random claims") { (0..<40 as Range<UInt64>).map { random(seed: $0) } },
        Case("a claim of fifty lines") { [random(seed: 20, mostLines: 50)] },
        Case("letters that X12 does not know") {
            [ClaimExample.sample.with(.patientLastName, "Núñez–O’Brien").with(.patientStreet, "5 Straße *~:^").draft]
        },
        Case("a test that an outside laboratory did", isForBoth: false) { [ClaimExample.outsideTest.draft] },
        Case("a secondary claim made of a remittance") { [try AdjudicationTests.secondary()] },
        Case("what a file brought in") {
            try ["secondary", "subscriber"].flatMap { name in
                try ReadFile(Fixture.bytes(name)).claims.map { $0.draft(id: "in", in: Writers.context) }
            }
        },
    ]

    @Test(arguments: cases) func `a file that we write is accepted`(_ example: Case) throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).837")
        defer {
            for path in [file.path, file.path + ".997", file.path + ".999"] {
                try? FileManager.default.removeItem(atPath: path)
            }
        }
        try Data(try Writers.file(of: example.drafts()).bytes).write(to: file)
        let pyx12 = try Validators.pyx12(file)
        #expect(pyx12.contains("OK") && !pyx12.contains("Failure"), "\(pyx12)")
        guard example.isForBoth else { return }
        let (status, output) = try Validators.linuxForHealth(file)
        #expect(status == 0 && output.contains("\"loop_2300\""), "\(output.suffix(2000))")
    }

    @Test(arguments: ["everything", "secondary", "subscriber", "specialties"])
    func `a 277CA that we write is accepted`(name: String) throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).277")
        defer {
            for path in [file.path, file.path + ".997", file.path + ".999"] {
                try? FileManager.default.removeItem(atPath: path)
            }
        }
        var report = CheckReport(
            .acknowledgment, stamp: InterchangeStamp(date: "20261123", time: "0930", number: 41))
        var text = report.begin()
        for (number, claim) in try ReadFile(Fixture.bytes(name)).claims.enumerated() {
            let draft = claim.draft(id: "claim", in: Writers.context, carrying: false)
            let finding = Desk.finding(.error, at: .lineNDC, row: 0, "wrong")
            let found = CheckedClaim(draft, findings: number % 2 == 0 ? [finding] : [])
            text += report.take(report.entry(found, source: claim))
        }
        text += report.end()
        try Data(text.utf8).write(to: file)
        let pyx12 = try Validators.pyx12(file)
        #expect(pyx12.contains("OK") && !pyx12.contains("Failure"), "\(pyx12)")
    }

    @Test func `a wrong file is not accepted, so that the tests above can fail`() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).837")
        defer { try? FileManager.default.removeItem(at: file) }
        let text = String(decoding: try Writers.file(of: [ClaimExample.sample.draft]).bytes, as: UTF8.self)
        try text.replacing("HI*ABK:F332~", with: "").replacing("NM1*IL*1", with: "NM1*IL*7")
            .write(to: file, atomically: true, encoding: .utf8)
        #expect(try !Validators.pyx12(file).contains("OK"))
        #expect(try Validators.linuxForHealth(file).status != 0)
    }
}
