import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import Testing

@testable import ClaimOffice

/// Where answers leave a claim, whatever order they come in.
@Suite struct AnswerStateTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let files: [String]
        let status: ClaimStatus
        var claim = ClaimDraft.visit()
        /// Whether the claim went out again as a void or a corrected claim, on 11/18.
        var frequency: String?
        var testDescription: String { "\(files.joined(separator: ", ")) \(frequency ?? ""): \(status.rawValue)" }

        init(_ files: String..., claim: ClaimDraft = .visit(), frequency: String? = nil, is status: ClaimStatus) {
            (self.files, self.status, self.claim, self.frequency) = (files, status, claim, frequency)
        }
    }

    private static let secondary = ClaimDraft.visit("C-2001", [.payerOrder: "S"])
    private static let hmo = ClaimDraft.visit("C-2001", [.filingIndicator: "HM"])

    static let cases = [
        Case("secondary-line.835", claim: secondary, is: .nothingDue),
        Case("secondary-claim.835", claim: ClaimDraft.visit("C-2001", [.payerOrder: "T"]), is: .nothingDue),
        Case("secondary-mixed.835", claim: secondary, is: .paid),
        Case("secondary-denied.835", claim: secondary, is: .denied),
        Case("paid.835", "secondary-line.835", is: .paid),
        Case("capitation-hmo.835", is: .nothingDue), Case("capitation-line.835", claim: hmo, is: .nothingDue),
        Case("capitation-medicare.835", is: .denied), Case("capitation-medicaid.835", is: .denied),
        Case("split.835", is: .partlyPaid), Case("split-first.835", is: .partlyPaid),
        Case("split-first.835", "split-second.835", is: .paid),
        Case("split-first.835", "split-second-denied.835", is: .partlyPaid),
        Case("split-first.835", "split-first-again.835", is: .partlyPaid),
        Case("split-first.835", "split-second.835", "split-first-again.835", is: .paid),
        Case("split-full-charge.835", is: .paid), Case("split-line.835", is: .paid),
        Case("split-line.835", "paid-more.835", is: .paid),
        Case("split-claim-level.835", is: .paid), Case("twins.835", claim: .twins, is: .paid),
        Case("denied.835", "paid-later.835", is: .paid), Case("paid.835", "takeback.835", is: .reversed),
        Case("denied.835", "paid-later.835", "takeback-later.835", is: .reversed),
        Case("split-first.835", "split-second.835", "takeback-part.835", is: .partlyPaid),
        Case("takeback.835", is: .reversed), Case("paid.835", "correction.835", is: .paid),
        Case("accepted.277", is: .accepted), Case("accepted.277", "rejected.277", is: .rejected),
        Case("accepted.277", "rejected-same-day.277", is: .rejected), Case("accepted.277", "paid.835", is: .paid),
        Case("paid.835", frequency: "7", is: .submitted), Case("denied.835", frequency: "7", is: .submitted),
        Case("rejected-late.277", frequency: "7", is: .submitted),
        Case("paid.835", "replaced.835", frequency: "7", is: .submitted),
        Case("paid.835", "replaced-paid.835", frequency: "7", is: .paid),
        Case("replaced-paid.835", frequency: "7", is: .paid),
        Case("paid.835", "void-accepted.277", frequency: "8", is: .voidAccepted),
        Case("paid.835", "void-accepted.277", "void.835", frequency: "8", is: .voided),
        Case("batch-no-count.277", is: .submitted), Case("batch-foreign.277", is: .submitted),
        Case("foreign.835", is: .submitted), Case("unbalanced.835", is: .paid),
        Case("rejected.ta1", is: .rejected), Case("accepted.ta1", is: .submitted), Case("errors.ta1", is: .submitted),
        Case("other-time.ta1", is: .submitted), Case("lower-case.835", is: .paid),
    ]

    private func desk(_ example: Case) throws -> AnsweredOffice {
        let desk = try AnsweredOffice()
        try desk.submit(example.claim)
        guard let frequency = example.frequency else { return desk }
        var again = example.claim
        again.type(frequency, at: Place(.frequency), in: ClaimExample.parsing)
        again.type("26-1", at: Place(.originalReference), in: ClaimExample.parsing)
        try desk.submit(again, as: 21, on: "2026-11-18")
        return desk
    }

    @Test(arguments: cases) func `the state is right in every order and however often`(_ example: Case) throws {
        let files = try example.files.map(AnsweredOffice.answers)
        for order in orders(of: files.count) {
            for isReversed in [false, true] {
                let desk = try desk(example)
                for place in order { try desk.take(isReversed ? files[place].siblingsReversed : files[place]) }
                let account = example.claim.identity.account.text
                #expect(try desk.status(account) == example.status, "order \(order), siblings \(isReversed)")
                let count = try desk.answerCount()
                for place in order.reversed() { try desk.take(files[place]) }
                #expect(try desk.status(account) == example.status, "a second time, order \(order)")
                #expect(try desk.answerCount() == count, "a second time")
            }
        }
    }

    private func orders(of count: Int) -> [[Int]] {
        let all = Array(0..<count)
        guard count > 2 else { return count == 2 ? [[0, 1], [1, 0]] : [all] }
        return all.flatMap { first in
            let rest = all.filter { $0 != first }
            return [[first] + rest, [first] + rest.reversed()]
        }
    }

    @Test func `what was answered before a claim went out again says nothing of it`() throws {
        func answers(_ name: String, of batch: String) throws -> [AnswerReader.Answer] {
            try AnsweredOffice.answers(name).map { answer in
                guard case .claim(var claim) = answer else { return answer }
                claim.reference.batch = batch
                return .claim(claim)
            }
        }
        let office = try AnsweredOffice()
        try office.submit(.visit())
        try office.take(answers("rejected-same-day.277", of: "their own"))
        #expect(try office.status() == .rejected)
        try office.submit(.visit(), as: 18)
        try office.take(answers("accepted.277", of: "18-1"))
        #expect(try office.status() == .accepted)
    }
}

extension [AnswerReader.Answer] {
    /// The claims of each payment in the other order.
    var siblingsReversed: [AnswerReader.Answer] {
        guard let last, case .payment = last else { return reversed() }
        return dropLast().reversed() + [last]
    }
}
