import ClaimModel
import Testing

struct PostalTests {
    @Test(arguments: [
        ("44114", "44114", true), ("441141234", "44114-1234", false), ("44114-1234", "44114-1234", false),
    ])
    func `a ZIP code has five or nine digits`(text: String, shown: String, grows: Bool) {
        let entry = Entry<ZIPCode>(text, in: .test)
        #expect(entry.value?.description == shown)
        #expect(entry.mayGrow == grows)
    }

    @Test(arguments: [
        ("4411", Reading.incomplete), ("44114-", .incomplete), ("44114-12", .incomplete), ("441141", .incomplete),
        ("000", .malformed), ("4411-", .malformed), ("44114--", .malformed), ("4411412345", .malformed),
        ("K1A", .malformed),
    ])
    func `what is no ZIP code`(text: String, reading: Reading) {
        #expect(Reading(text, as: ZIPCode.self) == reading)
    }

    @Test(arguments: [
        ("m5v2t6", "M5V 2T6", false), ("M5V 2T6", "M5V 2T6", false), ("sw1a 1aa", "SW1A 1AA", false),
        ("44114", "44114", true), ("441141234", "44114-1234", true), ("4411", "4411", false),
    ])
    func `a postal code is a ZIP code or another country's`(text: String, shown: String, isZIP: Bool) {
        let value = Entry<PostalCode>(text, in: .test).value
        #expect(value?.description == shown && (value?.zip != nil) == isZIP)
    }

    @Test func `a region is a state or a province`() {
        let (state, province) = (Entry<RegionCode>("oh", in: .test).value, Entry<RegionCode>("ON", in: .test).value)
        #expect(state?.isState == true && state?.isProvince == false)
        #expect(province?.isState == false && province?.isProvince == true)
        #expect(Reading("US", as: CountryCode.self) == .value("US"))
        #expect(Reading("XX", as: CountryCode.self) == .malformed)
    }

    @Test func `ZIP+4 gives both its parts`() {
        let code = Entry<ZIPCode>("44114-1234", in: .test).value
        #expect(code?.zip5 == "44114" && code?.plus4 == "1234" && code?.digits == "441141234")
    }

    @Test(arguments: [
        ("oh", Reading.value("OH")), ("O", .incomplete), ("B", .malformed), ("OX", .malformed), ("Ohio", .malformed),
        ("PR", .value("PR")), ("ON", .malformed),
    ])
    func `a state is one that the post office knows`(text: String, reading: Reading) {
        #expect(Reading(text, as: StateCode.self) == reading)
    }

    @Test func `the post office knows 62`() {
        #expect(StateCode.all.count == 62)
    }

    @Test(arguments: ["(216) 555-0100", "2165550100", "216.555.0100", "+1 216 555 0100", "1-216-555-0100"])
    func `a phone number is ten digits however it is marked`(text: String) {
        let phone = Entry<PhoneNumber>(text, in: .test).value
        #expect(phone?.digits == "2165550100")
        #expect(phone?.description == "216-555-0100")
    }

    @Test(arguments: ["116", "2161", "21655501001", "216-555-CALL", "216#"])
    func `what is no phone number`(text: String) {
        #expect(Reading(text, as: PhoneNumber.self) == .malformed)
    }

    @Test(arguments: ["34-5550101", "345550101", "345-55-0101"])
    func `a tax ID is nine digits`(text: String) {
        #expect(Entry<TaxIdentifier>(text, in: .test).value?.digits == "345550101")
    }

    @Test(arguments: ["000000000", "00-0000000", "3455501011", "34555010a", "345550101-", "-34"])
    func `what is no tax ID`(text: String) {
        #expect(Reading(text, as: TaxIdentifier.self) == .malformed)
    }
}

struct WrittenTextTests {
    @Test(arguments: [
        "José", "李", "李一", "O'Neil", "Ng\u{2019}ang\u{2019}a", "St. John-Smith", "D", "Nuñez", "Smith 3rd",
    ])
    func `a name has letters of any script`(text: String) {
        #expect(Reading(text, as: PersonName.self) == .value(text))
    }

    @Test(arguments: ["Smith 3", "Smith 3r", "3rd"])
    func `a generation is written out after a name`(text: String) {
        #expect(Reading(text, as: PersonName.self) == .incomplete)
    }

