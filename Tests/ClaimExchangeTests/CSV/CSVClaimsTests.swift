import ClaimModel
import ClaimRules
import Foundation
import Testing

@testable import ClaimExchange

@Suite("Rows become claims by the map, and a bad one holds nothing but its claim")
struct CSVClaimsTests {
    private static let visits = """
        group_by: No
        dates: MM/DD/YYYY
        columns: {No: account, Last: patient.lastName, Born: patient.birthDate, Code: line.procedure, Fee: line.charge}
        """
    private static let claims = """
        columns:
          No: account
          Last: patient.lastName
          Code 1: line.procedure
          Code 2: "line.procedure[2]"
        constants: {placeOfService: "11", line.units: "1"}
        """

    private func read(_ text: String, _ map: String = visits) throws -> CSVClaims {
        try read(Array(text.utf8), map)
    }

    private func read(_ bytes: [UInt8], _ map: String = visits) throws -> CSVClaims {
        try CSVClaims(bytes, by: ColumnMap(yaml: map), in: ClaimExample.parsing)
    }

    private func refusal(_ bytes: [UInt8], _ map: String = visits) throws -> String {
        do {
            _ = try read(bytes, map)
            return ""
        } catch let fault as CSVFault {
            return fault.description
        }
    }

    @Test func `rows of one claim are its lines`() throws {
        let read = try read(
            """
            No,Last,Born,Code,Fee
            1,Doe,2/9/1984,96365,210
            2,Ames,12/1/1990,99214,155

            1,Doe,2/9/1984,J3490,45
            """)
        #expect(read.claims.map(\.rows) == [[2, 5], [3]])
        #expect(read.faults.isEmpty && read.unnamed.isEmpty)
        let first = try #require(read.claims.first)
        #expect(first.draft.lines.map(\.procedure.text) == ["96365", "J3490"])
        #expect(first.draft.patient.birthDate.text == "02/09/1984")
        #expect(first.origins[Place(.lineCharge, row: 1)] == "Fee")
    }

    @Test func `a row may be a claim of several lines`() throws {
        let read = try read("no , LAST,Code 1,Code 2\n1,Doe,96365,J3490\n2,Ames,99214,\n,,,\n", Self.claims)
        #expect(read.claims.map { $0.draft.lines.map(\.units.text) } == [["1", "1"], ["1"]])
        #expect(read.claims.allSatisfy { $0.draft.identity.placeOfService.text == "11" })
        #expect(read.claims.first?.origins[Place(.placeOfService)] == nil)
    }

    @Test func `nothing is invented`() throws {
        let read = try read("No,Last,Born,Code,Fee\n1,Doe,,,\n")
        let draft = try #require(read.claims.first?.draft)
        #expect(draft.places.filter { !draft.isEmpty(at: $0) } == [Place(.account), Place(.patientLastName)])
    }

    @Test func `what does not read is kept`() throws {
        let read = try read("No,Last,Born,Code,Fee\n1,Doe,unknown,96365,free\n")
        let draft = try #require(read.claims.first?.draft)
        #expect(draft.patient.birthDate.text == "unknown" && draft.lines.first?.charge.text == "free")
        #expect(draft.unreadablePlaces.count == 2)
    }

    @Test(arguments: [
        ("1,Doe,1984-02-09,96365,210", "row 3, column \"Born\": not a date as the map has it (MM/DD/YYYY)"),
        ("1,Doe,t-1,96365,210", "row 3, column \"Born\": not a date"),
        ("1,Doe,2/9/1984,96365", "row 3: it has 4 values where the header has 5"),
        ("1,Doe,2/9/1984,96365,210,x", "row 3: it has 6 values where the header has 5"),
        ("1,Doe,2/9/1984,96365,1.23457E+11", "row 3, column \"Fee\": a spreadsheet has shortened a long number"),
        ("1,D\u{1}oe,2/9/1984,96365,210", "row 3, column \"Last\": has control characters"),
        ("1,\(String(repeating: "D", count: 500)),2/9/1984,96365,210", "row 3, column \"Last\": is too long"),
        ("1,D\"oe,2/9/1984,96365,210", "row 3: a quote opens here and is never closed"),
        ("1,\"D\"oe,2/9/1984,96365,210", "row 3: there is a quote within a value"),
    ])
    func `a bad row holds itself`(_ row: String, _ words: String) throws {
        let map = Self.visits.replacing("group_by: No\n", with: "")
        let read = try read("No,Last,Born,Code,Fee\n8,Ames,,99214,1\n\(row)\n9,Lee,,99215,2\n", map)
        #expect(read.faults.map(\.description).allSatisfy { $0.hasPrefix(words) }, "\(read.faults)")
        #expect(read.faults.count == 1 && read.held == 1)
        #expect(read.claims.map(\.draft.identity.account.text) == ["8", "9"])
        #expect(!"\(read.faults)".contains("Doe"))
    }

