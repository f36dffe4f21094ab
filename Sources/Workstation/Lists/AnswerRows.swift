import ClaimModel
import ClaimRules
import CodeSets

/// What a payer answered, as lines of Review: the status, then each code with the fields that may have led to it.
extension Review {
    /// The most fields under one code; F1 on the code shows the others.
    private static let mostCandidates = 4

    static func rows(of readings: [AnswerReading], among answers: [ClaimAnswer], _ books: CodeBooks) -> [Row] {
        var rows: [Row] = []
        for reading in readings {
            rows += [.title(reading.answer.title), .answer(reading)]
            let adjustments = reading.answer.adjustments
            if !adjustments.isEmpty { rows.append(.text(adjustments.map(\.text).joined(separator: ", "))) }
            rows += reading.answer.segments.map { .segment($0) }
            if reading.answer.isBystander { rows.append(.text(ClaimAnswer.bystanderNotice)) }
            rows += (reading.answer.notices(in: books) + reading.underpayments.map(\.text)).map { .text($0) }
            rows += codeRows(of: reading, line: nil)
            for (index, line) in reading.answer.lines.enumerated() {
                rows += ([line.text] + line.notices).map { .text($0) }
                rows += codeRows(of: reading, line: index)
            }
        }
        let shown = readings.map(\.answer)
        rows += answers.reversed().filter { !shown.contains($0) }.map { .text("Earlier: \($0.headline)") }
        return rows
    }

    private static func codeRows(of reading: AnswerReading, line: Int?) -> [Row] {
        let codes = reading.codes.filter { $0.answeredLine == line && !$0.code.isRoutine }
        return codes.flatMap { code -> [Row] in
            let fields = code.candidates.prefix(code.isExplained ? 0 : mostCandidates)
            return [.code(code)] + fields.map { .candidate($0) }
        }
    }
}

extension ClaimAnswer {
    var title: String {
        switch kind {
        case .remittance: "Payer response (835)"
        case .status: "Payer response (277)"
        case .acknowledgment: "File acknowledgment (999)"
        case .interchange: "Interchange acknowledgment (TA1)"
        case .typed: "Prior denial codes, as entered"
        }
    }
}

extension OpenedClaim {
    /// Whether the claim came back: its answer is what the person opens it for.
    var wantsCorrection: Bool {
        [.rejected, .denied, .partlyPaid].contains(status)
            && !(answers.isEmpty && draft.identity.recordedDenial.text.isEmpty)
    }
}

extension ClaimEditor {
    /// Whether the claim has left the desk before.
    var wasSent: Bool { work.status.reachedPayer || work.status == .rejected || !answers.isEmpty }
}
