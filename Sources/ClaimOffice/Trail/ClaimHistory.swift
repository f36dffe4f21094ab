import ClaimModel
import ClaimRules
public import ClaimStore
public import Foundation
public import TextKit

/// All that happened to a claim, in the order in which it did: keyed, checked, submitted, answered, posted, arranged, noted.
public struct ClaimHistory: Sendable {
    /// One thing that happened.
    public struct Event: Sendable {
        public let at: Date
        /// `Submitted`, `835: denied`.
        public let text: String
        /// In cents; `nil` where it is about no amount.
        public let amount: Int?
        /// Blank where it is not known.
        public let who: String
        /// Details, a line each.
        public let details: [String]

        /// `11/29/2026 16:22`, by the local clock.
        public var moment: String { "\(Today.day(of: at)) \(Today.clockTime(of: at).prefix(5))" }
    }

    public let account: String
    /// The earliest first.
    public let events: [Event]
}

extension ClaimHistory {
    /// A line an event: when, what, amount, who; and below it the details.
    public func lines(hasDetails: Bool) -> [String] {
        events.flatMap { event in
            let amount = event.amount.map { Money(cents: $0).currency } ?? ""
            let head = [event.moment, event.text, amount, event.who].filter { !$0.isEmpty }.joined(separator: "  ")
            return [head] + (hasDetails ? event.details.map { "    \($0)" } : [])
        }
    }
}

extension Office {
    /// - Parameter id: of a claim, deleted or not.
    public func history(of id: String, _ glyphs: Glyphs) throws(StoreFault) -> ClaimHistory {
        let summary = try store.summary(of: id)
        var answers = try store.datedAnswers(to: id)
        let records = try store.trail(.claim(id: id))
        // Of the earliest submissions the records may be pruned.
        var sent = try store.sentFiles(of: id).suffix(records.count { $0.kind == TrailKind.submitted.rawValue })
        var events: [ClaimHistory.Event] = []
        for record in records {
            // Checked again, with the verdict that it had.
            if record.kind == TrailKind.saved.rawValue, record.changes.isEmpty, record.text == nil { continue }
            var event = HistoryEvent(record, glyphs)
            switch TrailKind(rawValue: record.kind) {
            case .answered: event.take(answers.takeNearest(to: record.at), in: self)
            case .submitted: if !sent.isEmpty { event.take(sent.removeFirst()) }
            case .unposted: event.text = "EOB deleted: posted by mistake"
            default: break
            }
            events.append(event.event)
        }
        return ClaimHistory(account: summary.account, events: events)
    }
}

extension Office {
    /// The history of a claim that a person names, deleted or not. Reading it is recorded.
    public func history(named name: String, _ glyphs: Glyphs) throws(OfficeFault) -> ClaimHistory {
        do throws(StoreFault) {
            let id = try id(of: name, includingDeleted: true)
            try store.note(.opened, of: id, saying: "history")
            return try history(of: id, glyphs)
        } catch {
            guard error == .missing else { throw OfficeFault(error) }
            throw Office.noClaim(named: name)
        }
    }
}

extension [(answer: ClaimAnswer, at: Date)] {
    /// The answer that arrived with a record, which is of the same moment; it is taken out.
    fileprivate mutating func takeNearest(to moment: Date) -> ClaimAnswer? {
        guard let index = firstIndex(where: { abs($0.at.timeIntervalSince(moment)) <= 5 }) else { return nil }
        return remove(at: index).answer
    }
}

/// An event as it is put together.
private struct HistoryEvent {
    let record: TrailRecord
    var text: String
    var amount: Int?
    var details: [String]

    init(_ record: TrailRecord, _ glyphs: Glyphs) {
        self.record = record
        details = TrailReport.history(of: [record], glyphs).dropFirst().map { String($0.drop { $0 == " " }) }
        let changes = Dictionary(record.changes.map { ($0.label, $0) }) { first, _ in first }
        text = HistoryEvent.text(of: record, changes)
        if record.kind == TrailKind.patientPaid.rawValue {
            let words = HistoryEvent.payment(in: changes["Patient payments"].map { $0.after } ?? "").split(
                separator: " ")
            amount = words.first.flatMap { try? Money(parsing: $0, in: ParsingContext(today: Day(number: 0))) }?.cents
        }
    }

    /// The payment that was recorded last.
    private static func payment(in words: String) -> String {
        words.split(separator: "; ").last.map(String.init) ?? ""
    }

