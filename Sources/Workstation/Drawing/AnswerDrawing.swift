import ClaimModel
import ClaimRules
import CodeSets
import TerminalKit
import TextKit

/// A payer's answer on Review: its lines, and what the message line and F1 say of them.
extension ClaimScreen {
    func draw(
        answerRow row: Review.Row, role: Role, on frame: inout Frame, row line: Int, columns limit: Int,
        _ books: CodeBooks
    ) {
        let (column, text): (Int, String) =
            switch row {
            case .answer(let reading): (3, reading.answer.headline)
            case .segment(let segment): (5, segment.text)
            case .code(let code): (5, code.text(in: books))
            case .candidate(let candidate): (9, candidate.text)
            default: (3, "")
            }
        if case .candidate(let candidate) = row {
            let sign = String(candidate.isFound ? frame.glyphs.warning : frame.glyphs.note)
            let markRole: Role = candidate.isFound ? .markWarning : .markNote
            frame.put(sign, at: Position(column: 7, row: line), role: role == .selection ? role : markRole)
        }
        frame.put(
            text.clipped(to: limit - column - 1, ellipsis: frame.glyphs.ellipsis),
            at: Position(column: column, row: line), role: role)
    }
}

extension Review.Row {
    /// The line in full, for the message line; `nil` where the line says it all, or a finding does.
    func message(on draft: ClaimDraft, _ books: CodeBooks) -> String? {
        switch self {
        case .answer(let reading):
            reading.answer.headline + "." + (reading.answer.isBystander ? " \(ClaimAnswer.bystanderNotice)" : "")
        case .segment(let segment): segment.text(on: draft)
        case .code(let code): code.text(in: books) + (code.candidates.isEmpty ? ". No field found for this code." : ".")
        case .candidate(let candidate): candidate.text(on: draft)
        case .forecast(let entry): entry.message(in: books)
        case .refusal(let refusal): refusal.message
        case .paidBefore(let paid): draft.adjustmentsText(at: paid.place)
        default: nil
        }
    }

    /// What F1 says of the line; `nil` where there is no more to say.
    func details(on draft: ClaimDraft, _ books: CodeBooks) -> (title: String, lines: [String])? {
        switch self {
        case .answer(let reading): (reading.answer.title, reading.lines(on: draft, books))
        case .segment(let segment): ("999", segment.lines(on: draft))
        case .code(let code): (code.code.text, code.lines(on: draft, books))
        case .candidate(let candidate): (candidate.name, candidate.lines(on: draft))
        case .forecast(let entry): ("Denial forecast", entry.lines(books))
        case .refusal(let refusal): ("837P", [refusal.message, "", "Source: \(refusal.source)"])
        default: nil
        }
    }
}

extension AnswerReading {
    fileprivate func lines(on draft: ClaimDraft, _ books: CodeBooks) -> [String] {
        func codes(_ line: Int?) -> [String] {
            self.codes.filter { $0.answeredLine == line }.flatMap { $0.lines(on: draft, books).map { "  \($0)" } }
        }
        let adjustments = answer.adjustments.map(\.text)
        let segments = answer.segments.map { "  \($0.text)" }
        let bystander = answer.isBystander ? ["", ClaimAnswer.bystanderNotice] : []
        return [answer.headline] + (adjustments.isEmpty ? [] : [adjustments.joined(separator: ", ")]) + segments
            + bystander + answer.notices(in: books) + underpayments.map(\.text) + codes(nil)
            + answer.lines.enumerated().flatMap { ["", $1.text] + $1.notices.map { "  \($0)" } + codes($0) }
    }
}

extension ClaimDraft {
    /// The adjustments behind a line of what an earlier payer paid; `nil` where none are entered.
    fileprivate func adjustmentsText(at place: Place) -> String? {
        let payer = DecisionFields.every.first { [$0.paid, $0.linePaid].contains(place.field) }
        guard let payer else { return nil }
        let adjusted = place.field == payer.paid ? payer.adjustments : payer.lineAdjusted
        let text = self.text(at: Place(adjusted, row: place.row))
        return text.isEmpty ? nil : "Adjustments: \(text)"
    }
}

extension AnswerReading.Code {
    fileprivate func lines(on draft: ClaimDraft, _ books: CodeBooks) -> [String] {
        let fields = candidates.enumerated().map { "  \($0 + 1) \($1.text(on: draft))" }
        return [text(in: books)] + (fields.isEmpty ? ["  No field found for this code."] : fields)
    }
}

extension DenialForecast.Entry {
    fileprivate func lines(_ books: CodeBooks) -> [String] {
        let remarks = ([denial].compactMap(\.self) + remarks).map { "  \($0.text(in: books))" }
        let causes = findings.map { "  \($0.rule.id)  \($0.place.label): \($0.message)" }
        return [message(in: books), ""] + remarks + ["", "Caused by:"] + causes
    }
}

extension AnsweredSegment {
    /// The same with the field's text now.
    fileprivate func text(on draft: ClaimDraft) -> String {
        let now = place.map { draft.text(at: $0) } ?? ""
        return text + "." + (now.isEmpty ? "" : " Now: \(now)")
    }

    fileprivate func lines(on draft: ClaimDraft) -> [String] {
        [text(on: draft), "", "Receiver's code: \(code)"] + (place.map { ["", $0.field.help] } ?? [])
    }
}

extension AnswerCandidate {
    /// `NDC 2: Is blank. The drug line has its NDC (ND-002).`
    var text: String { "\(name): \(reason)" + (rule.map { " (\($0))" } ?? "") }

    /// The same with the field's text now.
    fileprivate func text(on draft: ClaimDraft) -> String {
        let now = draft.text(at: place)
        return text + (now.isEmpty ? "" : " Now: \(now)")
    }

    fileprivate func lines(on draft: ClaimDraft) -> [String] {
        var lines = [text(on: draft), "", place.field.help]
        if let rule = rule.flatMap({ Rule.named($0) }) {
            lines += ["", rule.heading, "Source: \(rule.citation.text)"]
        }
        return lines
    }
}

extension Review.Row {
    /// What Enter does on the line, for the footer.
    var act: String {
        switch self {
        case .segment(let segment) where segment.place == nil: "Details"
        case .segment, .candidate, .finding, .forecast, .paidBefore: "Go there"
        case .answer, .code: "Details"
        case .moreNotes: "Show notes"
        case .readSummary, .readQuery: "Preview"
        case .refusal(let refusal): refusal.place == nil ? "Show" : "Go there"
        case .readChanges, .readArrived: "Show"
        case .resubmit: "Resubmit"
        case .markReady: "Mark ready"
        case .title, .text: "Select"
        }
    }
}
