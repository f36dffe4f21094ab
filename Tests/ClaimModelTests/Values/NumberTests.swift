import ClaimModel
import Testing

struct MoneyTests {
    @Test(arguments: [
        ("210", 21_000, "$210.00"), ("210.5", 21_050, "$210.50"), ("$1,234.56", 123_456, "$1,234.56"),
        (".50", 50, "$0.50"), ("0", 0, "$0.00"), ("9,999,999.99", 999_999_999, "$9,999,999.99"), ("$ 5", 500, "$5.00"),
        ("5.", 500, "$5.00"), ("007", 700, "$7.00"), ("1000", 100_000, "$1,000.00"),
    ])
    func `an amount is dollars and cents`(text: String, cents: Int, shown: String) {
        let money = Entry<Money>(text, in: .test).value
        #expect(money?.cents == cents)
        #expect(money?.currency == shown)
    }

    @Test(arguments: [
        ("$", Reading.incomplete), (".", .incomplete), ("1,", .incomplete), ("1,2", .incomplete), ("-5", .malformed),
        ("(5.00)", .malformed), ("1.234", .malformed), ("1,23.4", .malformed), ("12,34,5", .malformed),
        ("1,2345", .malformed), (",5", .malformed), ("10000000", .malformed), ("1.2.3", .malformed),
        ("5 0", .malformed),
        ("$$5", .malformed), ("1e3", .malformed), ("99999999999999999999999", .malformed), ("5USD", .malformed),
    ])
    func `what is no amount`(text: String, reading: Reading) {
        #expect(Reading(text, as: Money.self) == reading)
    }

    @Test func `amounts add and subtract`() {
        #expect(Money(cents: 21_000) + Money(cents: 4_500) == Money(cents: 25_500))
        #expect((Money.zero - Money(cents: 5)).description == "-0.05")
        #expect(Money(cents: -123_456).currency == "-$1,234.56")
    }
}

struct CountTests {
    @Test(
        arguments: [("1", "1", 1), ("2.50", "2.5", nil), ("1.000", "1", 1), ("0.125", "0.125", nil), ("0", "0", 0)]
            as [(String, String, Int?)])
    func `units show no idle zeros`(text: String, shown: String, whole: Int?) {
        let units = Entry<Units>(text, in: .test).value
        #expect(units?.description == shown)
        #expect(units?.whole == whole)
        #expect(units?.isWhole == (whole != nil))
    }

    @Test(arguments: ["-1", "1.2345", "123456789", "123456.789", "one", "1,5"])
    func `what is no number of units`(text: String) {
        #expect(Reading(text, as: Units.self) == .malformed)
    }

    @Test func `whole numbers keep to their range`() {
        #expect(Reading("9999", as: Count.self) == .value("9999"))
        #expect(Reading("10000", as: Count.self) == .malformed)
        #expect(Reading("1441", as: Minutes.self) == .malformed)
        #expect(Reading("0", as: LineNumber.self) == .incomplete)
        #expect(Reading("00", as: LineNumber.self) == .malformed)
        #expect(Reading("51", as: LineNumber.self) == .malformed)
        #expect(Reading("100", as: ScoreTotal.self) == .malformed)
        #expect(Reading("8.5", as: Count.self) == .malformed)
    }
}

struct DosageTests {
    @Test(arguments: [
        ("35", 35_000, "35 mg"), ("35 mg", 35_000, "35 mg"), ("0.5 g", 500_000, "500 mg"),
        ("35.5mg", 35_500, "35.5 mg"),
        ("500 mcg", 500, "0.5 mg"), ("500ug", 500, "0.5 mg"), ("500 \u{B5}g", 500, "0.5 mg"),
        ("0.0355 g", 35_500, "35.5 mg"),
        ("35 MG", 35_000, "35 mg"), ("0", 0, "0 mg"), (".5", 500, "0.5 mg"),
    ])
    func `a dose is an amount of drug`(text: String, micrograms: Int, shown: String) {
        let dose = Entry<Dose>(text, in: .test).value
        #expect(dose?.micrograms == micrograms)
        #expect(dose?.description == shown)
    }

