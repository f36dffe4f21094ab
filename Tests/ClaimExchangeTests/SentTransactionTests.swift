import ClaimModel
import ClaimRules
import Testing

@testable import ClaimExchange

/// From a segment that a receiver could not read to the claim and the field that it comes from.
@Suite struct SentTransactionTests {
    private struct Sent {
        let drafts: [ClaimDraft]
        /// Counted from ST, which is the first.
        let segments: [[String]]
        let places: [ProfessionalFile.ClaimPlace]
        let transaction: SentTransaction

        init(_ drafts: [ClaimDraft]) throws {
            self.drafts = drafts
            let file = try Writers.file(of: drafts)
            places = file.places
            let all = String(decoding: file.bytes, as: UTF8.self).split(separator: "~").map {
                $0.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
            }
            segments = Array(all.dropFirst(2).dropLast(2))
            transaction = SentTransaction(
                zip(drafts, file.places).map { SentTransaction.Claim($0, at: $1.segments) }, in: Writers.context)
        }

        func answered(
            _ position: Int, loop: String = "", code: String = "8", account: String = "", element: (Int, Int)? = nil
        ) -> [Int: [AnsweredSegment]] {
            transaction.answered([
                Acknowledgment.SegmentNote(
                    segment: segments[position - 1][0], position: position, loop: loop, code: code, account: account,
                    elements: element.map { [.init(element: $0.0, component: $0.1, code: "7")] } ?? [])
            ])
        }

        func position(_ start: String, after first: Int = 1) throws -> Int {
            let texts = segments.map { $0.joined(separator: "*") }
            return try #require(texts.indices.first { $0 >= first && texts[$0].hasPrefix(start) }) + 1
        }
    }

    private static let samples = [ClaimExample.sample, .longInfusion, .officeVisit].map(\.draft)

    @Test func `a claim's ranges follow each other without a gap`() throws {
        let sent = try Sent(Self.samples)
        #expect(sent.places.first?.segments.lowerBound == 6)
        for (one, next) in zip(sent.places, sent.places.dropFirst()) {
            #expect(next.segments.lowerBound == one.segments.upperBound + 1)
        }
        #expect(sent.places.last?.segments.upperBound == sent.segments.count - 1)
    }

    @Test func `an element leads to the field of its claim`() throws {
        let sent = try Sent(Self.samples)
        let charge = try sent.position("SV1*HC:J3490")
        #expect(sent.answered(charge, element: (2, 0))[0]?.map(\.place) == [Place(.lineCharge, row: 1)])
        #expect(sent.answered(charge, element: (1, 2))[0]?.map(\.place) == [Place(.lineProcedure, row: 1)])
        #expect(sent.answered(charge, element: (2, 0))[0]?.first?.element == "line 2, 2400 SV102")
        let second = try sent.position("CLM*\(Self.samples[1].identity.account.text)")
        #expect(sent.answered(second, element: (5, 3))[1]?.map(\.place) == [Place(.frequency)])
        #expect(sent.answered(second, element: (5, 3)).count == 1)
    }

    @Test func `what several claims share is held against all of them`() throws {
        let sent = try Sent(Self.samples)
        let billing = try sent.position("NM1*85")
        let answered = sent.answered(billing, element: (9, 0))
        #expect(answered.keys.sorted() == [0, 1, 2])
        #expect(answered[2]?.map(\.place) == [Place(.billingNPI)])
    }

    @Test func `the account number that is named goes before the place`() throws {
        let sent = try Sent(Self.samples)
        let first = try sent.position("CLM*")
        let answered = sent.answered(first, account: Self.samples[2].identity.account.text)
        #expect(answered.keys.sorted() == [2])
    }

    @Test func `a missing segment is that of the claim before`() throws {
        let sent = try Sent(Self.samples)
        let note = Acknowledgment.SegmentNote(
            segment: "REF", position: sent.places[1].segments.lowerBound, loop: "2300", code: "3")
        #expect(sent.transaction.answered([note]).keys.sorted() == [0])
        let level = Acknowledgment.SegmentNote(
            segment: "NM1", position: sent.places[0].segments.lowerBound + 1, loop: "2010BB", code: "I7")
        #expect(sent.transaction.answered([level])[0]?.first?.place == Place(.payerName))
    }

    @Test func `an envelope is nobody's fault`() throws {
        let sent = try Sent(Self.samples)
        for position in [1, 2, 3, sent.segments.count] { #expect(sent.answered(position).isEmpty) }
    }

    /// Wherever it points, the claim is the one whose segments are there, and the field is one that the segment comes
    /// from: with another text in it the segment is another.
    @Test(arguments: UInt64(0)..<12)
    func `every segment leads to its claim and to a field that it comes from`(seed: UInt64) throws {
        let drafts = (0..<4 as Range<UInt64>).map { RandomProfessionalClaim.draft(seed: seed * 4 + $0, mostLines: 4) }
        let sent = try Sent(drafts)
        var fields = 0
        for (index, place) in sent.places.enumerated() {
            for position in place.segments where sent.segments[position - 1][0] != "HL" {
                let answered = sent.answered(position)
                let found = try #require(answered[index]?.first)
                #expect(answered.keys.min() == index)
                guard let field = found.place else { continue }
                fields += 1
                var changed = drafts[index]
                changed.type(changed.text(at: field).isEmpty ? "1" : "", at: field, in: Writers.context)
                let now = Self.counts(of: changed)
                let fewer = Self.counts(of: drafts[index]).filter { now[$0.key, default: 0] < $0.value }
                #expect(
                    fewer.contains { $0.key.hasPrefix(sent.segments[position - 1][0]) },
                    "\(found.element): \(field.key)")
            }
        }
        #expect(fields > 20)
    }

    /// How often each segment stands in a claim.
    private static func counts(of draft: ClaimDraft) -> [String: Int] {
        Dictionary(draft.segments(in: Writers.context).map { ($0.text, 1) }, uniquingKeysWith: +)
    }
}
