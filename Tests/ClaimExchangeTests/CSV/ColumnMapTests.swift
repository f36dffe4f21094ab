import ClaimModel
import Testing

@testable import ClaimExchange
import TextKit

@Suite("A map says which column goes where, and names its own slips")
struct ColumnMapTests {
    private func faults(_ yaml: String) -> [String] {
        do throws(ColumnMapFaults) {
            _ = try ColumnMap(yaml: yaml)
            return []
        } catch {
            return error.faults.map(\.description)
        }
    }

    @Test(arguments: [
        (
            "columns: {A: patient.lastNam}",
            "line 1: \"patient.lastNam\" is not a field of a claim: did you mean patient.lastName?"
        ),
        ("columns:\n  A: account\n  B: account", "line 3: account is filled twice"),
        ("columns:\n  A: account\ncolums: {}", "line 3: \"colums\" is none of group_by"),
        ("columns:\n  A: account\n  A: frequency", "the key A is there twice"),
        ("columns:\n  A: {field: account, date: YYYY}", "\"date\" is none of field, fields, split, dates, values"),
        ("columns:\n  A: {fields: [patient.lastName, patient.firstName]}", "goes into several fields: say split"),
        ("columns:\n  A: {split: \";\"}", "needs field, or fields as a list"),
        ("columns:\n  A: {field: account, split: \";;\"}", "split must be the sign"),
        ("dates: MM/DD\ncolumns: {A: account}", "line 1: dates must be a date as YYYY"),
        ("group_by: A\ncolumns:\n  A: account\n  B: line.ndc[2]", "write line.ndc"),
        ("columns: {A: \"line.ndc[51]\"}", "is not a field of a claim"),
        ("columns: {A: account}\nconstants: {account: \"1\"}", "has a column and a constant"),
        ("columns: {A: line.units}\nconstants: {line.units: \"1\"}", "has a column and a constant"),
        ("columns: {A: account}\nconstants: {frequency: }", "frequency must be text"),
        ("columns: {A: account}\nheader: maybe", "header must be yes or no"),
        ("columns: {A: account}\ndelimiter: dot", "delimiter must be comma"),
        ("columns:\n  A:", "columns is missing"), ("", "not a column map"), ("- a", "not a column map"),
        ("columns: [", "not readable as YAML"), (String(repeating: "#", count: 70_000), "larger than 64 KB"),
        (String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000), "YAML"),
        (String(repeating: "- ", count: 30_000), "it is no"), (String(repeating: "? ", count: 30_000), "it is no"),
    ])
    func `an error is named`(_ yaml: String, _ words: String) {
        #expect(faults(yaml).contains { $0.contains(words) }, "\(faults(yaml))")
    }

    @Test func `every error is named at once`() {
        #expect(faults("columns:\n  A: nothing\n  B: neither\nheader: x").count == 3)
    }

    @Test func `the template is a map`() throws {
        let map = try ColumnMap(yaml: ColumnMapTemplate().text)
        #expect(map.columns.map(\.name) == ["Claim No", "Last Name", "First Name"])
        let header = ColumnMapTemplate(header: ["Visit #", "Fee: net", "\"Dx\"", "1"]).text
        #expect(faults(header) == ["line 21: columns is missing: name a column and its field below it"])
        let filled = header.replacing("\"Fee: net\":", with: "\"Fee: net\": line.charge")
        #expect(try ColumnMap(yaml: filled).passedOver == ["Visit #", "\"Dx\"", "1"])
        #expect(Field.all.allSatisfy { header.contains("#   \($0.id)") })
    }

    @Test(arguments: [
        ("MM/DD/YYYY", "04/17/1981", "04/17/1981"), ("MM/DD/YYYY", "4/7/1981", "04/07/1981"),
        ("M/D/YY", "4/7/81", "04/07/81"), ("YYYYMMDD", "19810417", "04/17/1981"), ("YYYYMMDD", "1981417", nil),
        ("YYYY-MM-DD", "1981-04-17 00:00:00.000", "04/17/1981"), ("YYYY-MM-DD", "1981-04-17T00:00:00Z", "04/17/1981"),
        ("YYYY-MM-DD", "1981-04-17 09:30:00", nil), ("DD.MM.YYYY", "17.4.1981", "04/17/1981"),
        ("DD.MM.YYYY", "4/17/1981", nil), ("DD-MON-YYYY", "17-apr-1981", "04/17/1981"),
        ("DD-MON-YYYY", "17-xyz-1981", nil),
        ("MMDDYY", "041781", "04/17/81"), ("MMDDYY", "41781", nil), ("MM/DD/YYYY", "02/30/1981", nil),
        ("MM/DD/YYYY", "04/17/1981x", nil), ("MM/DD/YYYY", "", nil), ("MM/DD/YYYY", "٠٤/17/1981", nil),
    ])
    func `a date is read as the map says`(_ pattern: String, _ text: String, _ keyed: String?) throws {
        #expect(try #require(DatePattern(pattern)).keyed(text) == keyed)
    }

    @Test(arguments: ["", "YYYY", "MM/DD", "MM/DD/YYYY/DD", "YYY-MM-DD", "MM/DD/YYYY hh", "20YY-MM-DD", "today"])
    func `a pattern names a year a month and a day`(_ text: String) {
        #expect(DatePattern(text) == nil)
    }
}
