package import ClaimModel
package import TextKit

/// The files of claims that were sent, and what was answered to them, for people and for scripts.
///
/// Of a claim the account number is named, the day of service and what it charges.
package enum BatchReport {
    /// Two lines a file, at most 80 columns wide.
    package static func text(_ batches: [SentBatch], glyphs: Glyphs = .unicode) -> String {
        guard !batches.isEmpty else { return "No claims submitted yet.\n" }
        return lines([titles] + batches.flatMap { [line($0), details($0)] }, glyphs)
    }

    /// One file with its claims.
    package static func text(_ batch: SentBatch, _ claims: [SentClaim], glyphs: Glyphs = .unicode) -> String {
        let head = [titles, line(batch), details(batch), ""]
        let rows = [row("No.", "Account", "DOS", "Charge", "Response", "Now")] + claims.map(line)
        return lines(head + rows, glyphs)
    }

    /// `{"batches": [{"interchange", "group", …, "results": {"accepted": 0, …}}]}`; amounts in cents.
    package static func json(_ batches: [SentBatch]) -> String {
        JSONValue.object(["batches": .list(batches.map { .object(members(of: $0)) })]).json + "\n"
    }

    /// `{"batch": {…}, "claims": [{"number", "account", "service_date", "charge", "answered", "status"}]}`.
    package static func json(_ batch: SentBatch, _ claims: [SentClaim]) -> String {
        JSONValue.object(["batch": .object(members(of: batch)), "claims": .list(claims.map(json))]).json + "\n"
    }

    private static func lines(_ lines: [String], _ glyphs: Glyphs) -> String {
        lines.map { $0.onPaper(glyphs).withoutBlanksAtEnd + "\n" }.joined()
    }
}

extension BatchReport {
    private static var titles: String {
        let results = SentResult.allCases.map { $0.title.aligned(to: 5, gap: 1) }.joined()
        return "Number".padded(to: 10) + "Submitted".padded(to: 11) + "Claims".aligned(to: 7, gap: 1)
            + "Total".aligned(to: 12, gap: 1)
            + "  "
            + "Ack".padded(to: 8) + results
    }

    private static func line(_ batch: SentBatch) -> String {
        let file = batch.file
        let results = SentResult.allCases.map { String(batch.count(of: $0)).aligned(to: 5, gap: 1) }.joined()
        return String(file.interchange).padded(to: 10) + file.day.description.padded(to: 11)
            + String(file.claims).aligned(to: 7, gap: 1) + Money(cents: file.total).currency.aligned(to: 12, gap: 1)
            + "  "
            + batch.acknowledgment.padded(to: 8) + results
    }

    private static func details(_ batch: SentBatch) -> String {
        "".padded(to: 10) + batch.details.clipped(to: Paper.columns - 10)
    }

    private static func line(_ claim: SentClaim) -> String {
        row(
            String(claim.number), claim.account, claim.day?.description ?? "", Money(cents: claim.charge).currency,
            claim.answered == .submitted ? "none yet" : claim.answered.rawValue, claim.status.rawValue)
    }

    private static func row(
        _ number: String, _ account: String, _ day: String, _ charge: String, _ answer: String, _ now: String
    ) -> String {
        number.aligned(to: 5, gap: 1) + "  " + account.clipped(to: 20).padded(to: 21) + day.padded(to: 11)
            + charge.aligned(to: 13, gap: 1) + "  " + answer.padded(to: 12) + now
    }
}

extension BatchReport {
    private static func members(of batch: SentBatch) -> JSONMembers {
        let file = batch.file
        return [
            "interchange": .number(file.interchange), "group": .number(file.group), "sender": .text(file.sender),
            "receiver": .text(file.receiver), "receiver_name": .text(file.receiverName),
            "usage": .text(file.isTest ? "test" : "production"), "file": .text(file.name),
            "sent_on": .text(file.day.iso), "claims": .number(file.claims), "total": .number(file.total),
            "counts_as_sent": .bool(batch.counts), "acknowledgment": .text(batch.acknowledgment),
            "results": .object([
                "accepted": .number(batch.count(of: .accepted)), "rejected": .number(batch.count(of: .rejected)),
                "pending": .number(batch.count(of: .pending)), "paid": .number(batch.count(of: .paid)),
                "denied": .number(batch.count(of: .denied)), "unanswered": .number(batch.count(of: .unanswered)),
            ]),
        ]
    }

    private static func json(_ claim: SentClaim) -> JSONValue {
        .object([
            "number": .number(claim.number), "account": .text(claim.account),
            "service_date": JSONValue(claim.day?.iso), "charge": .number(claim.charge),
            "answered": .text(claim.answered.rawValue), "status": .text(claim.status.rawValue),
        ])
    }
}
