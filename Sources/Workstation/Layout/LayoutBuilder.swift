import ClaimModel
import ClaimRules
import TerminalKit
import TextKit

/// What a layout is made from.
struct LayoutSource {
    let draft: ClaimDraft
    let inputs: Inputs
    /// Columns to be had.
    let columns: Int
    /// The place that has the cursor: its row stays on the screen whatever is typed there.
    let open: Place?
    /// The reference file whose entry it is.
    var file: ReferenceKind?

    var policy: Policy { inputs.policies.policy(for: draft) }

    /// A service line; a blank one where the claim has none yet.
    func line(_ row: Int) -> ServiceLine { draft.lines.indices.contains(row) ? draft.lines[row] : ServiceLine() }
}

extension FormLine {
    static func heading(_ text: String) -> FormLine {
        FormLine(texts: [Text(column: 1, text: text, role: .title)])
    }

    /// The line with these fields and their labels only; `nil` where it had others and none is left.
    fileprivate func keeping(_ fields: Set<Field>) -> FormLine? {
        var line = self
        let gone = slots.filter { !fields.contains($0.place.field) }.map(\.column)
        line.slots.removeAll { gone.contains($0.column) }
        line.texts.removeAll { gone.contains($0.column + $0.text.columns + 1) }
        return slots.isEmpty || !line.slots.isEmpty ? line : nil
    }

    static func text(_ text: String, at column: Int = 3, role: Role = .muted) -> FormLine {
        FormLine(texts: [Text(column: column, text: text, role: role)])
    }

    /// A line of labelled fields from left to right; what does not fit goes onto further lines.
    static func fields(_ fields: [Field], row: Int = 0, columns limit: Int, indent: Int = 2) -> [FormLine] {
        var lines: [FormLine] = []
        lines.append(fields, row: row, columns: limit, indent: indent)
        return lines
    }

    /// A row of a grid: its fields at fixed columns, without labels.
    static func grid(_ cells: [GridCell], row: Int, start: Int) -> FormLine {
        var line = FormLine(room: cells.count)
        var column = start
        for cell in cells {
            line.slots.append(
                Slot(place: Place(cell.field, row: row), column: column, columns: cell.columns))
            column += cell.columns + 1
        }
        return line
    }

    /// The titles over a grid's columns.
    static func titles(_ cells: [GridCell], start: Int) -> FormLine {
        var line = FormLine()
        var column = start
        for cell in cells {
            line.texts.append(Text(column: column, text: cell.title.clipped(to: cell.columns)))
            column += cell.columns + 1
        }
        return line
    }
}

extension [FormLine] {
    fileprivate mutating func append(_ fields: [Field], row: Int = 0, columns limit: Int, indent: Int = 2) {
        var line = FormLine(room: fields.count)
        var column = indent
        for field in fields {
            let isFirst = line.slots.isEmpty
            // The first labels share one column, so that their fields do too.
            let labelWidth = Swift.max(field.label.columns, isFirst ? 18 : 0)
            let most = field.shape.columns
            let needed = labelWidth + 1 + Swift.min(most, 12)
            if !isFirst, column + needed + 2 > limit {
                append(line)
                line = FormLine()
                column = indent
                append([field], row: row, columns: limit, indent: indent)
                continue
            }
            let start = column + labelWidth + 1
            let width = Swift.max(1, Swift.min(most, limit - start - 2))
            let height = field.shape.isMultiline ? 3 : 1
            line.slots.append(
                Slot(
                    place: Place(field, row: row), column: start, columns: width, rows: height, labelColumn: column))
            line.height = Swift.max(line.height, height)
            column = start + width + 3
        }
        if !line.slots.isEmpty { append(line) }
    }
}

/// One column of a grid.
struct GridCell {
    let field: Field
    let title: String
    let columns: Int

    init(_ field: Field, _ columns: Int, title: String? = nil) {
        self.field = field
        self.title = title ?? field.label
        self.columns = columns
    }
}

extension FormLayout {
    /// Groups of labelled fields below each other, each group whole on its page where it fits.
    static func groups(_ groups: [FieldGroup], from source: LayoutSource) -> [[FormLine]] {
        groups.map { group in
            var lines = [source.heading(of: group)]
            for fields in group.lines { lines.append(fields, columns: source.columns) }
            return lines
        }
    }

