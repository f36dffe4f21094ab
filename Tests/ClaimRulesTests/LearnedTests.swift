import ClaimModel
import Testing

@testable import ClaimRules

/// What remittances teach: counts by payer, code pair and rule, and nothing below three cases.
@Suite struct LearnedTests {
    private static let billed = ClaimExample.sample.with(.payerIdentifier, "29076").draft

    /// The infusion is paid; the drug is paid, or denied for its NDC.
    private static func remittance(_ isDenied: Bool, processed: String = "1") -> ClaimAnswer {
        var answer = ClaimAnswer(.remittance, account: "C-1001")
        answer.processed = processed
        var infusion = AnsweredLine(procedure: "96365", charge: 21000, paid: 15000)
        infusion.adjustments = [Adjustment(group: "CO", reason: "45", cents: 6000)]
        infusion.codes = [.denial(.carc("45"))]
        var drug = AnsweredLine(procedure: "J3490", charge: 4500, paid: isDenied ? 0 : 4500)
        if isDenied {
            drug.adjustments = [Adjustment(group: "CO", reason: "16", cents: 4500)]
            drug.codes = [.denial(.carc("16")), .denial(.rarc("M119"))]
        }
        answer.lines = [infusion, drug]
        return answer
    }

    private func learned(denied: Int, paid: Int, from draft: ClaimDraft = billed) -> Learned {
        let answers = Array(repeating: true, count: denied) + Array(repeating: false, count: paid)
        return Learned(
            answers.flatMap { Lesson.all(from: Self.remittance($0), to: draft) }.map { (lesson: $0, count: 1) })
    }

    private func finding(with learned: Learned) throws -> Finding {
        let example = ClaimExample(title: "", draft: Self.billed).with(.lineNDC, row: 1, "")
        let context = example.context(books: try Desk.books.get(), library: try Desk.library.get())
        let taught = Context(books: context.books, policy: context.policy, today: context.today, learned: learned)
        return try #require(validate(example.draft, in: taught).first { $0.rule.prevents.contains(.rarc("M119")) })
    }

    @Test func `a code pair is counted with the reasons of its denials`() throws {
        let learned = learned(denied: 4, paid: 1)
        let pair = try #require(learned.all.first { $0.code == "J3490" && $0.companion == "96365" })
        #expect(pair.denied == 4 && pair.paid == 1)
        let payer = Self.billed.payer.name.text
        #expect(pair.sentence == "\(payer) denied J3490 with 96365 4 of 5 times: CARC 16, M119.")
        let infusion = try #require(learned.all.first { $0.code == "96365" && $0.companion.isEmpty })
        #expect(infusion.denied == 0 && infusion.paid == 5)
    }

    @Test func `it is said on the finding and in the forecast`() throws {
        let finding = try finding(with: learned(denied: 4, paid: 1))
        #expect(finding.learned?.hasSuffix("denied J3490 with 96365 4 of 5 times: CARC 16, M119.") == true)
        let forecast = DenialForecast(of: [finding], on: Self.billed)
        #expect(forecast.entries.contains { $0.learned == finding.learned })
        let other = learned(denied: 4, paid: 1, from: ClaimExample.sample.with(.payerIdentifier, "60054").draft)
        #expect(try self.finding(with: other).learned == nil)
    }

    @Test func `below three cases nothing is said`() throws {
        #expect(learned(denied: 2, paid: 0).all.isEmpty)
        #expect(try finding(with: learned(denied: 2, paid: 0)).learned == nil)
        #expect(try finding(with: learned(denied: 2, paid: 1)).learned?.contains("2 of 3 times") == true)
        #expect(try finding(with: learned(denied: 0, paid: 9)).learned == nil)
    }

    @Test func `claims on which a warning was overridden are counted by its rule`() throws {
        let rule = try #require(Rule.all.first { $0.prevents.contains(.rarc("M119")) }).id
        var draft = Self.billed
        draft.overrides = [rule, "TM-010"].map {
            Override(
                rule: $0, place: "line.start[1]", reason: "seen", by: "L. Lead", on: ClaimExample.today, inputs: [:])
        }
        let learned = learned(denied: 1, paid: 2, from: draft)
        let record = try #require(learned.all.first { $0.rule == rule })
        #expect(record.denied == 1 && record.paid == 2)
        #expect(record.sentence.contains("denied 1 of 3 claims with \(rule) overridden: CARC 16, M119."))
        // What has nothing to do with the reason is not blamed for it.
        let other = try #require(learned.all.first { $0.rule == "TM-010" })
        #expect(other.sentence.contains("denied 0 of 3 claims with TM-010 overridden."))
    }

    @Test func `what decides nothing teaches nothing`() {
        for processed in ["22", "23", "25", ""] {
            #expect(Lesson.all(from: Self.remittance(true, processed: processed), to: Self.billed).isEmpty)
        }
        var deductible = Self.remittance(true)
        deductible.lines[1].adjustments = [Adjustment(group: "PR", reason: "1", cents: 4500)]
        deductible.lines[1].codes = [.denial(.carc("1"))]
        #expect(Lesson.all(from: deductible, to: Self.billed).filter(\.isDenied).isEmpty)
        var secondary = Self.remittance(true)
        secondary.lines[1].codes = [.denial(.carc("23"))]
        #expect(Lesson.all(from: secondary, to: Self.billed).filter(\.isDenied).isEmpty)
    }

    @Test func `a claim denied as a whole teaches of each of its lines`() {
        var denial = ClaimAnswer(.remittance, account: "C-1001")
        (denial.processed, denial.paid, denial.codes) = ("4", 0, [.denial(.carc("197"))])
        let lessons = Lesson.all(from: denial, to: Self.billed).filter(\.companion.isEmpty)
        #expect(lessons.map(\.code) == ["96365", "J3490"])
        #expect(lessons.allSatisfy { $0.isDenied && $0.reasons == [.carc("197")] })
    }

    @Test func `what is allowed below the office's fee is flagged`() throws {
        let context = ClaimExample.sample.context(books: try Desk.books.get(), library: try Desk.library.get())
        func flagged(_ fees: [FeeTable.Fee], _ answer: ClaimAnswer = Self.remittance(false)) -> [Underpayment] {
            AnswerReading(
                of: answer, to: Self.billed, findings: [],
                in: Context(books: context.books, policy: context.policy, today: context.today, fees: FeeTable(fees))
            ).underpayments
        }
        let any = FeeTable.Fee(payer: "", code: "96365", cents: 16000)
        #expect(flagged([any]).map(\.text) == ["96365: allowed $150.00, $10.00 below the office's fee of $160.00."])
        let own = FeeTable.Fee(payer: "29076", code: "96365", cents: 15000)
        #expect(flagged([own, any]).isEmpty && flagged([]).isEmpty)
        let past = FeeTable.Fee(payer: "29076", code: "96365", cents: 99900, to: Day(iso: "2020-12-31"))
        #expect(flagged([past]).isEmpty)
        var shared = Self.remittance(false)
        shared.lines[0].adjustments.append(Adjustment(group: "PR", reason: "2", cents: 1000))
        #expect(flagged([any], shared).isEmpty)
        #expect(flagged([any], Self.remittance(false, processed: "2")).isEmpty)
        #expect(flagged([FeeTable.Fee(payer: "", code: "J3490", cents: 9900)], Self.remittance(true)).isEmpty)
    }
}