    @Test(arguments: [
        "Rivera2", "Smith 7th", "R٣", "Ann, MD", "🙂", "a\u{7}", String(repeating: "a", count: 61), "Ann_", "Dana/Ray",
    ])
    func `a name has no digits and marks`(text: String) {
        #expect(Reading(text, as: PersonName.self) == .malformed)
    }

    @Test(arguments: [
        ("xyz 123-456 789", "XYZ123456789"), ("123456789012", "123456789012"), ("1eg4-te5-mk72", "1EG4TE5MK72"),
    ])
    func `a member ID loses the spaces and hyphens of the card`(text: String, value: String) {
        #expect(Reading(text, as: MemberID.self) == .value(value))
    }

    @Test(arguments: [
        ("A", Reading.incomplete), ("-", .incomplete), ("A_", .malformed), ("Aß", .malformed), ("Aé", .malformed),
    ])
    func `what is no member ID`(text: String, reading: Reading) {
        #expect(Reading(text, as: MemberID.self) == reading)
    }

    @Test func `an authorization number stays as the payer wrote it`() {
        #expect(Reading(" mm-26 11045 ", as: AuthorizationNumber.self) == .value("mm-26 11045"))
        #expect(Reading("é", as: AuthorizationNumber.self) == .malformed)
        #expect(Reading(String(repeating: "9", count: 51), as: AuthorizationNumber.self) == .malformed)
    }

    @Test func `a policy is named in small letters of English`() {
        #expect(Reading("VA_CCN", as: PolicyID.self) == .value("va_ccn"))
        #expect(Reading("\u{212A}aiser", as: PolicyID.self) == .malformed)
        #expect(Reading("_x", as: PolicyID.self) == .malformed)
        #expect(Reading("../x", as: PolicyID.self) == .malformed)
    }

    @Test func `lines break only where the field has several`() {
        #expect(Reading("a\r\nb\rc\nd", as: FreeText.self) == .value("a\nb\nc\nd"))
        #expect(Reading("a\nb", as: Narrative.self) == .malformed)
        #expect(Reading("a\u{1B}[31m", as: FreeText.self) == .malformed)
        #expect(Reading("a\u{202E}b", as: FreeText.self) == .malformed)
        #expect(FreeText.shape.isMultiline && !Narrative.shape.isMultiline)
    }

    @Test(arguments: [
        (Kind(Narrative.self, typedWith: "", samples: []), 80), (Kind(BoxNote.self, typedWith: "", samples: []), 71),
        (Kind(StreetLine.self, typedWith: "", samples: []), 55),
        (Kind(FreeText.self, typedWith: "", samples: []), 4000),
        (Kind(AccountNumber.self, typedWith: "", samples: []), 38), (Kind(City.self, typedWith: "", samples: []), 30),
    ])
    func `a text holds its limit and not one more`(kind: Kind, limit: Int) {
        #expect(kind.limit == limit)
        #expect(kind.read(String(repeating: "a", count: limit)).isValue)
        #expect(kind.read(String(repeating: "a", count: limit + 1)) == .malformed)
        #expect(!kind.mayGrow(String(repeating: "a", count: limit)))
    }

    @Test func `a city has a letter`() {
        #expect(Reading("44114", as: City.self) == .incomplete)
    }
}

struct PointersTests {
    @Test(arguments: [
        ("a", "A"), ("AB", "AB"), ("A,B", "AB"), ("a, b c", "ABC"), ("1234", "ABCD"), ("12", "AB"), ("lkji", "LKJI"),
        ("9", "I"), ("BA", "BA"),
    ])
    func `pointers are letters in their order`(text: String, letters: String) {
        #expect(Reading(text, as: Pointers.self) == .value(letters))
    }

    @Test(arguments: [
        ("A,", Reading.incomplete), ("AA", .malformed), ("A1", .malformed), ("M", .malformed), ("ABCDE", .malformed),
        ("0", .malformed), ("10", .malformed), (",", .malformed), ("A,,B", .malformed), ("ABCD,", .malformed),
    ])
    func `what are no pointers`(text: String, reading: Reading) {
        #expect(Reading(text, as: Pointers.self) == reading)
    }

    @Test func `pointers may grow to four`() {
        #expect(Entry<Pointers>("ABC", in: .test).mayGrow)
        #expect(!Entry<Pointers>("ABCD", in: .test).mayGrow)
    }
}