    @Test(arguments: [("50 mg/mL", "concentration"), ("50mg/", "concentration"), ("0.5 mg/kg", "per kilogram")])
    func `a concentration is no dose, and the message says so`(text: String, words: String) {
        let reason = Entry<Dose>(text, in: .test).unreadable
        #expect(reason?.kind == .malformed)
        #expect(reason?.message.contains(words) == true)
    }

    @Test(arguments: [
        ("35 m", Reading.incomplete), ("0.0355", .incomplete), ("35 mc", .incomplete), ("mg", .malformed),
        ("35 ml", .malformed), ("-35", .malformed), ("1234567", .malformed), ("0.0355 mg", .malformed),
        ("35 mgs", .malformed), ("3 5", .malformed), ("0.5 mcg", .malformed),
    ])
    func `what is no dose`(text: String, reading: Reading) {
        #expect(Reading(text, as: Dose.self) == reading)
    }

    @Test(arguments: [
        ("70", 70_000, "70 kg"), ("70 kg", 70_000, "70 kg"), ("154 lb", 69_853, "154 lb"), ("154lbs", 69_853, "154 lb"),
        ("70.25KG", 70_250, "70.25 kg"), ("0", 0, "0 kg"), ("1 lb", 454, "1 lb"),
    ])
    func `a weight keeps its unit and counts grams`(text: String, grams: Int, shown: String) {
        let weight = Entry<Weight>(text, in: .test).value
        #expect(weight?.grams == grams)
        #expect(weight?.description == shown)
    }

    @Test(arguments: ["-70", "kg", "70 stone", "70.1234", "12345", "70 kgx"])
    func `what is no weight`(text: String) {
        #expect(Reading(text, as: Weight.self) == .malformed)
    }
}

struct QuantityTests {
    @Test(arguments: [
        (35_000, 50, 3, 700), (56_000, 50, 3, 1_120), (35_000, 100, 1, 400), (34_900, 100, 1, 300),
        (35_000, 100, 2, 350),
        (10_000, 30, 3, 333), (20_000, 30, 3, 667), (25_000, 50, 0, 1_000), (24_999, 50, 0, 0),
    ])
    func `a dose in milliliters is rounded half up`(dose: Int, strength: Int, decimals: Int, thousandths: Int) {
        let quantity = Quantity(
            dose: Dose(micrograms: dose), strengthMilligramsPerMilliliter: strength, decimals: decimals)
        #expect(quantity?.thousandths == thousandths)
    }

    @Test func `a quantity that cannot be is none`() {
        #expect(Quantity(dose: Dose(micrograms: 1), strengthMilligramsPerMilliliter: 0) == nil)
        #expect(Quantity(dose: Dose(micrograms: -1), strengthMilligramsPerMilliliter: 50) == nil)
        #expect(Quantity(dose: Dose(micrograms: .max), strengthMilligramsPerMilliliter: 50) == nil)
        #expect(Quantity(dose: Dose(micrograms: 1), strengthMilligramsPerMilliliter: .max) == nil)
        #expect(Quantity(dose: Dose(micrograms: 1), strengthMilligramsPerMilliliter: 50, decimals: 4) == nil)
    }

    @Test(arguments: [("0.7", 1), ("35", 0), ("1.12", 2), ("0.125", 3), ("0.700", 1)])
    func `a quantity knows the decimals that it needs`(text: String, decimals: Int) {
        #expect(Entry<Quantity>(text, in: .test).value?.decimals == decimals)
    }

    @Test(arguments: ["-1", "123456789", "0.1234", "0,7", "0.7 mL"])
    func `what is no quantity`(text: String) {
        #expect(Reading(text, as: Quantity.self) == .malformed)
    }
}
