import ClaimModel
import ClaimRules
import Foundation
import Testing
import TextKit

@testable import ClaimExchange

/// What an 835 says beside the claims, and how it says what became of them.
@Suite struct RemittanceTests {
    private func read(_ segments: [String]) throws -> [AnswerReader.Item] {
        var reader = AnswerReader(AnswerTests.file("835", "005010X221A1", segments))
        var items: [AnswerReader.Item] = []
        while let item = try reader.next() { items.append(item) }
        return items
    }

    private func claims(_ items: [AnswerReader.Item]) -> [ClaimAnswer] {
        items.compactMap { if case .value(.claim(let answer)) = $0 { answer } else { nil } }
    }

    private func payments(_ items: [AnswerReader.Item]) -> [RemittancePayment] {
        items.compactMap { if case .value(.payment(let payment)) = $0 { payment } else { nil } }
    }

    static let head = [
        "BPR*I*95*C*ACH************20261120", "TRN*1*EFT-77*1512345678", "DTM*405*20261119", "N1*PR*SAMPLE PAYER",
        "LX*1",
    ]

    @Test(arguments: [
        ("1", ClaimStatus.paid, "processed as primary"), ("2", .paid, "processed as secondary"),
        ("3", .paid, "processed as tertiary"), ("19", .paid, "crossed over"), ("20", .paid, "crossed over"),
        ("21", .paid, "crossed over"), ("22", .reversed, "reversal"), ("23", .pending, "not this payer's claim"),
        ("25", nil, "estimate"),
    ])
    func `how the claim was processed is said`(_ code: String, _ status: ClaimStatus?, _ words: String) throws {
        let items = try read(Self.head + ["CLP*C-1*\(code)*100*100**CI*263*11*1"])
        let answer = try #require(claims(items).first)
        #expect(answer.status == status && answer.processedText?.contains(words) == true)
        #expect(answer.headline.contains(words))
    }

    @Test func `the payment is reported with what is withheld`() throws {
        let items = try read(
            Self.head + ["CLP*C-1*1*100*100**CI*263*11*1", "PLB*1234567893*20261231*WO:OLD-1*7.5*L6*-2.5"])
        let payment = try #require(payments(items).first)
        #expect(payment.number == "EFT-77" && payment.date == Day(iso: "2026-11-20") && payment.amount == 9500)
        #expect(payment.adjustments.map(\.cents) == [750, -250] && payment.missing == 0)
        #expect(payment.text.contains("overpayment taken back, $7.50 withheld, reference OLD-1"))
        #expect(claims(items).first?.payment == "EFT-77" && claims(items).first?.date == payment.date)
    }

    @Test func `a payment that does not add up says by how much`() throws {
        let payment = try #require(payments(try read(Self.head + ["CLP*C-1*1*100*100**CI*263*11*1"])).first)
        #expect(payment.missing == 500 && payment.text.contains("claims less PLB exceed the payment by $5.00"))
    }

    @Test func `each transaction is a payment of its own`() throws {
        let one = AnswerTests.file("835", "005010X221A1", Self.head + ["CLP*C-1*1*95*95**CI*263*11*1"])
        var reader = AnswerReader(one + one)
        var count = 0
        while let item = try reader.next() { if case .value(.payment) = item { count += 1 } }
        #expect(count == 2)
    }

    @Test func `where BPR names no day the remittance's day is used`() throws {
        let head = Self.head.map { $0.replacing("************20261120", with: "***********20261120") }
        #expect(claims(try read(head + ["CLP*C-1*1*95*95**CI*263"])).first?.date == Day(iso: "2026-11-19"))
    }

    @Test func `the form of a later payer says what was paid before`() throws {
        let form = try #require(CMS1500.forms(of: try AdjudicationTests.secondary()).first)
        #expect(form.lower.first { $0.number == "29" }?.content == "200 00")
    }

    @Test func `a claim that does not add up is said`() throws {
        let items = try read(
            Self.head + [
                "CLP*C-1*1*100*95**CI*263*11*1", "SVC*HC:96365*100*95**1", "CAS*CO*45*4", "CLP*C-2*1*10*0*10*CI*263",
                "CAS*PR*1*10",
            ])
        let answers = claims(items)
        #expect(answers.first?.imbalances.count == 2)
        #expect(answers.first?.imbalances.first?.contains("charged $100.00, adjusted $4.00, paid $95.00") == true)
        #expect(answers.last?.imbalances.isEmpty == true)
    }

