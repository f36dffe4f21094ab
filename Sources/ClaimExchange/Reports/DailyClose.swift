public import ClaimModel
public import TextKit

/// The payments that were taken in on a day, each held against what was posted of it.
public struct DailyClose: Hashable, Sendable {
    /// A check or transfer.
    public struct Payment: Hashable, Sendable {
        /// Of the check or transfer.
        public let number: String
        /// The payer's name; blank where the file has none.
        public let payer: String
        /// The day of the payment; `nil` where it is not known.
        public let date: Day?
        /// As the 835 has it (BPR04), or `paper`.
        public let method: String
        /// In cents; `nil` where nobody has entered it.
        public let amount: Int?
        /// How many claims it was posted on.
        public let claims: Int
        /// What was posted on claims, in cents.
        public let posted: Int
        /// What is withheld apart from the claims (PLB), in cents; below zero where it is added.
        public let withheld: Int

        /// - Parameters:
        ///   - amount: in cents; `nil` where nobody has entered it.
        ///   - posted: on claims, in cents.
        ///   - withheld: apart from the claims, in cents.
        public init(
            number: String, payer: String, date: Day?, method: String, amount: Int?, claims: Int, posted: Int,
            withheld: Int
        ) {
            (self.number, self.payer, self.date, self.method) = (number, payer, date, method)
            (self.amount, self.claims, self.posted, self.withheld) = (amount, claims, posted, withheld)
        }

        /// What is missing between the payment and what was posted, in cents; `nil` where no amount is known.
        public var difference: Int? { amount.map { $0 - posted + withheld } }
    }

    /// The day on which they were taken in.
    public let day: Day
    /// By payer, then by number.
    public let payments: [Payment]

    /// What was taken in on a day.
    public init(day: Day, payments: [Payment]) { (self.day, self.payments) = (day, payments) }
}

extension DailyClose {
    /// As a screen shows it, in 80 columns.
    public func lines(_ glyphs: Glyphs) -> [String] {
        guard !payments.isEmpty else { return ["No payment was posted on \(day)."] }
        let head = row("Check or EFT", "Payer", "Claims", ["Amount", "Posted", "PLB", "Difference"])
        let rows = payments.map { payment in
            row(
                payment.number.onPaper(glyphs), payment.payer.onPaper(glyphs), "\(payment.claims)",
                [
                    payment.amount.map(text) ?? "not keyed", text(payment.posted), text(-payment.withheld),
                    payment.difference.map { $0 == 0 ? "" : text($0) } ?? "?",
                ])
        }
        return [head, Paper.rule()] + rows + [Paper.rule(), total]
    }

    private var total: String {
        let open = payments.compactMap(\.difference).count { $0 != 0 } + payments.count { $0.difference == nil }
        return row(
            counted(payments.count, "payment"), open == 0 ? "balanced" : "\(open) not balanced",
            "\(payments.reduce(0) { $0 + $1.claims })",
            [
                text(payments.reduce(0) { $0 + ($1.amount ?? 0) }), text(payments.reduce(0) { $0 + $1.posted }),
                text(payments.reduce(0) { $0 - $1.withheld }), text(payments.reduce(0) { $0 + ($1.difference ?? 0) }),
            ])
    }

    private func text(_ cents: Int) -> String { Money(cents: cents).description }

    private func row(_ number: String, _ payer: String, _ claims: String, _ amounts: [String]) -> String {
        let start = number.clipped(to: 14).padded(to: 15) + payer.clipped(to: 16).padded(to: 17)
        return amounts.reduce(start + claims.aligned(to: 6, gap: 1)) { $0 + $1.aligned(to: 10, gap: 1) }
            .withoutBlanksAtEnd
    }

    /// The pages as a printer takes them.
    public func pages(_ glyphs: Glyphs = .unicode) -> [Page] {
        let frame = PageFrame(
            head: [Paper.ends("DAILY CLOSE", "\(day)"), Paper.rule("=")],
            foot: { number, count in
                [Paper.rule(), Paper.ends("CleanClaim", "page \(number) of \(count)")]
            })
        return [
            Section("PAYMENTS", lines(glyphs).map { [$0] }),
            Section("SIGNED", [["", "  " + Blank.labeled("Name", 46) + "  " + Blank.labeled("Date", 28)]]),
        ].paginated(in: frame)
    }

    /// `number,payer,date,method,amount,claims,posted,plb,difference`, amounts in dollars.
    public var csv: String {
        let head = ["number", "payer", "date", "method", "amount", "claims", "posted", "plb", "difference"]
        let rows = payments.map { payment in
            [
                payment.number, payment.payer, payment.date?.iso ?? "", payment.method,
                payment.amount.map(text) ?? "", "\(payment.claims)", text(payment.posted), text(-payment.withheld),
                payment.difference.map(text) ?? "",
            ]
        }
        return CSVSheet.text([head] + rows)
    }
}
