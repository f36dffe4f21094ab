import ClaimModel
import ClaimRules
import CodeSets
import TerminalKit

extension FormLayout {
    static let lineCells: [GridCell] = [
        GridCell(.lineFrom, 10), GridCell(.lineTo, 10), GridCell(.linePlaceOfService, 3),
        GridCell(.lineProcedure, 5), GridCell(.lineModifier1, 2), GridCell(.lineModifier2, 2),
        GridCell(.lineModifier3, 2), GridCell(.lineModifier4, 2), GridCell(.linePointers, 4),
        GridCell(.lineCharge, 10), GridCell(.lineUnits, 6),
    ]

    /// The rows that exist and, while there is room, one more to key.
    static func rows(of part: Part, in draft: ClaimDraft) -> Range<Int> {
        0..<min(draft.rowCount(of: part) + 1, part.limit)
    }

    /// Every service line on two rows: what is billed, and how it was given.
    static func procedure(from source: LayoutSource) -> FormLayout {
        var layout = FormLayout(header: [.titles(lineCells, start: 4)])
        layout.units = rows(of: .line, in: source.draft).map { row in
            [numbered(.grid(lineCells, row: row, start: 4), row), givenLine(row, from: source)]
                + secondaryLine(row, from: source)
        }
        return layout
    }

    /// Route and times: on the way of Enter where the code is an administration, a detour elsewhere.
    private static func givenLine(_ row: Int, from source: LayoutSource) -> FormLine {
        let line = source.line(row)
        let kinds = ProcedureKinds(of: line.procedure.value?.text ?? "")
        let isTimed = kinds.contains(.administration)
        let needsWords = kinds.contains(.unlisted) && !kinds.contains(.unlistedDrug)
        var result = FormLine()
        var column = 4
        func add(_ field: Field, _ columns: Int, isDetour: Bool) {
            result.words.append(.init(column: column, text: field.label, role: .muted))
            let start = column + TerminalKit.columns(of: field.label) + 1
            result.slots.append(
                Slot(place: Place(field, row: row), column: start, columns: columns, isDetour: isDetour))
            column = start + columns + 2
        }
        if needsWords {
            add(.lineDescription, 40, isDetour: false)
            return result
        }
        add(.lineRoute, 3, isDetour: !isTimed)
        add(.lineStart, 5, isDetour: !isTimed)
        add(.lineStop, 5, isDetour: !isTimed)
        if isTimed {
            let words = source.figures(row)?.infusion?.words ?? ""
            if !words.isEmpty { result.words.append(.init(column: column, text: words, role: .computed)) }
            if source.columns >= 120 || words.isEmpty {
                column += words.isEmpty ? 0 : TerminalKit.columns(of: words) + 2
                add(.lineChartMinutes, 3, isDetour: true)
                add(.lineContinuousPresence, 1, isDetour: true)
            }
        } else {
            add(.lineRenderingNPI, 10, isDetour: true)
        }
        return result
    }

    /// What the primary decided on the line, on a claim to a later payer.
    private static func secondaryLine(_ row: Int, from source: LayoutSource) -> [FormLine] {
        guard let order = source.draft.payer.order.value, order != .primary else { return [] }
        return FormLine.fields([.linePrimaryPaid, .linePrimaryAdjusted], row: row, columns: source.columns, indent: 4)
    }

    private static func numbered(_ line: FormLine, _ row: Int) -> FormLine {
        var line = line
        let number = String(row + 1)
        line.words.append(.init(column: 3 - number.count, text: number))
        return line
    }

    /// The drug lines with their drug, and one more line to key.
    static func hcpcs(from source: LayoutSource) -> FormLayout {
        var layout = FormLayout(header: [.titles(lineCells, start: 4)])
        let drugs = source.drugRows
        let new = source.draft.lines.count
        let rows = drugs + (new < Part.line.limit ? [new] : [])
        layout.units = rows.map { row in
            let group = FieldGroup.drug.lines.flatMap {
                FormLine.fields($0, row: row, columns: source.columns, indent: 4)
            }
            return [numbered(.grid(lineCells, row: row, start: 4), row)] + group + doseLine(row, from: source)
        }
        return layout
    }

    private static func doseLine(_ row: Int, from source: LayoutSource) -> [FormLine] {
        guard let words = source.figures(row)?.dosePerWeight?.words else { return [] }
        return [.words("\(words) of body weight", at: 4, role: .computed)]
    }

    /// The drug identification of each drug line, with the arithmetic beside it.
    static func ndc(from source: LayoutSource) -> FormLayout {
        var layout = FormLayout()
        layout.units = source.drugRows.map { row in
            let line = source.line(row)
            let title =
                "Line \(row + 1)  \(line.procedure.text)  \(line.drugName.text)  \(line.dose.value?.description ?? "")"
            let fields = FieldGroup.ndc.lines.flatMap {
                FormLine.fields($0, row: row, columns: source.columns, indent: 2)
            }
            return [.heading(title)] + fields
                + identification(row, from: source).map { .words($0, at: 4, role: .computed) } + [FormLine()]
        }
        if layout.units.isEmpty {
            layout.header = [
                .words("No drug line yet. Key its code on screen 4 (HCPCS); its NDC is keyed here.")
            ]
        }
        return layout
    }
}

extension FormLayout {
    /// The 11-digit form, what it stands for, and the quantity worked out.
    private static func identification(_ row: Int, from source: LayoutSource) -> [String] {
        guard let figures = source.figures(row) else { return [] }
        let product = figures.ndc.product.map { [$0.summary] } ?? []
        return [figures.ndc.words].filter { !$0.isEmpty } + product + (figures.quantity.map { [$0.words] } ?? [])
    }
}

extension LayoutSource {
    /// What is worked out beside a line while it is keyed.
    func figures(_ row: Int) -> LineFigures? {
        LineFigures(row: row, of: draft, in: desk.context(for: draft, history: []))
    }

    /// The rows whose code or drug identification makes them drug lines.
    var drugRows: [Int] {
        draft.lines.indices.filter { row in
            let line = draft.lines[row]
            return ProcedureKinds(of: line.procedure.value?.text ?? "").contains(.drug) || !line.drugName.isEmpty
                || !line.ndc.isEmpty
        }
    }
}
