import ClaimModel
import CodeSets
import Testing

@testable import ClaimRules

@Suite struct ArithmeticTests {
    @Test(arguments: [
        (0, false, 0), (15, false, 0), (16, true, 0), (60, true, 0), (90, true, 0), (91, true, 1), (150, true, 1),
        (151, true, 2), (210, true, 2), (211, true, 3), (1440, true, 23), (Int.max, true, (Int.max - 31) / 60),
        (Int.min, false, 0),
    ])
    func `minutes allow a first hour from 16 and a further one from 91`(minutes: Int, isInfusion: Bool, more: Int) {
        let time = InfusionTime(minutes: minutes)
        #expect(time.isInfusion == isInfusion)
        #expect(time.additionalHours == more)
    }

    @Test(arguments: [
        (15, "15 min: a push, 96374"), (40, "40 min: 96365"), (95, "95 min: 96365 and 1 x 96366"),
    ])
    func `minutes in words`(minutes: Int, words: String) {
        #expect(InfusionTime(minutes: minutes).text == words)
    }

    @Test(arguments: [
        ("35", "70 kg", "0.5 mg/kg"), ("56", "80", "0.7 mg/kg"), ("35", "154 lb", "0.5 mg/kg"),
        ("1", "3", "0.33 mg/kg"),
        ("0.005", "1", "0.01 mg/kg"), ("999999.999 g", "0.001", "999999999000 mg/kg"),
    ])
    func `dose for each kilogram`(dose: String, weight: String, words: String) throws {
        #expect(try DosePerWeight(dose: .typed(dose), weight: .typed(weight))?.text == words)
    }

    @Test func `no weight, no dose for each kilogram`() throws {
        #expect(try DosePerWeight(dose: .typed("35"), weight: .typed("0")) == nil)
        #expect(DosePerWeight(dose: Dose(micrograms: .max), weight: Weight(grams: 1)) == nil)
    }

    @Test(arguments: [
        // Below, within, above 0.3 to 1 mg/kg at 70 kg, to the microgram.
        ("20.999", false, true), ("21", true, true), ("70", true, true), ("70.001", true, false),
    ])
    func `the bounds of a dose range belong to it`(dose: String, isAtLeast: Bool, isAtMost: Bool) throws {
        let dose = try #require(try DosePerWeight(dose: .typed(dose), weight: .typed("70 kg")))
        let range = PolicySettings.DoseRange(lowest: 0.3, highest: 1.0)
        #expect(!dose.isBelow(thousandths: range.lowestThousandths) == isAtLeast)
        #expect(!dose.isAbove(thousandths: range.highestThousandths) == isAtMost)
    }

    @Test(arguments: [Double.nan, -Double.infinity, -1, 0])
    func `a range of no numbers is no trap`(number: Double) {
        #expect(PolicySettings.DoseRange(lowest: number, highest: .infinity).lowestThousandths == 0)
    }

