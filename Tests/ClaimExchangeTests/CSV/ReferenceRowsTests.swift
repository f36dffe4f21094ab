import ClaimExchange
import ClaimModel
import ClaimRules
import Foundation
import Testing

@Suite("Reference files as CSV")
struct ReferenceRowsTests {
    private let context = ClaimExample.parsing

    private func read(_ text: String, _ kind: ReferenceKind) throws -> (rows: [ReferenceRows.Row], file: ReferenceRows)
    {
        var file = try ReferenceRows(Array(text.utf8), of: kind, in: context)
        let first = file
        var rows: [ReferenceRows.Row] = []
        while let row = file.next() { rows.append(row) }
        return (rows, first)
    }

    private func faults(_ text: String, _ kind: ReferenceKind) throws -> [String] {
        try read(text, kind).rows.flatMap { row -> [String] in
            if case .failure(let faults) = row.entry { faults.faults.map(\.description) } else { [] }
        }
    }

    @Test(arguments: ReferenceKind.allCases)
    func `each column of a file has a name of its own`(kind: ReferenceKind) {
        let names = kind.columns.map { $0.name.lowercased() }
        #expect(Set(names).count == names.count, "\(names.filter { name in names.count { $0 == name } > 1 })")
        #expect(kind.required.joined().allSatisfy { kind.fields.contains($0) })
    }

    @Test(arguments: ReferenceKind.allCases)
    func `what is written is read again`(kind: ReferenceKind) throws {
        let entries = ReferenceEntry.all(in: ClaimExample.sample.draft).filter { $0.kind == kind }
        let (rows, file) = try read(ReferenceSheet.text(of: entries, kind), kind)
        #expect(try rows.map { try $0.entry.get() } == entries)
        #expect(file.unknown.isEmpty)
        #expect(file.missing.isEmpty)
    }

    @Test func `standing diagnoses, commas, quotes and accents come back`() throws {
        let text = """
            "Patient last name",Patient first name,patient.birthDate,Diagnosis 1,diagnosis.code[3],Patient street
            "NEIL",José,4/12/1985,F33.2,F41.1,"12 ""B"" LAKE ST, REAR"
            """
        let entry = try #require(try read(text, .patient).rows.first?.entry.get())
        #expect(entry.texts["diagnosis.code[1]"] == "F33.2" && entry.texts["diagnosis.code[3]"] == "F41.1")
        let (rows, _) = try read(ReferenceSheet.text(of: [entry], .patient), .patient)
        #expect(try rows.map { try $0.entry.get() } == [entry])
    }

    @Test func `a column that a file needs is asked for by name, others are said`() throws {
        let fault = #expect(throws: CSVFault.self) { try self.read("Patient last name,City\nDOE,AKRON", .patient) }
        #expect(fault?.description.contains("no column Patient first name, Patient birth date") == true)
        let (rows, file) = try read("NPI,Facility NPI,Facility,Color\n1,1558598797,LAKE SUITE,red", .serviceFacility)
        #expect(rows.count == 1 && file.unknown == ["NPI", "Color"] && !file.missing.isEmpty)
        #expect(throws: CSVFault.self) { try self.read("", .payer) }
        #expect(throws: CSVFault.self) { try self.read("Payer,payer.name\nA,B", .payer) }
    }

    @Test(arguments: [
        ("DOE,ANN,13/45/1980,", "birth date"), ("DOE,ANN,,", "Patient birth date is blank"),
        ("DOE,ANN,4/12/1985,2.1655501E+9", "shortened"), ("DOE,ANN,4/12/1985", "cut off"),
        ("DOE,ANN,4/12/1985,12\"34", "quote"), ("DOE,ANN,4/12/1985,12", "does not read"),
    ])
    func `a row that cannot be taken says its number and why, and nothing that it holds`(row: String, reason: String)
        throws
    {
        let text = "Patient last name,Patient first name,Patient birth date,Patient phone\nROE,BO,1/2/1990,\n" + row
        let found = try faults(text, .patient)
        #expect(found.count == 1 && found[0].contains("row 3"), "\(found)")
        #expect(found.joined().lowercased().contains(reason.lowercased()), "\(found)")
        #expect(!found.joined().contains("DOE"))
    }

    @Test func `Windows letters and UTF-16 are read, other bytes are refused`() throws {
        let text = "Patient last name,Patient first name,Patient birth date\nNúñez,José,4/12/1985\n"
        let encodings: [String.Encoding] = [.utf8, .windowsCP1252, .utf16]
        for encoding in encodings {
            let bytes = try #require(text.data(using: encoding))
            var rows = try ReferenceRows(Array(bytes), of: .patient, in: context)
            #expect(try rows.next()?.entry.get().text(of: .patientLastName) == "Núñez", "\(encoding)")
        }
        let odd = Array(text.utf8) + [0x81, 0xFF]
        #expect(throws: CSVFault.self) { try ReferenceRows(odd, of: .patient, in: self.context) }
    }
}
