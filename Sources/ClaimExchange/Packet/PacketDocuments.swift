import ClaimModel
import ClaimRules
import TextKit

/// The scores over time and the attachments, as a packet lists them.
extension ShownClaim {
    /// Each instrument's scores, the earliest first, drawn on the scale of the instrument; `nil` where there are none.
    var scoreHistory: Section? {
        let rows = draft.scores.indices.filter { draft.scores[$0].scored != nil }
            .sorted { (draft.scores[$0].date.value?.iso ?? "", $0) < (draft.scores[$1].date.value?.iso ?? "", $1) }
        guard !rows.isEmpty else { return nil }
        let instruments = rows.compactMap { draft.scores[$0].instrument.value }.uniqued
        return Section(
            "SYMPTOM SCORES",
            instruments.map { instrument in
                let own = rows.filter { draft.scores[$0].instrument.value == instrument }
                let totals = own.compactMap { draft.scores[$0].scored?.total }
                let change = totals.count > 1 ? ScoreChange(from: totals[0], to: totals[totals.count - 1]) : nil
                return ["  \(instrument.label)" + (change.map { ": \($0.text)" } ?? "")] + own.map { scoreLine($0) }
            })
    }

    /// `10/28/2026  ######################........  22 of 27, severe`.
    private func scoreLine(_ row: Int) -> String {
        guard let reading = draft.scores[row].scored else { return "" }
        let date = (text(.scoreDate, row: row) ?? "no date").padded(to: 11)
        let columns = 30
        let filled = min(columns, max(0, reading.total * columns / max(1, reading.instrument.range.upperBound)))
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: columns - filled)
        return "    \(date) \(bar)  \(reading.text)".clipped(to: Paper.columns)
    }

    /// What goes with the claim (PWK); `nil` where nothing is listed.
    var attachmentList: Section? {
        let titles = attachmentTitles
        guard !titles.isEmpty else { return nil }
        return Section("LIST OF ATTACHMENTS", titles.enumerated().map { Paper.hanging("\($0 + 1)", $1, column: 5) })
    }

    /// `M1 medical record, FX fax, control number LBH-0001`.
    var attachmentTitles: [String] {
        draft.attachments.indices.compactMap { row in
            let control = text(.attachmentControl, row: row).map { "control number \($0)" }
            let parts = [text(.attachmentType, row: row), text(.attachmentTransmission, row: row), control]
            let title = parts.compactMap { $0 }.joined(separator: ", ")
            return title.isEmpty ? nil : title
        }
    }
}