    @Test(arguments: [
        ("35", 50_000, 3, "0.7", "35 mg / 50 mg/mL = 0.7 mL"),
        ("56", 50_000, 3, "1.12", "56 mg / 50 mg/mL = 1.12 mL"),
        ("35", 10_000, 2, "3.5", "35 mg / 10 mg/mL = 3.5 mL"),
        ("0.25", 50_000, 2, "0.01", "0.25 mg / 50 mg/mL = 0.01 mL, rounded"),
        ("0.249", 50_000, 2, "0", "0.249 mg / 50 mg/mL = 0 mL, rounded"),
        ("20", 30_000, 3, "0.667", "20 mg / 30 mg/mL = 0.667 mL, rounded"),
        ("26.25", 50_000, 1, "0.5", "26.25 mg / 50 mg/mL = 0.5 mL, rounded"),
        ("27.5", 50_000, 1, "0.6", "27.5 mg / 50 mg/mL = 0.6 mL, rounded"),
        ("35", 50_000, 99, "0.7", "35 mg / 50 mg/mL = 0.7 mL"),
        ("35", 50_000, -1, "1", "35 mg / 50 mg/mL = 1 mL, rounded"),
    ])
    func `dose divided by strength`(
        dose: String, strength: Int, decimals: Int, quantity: String, words: String
    ) throws {
        let drug = try #require(
            try DrugQuantity(dose: .typed(dose), microgramsPerMilliliter: strength, decimals: decimals))
        #expect(drug.quantity.description == quantity)
        #expect(drug.text == words)
    }

    @Test func `no strength, no quantity`() {
        #expect(DrugQuantity(dose: Dose(micrograms: 35_000), microgramsPerMilliliter: 0) == nil)
        #expect(DrugQuantity(dose: Dose(micrograms: .max), microgramsPerMilliliter: 1) == nil)
    }

    @Test(arguments: [
        // 0.7 mL expected: 0.01 mL either way.
        ("35", "0.7", true), ("35", "0.69", true), ("35", "0.71", true), ("35", "0.689", false), ("35", "0.711", false),
        ("35", "35", false), ("35", "0", false), ("35", "99999999.999", false),
        // 10 mL expected: one percent either way.
        ("500", "9.9", true), ("500", "10.1", true), ("500", "9.899", false), ("500", "10.101", false),
    ])
    func `a billed quantity agrees within 0.01 mL or one percent`(dose: String, billed: String, agrees: Bool) throws {
        let drug = try #require(try DrugQuantity(dose: .typed(dose), microgramsPerMilliliter: 50_000))
        #expect(try drug.agrees(with: .typed(billed)) == agrees)
    }

    @Test func `a quantity rounded as the payer rounds agrees`() throws {
        let drug = try #require(
            try DrugQuantity(dose: .typed("26.25"), microgramsPerMilliliter: 50_000, decimals: 1))
        #expect(try drug.agrees(with: .typed("0.5")))
        #expect(try !drug.agrees(with: .typed("0.6")))
    }

    @Test(arguments: [
        (Instrument.phq9, 0, "0 of 27, minimal"), (.phq9, 4, "4 of 27, minimal"), (.phq9, 5, "5 of 27, mild"),
        (.phq9, 9, "9 of 27, mild"), (.phq9, 10, "10 of 27, moderate"), (.phq9, 14, "14 of 27, moderate"),
        (.phq9, 15, "15 of 27, moderately severe"), (.phq9, 19, "19 of 27, moderately severe"),
        (.phq9, 20, "20 of 27, severe"), (.phq9, 27, "27 of 27, severe"), (.phq9, 28, "28 of 27, out of range"),
        (.madrs, 60, "60 of 60, severe"), (.hamd, 53, "53 of 52, out of range"),
    ])
    func `scores and their bands`(instrument: Instrument, total: Int, words: String) {
        #expect(ScoreReading(instrument, total: total).text == words)
    }

    @Test(arguments: [
        (22, 11, true, "22 to 11, 50% lower"), (22, 12, false, "22 to 12, 45% lower"),
        (21, 11, false, "21 to 11, 47% lower"),
        (20, 20, false, "20 to 20, unchanged"), (10, 15, false, "10 to 15, 50% higher"),
        (9, 0, true, "9 to 0, 100% lower"),
    ])
    func `how much lower a score is`(baseline: Int, now: Int, halved: Bool, words: String) throws {
        let change = try #require(ScoreChange(from: baseline, to: now))
        #expect(change.isLower(byPercent: 50) == halved)
        #expect(change.text == words)
    }

    @Test func `nothing is a percentage of zero`() {
        #expect(ScoreChange(from: 0, to: 5) == nil)
        #expect(ScoreChange(from: .max, to: .min) == nil)
    }

    @Test(arguments: [
        ("0143-9508-01", "= 00143950801"), ("42023-113-10", "= 42023011310"), ("71872-7296-1", "= 71872729601"),
        ("00143950801", "= 00143950801"), ("0143950801", "could be 00143950801, 01439050801 or 01439508001"),
        ("4202311310", "could be 42023011310, 04202311310 or 42023113100"), ("", ""), ("0143-95", ""), ("ABC", ""),
        ("001431950801", ""), ("🧪", ""),
    ])
    func `the label's code as eleven digits, the known candidate first`(text: String, words: String) throws {
        let reading = NDCReading(of: Entry(text, in: ClaimExample.parsing), books: try .shipped())
        #expect(reading.text == words)
    }

    @Test func `the deadline counts from the service, near at four fifths`() throws {
        var draft = ClaimExample.sample.draft
        let policy = try PolicyLibrary().policy(for: draft).with { $0.filingDays = Setting(365) }
        let deadline = try #require(FilingDeadline(of: draft, under: policy))
        #expect(deadline.last.iso == "2027-11-10")
        #expect(!deadline.isNear(on: deadline.from + 291))
        #expect(deadline.isNear(on: deadline.from + 292))
        #expect(!deadline.hasPassed(on: deadline.last))
        #expect(deadline.hasPassed(on: deadline.last + 1))
        draft.type("7", at: Place(.frequency), in: ClaimExample.parsing)
        #expect(FilingDeadline(of: draft, under: policy) == nil)
    }

    @Test(arguments: [true, false])
    func `a later payer's limit counts from the remittance before it, unless its policy says otherwise`(
        isFromService: Bool
    ) throws {
        let example = ClaimExample.secondary.whenPolicy {
            $0.filingDays = Setting(90)
            $0.filingMonths = nil
            $0.filingFromService = Setting(isFromService)
        }
        let policy = try example.context(books: Desk.books.get(), library: Desk.library.get()).policy
        let (draft, from) = (example.draft, FilingDeadline(of: example.draft, under: policy)?.from)
        #expect(from == (isFromService ? draft.firstServiceDay : draft.adjudication.primary.date.value))
        #expect(try PolicyLibrary().policies.first { $0.id == "medicare" }?.value(of: \.filingFromService) == true)
    }

    @Test(arguments: [(12, "2027-11-10"), (Int.max, nil), (-1, nil)])
    func `a limit in months`(months: Int, last: String?) throws {
        let draft = ClaimExample.sample.draft
        let policy = try PolicyLibrary().generic.with { $0.filingMonths = Setting(months) }
        #expect(FilingDeadline(of: draft, under: policy)?.last.iso == last)
    }

    @Test func `a line's figures are shown as it is keyed`() throws {
        let draft = ClaimExample.longInfusion.draft
        let library = try PolicyLibrary()
        let context = Context(
            books: try .shipped(), policy: library.policy(for: draft), today: ClaimExample.today)
        let infusion = try #require(LineFigures(row: 0, of: draft, in: context))
        #expect(infusion.infusion?.text == "95 min: 96365 and 1 x 96366")
        let drug = try #require(LineFigures(row: 2, of: draft, in: context))
        #expect(drug.dosePerWeight?.text == "0.7 mg/kg")
        #expect(drug.quantity?.text == "56 mg / 50 mg/mL = 1.12 mL")
        #expect(drug.ndc.text == "= 00143950801")
        #expect(LineFigures(row: 3, of: draft, in: context) == nil)
    }
}

extension Parsed {
    static func typed(_ text: String) throws -> Self { try Self(parsing: text, in: ClaimExample.parsing) }
}

extension Policy {
    func with(_ change: (inout PolicySettings) -> Void) -> Policy {
        var copy = self
        change(&copy.settings)
        return copy
    }
}
