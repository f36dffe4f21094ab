import ClaimModel
import ClaimRules
import ClaimStore

extension Office {
    /// The name of a stored claim to the same later payer for the same lines; `nil` if there is none.
    func earlierClaim(toPayerOf draft: ClaimDraft) throws(StoreFault) -> String? {
        let lines = draft.billedLines
        return try store.history(ofPatient: draft, in: parsing).map(\.draft).first { other in
            other.payer.order.value == draft.payer.order.value
                && other.payer.name.text == draft.payer.name.text && other.billedLines == lines
        }?.name
    }
}

extension ClaimDraft {
    /// The dates, codes and charges of its lines: the same on a claim that was started twice, whatever was fixed since.
    var billedLines: [String] {
        self.lines.flatMap { [$0.from.meaning, $0.procedure.meaning, $0.charge.meaning] }
    }
}

extension Entry {
    /// The value, else the text as typed.
    var meaning: String { value?.description ?? text }
}