    @Test func `a row that cannot be read holds the claims that it may belong to`() throws {
        let read = try read(
            "No,Last,Born,Code,Fee\n1,A,,1,1\n2,B,,1,1\n2,B,,\"2\"x,1\n3,C,,1,1\n3,C,,2,1\n4,D,,1,1\n")
        #expect(read.claims.map(\.draft.identity.account.text) == ["1", "4"])
        #expect(read.held == 2 && read.faults.count == 3)
    }

    @Test func `rows that disagree hold their claim`() throws {
        let rows = "No,Last,Born,Code,Fee\n1,A,,1,1\n1,,,2,1\n1,B,,3,1\n2,C,,1,1\n"
        let read = try read(rows)
        #expect(read.claims.map(\.rows) == [[5]] && read.held == 1)
        #expect(
            read.faults.map(\.description).first?.hasPrefix("row 4, column \"Last\": it says something else") == true)
        let nameless = try self.read(rows + ",D,,1,1\n")
        #expect(nameless.claims.isEmpty && nameless.faults.contains { $0.message.hasPrefix("it is blank") })
    }

    @Test func `a claim takes fifty lines`() throws {
        let rows = (1...60).map { "1,A,,9921\($0 % 6),1" } + ["2,B,,1,1"]
        let read = try read((["No,Last,Born,Code,Fee"] + rows).joined(separator: "\r"))
        #expect(read.claims.map(\.rows) == [[62]] && read.held == 1)
        #expect(read.faults.map(\.description) == ["row 52: at most 50 lines on a claim: split it"])
    }

    @Test(arguments: [
        ("No,Last,Code,Fee\n", "column \"Born\": the map names it, but the file has no such column"),
        ("No,Last,Born,Code,Fee,no\n", "column \"No\": the file has it 2 times"), ("", "it is empty"),
        ("\n\n", "it is empty"),
        ("PK\u{3}\u{4}", "Excel"), ("%PDF-1.4", "PDF"), ("a\0b", "no text"), ("\"No,Last", "a quote of the header"),
    ])
    func `a file that is none is refused`(_ text: String, _ words: String) throws {
        #expect(try refusal(Array(text.utf8)).contains(words))
    }

    @Test func `damaged letters are refused`() throws {
        let row = Array("No,Last,Born,Code,Fee\n1,M".utf8)
        #expect(try refusal(row + [0x81]).contains("neither UTF-8 nor Windows-1252"))
        #expect(try refusal([0xFF, 0xFE, 0x41]).contains("damaged UTF-16"))
        let read = try read(row + [0xFC] + Array("ller,,,\n".utf8))
        #expect(read.claims.first?.draft.patient.lastName.text == "Müller")
    }

    @Test func `without a header columns have numbers`() throws {
        let read = try read("7,Doe\n8,Ames\n", "header: no\ncolumns: {1: account, 2: patient.lastName}")
        #expect(
            read.claims.map(\.draft.patient.lastName.text) == ["Doe", "Ames"] && read.claims.map(\.rows) == [[1], [2]])
    }

    @Test func `a value may hold several`() throws {
        let map = """
            columns:
              Name: {fields: [patient.lastName, patient.firstName], split: ","}
              Dx: {field: diagnosis.code, split: " "}
              Sex: {field: patient.sex, values: {Female: F}}
            """
        let read = try read("Name;Dx;Sex;Rest\nDoe, Robin;F33.2  F41.1;FEMALE;\nAmes,Lee,X;;M;\n", map)
        let draft = try #require(read.claims.first?.draft)
        #expect(draft.patient.firstName.text == "Robin" && draft.patient.sex.text == "F")
        #expect(draft.diagnoses.map(\.code.text) == ["F33.2", "F41.1"])
        #expect(read.unnamed == ["Rest"])
        #expect(
            read.faults.map(\.description) == ["row 3, column \"Name\": it has 3 parts, and 2 fields to put them into"])
    }
}
