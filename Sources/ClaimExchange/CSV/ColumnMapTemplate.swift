import ClaimModel
import ClaimRules
import TextKit

/// A map to begin from: commented, with every field that there is.
public struct ColumnMapTemplate {
    private let header: [String]

    /// - Parameter header: the names of a file's columns; none gives examples.
    public init(header: [String] = []) {
        self.header = header
    }

    /// The map as YAML, to be edited.
    public var text: String {
        """
        # Which column of a file goes into which field of a claim.
        # `cleanclaim import FILE.csv --map THIS.yaml --dry-run` shows what each row would become.

        # The column that the rows of one claim share, where each row is a service line. Without it each row is a claim.
        # group_by: Claim No

        # How the file writes dates; a column may say otherwise. Without it as a biller keys them: 11/10/2026.
        # dates: YYYYMMDD          # also MM/DD/YYYY, M/D/YY, DD.MM.YYYY, DD-MON-YYYY

        # comma, semicolon, tab or bar, where the program does not find it; no where the first row is a claim.
        # delimiter: comma
        # header: yes

        # Each column with its field. One with nothing behind it is passed over. Longer forms:
        #   Birth: {field: patient.birthDate, dates: YYYY-MM-DD}
        #   Sex: {field: patient.sex, values: {Female: F, Male: M}}
        #   Patient: {fields: [patient.lastName, patient.firstName], split: ","}
        #   Dx: {field: diagnosis.code, split: ";"}
        # A field that repeats has a number, from 1: diagnosis.code[2], line.procedure[1]. With group_by each row is a
        # line of its own, and the fields of line have none.
        columns:
        \(columns)

        # What the file does not say and is the same for every claim; line. fields for each line. Nothing else is added.
        # constants:
        #   placeOfService: "11"

        # The fields, with the box of the CMS-1500 where they have one:
        \(fields)

        """
    }

    private var columns: String {
        let names = header.filter { !trimmed($0).isEmpty }
        guard !names.isEmpty else {
            return "  Claim No: account\n  Last Name: patient.lastName\n  First Name: patient.firstName"
        }
        return names.map { "  \($0.quotedForYAML):" }.joined(separator: "\n")
    }

    private var fields: String {
        let width = Field.all.map { $0.id.utf8.count }.max() ?? 0
        return Field.all.map { field in
            let box = field.box.map { " (box \($0))" } ?? ""
            return "#   " + field.id.padded(to: width + 2) + field.label + box
        }.joined(separator: "\n")
    }
}
