import Testing

@testable import CodeSets

@Suite struct DiagnosisFamilyTests {
    @Test(
        arguments: [
            ("F33.2", [.psychiatric, .ketamineIndication, .depressive, .severe]),
            ("f321", [.psychiatric, .ketamineIndication, .depressive, .mildOrModerate]),
            ("F32.A", [.psychiatric, .ketamineIndication, .depressive, .unspecifiedSeverity]),
            ("F33.3", [.psychiatric, .ketamineIndication, .depressive, .psychosis]),
            ("F33.42", [.psychiatric, .ketamineIndication, .depressive, .remission]),
            ("F31.4", [.psychiatric, .ketamineIndication, .bipolar]),
            ("F31.81", [.psychiatric, .bipolar]),
            ("F43.12", [.psychiatric, .ketamineIndication, .anxietyOrStress]),
            ("F20.9", [.psychiatric, .psychosis]), ("F11.20", [.substanceUse]), ("F06.31", []),
            ("G90.511", [.pain]), ("M79.7", [.pain]), ("R52", [.pain]), ("R45.851", [.suicidalIdeation]),
            ("T14.91XA", [.suicideAttempt]), ("Z02.1", [.administrative]), ("Z16.12", [.antimicrobialResistance]),
            ("D50.9", []), ("F", []), ("F3", []), ("", []), ("😀", []), ("F33.2 or so", []),
        ] as [(String, Set<DiagnosisFamily>)])
    func `sorts codes into families`(_ code: String, _ families: Set<DiagnosisFamily>) {
        #expect(Set(DiagnosisFamily.allCases.filter { $0.contains(code) }) == families)
    }

    @Test(arguments: [
        ("F31.4", "F33.2", true), ("F33.2", "F31.4", true), ("F32.1", "F33.1", true), ("F30.2", "F32.9", true),
        ("F31.9", "F30.10", true), ("R45.851", "T14.91XA", true), ("F33.2", "F34.1", false),
        ("F33.2", "R45.851", false),
        ("F33.2", "F33.1", false), ("F32.2", "F43.21", false), ("F33.2", "", false), ("E10.9", "E11.65", true),
        ("J44.9", "J45.909", false), ("R52", "G89.4", true), ("I12.9", "N17.9", false),
    ])
    func `knows which diagnoses exclude each other`(_ first: String, _ second: String, _ excluded: Bool) {
        #expect((books.excludes1(first, second) != nil) == excluded)
    }
}
