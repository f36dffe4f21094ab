import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import Prerequisites
import Testing

struct ReferenceCommandTests {
    private let sandbox: Sandbox
    private static let header = "Patient last name,Patient first name,Patient birth date,Patient street"

    init() throws { sandbox = try Sandbox() }

    private func take(_ rows: [String], _ options: String..., header: String = header) throws -> Program.Outcome {
        let file = try sandbox.write(([header] + rows).joined(separator: "\n"), to: "people.csv")
        return try Program(environment: sandbox.environment).run(
            ["reference", "import", "patients", file.path] + options)
    }

    private var patients: [ReferenceEntry] {
        get throws { try ClaimStore(folder: sandbox.file("data/cleanclaim")).references(.patient) }
    }

    @Test func `a dry run says what an import does, and changes nothing`() throws {
        let rows = ["DOE,ANN,4/12/1985,1 ELM ST", "ROE,BO,1/2/1990,2 OAK ST"]
        let dry = try take(rows, "--dry-run")
        #expect(dry.status == 0 && dry.messages.contains("2 would be added"), "\(dry.messages)")
        #expect(try patients.isEmpty)
        #expect(try take(rows).messages.contains("Patients: 2 added, 0 changed, 0 unchanged, 0 skipped."))
        #expect(try patients.map(\.origin) == [.imported, .imported])
        let again = try take(["ROE,BO,01/02/1990,3 OAK ST", "DOE,ANN,4/12/1985,1 ELM ST"])
        #expect(again.messages.contains("0 added, 1 changed, 1 unchanged"), "\(again.messages)")
        #expect(try patients.map { $0.text(of: .patientStreet) } == ["1 ELM ST", "3 OAK ST"])
        #expect(try sandbox.run("reference", "list").output.contains("patients: 2"))
        #expect(try sandbox.run("reference", "list", "patients").output.hasPrefix("DOE, ANN 04/12/1985\n"))
    }

    @Test func `templates and texts are exported and imported, and a column of a field that is gone is named`() throws {
        let program = Program(environment: sandbox.environment)
        let file = try sandbox.write(
            "reference.name,diagnosis.code[1],line.procedure[1],line.charge[1],line.gone[1],line.procedure[2]\n"
                + "Infusion,F33.2,96365,210,x,J3490\n", to: "templates.csv")
        let taken = try program.run(["reference", "import", "templates", file.path])
        #expect(taken.messages.contains("Columns not known, not imported: \"line.gone[1]\""), "\(taken.messages)")
        #expect(try sandbox.run("reference", "list", "templates").output == "Infusion: 96365, J3490; F33.2\n")
        let exported = try sandbox.run("reference", "export", "templates", "--clear").output
        let again = try sandbox.write(exported, to: "again.csv")
        let unchanged = try program.run(["reference", "import", "templates", again.path])
        #expect(unchanged.messages.contains("0 added, 0 changed, 1 unchanged"), "\(unchanged.messages)")
        let person = try sandbox.write("reference.name,patient.lastName\nInfusion,DOE\n", to: "person.csv")
        let refused = try program.run(["reference", "import", "templates", person.path])
        #expect(refused.messages.contains("not imported: \"patient.lastName\""), "\(refused.messages)")
        let text = try sandbox.write("reference.name,reference.text\nNote,\"Slept ___ hours.\"\n", to: "texts.csv")
        #expect(try program.run(["reference", "import", "texts", text.path]).status == 0)
        #expect(try sandbox.run("reference", "list").output.contains("templates: 1\ntexts: 1"))
    }

    @Test func `one bad row and nothing is imported`() throws {
        let outcome = try take(["DOE,ANN,4/12/1985,", "ROE,BO,never,", "POE,CY,1/2/1990,"])
        #expect(outcome.status == 2 && outcome.messages.contains("row 3") && outcome.messages.contains("Nothing was"))
        #expect(!outcome.messages.contains("ROE"))
        #expect(try patients.isEmpty)
        let twice = try take(["DOE,ANN,4/12/1985,A", "doe,Ann,04/12/85,B"])
        #expect(twice.status == 2 && twice.messages.contains("the same patient as in row 2"), "\(twice.messages)")
    }

    @Test func `another birth date of the same name wants a decision`() throws {
        #expect(try take(["DOE,ANN,4/12/1985,"]).status == 0)
        let rows = ["DOE,ANN,4/12/1958,", "ROE,BO,1/2/1990,", "ROE,BO,1/2/1991,"]
        let asked = try take(rows)
        #expect(asked.status == 2 && asked.messages.contains("--same-name"), "\(asked.messages)")
        #expect(asked.messages.contains("row 2") && asked.messages.contains("row 4"))
        #expect(try patients.count == 1)
        #expect(try take(rows, "--same-name", "skip").messages.contains("1 added, 0 changed, 0 unchanged, 2 skipped"))
        #expect(try take(rows, "--same-name", "two").messages.contains("2 added"))
        #expect(try patients.count == 4)
        // Each is known now: nothing is left to decide.
        #expect(try take(rows).messages.contains("3 unchanged"))
    }

    @Test func `what the file has no column for stays, and is said`() throws {
        _ = try take(["DOE,ANN,4/12/1985,1 ELM ST"])
        let header = "patient.birthDate,patient.lastName,patient.firstName,Color"
        let outcome = try take(["4/12/1985,DOE,ANN,red"], header: header)
        #expect(outcome.status == 0 && outcome.messages.contains("\"Color\""), "\(outcome.messages)")
        #expect(outcome.messages.contains("Patient street"))
        #expect(try patients.map { $0.text(of: .patientStreet) } == ["1 ELM ST"])
    }

    @Test func `an export is a file that an import reads`() throws {
        _ = try take(["DOE,ANN,4/12/1985,1 ELM ST"])
        let file = sandbox.file("out.csv").path
        #expect(try sandbox.run("reference", "export", "patients", "--clear", "--to", file).status == 0)
        #expect(try sandbox.run("reference", "export", "patients", "--clear", "--to", file).status == 2)
        let outcome = try sandbox.run("reference", "import", "patients", file)
        #expect(outcome.messages.contains("1 unchanged") && outcome.status == 0, "\(outcome.messages)")
        #expect(try sandbox.run("reference", "export", "charges", "--clear").output.hasPrefix("Code,Charge,Units,M1"))
    }

    @Test func `an 837P offers its people`() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("ClaimExchangeTests/Fixtures")
        let name = try #require(
            try FileManager.default.subpathsOfDirectory(atPath: file.path).first { $0.hasSuffix(".837") })
        let outcome = try sandbox.run("import", file.appendingPathComponent(name).path)
        #expect(outcome.messages.contains("imported"), "\(outcome.messages)")
        #expect(try !patients.isEmpty)
        #expect(try patients.allSatisfy { $0.origin == .imported })
    }

    @Test(.slow) func `five thousand rows are imported at once`() throws {
        let rows = (0..<5_000).map { "DOE,ANN\($0.words),4/12/1985,\($0) ELM ST" }
        let outcome = try take(rows)
        #expect(outcome.messages.contains("5000 added"), "\(outcome.messages)")
        #expect(try patients.count == 5_000)
    }
}

extension Int {
    /// Letters in place of digits.
    fileprivate var words: String { String(String(self).map { Character(UnicodeScalar($0.asciiValue! - 48 + 65)) }) }
}
