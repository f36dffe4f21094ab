import ClaimModel
public import CodeSets

/// A table for an example, in addition to the shipped ones: CMS's own are loaded by the office.
enum ExampleTable: Hashable, Sendable {
    case pairs, limits, hcpcs, directory

    func added(to books: CodeBooks) -> CodeBooks {
        (try? books.adding(release, rows)) ?? books
    }

    private var release: CodeRelease {
        CodeRelease(
            set: set, name: "example of 2026", from: Day(number: 20_454),
            to: Day(number: 20_818), source: "made for the proof of the rules",
            published: self == .directory ? Day(number: 20_758) : nil)
    }

    private var set: CodeSetName {
        switch self {
        case .pairs: .procedurePair
        case .limits: .unitLimit
        case .hcpcs: .hcpcs
        case .directory: .ndc
        }
    }

    /// Made up after the form of CMS's files.
    private var rows: [CodeRow] {
        switch self {
        case .pairs:
            [
                CodeRow(
                    code: "9921496127", description: "Standards of practice", from: Day(number: 20_454),
                    details: ["1"]),
                CodeRow(
                    code: "9921499408", description: "Misuse of column two code with column one code",
                    from: Day(number: 20_454), details: ["0"]),
            ]
        case .limits:
            [
                CodeRow(code: "96127", description: "Clinical: data", details: ["3", "3"]),
                CodeRow(code: "96365", description: "Code descriptor", details: ["1", "1"]),
            ]
        case .hcpcs: [CodeRow(code: "J3490", description: "Unclassified drugs")]
        case .directory:
            [
                CodeRow(
                    code: "99998000101", description: "EXAMPLE 2 mg/mL, vial, EXAMPLE LABS", from: Day(number: 20_454),
                    details: [
                        "99998-0001-01", "EXAMPLE LABS", "EXAMPLE", "other", "other-drug", "2", "1", "unknown", "no",
                        "inner", "", "confirmed", "made up", "vial",
                    ])
            ]
        }
    }
}

extension ClaimExample {
    /// The same with one of CMS's tables loaded.
    func loading(_ table: ExampleTable) -> ClaimExample {
        var copy = self
        copy.tables.append(table)
        return copy
    }

    /// The books that the example is judged by.
    public func books(over books: CodeBooks) -> CodeBooks { tables.reduce(books) { $1.added(to: $0) } }
}
