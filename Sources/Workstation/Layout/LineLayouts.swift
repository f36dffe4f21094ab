import ClaimModel
import ClaimRules
import CodeSets
import TerminalKit
import TextKit

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
            [numbered(.grid(lineCells, row: row, start: 4), row)] + givenLines(row, from: source)
                + renderingLine(row, from: source) + kindLine(row, from: source) + decisions(row, from: source)
        }
        return layout
    }

    /// Route, times and who gave it: on the way of Enter where the code is an administration, a detour elsewhere.
    private static func givenLines(_ row: Int, from source: LayoutSource) -> [FormLine] {
        let line = source.line(row)
        let kinds = ProcedureKinds(of: line.procedure.value?.text ?? "")
        if kinds.contains(.unlisted), !kinds.contains(.unlistedDrug) {
            return [labelled([(.lineDescription, 36, false), (.lineRenderingNPI, 10, true)], row: row)]
        }
        let isTimed = !kinds.isDisjoint(with: [.administration, .psychotherapy, .psychotherapyAddOn])
        var cells: [LabelledCell] = [
            (.lineRoute, 3, !isTimed), (.lineStart, 5, !isTimed),
            // Whoever keys the one goes on with the other.
            (.lineStop, 5, !isTimed && line.start.isEmpty),
            (.lineRenderingNPI, 10, true),
        ]
        if isTimed,
            (line.start.isEmpty && line.stop.isEmpty) || !line.chartMinutes.isEmpty
                || source.open == Place(.lineChartMinutes, row: row)
        {
            cells.append((.lineChartMinutes, 3, true))
        }
        if line.procedure.value?.text == "96374" || !line.continuousPresence.isEmpty
            || source.open == Place(.lineContinuousPresence, row: row)
        {
            cells.append((.lineContinuousPresence, 1, true))
        }
        return withTime(row, labelled(cells, row: row), from: source)
    }

    /// The minutes and the codes that they allow: behind the fields, or below where there is no room.
    private static func withTime(_ row: Int, _ fields: FormLine, from source: LayoutSource) -> [FormLine] {
        guard let time = source.figures(row)?.infusion?.text, !time.isEmpty else { return [fields] }
        let end = fields.slots.last.map { $0.column + $0.columns + 1 } ?? 4
        guard end + time.columns < source.columns else {
            return [fields, .text(time, at: 4, role: .computed)]
        }
        var line = fields
        line.texts.append(.init(column: end, text: time, role: .computed))
        return [line]
    }

    private typealias LabelledCell = (field: Field, columns: Int, isDetour: Bool)

    private static func labelled(_ cells: [LabelledCell], row: Int) -> FormLine {
        var line = FormLine()
        var column = 4
        for cell in cells {
            line.texts.append(.init(column: column, text: cell.field.label, role: .muted))
            let start = column + cell.field.label.columns + 1
            line.slots.append(
                Slot(place: Place(cell.field, row: row), column: start, columns: cell.columns, isDetour: cell.isDetour))
            column = start + cell.columns + 1
        }
        return line
    }

    /// The name behind a line's own NPI.
    private static func renderingLine(_ row: Int, from source: LayoutSource) -> [FormLine] {
        let names: [Field] = [.lineRenderingLastName, .lineRenderingFirstName]
        let isNamed = ([.lineRenderingNPI] + names).contains { field in
            let place = Place(field, row: row)
            return !source.draft.text(at: place).isEmpty || source.open == place
        }
        return isNamed ? FormLine.fields(names, row: row, columns: source.columns, indent: 4) : []
    }

    /// What only lines of some kinds have: minutes of anesthesia, the certificate of a test, who ordered it, Medicaid's marks.
    private static func kindLine(_ row: Int, from source: LayoutSource) -> [FormLine] {
        let kinds = ProcedureKinds(of: source.line(row).procedure.value?.text ?? "")
        let isMedicaid = source.draft.payer.filingIndicator.value == .medicaid
        let isTest = kinds.contains(.laboratory)
        let isOrdered = isTest || kinds.contains(.imaging)
        let isOrderedApart = isOrdered && source.draft.referring.qualifier.value != .ordering
        let isBought = isTest && source.draft.identity.outsideLab.value == .yes
        let cells: [(field: Field, columns: Int, isShown: Bool)] = [
            (.lineUnitBasis, 2, kinds.contains(.anesthesia)), (.lineEmergency, 1, isMedicaid),
            (.lineScreeningReferral, 1, isMedicaid), (.lineFamilyPlanning, 1, isMedicaid),
            (.lineCLIANumber, 10, isTest), (.lineOrderingNPI, 10, isOrderedApart),
            (.lineOrderingLastName, 20, isOrderedApart), (.lineOrderingFirstName, 12, isOrderedApart),
            (.lineReferringNPI, 10, false), (.lineReferringLastName, 20, false), (.lineReferringFirstName, 12, false),
            (.linePurchasedCharge, 10, isBought), (.linePurchasedNPI, 10, isBought),
        ]
        let shown = cells.filter { cell in
            let place = Place(cell.field, row: row)
            return cell.isShown || source.open == place || !source.draft.text(at: place).isEmpty
        }
        return broken(shown.map { ($0.field, $0.columns, true) }, row: row, columns: source.columns)
    }

    /// As many lines as the labeled fields need.
    private static func broken(_ cells: [LabelledCell], row: Int, columns: Int) -> [FormLine] {
        var lines: [[LabelledCell]] = []
        var end = columns
        for cell in cells {
            let width = cell.field.label.columns + cell.columns + 2
            if end + width > columns {
                lines.append([])
                end = 4
            }
            lines[lines.count - 1].append(cell)
            end += width
        }
        return lines.map { labelled($0, row: row) }
    }

    /// What each payer before this one decided on the line.
    private static func decisions(_ row: Int, from source: LayoutSource) -> [FormLine] {
        source.draft.orderOfPayer.earlier.flatMap { fields in
            let amounts = FormLine.fields(
                [fields.linePaid, fields.lineAdjusted], row: row, columns: source.columns, indent: 4)
            let rest = labelled(
                [(fields.lineLiability, 10, true), (fields.lineProcedure, 14, true), (fields.lineUnits, 6, true)],
                row: row)
            guard source.draft.lines.indices.contains(row) else { return amounts + [rest] }
            let line = source.draft.lines[row]
            let balance = LineBalance(of: line, decided: fields.decision(on: line))
            return amounts + [rest] + (balance.map { [.text($0.text, at: 4, role: .computed)] } ?? [])
        }
    }

    private static func numbered(_ line: FormLine, _ row: Int) -> FormLine {
        var line = line
        let number = String(row + 1)
        line.texts.append(.init(column: 3 - number.count, text: number))
        return line
    }

    /// The drug lines with their drug, and one more line to key.
    static func hcpcs(from source: LayoutSource) -> FormLayout {
        var layout = FormLayout(header: [.titles(lineCells, start: 4)])
        layout.units = source.keyableDrugRows.map { row in
            let group = FieldGroup.drug.lines.flatMap {
                FormLine.fields($0, row: row, columns: source.columns, indent: 4)
            }
            var billed = FormLine.grid(lineCells, row: row, start: 4)
            if source.line(row).isBilled { for index in billed.slots.indices { billed.slots[index].isKeyed = true } }
            return [numbered(billed, row)] + group + doseLine(row, from: source)
        }
        return layout
    }

    private static func doseLine(_ row: Int, from source: LayoutSource) -> [FormLine] {
        guard let ratio = source.figures(row)?.dosePerWeight?.text else { return [] }
        return [.text("\(ratio) of body weight", at: 4, role: .computed)]
    }

    /// The drug identification of each drug line, with the arithmetic.
    static func ndc(from source: LayoutSource) -> FormLayout {
        var layout = FormLayout()
        layout.units = source.drugRows.map { row in
            let line = source.line(row)
            let code = line.procedure.value?.text ?? line.procedure.text
            let title = "Line \(row + 1)  \(code)  \(line.drugName.text)  \(line.dose.value?.description ?? "")"
            let fields = FieldGroup.ndc.lines.flatMap {
                FormLine.fields($0, row: row, columns: source.columns, indent: 2)
            }
            return [.heading(title)] + fields
                + identification(row, from: source).map { .text($0, at: 4, role: .computed) } + [FormLine()]
        }
        if layout.units.isEmpty {
            layout.header = [
                .text("No drug line yet. Enter its code on screen 4 (HCPCS), then its NDC here.")
            ]
        }
        return layout
    }
}