    /// An entry of a reference file: its groups; below them the standing diagnoses of a patient, or what a template keeps.
    private static func reference(from source: LayoutSource) -> FormLayout {
        guard let file = source.file else { return FormLayout() }
        var units = groups(file.groups, from: source)
        if file == .patient { units += [[.heading("Standing diagnoses")]] + diagnosis(from: source).units }
        if file == .template { units += template(from: source) }
        return FormLayout(units: units, detours: Detours(in: source.draft))
    }

    /// The diagnoses and lines of a template, without the fields that are of one patient or one day.
    private static func template(from source: LayoutSource) -> [[FormLine]] {
        let fields = Set(ReferenceKind.template.fields)
        let diagnoses = diagnosis(from: source).units.prefix(rows(of: .diagnosis, in: source.draft).count)
        var lines = procedure(from: source)
        // The days come first and are not kept.
        let days = lineCells.prefix { !fields.contains($0.field) }
        let start = days.reduce(4) { $0 + $1.columns + 1 }
        lines.header = [.titles(Array(lineCells.dropFirst(days.count)), start: start)]
        for row in source.drugRows {
            lines.units[row] += (FieldGroup.drug.lines + FieldGroup.ndc.lines).flatMap {
                FormLine.fields($0, row: row, columns: source.columns, indent: 4)
            }
        }
        let providers: [FieldGroup] = [.renderingProvider, .serviceFacility]
        let units =
            [[.heading("Diagnoses")]] + diagnoses + [[.heading("Lines")] + lines.header] + lines.units
            + groups(providers, from: source)
        return units.map { $0.compactMap { $0.keeping(fields) } }
    }

    static func layout(of screen: Screen, from source: LayoutSource) -> FormLayout {
        switch screen {
        case .claim:
            FormLayout(
                units: groups(FieldGroup.claim.filter(source.shows), from: source), detours: Detours(in: source.draft))
        case .practice:
            FormLayout(
                units: groups(FieldGroup.practice, from: source).appending("PgDn: Clearinghouse, the second page"),
                detours: Detours(in: source.draft))
        case .reference: reference(from: source)
        case .diagnosis: diagnosis(from: source)
        case .procedure: procedure(from: source)
        case .hcpcs: hcpcs(from: source)
        case .ndc: ndc(from: source)
        case .documentation: documentation(from: source)
        case .review: FormLayout()
        }
    }
}

extension LayoutSource {
    /// Whether a group of the Claim screen is there: those of a third payer and of an ambulance only on the few claims that have
    /// one.
    fileprivate func shows(_ group: FieldGroup) -> Bool {
        guard [.thirdPlan, .secondaryAdjudication, .ambulance].contains(group) else { return true }
        return Detours(in: draft).have(useFor: group)
    }

    /// The group's title, with what is worked out of its fields.
    fileprivate func heading(of group: FieldGroup) -> FormLine {
        var line = FormLine.heading(group.title)
        let given = draft.treatment
        if group == .treatment, let dose = given.dose.value, let weight = given.weight.value,
            let figure = DosePerWeight(dose: dose, weight: weight)
        {
            line.texts.append(
                .init(column: 3 + group.title.columns, text: "= \(figure.text)", role: .computed))
        }
        if group == .payer {
            let column = 3 + group.title.columns
            let reliance = "policy: \(policy.reliance(on: inputs.today, for: draft.firstServiceDay))"
            line.texts.append(
                .init(column: column, text: reliance.clipped(to: max(0, columns - column - 1)), role: .muted))
        }
        return line
    }
}

extension [[FormLine]] {
    /// The same with a hint below the last of them.
    fileprivate func appending(_ hint: String) -> [[FormLine]] {
        guard let last else { return self }
        return dropLast() + [last + [.text(hint)]]
    }
}

extension FieldGroup {
    /// What the practice says once: who bills, and the defaults of every new claim.
    static let practice: [FieldGroup] = [
        .billingProvider, .renderingProvider, .practiceDefaults, .defaultSignatures, .submitter,
    ]
}