    @Test func `the patient's share that is not that of the adjustments is said`() throws {
        let items = try read(
            Self.head + [
                "CLP*C-1*1*100*75*20*CI*263*11*1", "SVC*HC:96365*100*75**1", "CAS*PR*2*25",
                "CLP*C-2*1*100*80*20*CI*264*11*1", "SVC*HC:96365*100*80**1", "CAS*PR*2*20",
                "CLP*C-3*22*-100*-80**CI*264*11*1", "CAS*PR*2*-20", "CLP*C-4*1*100*80**CI*265*11*1",
                "SVC*HC:96365*90*80**1", "CAS*CO*45*10", "CAS*CO*45*10",
            ])
        let answers = claims(items)
        #expect(answers.map { $0.disagreements.map(\.kind) } == [[.patientResponsibility], [], [], [.line, .charges]])
        #expect(answers[0].imbalances == ["the patient's share does not add up: CLP05 $20.00, PR adjustments $25.00"])
        let report = AnswerReport(answers[0], to: nil, in: try Desk.context())
        #expect(report.text(.ascii).contains("CLP05 $20.00, PR adjustments $25.00"))
        let json = report.json(isMatched: false)
        #expect(json.contains("\"patient_responsibility\"") && json.contains("\"imbalances\""))
        let payment = try #require(payments(items).first)
        #expect(payment.json.contains("\"imbalance\": \"does not add up: claims less PLB"))
    }

    @Test func `what the payer has otherwise is read from the remittance`() throws {
        let items = try read(
            ["BPR*I*95*C*ACH************20261120", "TRN*1*EFT-77*1512345678", "N1*PR*SAMPLE PAYER"]
                + ["PER*BL*EDI*TE*8005550111", "PER*CX*CLAIMS*TE*8005550100", "LX*1"]
                + [
                    "CLP*C-1*1*100*95*5*CI*263*11*1", "NM1*QC*1*RIVERA*DANA", "NM1*74*1*RIVERA-LOPEZ*DANA****C*W999",
                    "PER*CX*J DOE*TE*8005550122", "SVC*HC:96374*100*95**2*HC:96365", "CAS*PR*2*5*1", "LQ*RX*70",
                ])
        let answer = try #require(claims(items).first)
        #expect(
            answer.corrected
                == CorrectedPerson(lastName: "RIVERA-LOPEZ", firstName: "DANA", middleName: "", memberID: "W999"))
        #expect(answer.contacts.map(\.name) == ["J DOE", "CLAIMS", "EDI"])
        #expect(answer.lines.first?.messages == ["NCPDP reject code 70"])
        let report = AnswerReport(answer, to: nil, in: try Desk.context())
        #expect(report.text(.ascii).contains("The payer has RIVERA-LOPEZ, DANA, member ID W999."))
        #expect(report.json(isMatched: false).contains("\"member_id\""))
        #expect(try JSONDecoder().decode(ClaimAnswer.self, from: JSONEncoder().encode(answer)) == answer)
    }

    @Test func `parts under another sign are read and said`() throws {
        let items = try read(
            Self.head + ["CLP*C-1*1*100*95**CI*263*11*1", "SVC*HC>96365>26*100*95**1.5*HC>96366", "CAS*CO*45*5"])
        let line = try #require(claims(items).first?.lines.first)
        #expect(line.procedure == "96365" && line.billedProcedure == "96366" && line.units == "1.5")
        let faults = items.compactMap { if case .fault(let fault) = $0 { fault } else { nil } }
        #expect(faults.map(\.kind) == [.compositeSign] && faults.first?.message.contains(">") == true)
    }

    @Test func `what is kept of an answer reads back`() throws {
        let items = try read(
            Self.head + [
                "CLP*C-1*19*100*95*5*CI*263*11*1", "NM1*TT*2*LAKESHORE HEALTH*****PI*55501",
                "SVC*HC:96374*100*95**2*HC:96365", "CAS*PR*2*5*1",
            ])
        let answer = try #require(claims(items).first)
        #expect(answer.isForwarded && answer.forwardedTo == "LAKESHORE HEALTH")
        #expect(try JSONDecoder().decode(ClaimAnswer.self, from: JSONEncoder().encode(answer)) == answer)
    }
}
