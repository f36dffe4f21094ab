import ClaimModel
import Testing

@testable import CodeSets

@Suite struct ProcedureTests {
    @Test(arguments: [
        ("S0013", "2025-12-31", true), ("S0013", "2026-01-01", false), ("J0013", "2025-12-31", false),
        ("J0013", "2026-01-01", true), ("99201", "2020-12-31", true), ("99201", "2021-01-01", false),
        ("99354", "2022-12-31", true), ("99354", "2023-01-01", false), ("J3490", "2026-11-10", true),
        ("96365", "2026-11-10", true), ("g2082", "2026-11-10", true),
    ])
    func `is in force between its dates`(_ code: String, _ date: String, _ isValid: Bool) throws {
        #expect(try books.procedure(code)?.isValid(on: day(date)) == isValid)
    }

    @Test(arguments: [
        "J3490", "J3590", "C9399", "J0013", "S0013", "G2082", "G2083", "J0222", "J3000", "J2250", "J2405", "J1200",
        "J2315",
        "J7999", "J1756", "J1439", "J3420", "A0425", "G0444", "G2212", "G0463",
    ])
    func `knows the HCPCS codes that the rules name`(_ code: String) {
        let entry = books.procedure(code)
        #expect(entry?.set == .hcpcs)
        #expect(entry?.label.isEmpty == false)
    }

    @Test(arguments: ["J3499", "", "9636", "963655", "😀😀", "96 65"])
    func `has no entry for other text`(_ code: String) {
        #expect(books.procedure(code) == nil)
    }

    @Test func `labels patisiran and streptomycin as the file does`() {
        #expect(books.procedure("J0222")?.label.contains("patisiran") == true)
        #expect(books.procedure("J3000")?.label.contains("streptomycin") == true)
    }

    @Test(
        arguments: [
            ("99214", [.officeVisit, .evaluationAndManagement, .takesModifier25]),
            ("99203", [.officeVisit, .newPatientVisit, .evaluationAndManagement, .takesModifier25]),
            ("00104", .anesthesia), ("01999", [.anesthesia, .unlisted]), ("99140", .anesthesiaCircumstance),
            ("99152", .sedation), ("62322", .painProcedure), ("64999", [.painProcedure, .unlisted]),
            ("20553", .painProcedure),
            ("96365", [.administration, .infusion, .initialService]), ("96366", [.administration, .infusion, .addOn]),
            ("96372", [.administration, .injection]), ("96374", [.administration, .push, .initialService]),
            ("96376", [.administration, .push, .addOn, .facilityOnly]), ("96379", [.administration, .unlisted]),
            ("96360", [.hydration, .initialService]), ("96361", [.hydration, .addOn]),
            ("96413", [.chemotherapy, .initialService]), ("J3490", [.drug, .unlistedDrug, .unlisted]), ("j1756", .drug),
            ("J0013", [.drug, .esketamine]), ("G2082", [.esketamine, .takesModifier25]), ("90837", .psychotherapy),
            ("90833", [.psychotherapyAddOn, .addOn]), ("90792", [.psychiatricEvaluation, .takesModifier25]),
            ("A0425", .mileage), ("C9399", [.drug, .unlistedDrug, .unlisted]), ("90686", .drug),
            ("64450", .painProcedure),
            ("96373", []), ("64550", []), ("", []), ("9636", []), ("é6365", []), ("02000", []), ("L1832", []),
        ] as [(String, ProcedureKinds)])
    func `reads kinds from the number`(_ code: String, _ kinds: ProcedureKinds) {
        #expect(ProcedureKinds(of: code) == kinds)
    }
}
