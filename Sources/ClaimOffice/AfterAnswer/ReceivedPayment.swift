public import ClaimExchange
public import ClaimModel
import ClaimRules
import ClaimStore
import Foundation

/// A payment that was taken in from an 835 or posted from paper, as it is kept for the daily close.
struct ReceivedPayment: Codable, Hashable {
    /// The number of the check or transfer.
    var number: String
    var payer: String
    /// As `2026-11-30`; blank where it is not known.
    var date: String
    var method: String
    /// In cents; `nil` where it is not known.
    var amount: Int?
    /// What was posted on claims, in cents.
    var posted: Int
    /// How many claims it was posted on.
    var claims: Int
    /// What is withheld apart from the claims (PLB), in cents.
    var withheld: Int
    var isPaper: Bool
    var by: String
    /// Whether it is one claim of a payment of a file, matched after it.
    var isPart = false
}

extension ReceivedPayment {
    init(_ payment: RemittancePayment, posted: Int, claims: Int, by person: String) {
        self.init(
            number: payment.number, payer: payment.payer, date: payment.date?.iso ?? "", method: payment.method,
            amount: payment.amount, posted: posted, claims: claims,
            withheld: payment.adjustments.reduce(0) { $0 + $1.cents }, isPaper: false, by: person)
    }

    init(_ eob: PaperEOB, from draft: ClaimDraft, by paper: PaperPosting) {
        self.init(
            number: eob.payment, payer: draft.payer.name.text, date: eob.date.iso, method: "", amount: eob.amount,
            posted: eob.lines.reduce(0) { $0 + $1.paid }, claims: 1, withheld: 0, isPaper: true, by: paper.by)
    }

    init(_ payment: PatientPayment, on account: String, by person: String) {
        self.init(
            number: payment.means, payer: "Patient, \(account)", date: payment.date.iso,
            method: payment.method.rawValue,
            amount: payment.amount, posted: payment.amount, claims: 1, withheld: 0, isPaper: false, by: person)
    }

    init(matched answer: ClaimAnswer, by person: String) {
        self.init(
            number: answer.payment, payer: "", date: answer.date?.iso ?? "", method: "", amount: nil,
            posted: answer.paid ?? 0, claims: 1, withheld: 0, isPaper: false, by: person, isPart: true)
    }

    /// What no two payments of files have alike.
    fileprivate func identity(claimsPaid: Int) -> String {
        "835 \(number) \(payer) \(date) \(amount ?? -1) \(claimsPaid) \(withheld)"
    }
}

/// What of a payment was posted on claims so far.
struct PostedClaims {
    private var cents = 0
    private var count = 0

    /// Takes what an item of a file came to; a payment follows its claims, and is kept.
    mutating func take(
        _ item: AnswerReader.Answer, _ outcomes: [AnswerIntake.Outcome], _ office: Office
    ) throws(StoreFault) {
        switch item {
        case .claim(let answer):
            let isMatched = outcomes.contains { if case .answer(_, isMatched: true, _) = $0 { true } else { false } }
            guard answer.kind == .remittance, isMatched else { return }
            (cents, count) = (cents + (answer.paid ?? 0), count + 1)
        case .payment(let payment):
            let kept = ReceivedPayment(payment, posted: cents, claims: count, by: office.signedIn)
            try office.keep(kept, of: kept.identity(claimsPaid: payment.claimsPaid))
            (cents, count) = (0, 0)
        case .file, .interchange: break
        }
    }
}

extension Office {
    /// Keeps that an answer without a claim has found it.
    func keep(matched answer: ClaimAnswer) throws(OfficeFault) {
        guard answer.kind == .remittance else { return }
        do throws(StoreFault) {
            try keep(ReceivedPayment(matched: answer, by: signedIn), of: UUID().uuidString)
        } catch {
            throw OfficeFault(error)
        }
    }

    func keep(_ payment: ReceivedPayment, of identity: String) throws(StoreFault) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let json = try? encoder.encode(payment) else { return }
        try store.keepPayment(String(decoding: json, as: UTF8.self), of: identity, on: library.day)
    }

    /// The payments that were taken in on a day: those of files, those posted from paper by check, and those of patients.
    public func close(of day: Day) throws(OfficeFault) -> DailyClose {
        let kept: [ReceivedPayment]
        do throws(StoreFault) {
            kept = try store.payments(on: day).compactMap {
                try? JSONDecoder().decode(ReceivedPayment.self, from: Data($0.utf8))
            }
        } catch {
            throw OfficeFault(error)
        }
        var payments = kept.filter { !$0.isPaper && !$0.isPart }
        let files = payments
        for posting in kept where posting.isPaper || posting.isPart {
            // The file of a check that was posted from paper says the same once more.
            let isRepeated = files.contains {
                ($0.number, $0.date) == (posting.number, posting.date) && $0.posted >= posting.posted
            }
            if posting.isPaper, isRepeated { continue }
            let known = payments.firstIndex {
                $0.isPaper == posting.isPaper && ($0.number, $0.date) == (posting.number, posting.date)
                    && (posting.isPart || $0.payer == posting.payer)
            }
            guard let known else {
                payments.append(posting)
                continue
            }
            payments[known].posted += posting.posted
            payments[known].claims += 1
            payments[known].amount = posting.amount ?? payments[known].amount
        }
        return DailyClose(
            day: day,
            payments: payments.sorted { ($0.payer, $0.number) < ($1.payer, $1.number) }.map(\.line))
    }
}

extension ReceivedPayment {
    fileprivate var line: DailyClose.Payment {
        DailyClose.Payment(
            number: number, payer: payer, date: Day(iso: date), method: isPaper ? "paper" : method, amount: amount,
            claims: claims, posted: posted, withheld: withheld)
    }
}
