import ClaimModel
public import ClaimRules
public import TextKit

/// The responses that no claim was found for, with what they can be matched by.
public struct UnmatchedReport: Sendable {
    private let entries: [Entry]

    /// One of them.
    public struct Entry: Sendable {
        let number: Int
        let answer: ClaimAnswer
        let reason: String
        let candidates: [Candidate]

        /// - Parameters:
        ///   - number: by which it is matched or dismissed.
        ///   - candidates: the likeliest claim first.
        public init(number: Int, answer: ClaimAnswer, reason: String, candidates: [Candidate]) {
            self.number = number
            self.answer = answer
            self.reason = reason
            self.candidates = candidates
        }
    }

    /// A claim that it may belong to.
    public struct Candidate: Hashable, Sendable {
        let account: String
        let agreeing: [String]

        /// - Parameters:
        ///   - account: the claim's account number (CLM01).
        ///   - agreeing: in what both agree: member ID, date, charge.
        public init(account: String, agreeing: [String]) {
            (self.account, self.agreeing) = (account, agreeing)
        }
    }

    /// - Parameter entries: in the order of their numbers.
    public init(_ entries: [Entry]) { self.entries = entries }

    /// At most 80 columns wide.
    public func text(_ glyphs: Glyphs) -> String {
        guard !entries.isEmpty else { return "No unmatched responses.\n" }
        let lines = entries.flatMap { entry -> [String] in
            let answer = entry.answer
            let account = answer.account.isEmpty ? "no account number" : "account number \(answer.account)"
            var lines = Paper.hanging("\(entry.number).", "\(account), \(answer.headline)", indent: 0, column: 5)
            lines += Paper.hanging("", answer.matchingText, column: 5)
            lines += Paper.hanging("", "Why: \(entry.reason)", column: 5)
            for candidate in entry.candidates.prefix(5) {
                let agreeing = candidate.agreeing.joined(separator: ", ")
                lines += Paper.hanging("", "May be claim \(candidate.account): same \(agreeing).", column: 5)
            }
            return lines
        }
        return lines.map { $0.onPaper(glyphs) + "\n" }.joined()
    }

    /// `{"unmatched": [{"number", "account", …}]}`
    public var json: String {
        let list = entries.map { entry -> JSONValue in
            let answer = entry.answer
            return .object([
                "number": .number(entry.number), "account": .text(answer.account),
                "kind": .text(answer.kind.rawValue), "status": JSONValue(answer.status?.rawValue),
                "member": .text(answer.reference.member), "service_date": JSONValue(answer.reference.day?.iso),
                "charge": JSONValue(answer.charge), "date": JSONValue(answer.date?.iso),
                "batch": .text(answer.reference.batch), "reason": .text(entry.reason),
                "candidates": .list(
                    entry.candidates.map {
                        .object(["claim": .text($0.account), "same": .list($0.agreeing.map { .text($0) })])
                    }),
            ])
        }
        return JSONValue.object(["unmatched": .list(list)]).json + "\n"
    }
}

extension ClaimAnswer {
    /// `member ID 123456789012, service date 11/10/2026, charge $255.00`
    fileprivate var matchingText: String {
        let parts = [
            reference.member.isEmpty ? nil : "member ID \(reference.member)",
            reference.day.map { "service date \($0)" }, charge.map { "charge \(Money(cents: $0).currency)" },
            reference.batch.isEmpty ? nil : "batch \(reference.batch)",
        ].compactMap(\.self)
        return parts.isEmpty ? "No member ID, date or charge." : parts.joined(separator: ", ")
    }
}
