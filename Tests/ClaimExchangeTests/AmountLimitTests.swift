import ClaimModel
import ClaimRules
import Foundation
import Testing

@testable import ClaimExchange

/// Amounts that no file may carry are faults of the file; no sum of the others overflows.
@Suite struct AmountLimitTests {
    /// The others are where a number ends: what they are in cents is none.
    private static let huge = [
        "999999999999999", "92233720368547758.07", "-92233720368547758.08", "92233720368547758.99",
    ]
    private static let most = "99999999.99"

    private func items(_ segments: [String]) throws -> [AnswerReader.Item] {
        var reader = AnswerReader(AnswerTests.file("835", "005010X221A1", segments))
        var items: [AnswerReader.Item] = []
        while let item = try reader.next() { items.append(item) }
        return items
    }

    /// Every text that adds amounts up.
    private func texts(_ items: [AnswerReader.Item]) -> [String] {
        items.flatMap { item -> [String] in
            switch item {
            case .value(.claim(let answer)): [answer.headline] + answer.imbalances
            case .value(.payment(let payment)): [payment.text, payment.json]
            case .value(.file(let file)): [file.message]
            case .value(.interchange(let receipt)): [receipt.text]
            case .fault(let fault): [fault.description]
            }
        }
    }

    private static func repeated(_ amount: String) -> [[String]] {
        let claims = (0..<95).map { "CLP*A\($0)*1*1*\(amount)*0*CI*1" }
        let cas = "CAS*CO" + String(repeating: "*45*\(amount)*1", count: 6)
        let plb = "PLB*1*20261231" + String(repeating: "*WO:1*\(amount)", count: 6)
        return [
            RemittanceTests.head + claims,
            RemittanceTests.head + ["CLP*A1*1*1*1*0*CI*2"] + Array(repeating: cas, count: 17),
            RemittanceTests.head + ["CLP*A1*1*1*1*0*CI*2"] + Array(repeating: plb, count: 17),
        ]
    }

    @Test(arguments: 0..<3, huge) func `amounts beyond ten digits are faults with their place`(
        kind: Int, amount: String
    ) throws {
        let items = try items(Self.repeated(amount)[kind])
        let faults = items.compactMap { if case .fault(let fault) = $0 { fault } else { nil } }
        #expect(!faults.isEmpty && faults.allSatisfy { $0.kind == .amount && $0.segment > 6 })
        #expect(faults.first?.message.hasPrefix(["CLP04", "CAS03", "PLB04"][kind]) == true)
        #expect(texts(items).count >= items.count)
    }

    @Test(arguments: 0..<3) func `the largest amounts add up`(kind: Int) throws {
        for amount in [Self.most, "-\(Self.most)"] {
            let items = try items(Self.repeated(amount)[kind])
            #expect(!items.contains { if case .fault = $0 { true } else { false } })
            #expect(texts(items).contains { $0.contains("add up") })
        }
    }

    @Test func `an unreadable amount is not taken for zero`() throws {
        let items = try items(RemittanceTests.head + ["CLP*A1*1*100*60*0*CI*2", "CAS*CO*45*4O"])
        #expect(items.contains { if case .fault(let fault) = $0 { fault.kind == .amount } else { false } })
    }

    @Test(arguments: huge) func `the total of a claim with a huge line is no trap`(huge: String) throws {
        let segments = ["HL*1**20*1", "HL*2*1*22*0", "CLM*A1*\(huge)***11:B:1*Y*A*Y*Y"]
        let lines = (0..<40).flatMap { ["LX*\($0 + 1)", "SV1*HC:96365*\(huge)*UN*1***1"] }
        var reader = ProfessionalReader(Array(Interchange.text(segments + lines).utf8))
        var claims = 0
        while let item = try reader.next() { if case .value = item { claims += 1 } }
        #expect(claims == 1)
    }

    @Test func `a stored amount beyond every file is refused`() throws {
        let answer = ClaimAnswer(.remittance, account: "A1")
        let json = String(decoding: try JSONEncoder().encode(answer), as: UTF8.self)
        let damaged = json.replacing("{", with: "{\"paid\":\(Int.max),", maxReplacements: 1)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(ClaimAnswer.self, from: Data(damaged.utf8)) }
    }
}
