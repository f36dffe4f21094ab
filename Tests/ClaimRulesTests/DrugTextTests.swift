import Testing

@testable import ClaimRules

/// What the reader of free texts takes from a text, and what it leaves.
@Suite struct DrugTextTests {
    @Test(
        arguments: [
            ("KETAMINE HCL 35 MG IV", [35_000]), ("KETAMINE HCL 50MG/ML 35MG IV", [35_000]), ("35MG", [35_000]),
            ("0.5 GM", [500_000]), ("100 MCG IM", [100]), ("1,000 UNITS", []), ("KETAMINE 500 MG VIAL", []),
            ("35 MG FROM 500 MG VIAL", [35_000]), ("35 MG GIVEN, 15 MG WASTED", [35_000]), ("WASTED 15 MG", []),
            ("NO WASTE 35 MG", [35_000]), ("PRIOR DOSE 30 MG, TODAY 35 MG", [30_000, 35_000]), ("PRIOR 30 MG", []),
            ("UP TO 50 MG", []), ("TITRATED TO 40 MG", [40_000]), ("NOT 50 MG", []), ("MAX 80 MG", []),
            ("0.5 MG/KG", []), ("5 MG PER HOUR", []), ("SDV 500 MG", []), ("STAGE IV", []), ("", []),
        ] as [(String, [Int])])
    func `the doses of a text`(_ text: String, _ micrograms: [Int]) {
        #expect(DrugText(text).doses == micrograms)
    }

    @Test func `in a text that names both either may be what was given`() {
        #expect(DrugText("35 MG WASTED 15 MG").doses == [35_000, 15_000])
    }

    @Test(
        arguments: [
            ("50MG/ML", [50_000]), ("500 MG/5ML", [100_000]), ("50 MG PER ML", [50_000]), ("0.5 MG/KG", []),
            ("500 MG/VIAL", []), ("10 ML VIAL", []),
        ] as [(String, [Int])])
    func `the strengths of a text`(_ text: String, _ micrograms: [Int]) {
        #expect(DrugText(text).strengths == micrograms)
    }

    @Test(
        arguments: [
            ("0.7 ML IV", [700]), ("10 ML VIAL", []), ("IN 100 ML NS", []), ("35 MG IN 250ML D5W", []),
            ("100 ML/HR", []),
        ] as [(String, [Int])])
    func `the volumes of a text`(_ text: String, _ thousandths: [Int]) {
        #expect(DrugText(text).volumes == thousandths)
    }

    @Test(
        arguments: [
            ("KETAMINE HCL 50MG IV", [TextRoute.vein]), ("35 MG IVP", [.vein]), ("35 MG intravenously", [.vein]),
            ("TORADOL 30 MG IM", [.muscleOrSkin]), ("1 ML SUBQ", [.muscleOrSkin]),
            ("NOT GIVEN IV, 35 MG IM", [.muscleOrSkin]),
            // Two ways, or none beside an amount, say nothing.
            ("30 MG IV OR IM", []), ("IV KETAMINE", []), ("35 MG PO", []),
            ("NO IV ACCESS, 35 MG", []), ("35 MG, UNABLE TO OBTAIN IV", []), ("35 MG, LOST IV", []),
            ("35 MG, IV ACCESS R ARM", []), ("IV FLUIDS 500 ML", []), ("STAGE IV MELANOMA 200 MG", []),
            ("200 MG, CKD STAGE IV", []), ("GRADE III/IV, 200 MG", []), ("NYHA IV 20 MG", []), ("100 MG, DSM-IV", []),
            ("20 MG WITHOUT IV", []), ("20 MG RATHER THAN IV", []), ("IV CANCER 20 MG", []),
        ] as [(String, Set<TextRoute>)])
    func `the route of a text`(_ text: String, _ routes: Set<TextRoute>) {
        #expect(DrugText(text).routes == routes)
    }

    @Test(
        arguments: [
            ("INFUSED 40 MIN", [40]), ("OVER 40 MINUTES", [40]), ("40-MINUTE INFUSION", [40]),
            ("INFUSED OVER 1 HR", [60]),
            ("INFUSION TIME 1.5 HOURS", [90]), ("MONITORED 60 MIN", []), ("VITALS Q 15 MIN", []), ("40 MIN", []),
            ("OBSERVED OVER 120 MINUTES", []), ("COUNSELING OVER 40 MINUTES", []), ("NOT OVER 40 MIN", []),
            ("OVER 40-60 MIN", []), ("EVERY 10 MIN DURING INFUSION", []), ("35 MG/30 MIN", []),
        ] as [(String, Set<Int>)])
    func `the minutes of a text`(_ text: String, _ minutes: Set<Int>) {
        #expect(DrugText(text).minutes == minutes)
    }

    @Test func `the names of a text`() {
        #expect(DrugText("KETAMINE HCL 35 MG IV NDC 00143950801 INFUSED 40 MIN").names == ["KETAMINE"])
        #expect(DrugText("35 MG IV").names.isEmpty)
    }
}
