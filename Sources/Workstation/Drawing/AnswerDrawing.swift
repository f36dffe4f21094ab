import ClaimModel
import ClaimRules
import TerminalKit
import TextKit

/// A payer's answer on Review: its lines, and what stands below them and in F1.
extension Workstation {
    func draw(answerRow row: Review.Row, role: Role, on frame: inout Frame, row line: Int, columns limit: Int) {
        let (column, words): (Int, String) =
            switch row {
            case .answer(let reading): (3, reading.answer.headline)
            case .segment(let segment): (5, segment.text)
            case .code(let code): (5, code.words(in: desk.books))
            case .candidate(let candidate): (9, candidate.words)
            default: (3, "")
            }
        if case .candidate(let candidate) = row {
            let sign = String(candidate.isFound ? frame.glyphs.warning : frame.glyphs.note)
            let markRole: Role = candidate.isFound ? .markWarning : .markNote
            frame.put(sign, at: Position(column: 7, row: line), role: role == .selection ? role : markRole)
        }
        frame.put(
            words.clipped(to: limit - column - 1, ellipsis: frame.glyphs.ellipsis),
            at: Position(column: column, row: line), role: role)
    }

    /// The chosen line of the answer in full.
    func selectedAnswerWords() -> String? {
        switch selectedReviewRow {
        case .answer(let reading):
            reading.answer.headline + "." + (reading.answer.isBystander ? " \(ClaimAnswer.bystanderWords)" : "")
        case .segment(let segment): segment.words(on: editor?.draft)
        case .code(let code):
            code.words(in: desk.books) + (code.candidates.isEmpty ? ". No field is known for it." : ".")
        case .candidate(let candidate): candidate.words(on: editor?.draft)
        default: nil
        }
    }

    /// What F1 says of the chosen line of the answer.
    func selectedAnswerDetails() -> (title: String, lines: [String])? {
        switch selectedReviewRow {
        case .answer(let reading): (reading.answer.title, lines(of: reading))
        case .segment(let segment): ("999", lines(of: segment))
        case .code(let code): (code.code.text, lines(of: code))
        case .candidate(let candidate): (candidate.name, lines(of: candidate))
        default: nil
        }
    }

    private func lines(of reading: AnswerReading) -> [String] {
        let answer = reading.answer
        func codes(_ line: Int?) -> [String] {
            reading.codes.filter { $0.answeredLine == line }.flatMap { code in lines(of: code).map { "  \($0)" } }
        }
        let adjustments = answer.adjustments.map(\.text)
        let segments = answer.segments.map { "  \($0.text)" }
        let bystander = answer.isBystander ? ["", ClaimAnswer.bystanderWords] : []
        return [answer.headline] + (adjustments.isEmpty ? [] : [adjustments.joined(separator: ", ")]) + segments
            + bystander + codes(nil)
            + answer.lines.enumerated().flatMap { ["", $1.text] + codes($0) }
    }

    private func lines(of code: AnswerReading.Code) -> [String] {
        let fields = code.candidates.enumerated().map { "  \($0 + 1) \($1.words(on: editor?.draft))" }
        return [code.words(in: desk.books)] + (fields.isEmpty ? ["  No field is known for it."] : fields)
    }

    private func lines(of segment: AnsweredSegment) -> [String] {
        [segment.words(on: editor?.draft), "", "The receiver's code for it: \(segment.code)"]
            + (segment.place.map { ["", $0.field.help] } ?? [])
    }

    private func lines(of candidate: AnswerCandidate) -> [String] {
        var lines = [candidate.words(on: editor?.draft), "", candidate.place.field.help]
        if let rule = candidate.rule.flatMap({ Rule.named($0) }) {
            lines += ["", rule.heading, "Source: \(rule.citation.text)"]
        }
        return lines
    }
}

extension AnsweredSegment {
    /// The same with what stands in the field now.
    fileprivate func words(on draft: ClaimDraft?) -> String {
        let now = place.flatMap { draft?.text(at: $0) } ?? ""
        return text + "." + (now.isEmpty ? "" : " Now: \(now)")
    }
}

extension AnswerCandidate {
    /// `NDC 2: Is blank. The drug line has its NDC (ND-002).`
    var words: String { "\(name): \(reason)" + (rule.map { " (\($0))" } ?? "") }

    /// The same with what stands in the field now.
    fileprivate func words(on draft: ClaimDraft?) -> String {
        let text = draft?.text(at: place) ?? ""
        return words + (text.isEmpty ? "" : " Now: \(text)")
    }
}

extension Review.Row {
    /// What Enter does on the line, for the footer.
    var enterWords: String {
        switch self {
        case .segment(let segment) where segment.place == nil: "Details"
        case .segment, .candidate, .finding, .forecast: "Go there"
        case .answer, .code: "Details"
        case .title, .words, .readSummary, .readQuery, .readChanges, .sendAgain, .markReady: "Do it"
        }
    }
}