    var event: ClaimHistory.Event {
        ClaimHistory.Event(
            at: record.at, text: text, amount: amount, who: record.person?.name ?? "", details: details)
    }

    private static func text(of record: TrailRecord, _ changes: [String: TrailChange]) -> String {
        func new(_ label: String) -> String { changes[label].map { $0.after } ?? "" }
        let findings = changes["Findings"].map { ": \($0.before) to \($0.after)" } ?? ""
        let status = changes["Status"].map { ", now \($0.after)" } ?? ""
        switch TrailKind(rawValue: record.kind) {
        case .created: return "Keyed"
        case .saved:
            let count = record.changes.count { !["Status", "Findings"].contains($0.label) }
            if new("Status") == "ready" { return "Marked ready" }
            if let frequency = record.changes.first(where: { $0.label.hasSuffix("(frequency)") })?.after {
                return "Frequency \(frequency)\(status)"
            }
            return count > 0 ? "\(counted(count, "change"))\(findings)\(status)" : "Checked\(findings)\(status)"
        case .submitted: return "Submitted"
        case .acknowledged: return "999\(status)"
        case .answered: return "Answered\(status)"
        case .held: return "Held: \(new("Hold"))"
        case .released: return "Released"
        case .commented: return new("Comment").isEmpty ? "Note deleted" : "Note: \(new("Comment"))"
        case .assigned: return new("Assigned to").isEmpty ? "Unassigned" : "Assigned to \(new("Assigned to"))"
        case .tagged: return "Tags: \(new("Tags"))"
        case .followUp: return new("Follow up").isEmpty ? "Follow-up released" : "Follow up on \(new("Follow up"))"
        case .writtenOff: return "Written off, \(new("Write-off"))"
        case .appealed: return "Appealed"
        case .reopened: return "Reopened\(status)"
        case .statement: return "Statement printed"
        case .patientPaid: return "Patient paid " + HistoryEvent.payment(in: new("Patient payments"))
        case .patientPaymentUndone:
            return "Patient payment undone: "
                + HistoryEvent.payment(in: changes["Patient payments"].map { $0.before } ?? "")
        case .nextPayerBilled: return "Next payer billed"
        case .deleted: return "Deleted"
        case .restored: return "Restored"
        case .opened: return "Opened"
        case .printed: return "Printed"
        case .exported: return "Exported"
        case .status: return "Status\(status)"
        default: return record.kind.prefix(1).uppercased() + record.kind.dropFirst()
        }
    }

    mutating func take(_ answer: ClaimAnswer?, in office: Office) {
        guard let answer else { return }
        let status = record.changes.first { $0.label == "Status" }?.after
        text = answer.source + (status ?? answer.status?.rawValue).map { ": \($0)" }.orBlank
        amount = answer.paid
        let facts = [
            answer.date.map { "Date \($0)" }, answer.payment.isEmpty ? nil : "Check or EFT \(answer.payment)",
            answer.payerControlNumber.isEmpty ? nil : "Payer's claim number \(answer.payerControlNumber)",
            answer.patientResponsibility.map { "Patient responsibility \(Money(cents: $0).currency)" },
            answer.statuses.isEmpty ? nil : "Status \(answer.statuses.joined(separator: ", "))",
        ].compactMap(\.self)
        let lines = answer.lines.enumerated().map { index, line in
            let paid = line.paid.map { ", paid \(Money(cents: $0).currency)" } ?? ""
            let adjusted = line.adjustments.map(\.text).joined(separator: ", ")
            return "Line \(index + 1) \(line.procedure)\(paid)" + (adjusted.isEmpty ? "" : "; \(adjusted)")
        }
        let codes = answer.codes.map { $0.text(at: "", in: office.library.books) }
        details = facts + lines + codes + answer.messages + details
    }

    mutating func take(_ sent: SentTrace) {
        text = "Submitted in file \(sent.file.interchange)" + (sent.file.isTest ? " (TEST)" : "")
        amount = sent.charge
        details =
            [
                "File \(sent.file.name) to \(sent.file.receiverName)",
                "Interchange \(sent.file.interchange), group \(sent.file.group), transaction \(sent.transaction)",
            ] + details
    }
}

extension String? {
    fileprivate var orBlank: String { self ?? "" }
}

extension ClaimAnswer {
    /// Where it came from, for a list.
    fileprivate var source: String {
        switch kind {
        case .status: "277CA"
        case .remittance: paper == nil ? "835" : "EOB on paper"
        case .acknowledgment: "999"
        case .interchange: "TA1"
        case .typed: "Response typed"
        }
    }
}
