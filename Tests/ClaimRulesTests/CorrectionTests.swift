import ClaimModel
import Testing

@testable import ClaimRules

/// How a claim is sent again: which frequency, with which number, and why.
struct CorrectionTests {
    private func answer(
        _ status: ClaimStatus?, number: String = "", codes: [AnswerCode] = [], kind: ClaimAnswer.Kind = .remittance
    ) -> ClaimAnswer {
        var answer = ClaimAnswer(kind, account: "C-1001")
        answer.status = status
        answer.payerControlNumber = number
        answer.codes = codes
        return answer
    }

    private func ways(_ example: ClaimExample, _ status: ClaimStatus, _ answers: [ClaimAnswer]) throws -> [Correction] {
        let context = example.context(books: try Desk.books.get(), library: try Desk.library.get())
        return Correction.ways(for: example.draft, status: status, answers: answers, in: context)
    }

    @Test(arguments: [ClaimStatus.accepted, .denied, .partlyPaid, .paid])
    func `What the payer took in is replaced under its number`(status: ClaimStatus) throws {
        let ways = try ways(.sample, status, [answer(.accepted, kind: .status), answer(status, number: "26314000551")])
        #expect(ways.map(\.frequency) == [.replacement, .original, .void])
        #expect(ways.map(\.originalReference) == ["26314000551", "", "26314000551"])
        #expect(ways[0].reason.contains("accepts corrected claims"))
    }

    @Test func `A front-end rejection is resubmitted as a new claim, without a claim number`() throws {
        let ways = try ways(.sample, .rejected, [answer(.rejected, codes: [.status("562")], kind: .status)])
        #expect(ways.first?.frequency == .original && ways.first?.originalReference == "")
        #expect(ways.first?.reason.contains("Rejected before the payer accepted it") == true)
        #expect(!ways.contains { $0.frequency == .void })
    }

    @Test func `It is a new claim also when it has been edited since and is a draft`() throws {
        for status in [ClaimStatus.draft, .flagged, .clean, .ready] {
            #expect(try ways(.sample, status, [answer(.rejected)]).first?.frequency == .original)
        }
    }

    @Test func `What was unprocessable is resubmitted as a new claim`() throws {
        let ways = try ways(
            .sample, .denied, [answer(.denied, number: "26314000551", codes: [.denial(.rarc("MA130"))])])
        #expect(ways.first?.frequency == .original)
        #expect(ways.first?.reason.contains("MA130") == true)
        let keyed = try self.ways(.sample.with(.recordedDenial, "16 MA130"), .denied, [])
        #expect(keyed.first?.frequency == .original)
    }

    @Test func `A payer that does not accept corrected claims gets a new claim, and the words say who says so`() throws
    {
        let denied = [answer(.denied, number: "26314000551")]
        for example in [ClaimExample.medicare(.sample), .sample.whenPolicy { $0.acceptsReplacement = Setting(false) }] {
            let ways = try ways(example, .denied, denied)
            #expect(ways.map(\.frequency) == [.original])
            #expect(ways[0].originalReference == "" && ways[0].reason.contains("does not accept corrected claims"))
        }
    }

    @Test func `Where the policy does not say, it is a replacement, and the words say that nobody knows`() throws {
        let unsaid = ClaimExample.sample.whenPolicy { $0.acceptsReplacement = nil }
        let ways = try ways(unsaid, .denied, [answer(.denied, number: "26314000551")])
        #expect(ways.first?.frequency == .replacement)
        #expect(ways.first?.reason.contains("is not known") == true)
    }

    @Test func `A number that no answer says is left blank and asked for`() throws {
        for (status, answers) in [(ClaimStatus.denied, [answer(.denied)]), (.submitted, [])] {
            let ways = try ways(.sample, status, answers)
            #expect(ways.first?.frequency == .replacement && ways.first?.originalReference == "")
            #expect(ways.first?.reason.contains("No response has the payer's claim number") == true)
        }
    }

    @Test func `A replacement that was rejected is the same replacement again`() throws {
        let answers = [answer(.denied, number: "26314000551"), answer(.rejected, kind: .status)]
        let ways = try ways(.replacement, .rejected, answers)
        #expect(ways.first?.frequency == .replacement && ways.first?.originalReference == "26314000551")
        let unknown = answers + [answer(.rejected, codes: [.status("35")], kind: .status)]
        #expect(try self.ways(.replacement, .rejected, unknown).first?.frequency == .original)
    }

    @Test func `A replacement that was decided on is replaced under its own number`() throws {
        let ways = try ways(.replacement, .denied, [answer(.denied, number: "1"), answer(.denied, number: "2")])
        #expect(ways.first?.originalReference == "2")
    }

    @Test func `What was never sent cannot be sent again`() throws {
        for status in [ClaimStatus.draft, .flagged, .clean, .ready, .held, .voided] {
            #expect(try ways(.sample, status, []).isEmpty)
        }
    }

    @Test func `After a void was accepted only a new claim is left`() throws {
        for status in [ClaimStatus.voidAccepted, .voided] {
            let ways = try ways(.sample, status, [answer(.paid, number: "1"), answer(.voidAccepted, number: "2")])
            #expect(ways.map(\.frequency) == [.original] && ways.allSatisfy(\.originalReference.isEmpty))
        }
    }

    @Test func `The claim takes the frequency, the number, and what it was denied for`() throws {
        var denial = answer(.partlyPaid, number: "26314000551")
        var paid = AnsweredLine(procedure: "96365", charge: 21000, paid: 15000)
        paid.adjustments = [Adjustment(group: "CO", reason: "45", cents: 6000)]
        var unpaid = AnsweredLine(procedure: "J3490", charge: 4500, paid: 0)
        unpaid.adjustments = [Adjustment(group: "CO", reason: "16", cents: 4500)]
        unpaid.codes = [.denial(.carc("16")), .denial(.rarc("M119"))]
        denial.lines = [paid, unpaid]
        let way = try #require(try ways(.sample, .partlyPaid, [denial]).first)
        var draft = ClaimExample.sample.draft
        draft.correct(as: way, after: [denial], in: ClaimExample.parsing)
        let expected = ClaimExample.sample.with(.frequency, "7").with(.originalReference, "26314000551")
            .with(.recordedDenial, "CO-16 M119")
        #expect(draft == expected.draft)
        draft = ClaimExample.sample.with(.recordedDenial, "39").draft
        draft.correct(as: way, after: [denial], in: ClaimExample.parsing)
        #expect(draft.identity.recordedDenial.text == "39")
    }

    @Test func `A long denial is kept as far as its field goes, in whole codes`() {
        var denial = answer(.denied)
        denial.adjustments = (100..<140).map { Adjustment(group: "CO", reason: String($0), cents: 1) }
        #expect(denial.denial.hasPrefix("CO-100 CO-101") && denial.denial.count <= 60)
        #expect(denial.denial.split(separator: " ").allSatisfy { $0.count == 6 })
    }

    @Test func `The rules find the corrected claim as it should be`() throws {
        let number = answer(.denied, number: "26314000551")
        for (answers, status) in [([number], ClaimStatus.denied), ([answer(.rejected)], .rejected)] {
            var example = ClaimExample.sample
            let way = try #require(try ways(example, status, answers).first)
            example.draft.correct(as: way, after: answers, in: ClaimExample.parsing)
            let context = example.context(books: try Desk.books.get(), library: try Desk.library.get())
            let found = validate(example.draft, in: context).filter {
                $0.rule.id.hasPrefix("RS-") && $0.severity != .note
            }
            #expect(found.map(\.rule.id) == [])
        }
    }
}
