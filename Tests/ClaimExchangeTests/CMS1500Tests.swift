import ClaimModel
@testable import ClaimRules
import Testing

@testable import ClaimExchange
import TextKit

@Suite struct CMS1500Tests {
    @Test func `the form of a clean claim`() throws {
        let lines = CMS1500.preview(of: ClaimExample.sample.draft)
        try Golden.expect(lines.map { $0 + "\n" }.joined(), is: "cms1500.txt")
    }

    @Test func `a corrected claim with every box used`() throws {
        let example = ClaimExample.sample
            .with(.frequency, "7").with(.originalReference, "2026-111").with(.authorizationNumber, "MM 26-11045")
            .with(.patientMiddleName, "M.").with(.patientPhone, "(216) 555-0199").with(.patientSex, "U")
            .with(.relationship, "01").with(.subscriberLastName, "O'Rivera-Núñez").with(.subscriberFirstName, "Al")
            .with(.subscriberBirthDate, "1/2/80").with(.subscriberSex, "M").with(.groupNumber, "G-77")
            .with(.subscriberStreet, "12 Elm St., #4").with(.subscriberCity, "Cleveland")
            .with(.otherInsuranceExists, "Y").with(.otherPlanName, "Second Plan").with(.otherPolicyNumber, "SP-1")
            .with(.otherInsuredLastName, "Rivera").with(.otherInsuredFirstName, "Sam")
            .with(.autoAccident, "Y").with(.autoAccidentState, "OH").with(.accidentDate, "9/1/26")
            .with(.onsetDate, "9/2/26").with(.referringQualifier, "DN").with(.referringLastName, "Wu")
            .with(.referringFirstName, "Li").with(.referringNPI, "1558598797").with(.outsideLab, "Y")
            .with(.outsideLabCharges, "12.5").with(.diagnosisCode, row: 1, "R45.851").with(.amountPaid, "20")
            .with(.providerSignatureDate, "11/20/26").with(.account, "ACCOUNT-NUMBER-LONG")
            .with(.additionalInformation, "see record").with(.facilityName, "Lake Clinic")
            .with(.facilityStreet, "1 Lake Rd").with(.facilityCity, "Akron").with(.facilityState, "OH")
            .with(.facilityZIP, "443081234").with(.facilityNPI, "1000000012")
            .with(.lineModifier1, "25").with(.lineModifier2, "59").with(.lineRenderingNPI, row: 1, "1456789019")
            .with(.lineNarrative, row: 1, String(repeating: "KETAMINE ", count: 8))
        let lines = CMS1500.preview(of: example.draft)
        try Golden.expect(lines.map { $0 + "\n" }.joined(), is: "cms1500-full.txt")
    }

    private func box(_ number: String, _ title: String? = nil, of draft: ClaimDraft) throws -> String {
        let form = try #require(CMS1500.forms(of: draft).first)
        let boxes = form.upper + form.lower
        return try #require(boxes.first { $0.number == number && (title == nil || $0.title == title) }).content
    }

    @Test(arguments: [
        ("payer.filingIndicator", "MB", "1", "X MEDICARE"), ("payer.filingIndicator", "CI", "1", "X OTHER"),
        ("payer.filingIndicator", "VA", "1", "X CHAMPVA"), ("payer.filingIndicator", "", "1", ""),
        ("subscriber.memberID", "abc 12-3", "1a", "ABC123"), ("patient.birthDate", "4/7/1981", "3", "04 07 1981  X F"),
        ("patient.birthDate", "13/45/1981", "3", "X F"), ("signatures.release", "I", "12", ""),
        ("signatures.assignment", "C", "27", "X NO"), ("signatures.assignment", "B", "27", ""),
        ("amountPaid", "1,234.5", "29", "1234 50"), ("frequency", "1", "22", ""), ("frequency", "8", "22", "8"),
        ("billing.taxIDKind", "SY", "25", "345550101  X SSN"), ("authorization.number", "A 1-2", "23", "A12"),
        ("otherInsurance.lastName", "Rivera", "9", ""), ("accident.date", "9/1/2026", "15", "439  09 01 2026"),
    ])
    func `what is put in a box`(field: String, text: String, number: String, content: String) throws {
        let field = try #require(Field.named(field))
        #expect(try box(number, of: ClaimExample.sample.with(field, text).draft) == content)
    }

