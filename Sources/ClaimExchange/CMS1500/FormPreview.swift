public import ClaimModel
public import TextKit

extension CMS1500 {
    /// The forms as text of at most 80 columns, as a screen shows them before they are sent.
    public static func preview(of draft: ClaimDraft, glyphs: Glyphs = .unicode) -> [String] {
        forms(of: draft, glyphs: glyphs).flatMap(\.text)
            .flatMap { $0.columns <= Paper.columns ? [$0] : $0.pieces(of: Paper.columns) }
    }

    private var text: [String] {
        let head = Paper.ends("CMS-1500 (02/12)", count == 1 ? "" : "form \(number) of \(count)")
        var text = [head, Paper.rule()]
        text += upper.flatMap(\.text)
        text += [Paper.rule(), CMS1500.columnTitles]
        text += lines.flatMap(\.text)
        text += [Paper.rule()]
        text += lower.flatMap(\.text)
        return text + [""]
    }

    private static let columnTitles = FormLine.row(
        "24", "A from", "to", "B", "D code", "modifiers", "E", "F charge", "G", "J NPI")
}

extension FormBox {
    /// The columns before the content.
    private static let margin = 36

    /// The content with its own spacing, on as many lines as it needs.
    fileprivate var text: [String] {
        let label = " \(number.padded(to: 4)) \(title)".clipped(to: FormBox.margin - 1)
        let room = Paper.columns - FormBox.margin
        let pieces = content.pieces(of: room) + (isCut ? ["(too long: cut)"] : [])
        return pieces.enumerated().map { index, piece in
            ((index == 0 ? label : "").padded(to: FormBox.margin) + piece).withoutBlanksAtEnd
        }
    }
}

extension FormLine {
    fileprivate var text: [String] {
        let indicators = [("C", emergency), ("H", screening)].filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" }
        let id = provider.isEmpty ? "" : "\(provider.prefix(2)) \(provider.dropFirst(2))"
        let right = (indicators + [id]).filter { !$0.isEmpty }.joined(separator: "  ")
        let top = Paper.ends("   \(shaded)", right)
        let plain = FormLine.row(
            String(number), from, to, placeOfService, code, modifiers.joined(separator: " "), pointers, charge, units,
            renderingNPI)
        return (shaded.isEmpty && right.isEmpty ? [] : [top])
            + (isCut ? ["   (cut: no more fits)"] : []) + [plain]
    }

    /// Ten cells under their titles.
    fileprivate static func row(_ cells: String...) -> String {
        let widths = [2, 8, 8, 2, 6, 11, 4, 11, 9, 10]
        return zip(cells, widths).enumerated().map { column, cell in
            let text = cell.0.clipped(to: cell.1)
            return column == 7 || column == 8 ? text.aligned(to: cell.1) : text.padded(to: cell.1)
        }.joined(separator: " ").withoutBlanksAtEnd
    }
}
