import ClaimModel
import Testing

/// Today is Monday, 2026-11-23.
struct DayTests {
    @Test(arguments: [
        ("11102026", "11/10/2026"), ("11/10/2026", "11/10/2026"), ("1/2/2026", "01/02/2026"),
        ("11-10-2026", "11/10/2026"), ("11.10.2026", "11/10/2026"), ("111026", "11/10/2026"),
        ("11/10/26", "11/10/2026"), ("2026-11-10", "11/10/2026"), ("2026-1-5", "01/05/2026"),
        ("1/1/20", "01/01/2020"), ("1/1/75", "01/01/2075"), ("1/1/76", "01/01/1976"), ("1/1/77", "01/01/1977"),
        ("1/1/00", "01/01/2000"), ("02/29/2028", "02/29/2028"), ("2/29/28", "02/29/2028"),
        ("t", "11/23/2026"), ("T", "11/23/2026"), ("t-1", "11/22/2026"), ("t+3", "11/26/2026"), ("+1w", "11/30/2026"),
        ("-2w", "11/09/2026"), ("+1m", "12/23/2026"), ("-3d", "11/20/2026"), ("+1y", "11/23/2027"),
        ("t-12m", "11/23/2025"), ("-9m", "02/23/2026"), ("+3M", "02/23/2027"),
        ("12/31/9999", "12/31/9999"),
    ])
    func `a date is read as billers type it`(text: String, date: String) {
        #expect(Reading(text, as: Day.self) == .value(date))
    }

    @Test(arguments: [
        "1", "11", "11/", "1110", "11/1", "11/10/", "11/10/2", "11/10/202", "1110202", "t-", "+", "2026",
        "2026-1", "2026-11-", "19", "2/29/27", "0229202",
    ])
    func `a beginning of a date is quiet`(text: String) {
        let expected: Reading = text == "2/29/27" ? .malformed : .incomplete
        #expect(Reading(text, as: Day.self) == expected)
    }

    @Test(arguments: [
        "x", "11/1o/2026", "13", "13/", "1301", "0230", "2/30", "2/30/2026", "02/29/2026", "00", "1100",
        "11/10/2026/", "11/10/20266", "11//2026", "11/10-2026", "11/10/0206", "015", "2026-13", "2026-11-31", "t1",
        "tt",
        "t-1x", "+99999", "t*", "/", "11 10 2026", "2/29/1900", "+300y", "12/31/9998", "111020261",
    ])
    func `what cannot become a date is marked at once`(text: String) {
        #expect(Reading(text, as: Day.self) == .malformed)
    }

    @Test(arguments: [
        ("t", true), ("t-1", true), ("+1", true), ("+1w", false), ("1/1/20", true), ("1/1/19", true), ("1/1/26", false),
        ("11/10/2026", false), ("11102026", false), ("111020", true), ("111026", false), ("2026-11-1", true),
        ("2026-11-4", false), ("1/1/99", true),
    ])
    func `a date may grow while its year or its count can`(text: String, grows: Bool) {
        #expect(Entry<Day>(text, in: .test).mayGrow == grows)
    }

    @Test(
        arguments: [
            ("t-1", "11/22/2026"), ("1/1/20", "01/01/2020"), (" t ", "11/23/2026"), ("11/10/2026", nil),
            ("11102026", nil),
            ("x", nil), ("", nil), ("2026-11-10", nil),
        ] as [(String, String?)])
    func `what depends on today settles to the full date`(text: String, settled: String?) {
        #expect(Day.settled(text, in: .test) == settled)
    }

    @Test func `on the last day of a long month a month later is the short month's last day`() {
        let context = ParsingContext(today: Day(iso: "2027-01-31") ?? Day(number: 0))
        #expect(Reading("+1m", as: Day.self, in: context) == .value("02/28/2027"))
    }

    @Test func `each day of three centuries is read from its own words`() {
        for number in stride(from: -25_000, to: 80_000, by: 13) {
            let day = Day(number: number)
            #expect(Entry<Day>(day.description, in: .test).value == day)
            #expect(Entry<Day>(day.iso, in: .test).value == day)
        }
    }

    @Test(arguments: ["2026-+2-01", "+026-01-01", "2026-1-01", "2026-02-29", "20260101", ""])
    func `stored dates have one form`(text: String) {
        #expect(Day(iso: text) == nil)
    }
}

struct BirthDateTests {
    @Test(arguments: [
        ("4/17/81", "04/17/1981"), ("11/23/26", "11/23/2026"), ("11/24/26", "11/24/1926"), ("12/31/26", "12/31/1926"),
        ("1/1/27", "01/01/1927"), ("04171981", "04/17/1981"), ("t", "11/23/2026"), ("t-1", "11/22/2026"),
        ("2/29/24", "02/29/2024"), ("1/1/75", "01/01/1975"),
    ])
    func `a two-digit year of birth is never later than today`(text: String, date: String) {
        #expect(Reading(text, as: BirthDate.self) == .value(date))
    }

    @Test(arguments: ["11/24/2026", "1/1/2027", "t+1", "+1y", "12/31/9999", "1/1/1899", "2/29/26"])
    func `a birth in the future is malformed`(text: String) {
        #expect(Reading(text, as: BirthDate.self) == .malformed)
    }

    @Test func `a short year of birth settles, and grows only where a full year can follow`() {
        #expect(BirthDate.settled("4/17/81", in: .test) == "04/17/1981")
        #expect(!Entry<BirthDate>("4/17/81", in: .test).mayGrow)
        #expect(!Entry<BirthDate>("4/17/99", in: .test).mayGrow)
        #expect(Entry<BirthDate>("4/17/20", in: .test).mayGrow)
    }
}