    @Test func `a mammography certificate is in box 32 for Medicare`() throws {
        let mammogram = ClaimExample.sample.with(.mammographyNumber, "123456").without(.authorizationNumber)
        let medicare = mammogram.with(.filingIndicator, "MB")
        // The own office's name is too long beside it.
        #expect(try box("32", "Facility", of: medicare.draft).hasPrefix("123456 LAKESIDE"))
        #expect(
            try box("32", "Facility", of: medicare.with(.facilityName, "Lake Imaging").draft) == "LAKE IMAGING 123456")
        let long = medicare.with(.facilityName, "Lakeside Mammography and Imaging Center").draft
        #expect(try box("32", "Facility", of: long).hasPrefix("123456 LAKESIDE"))
        #expect(try box("32", "Facility", of: mammogram.draft).isEmpty)
        #expect(try box("23", of: medicare.draft).isEmpty)
    }

    @Test func `six lines a form, each with its own total`() throws {
        let draft = (0..<12).reduce(ClaimExample.sample) { example, _ in
            example.withLine([.lineProcedure: "99214", .lineCharge: "10", .linePointers: "A"])
        }.draft
        let forms = CMS1500.forms(of: draft)
        #expect(forms.map(\.lines.count) == [6, 6, 2])
        let totals = forms.map { form in form.lower.first { $0.number == "28" }?.content }
        #expect(totals == ["295 00", "60 00", "20 00"])
        #expect(forms.flatMap(\.lines).map(\.number) == Array(1...14))
        #expect(CMS1500.forms(of: ClaimDraft(id: "blank")).count == 1)
    }

    @Test func `the shaded half holds NDC, unit and quantity, then the narrative`() throws {
        let line = try #require(CMS1500.forms(of: ClaimExample.sample.draft).first?.lines.last)
        #expect(line.shaded == "N400143950801   ML0.7   ZZKETAMINE HCL 35 MG IV")
        #expect(
            line.from == "11 10 26" && line.to == "11 10 26" && line.charge == "45 00" && line.placeOfService == "11")
    }

    @Test func `anesthesia in minutes has its times before everything else`() throws {
        let anesthesia = ClaimExample.sample.with(.lineProcedure, "00142").with(.lineUnitBasis, "MJ")
            .with(.lineUnits, "90").with(.lineStart, "12:45").with(.lineStop, "2:15p")
        #expect(
            CMS1500.forms(of: anesthesia.draft).first?.lines.first?.shaded == "7BEGIN 1245 END 1415 TIME 90 MINUTES")
        let unclear = anesthesia.without(.lineStop)
        #expect(CMS1500.forms(of: unclear.draft).first?.lines.first?.shaded == "")
    }

    @Test func `to Medicare as primary the insured's boxes stay blank, and 11 says NONE`() throws {
        let medicare = ClaimExample.sample.with(.filingIndicator, "MB").with(.groupName, "PLAN")
        for number in ["4", "6", "7", "11a", "11c", "11d"] { #expect(try box(number, of: medicare.draft).isEmpty) }
        #expect(try box("11", of: medicare.draft) == "NONE" && box("2", of: medicare.draft) == "RIVERA, DANA")
        let second = medicare.with(.payerOrder, "S").with(.groupNumber, "G-77")
        #expect(try box("4", of: second.draft) == "RIVERA, DANA" && box("11", of: second.draft) == "G-77")
    }

    @Test func `what pays before Medicare is in 4, 6, 7 and 11, and 9 stays blank`() throws {
        let secondary = ClaimExample.secondary.with(.filingIndicator, "MB").with(.otherRelationship, "18")
        let draft = secondary.draft
        #expect(try box("11", of: draft) == draft.otherInsurance.plan.policyNumber.text.uppercased())
        #expect(try box("11c", of: draft) == draft.otherInsurance.plan.name.text.uppercased())
        #expect(try box("4", of: draft) == "SAME" && box("6", of: draft) == "X SELF")
        #expect(try box("7", of: draft) == "SAME")
        for number in ["9", "9a", "9d", "11a", "11d"] { #expect(try box(number, of: draft).isEmpty, "\(number)") }
        // What the primary paid is on its EOB.
        #expect(try box("29", of: draft).isEmpty)
        let spouse = secondary.with(.otherRelationship, "01").draft
        #expect(try box("6", of: spouse) == "X SPOUSE" && box("7", of: spouse).isEmpty)
        #expect(try box("4", of: spouse).contains(spouse.otherInsurance.plan.insuredLastName.text.uppercased()))
        #expect(try !box("29", of: ClaimExample.secondary.draft).isEmpty)
    }

    @Test func `Medicare takes one letter a line, the first treatment in 14, and the own office in 32`() throws {
        let claim = ClaimExample.sample.with(.linePointers, "AB").with(.initialTreatmentDate, "10/05/2026")
        let medicare = claim.with(.filingIndicator, "MB")
        #expect(CMS1500.forms(of: claim.draft).first?.lines.first?.pointers == "AB")
        #expect(CMS1500.forms(of: medicare.draft).first?.lines.first?.pointers == "A")
        #expect(try box("14", of: claim.draft).isEmpty && box("15", of: claim.draft).contains("10 05 2026"))
        #expect(try box("14", of: medicare.draft) == "10 05 26" && box("15", of: medicare.draft).isEmpty)
        #expect(try box("32", "Facility", of: claim.draft).isEmpty)
        let billing = try box("33", "Billing provider", of: medicare.draft)
        #expect(try billing.hasPrefix(box("32", "Facility", of: medicare.draft)))
        #expect(try !box("32", "Its address", of: medicare.draft).isEmpty)
        let home = medicare.with(.placeOfService, "12")
        #expect(try box("32", "Facility", of: home.draft).isEmpty)
        #expect(try box("32", "Its address", of: home.draft).contains("12 ELM"))
    }

    @Test func `Medicaid behind Medicare is in 10d, and dates of the stay are in the format of the lines`() throws {
        let claim = ClaimExample.sample.with(.filingIndicator, "MB").with(.otherInsuranceExists, "Y")
            .with(.otherPlanName, "Ohio Medicaid").with(.otherFilingIndicator, "MC")
            .with(.otherPolicyNumber, "910000012345").with(.otherInsuredLastName, "Rivera")
            .with(.admissionDate, "11/08/2026")
        #expect(try box("10d", of: claim.draft) == "MCD910000012345")
        for number in ["9", "9a", "9d"] { #expect(try box(number, of: claim.draft).isEmpty) }
        #expect(try box("18", of: claim.draft).contains("11 08 26"))
        let commercial = claim.with(.filingIndicator, "CI").draft
        #expect(try box("10d", of: commercial).isEmpty && !box("9a", of: commercial).isEmpty)
        #expect(try box("18", of: commercial).contains("11 08 2026"))
    }

    @Test func `a ZIP code that does not fit with its last four is printed with five`() throws {
        let claim = ClaimExample.sample.with(.facilityName, "Lakeside").with(.facilityCity, "Mayfield Heights")
            .with(.facilityState, "OH").with(.facilityZIP, "44124-1716")
        #expect(try box("32", "Its address", of: claim.draft).hasSuffix("MAYFIELD HEIGHTS OH 44124"))
        let long = claim.with(.facilityCity, "North Ridgeville Heights Town").draft
        #expect(try box("32", "Its address", of: long).hasSuffix(" OH 44124"))
        #expect(try box("32", "Its address", of: long).contains("NORTH RIDGEVILLE"))
    }

    @Test func `where one question of box 10 is answered the others say no`() throws {
        let claim = ClaimExample.sample.without(.employmentRelated, .autoAccident, .otherAccident)
        #expect(try box("10a", of: claim.draft).isEmpty)
        let auto = claim.with(.autoAccident, "Y").draft
        #expect(try box("10a", of: auto) == "X NO" && box("10c", of: auto) == "X NO")
        #expect(try box("10b", "Auto accident, state", of: auto).hasPrefix("X YES"))
    }

    @Test func `nothing is put where nothing reads`() throws {
        let line = try #require(CMS1500.forms(of: ClaimExample.incompleteCodes.draft).first?.lines.last)
        #expect(!line.shaded.contains("N4") && !line.shaded.contains("0143950801"))
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `no line is wider than a screen, and nothing raw is in it`(seed: UInt64) {
        for glyphs in [Glyphs.unicode, .ascii] {
            let lines = CMS1500.preview(of: ClaimDraft.random(seed: seed), glyphs: glyphs)
            let bad = lines.filter { $0.columns > 80 || $0 != $0.onPaper(glyphs) }
            #expect(bad.isEmpty)
        }
    }
}
