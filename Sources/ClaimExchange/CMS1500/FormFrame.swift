/// The boxes of the form, for paper on which they are not printed; in lines and columns, as `FormSlot.onGrid` counts them.
struct FormFrame {
    /// Cells side by side: their top edge and titles are on `line`, each begins at a column with its left edge.
    struct Row {
        let line: Int
        let height: Int
        let cells: [(column: Int, title: String)]

        init(_ line: Int, _ height: Int, _ cells: [(Int, String)]) {
            self.line = line
            self.height = height
            self.cells = cells.map { (column: $0.0, title: $0.1) }
        }
    }

    /// Text next to a square or a second title in a cell.
    struct Caption {
        let line: Int
        let column: Int
        let text: String

        init(_ line: Int, _ column: Int, _ text: String) {
            self.line = line
            self.column = column
            self.text = text
        }
    }

    static let columns = 0...80
    /// Where the frame ends.
    static let lastEdge = 64
    /// The first half of each service line, which is shaded.
    static let shadedLines = stride(from: 44, to: 56, by: 2)

    static let rows = people + conditions + services + foot

    private static let people = [
        Row(7, 2, [(0, "1"), (49, "1a Insured's ID")]),
        Row(9, 2, [(0, "2 Patient's name"), (30, "3 Birth"), (49, "4 Insured's name")]),
        Row(11, 2, [(0, "5 Patient's address"), (30, "6"), (49, "7 Insured's address")]),
        Row(13, 2, [(0, "City"), (25, "St"), (30, "8 Reserved"), (49, "City"), (73, "State")]),
        Row(15, 2, [(0, "ZIP"), (14, "Phone"), (30, ""), (49, "ZIP"), (64, "Phone")]),
        Row(17, 2, [(0, "9 Other insured's name"), (30, "10 Due to"), (49, "11 Group number")]),
        Row(19, 2, [(0, "9a Other policy"), (30, "a Work"), (49, "11a Birth date")]),
        Row(21, 2, [(0, "9b Reserved"), (30, "b Auto"), (49, "11b Other claim ID")]),
        Row(23, 2, [(0, "9c Reserved"), (30, "c Other accident"), (49, "11c Plan name")]),
        Row(25, 2, [(0, "9d Other plan name"), (30, "10d Codes"), (49, "11d Other plan?")]),
        Row(27, 4, [(0, "12 Patient's signature"), (49, "13 Insured's signature")]),
    ]

    private static let conditions = [
        Row(31, 2, [(0, "14 Onset"), (30, "15 Other date"), (49, "16 Unable to work")]),
        Row(33, 3, [(0, "17 Referring provider"), (29, "17a, 17b NPI"), (49, "18 Hospital stay")]),
        Row(36, 2, [(0, "19 Additional information"), (49, "20 Lab")]),
        Row(38, 2, [(0, "21 Diagnoses"), (49, "22 Code"), (61, "Payer's number")]),
        Row(40, 3, [(49, "23 Authorization")]),
    ]

    private static let services = [
        Row(
            43, 13,
            [
                (0, "24A From"), (18, "B"), (21, "C"), (24, "D Code"), (44, "E"), (49, "F Charge"), (58, "G"),
                (62, "H"),
                (64, "I"), (67, "J Provider"),
            ])
    ]

    private static let foot = [
        Row(
            56, 2,
            [
                (0, "25 Tax ID"), (22, "26 Account"), (37, "27 Assigned"), (49, "28 Total"), (61, "29 Paid"),
                (70, "30"),
            ]),
        Row(58, 4, [(0, "31 Signed"), (22, "32 Facility"), (49, "33 Billing")]),
        Row(62, 2, [(22, "a NPI"), (33, "b"), (49, "a NPI"), (62, "b")]),
    ]

    static let captions: [Caption] =
        [
            Caption(7, 3, "MCR"), Caption(7, 8, "MCD"), Caption(7, 15, "TRICARE"), Caption(7, 24, "VA"),
            Caption(7, 31, "GROUP"), Caption(7, 39, "FECA"), Caption(7, 45, "OTH"), Caption(9, 42, "M"),
            Caption(9, 47, "F"), Caption(11, 33, "SELF"), Caption(11, 38, "SP"), Caption(11, 42, "CH"),
            Caption(11, 46, "OTH"), Caption(19, 68, "M"), Caption(19, 75, "F"), Caption(21, 45, "ST"),
            Caption(31, 16, "QUAL"), Caption(32, 51, "FR"), Caption(32, 65, "TO"), Caption(35, 51, "FR"),
            Caption(35, 65, "TO"), Caption(36, 62, "CHARGES"), Caption(38, 32, "ICD ind."), Caption(43, 10, "To"),
            Caption(43, 33, "Modifiers"), Caption(56, 15, "SSN"), Caption(56, 19, "EIN"),
        ]
        + questions.map(\.onGrid).flatMap {
            [Caption($0.yes.line, $0.yes.column + 2, "Y"), Caption($0.no.line, $0.no.column + 2, "N")]
        }
        + (0..<12).map { row in
            let slot = FormSlot.diagnosis(row).onGrid
            return Caption(slot.line, slot.column - 2, String("ABCDEFGHIJKL".dropFirst(row).prefix(1)))
        }

    private static let questions = [
        FormSlot.work, FormSlot.auto, FormSlot.accident, FormSlot.anotherPlan, FormSlot.lab, FormSlot.assignment,
    ]

    /// Every place that takes an X.
    static let squares: [FormSlot] =
        ([
            .medicare, .medicaid, .tricare, .champva, .groupPlan, .blackLung, .otherPlan, .patientMale, .patientFemale,
            .isSelf, .isSpouse, .isChild, .isOther, .insuredMale, .insuredFemale, .isSSN, .isEIN,
        ] + questions.flatMap { [$0.yes, $0.no] }).map(\.onGrid)
}