extension FormLayout {
    /// The 11-digit form, its product, and the calculated quantity.
    private static func identification(_ row: Int, from source: LayoutSource) -> [String] {
        guard let figures = source.figures(row) else { return [] }
        let product = figures.ndc.product.map { [$0.summary] } ?? []
        return [figures.ndc.text].filter { !$0.isEmpty } + product + (figures.quantity.map { [$0.text] } ?? [])
    }
}

extension LayoutSource {
    /// What is calculated for a line while it is keyed.
    func figures(_ row: Int) -> LineFigures? {
        LineFigures(row: row, of: draft, in: inputs.context(for: draft, history: []))
    }

    /// The rows whose code or drug identification makes them drug lines.
    var drugRows: [Int] {
        draft.lines.indices.filter { row in
            let line = draft.lines[row]
            return ProcedureKinds(of: line.procedure.value?.text ?? "").contains(.drug) || !line.drugName.isEmpty
                || !line.ndc.isEmpty || row == openLine
        }
    }

    /// The drug lines, those whose code is still to come, and one to begin.
    var keyableDrugRows: [Int] {
        var rows = Set(drugRows)
        rows.formUnion(
            draft.lines.indices.filter { draft.lines[$0].procedure.value == nil && draft.lines[$0] != ServiceLine() })
        if draft.lines.count < Part.line.limit { rows.insert(draft.lines.count) }
        return rows.sorted()
    }

    private var openLine: Int? { open.flatMap { $0.field.part == .line ? $0.row : nil } }
}

extension ServiceLine {
    /// Whether all is keyed that each line is billed with.
    fileprivate var isBilled: Bool {
        ![self.from.isEmpty, self.procedure.isEmpty, self.pointers.isEmpty, self.charge.isEmpty, self.units.isEmpty]
            .contains(true)
    }
}
