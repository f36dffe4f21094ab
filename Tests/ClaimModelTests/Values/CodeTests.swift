import ClaimModel
import Testing

struct NPITests {
    @Test(arguments: ["1234567893", "1558598797", "1000000012", "1456789019", "1122233343"])
    func `a good NPI passes`(text: String) {
        #expect(Reading(text, as: NPI.self) == .value(text))
    }

    @Test(arguments: ["1234567890", "3", "0", "12345a", "12345678931", "1234 567893", "2234567893"])
    func `a bad NPI is marked on the key that spoils it`(text: String) {
        #expect(Reading(text, as: NPI.self) == .malformed)
    }

    @Test func `of the ten last digits exactly one passes`() {
        for front in ["123456789", "200000000", "199999999", "155859879"] {
            let good = (0...9).filter { Reading("\(front)\($0)", as: NPI.self).isValue }
            #expect(good.count == 1)
        }
    }

    @Test func `a wrong check digit is said to be one`() {
        #expect(Entry<NPI>("1234567890", in: .test).unreadable?.message.contains("check digit") == true)
    }
}

struct DiagnosisCodeTests {
    @Test(arguments: [
        ("f332", "F33.2", "F332"), ("F33.2", "F33.2", "F332"), ("F33", "F33", "F33"), ("qa0", "QA0", "QA0"),
        ("t1491xa", "T14.91XA", "T1491XA"), ("r45.851", "R45.851", "R45851"),
    ])
    func `a code is written with its dot and carried without`(text: String, dotted: String, dotless: String) {
        let code = Entry<DiagnosisCode>(text, in: .test).value
        #expect(code?.description == dotted)
        #expect(code?.text == dotless)
    }

    @Test(arguments: [
        ("F", Reading.incomplete), ("F3", .incomplete), ("F33.", .incomplete), ("3", .malformed), (".", .malformed),
        ("F.", .malformed), ("F3.3", .malformed), ("F33.2.", .malformed), ("F33..", .malformed), ("F33-2", .malformed),
        ("F33.21234", .malformed), ("F3321234", .malformed), ("F33 2", .malformed), ("É33", .malformed),
        ("F332.", .malformed),
    ])
    func `a code that is none is incomplete or malformed`(text: String, reading: Reading) {
        #expect(Reading(text, as: DiagnosisCode.self) == reading)
    }

    @Test(arguments: [("F33", true), ("F33.2", true), ("R45.851", true), ("T14.91XA", false)])
    func `a code may grow up to seven characters`(text: String, grows: Bool) {
        #expect(Entry<DiagnosisCode>(text, in: .test).mayGrow == grows)
    }
}

struct ServiceCodeTests {
    @Test(arguments: [
        ("96365", true), ("0001f", true), ("0100T", true), ("0001A", true), ("j3490", false), ("V2020", false),
    ])
    func `a procedure is CPT or HCPCS`(text: String, isCPT: Bool) {
        let code = Entry<ProcedureCode>(text, in: .test).value
        #expect(code?.text == text.uppercased())
        #expect(code?.isCPT == isCPT)
        #expect(code?.isHCPCS == !isCPT)
    }

    @Test(arguments: ["W1234", "J34A0", "9636X", "963655", "JJ490", "96-65", "J349T", "é6365"])
    func `other forms are no procedure`(text: String) {
        #expect(Reading(text, as: ProcedureCode.self) == .malformed)
    }

    @Test(
        arguments: [("25", "25"), ("jz", "JZ"), ("x", nil), ("253", nil), ("2-", nil), ("²5", nil)]
            as [(String, String?)])
    func `a modifier is two letters or digits`(text: String, modifier: String?) {
        #expect(Entry<Modifier>(text, in: .test).value?.text == modifier)
    }

    @Test(arguments: [("11", "11"), ("02", "02"), ("1", nil), ("00", nil), ("1a", nil)] as [(String, String?)])
    func `a place of service is two digits`(text: String, place: String?) {
        #expect(Entry<PlaceOfService>(text, in: .test).value?.text == place)
    }

    @Test(arguments: [("636", "0636", true), ("0636", "0636", false), ("0260", "0260", false)])
    func `a revenue code may leave out its zero`(text: String, code: String, grows: Bool) {
        let entry = Entry<RevenueCode>(text, in: .test)
        #expect(entry.value?.text == code)
        #expect(entry.mayGrow == grows)
    }

    @Test func `a taxonomy code is ten letters and digits`() {
        #expect(Reading("2084p0800x", as: TaxonomyCode.self) == .value("2084P0800X"))
        #expect(Reading("2084P0800", as: TaxonomyCode.self) == .incomplete)
        #expect(Reading("2084P-", as: TaxonomyCode.self) == .malformed)
    }
}
