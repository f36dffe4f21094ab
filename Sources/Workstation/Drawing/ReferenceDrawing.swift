import ClaimModel
import ClaimRules
import TerminalKit
import TextKit

/// A reference file: one entry a line, what can be said of the chosen one below.
extension ReferenceList {
    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        let (size, parts) = (view.size, view.parts)
        frame.drawListHead(head, state, view)
        let columns = ReferenceColumns(kind, width: size.columns)
        columns.columns.drawTitles(on: &frame, row: parts.bodyTop)
        for (offset, index) in state.page(of: listed.count, rows: parts.bodyRows - 1).enumerated() {
            let row = parts.bodyTop + 1 + offset
            let role: Role = index == state.selection ? .selection : .text
            frame.fill(at: Position(column: 0, row: row), Size(columns: size.columns, rows: 1), role: role)
            columns.columns.draw(columns.texts(of: listed[index], in: view.parsing), on: &frame, row: row, role: role)
        }
        if listed.isEmpty {
            frame.put(emptyText(view), at: Position(column: 3, row: parts.bodyTop + 2), role: .hint)
        }
        frame.horizontalRule(row: parts.findingRow - 1)
        frame.drawMessage(message ?? details(view), role: message == nil ? .hint : .status, view)
        frame.drawFooter(Footer(in: .references, applying: { applies($0, view) }), view)
    }

    private var head: String {
        let owner = patient.map { kind.isOfPatient ? " of \($0.label)" : "" } ?? ""
        return "\(kind.title)\(owner)  \(listed.count)"
    }

    private func emptyText(_ view: DeskView) -> String {
        guard state.filter.isEmpty else { return "No entry matches the filter. Esc clears it." }
        let add = "No entries. \(view.key(.nextLine)) adds one"
        return switch kind {
        case .template: "\(add); \(view.key(.template)) on a claim saves one from it."
        case .text: "\(add); \(view.key(.lookUp)) on a field of words inserts it."
        default: "\(add); what is keyed on claims comes here by itself."
        }
    }

    private func details(_ view: DeskView) -> String {
        if let gone {
            return "Merging \(gone.label): select the entry that stays, then \(view.key(.duplicate)). Esc cancels."
        }
        guard let chosen else { return "" }
        let origin = "\(chosen.label)  (\(chosen.origin.label)\(chosen.isActive ? "" : ", not offered"))"
        guard chosen.kind == .patient else { return origin }
        let plans = view.inputs.directory.owned(.coverage, by: chosen.identity).count
        let grants = view.inputs.directory.owned(.authorization, by: chosen.identity).count
        return origin + "  \(counted(plans, "coverage")), \(counted(grants, "authorization")): \(view.key(.group))"
    }
}

/// The columns of a reference file.
private struct ReferenceColumns {
    let columns: ListColumns
    private let cells: [Cell]

    /// What a column shows of an entry.
    private struct Cell: Sendable {
        let title: String
        let width: Int
        let fields: [Field]
        var separator = " "
        /// Where the entry says nothing.
        var blank = ""
        /// Shown as it is read, however it was typed.
        var isDate = false
    }

    init(_ kind: ReferenceKind, width: Int) {
        cells = ReferenceColumns.cells[kind] ?? []
        let others = cells.dropFirst().reduce(0) { $0 + $1.width + 1 } + 10
        let first = max(10, width - others - 2)
        columns = ListColumns(
            cells.enumerated().map { .init($1.title, $0 == 0 ? first : $1.width) } + [.init("", 8)])
    }

    func texts(of entry: ReferenceEntry, in context: ParsingContext) -> [String] {
        cells.map { cell in
            let texts = cell.fields.flatMap { field in
                let texts = entry.texts(of: field)
                return cell.isDate ? texts.map { field.read($0, in: context) } : texts
            }
            let text = texts.joined(separator: cell.separator)
            return text.isEmpty ? cell.blank : text.split(whereSeparator: \.isNewline).joined(separator: " ")
        } + [entry.isActive ? "" : "off"]
    }

    private static let person = Cell(
        title: "Patient", width: 0, fields: [.patientLastName, .patientFirstName], separator: ", ")
    private static let born = Cell(title: "Born", width: 10, fields: [.patientBirthDate], isDate: true)

    /// What each file shows; the first column takes what the others leave.
    private static let cells: [ReferenceKind: [Cell]] = [
        .patient: [
            person, born, Cell(title: "Phone", width: 14, fields: [.patientPhone]),
            Cell(title: "City", width: 16, fields: [.patientCity]),
        ],
        .coverage: [
            person, born, Cell(title: "Ord", width: 3, fields: [.payerOrder]),
            Cell(title: "Payer", width: 20, fields: [.payerName]),
            Cell(title: "Member ID", width: 14, fields: [.memberID]),
        ],
        .authorization: [
            person, born, Cell(title: "Number", width: 14, fields: [.authorizationNumber]),
            Cell(title: "Used", width: 4, fields: [.sessionsUsed]),
            Cell(title: "Of", width: 4, fields: [.sessionsApproved]),
            Cell(title: "Through", width: 10, fields: [.authorizationEnd], isDate: true),
        ],
        .payer: [
            Cell(title: "Payer", width: 0, fields: [.payerName]),
            Cell(title: "Payer ID", width: 12, fields: [.payerIdentifier], blank: "no payer ID"),
            Cell(title: "Type", width: 4, fields: [.filingIndicator]),
            Cell(title: "Policy", width: 12, fields: [.payerPolicy]),
            Cell(title: "By", width: 2, fields: [.submissionWay]),
            Cell(title: "Phone", width: 14, fields: [.payerPhone]),
        ],
        .billingProvider: [
            Cell(title: "Name", width: 0, fields: [.billingName, .billingFirstName], separator: ", "),
            Cell(title: "NPI", width: 10, fields: [.billingNPI], blank: "no NPI"),
            Cell(title: "City", width: 20, fields: [.billingCity]),
        ],
        .renderingProvider: [
            Cell(title: "Name", width: 0, fields: [.renderingLastName, .renderingFirstName], separator: ", "),
            Cell(title: "NPI", width: 10, fields: [.renderingNPI], blank: "no NPI"),
            Cell(title: "Taxonomy", width: 12, fields: [.renderingTaxonomy]),
        ],
        .referringProvider: [
            Cell(title: "Name", width: 0, fields: [.referringLastName, .referringFirstName], separator: ", "),
            Cell(title: "NPI", width: 10, fields: [.referringNPI], blank: "no NPI"),
            Cell(title: "Role", width: 4, fields: [.referringQualifier]),
        ],
        .serviceFacility: [
            Cell(title: "Facility", width: 0, fields: [.facilityName]),
            Cell(title: "NPI", width: 10, fields: [.facilityNPI], blank: "no NPI"),
            Cell(title: "City", width: 20, fields: [.facilityCity]),
        ],
        .charge: [
            Cell(title: "Code", width: 0, fields: [.lineProcedure]),
            Cell(title: "Modifiers", width: 11, fields: Field.lineModifiers),
            Cell(title: "Charge", width: 10, fields: [.lineCharge]),
            Cell(title: "Units", width: 6, fields: [.lineUnits]),
            Cell(title: "POS", width: 3, fields: [.linePlaceOfService]),
            Cell(title: "Ptr", width: 4, fields: [.linePointers]),
        ],
        .drug: [
            Cell(title: "Drug", width: 0, fields: [.lineDrugName]),
            Cell(title: "NDC", width: 13, fields: [.lineNDC]),
            Cell(title: "Strength", width: 12, fields: [.shelfStrength, .shelfVial]),
            Cell(title: "Lot", width: 10, fields: [.lineLot]),
            Cell(title: "Expires", width: 10, fields: [.shelfExpiry]),
        ],
        .template: [
            Cell(title: "Template", width: 0, fields: [.entryName]),
            Cell(title: "Diagnoses", width: 24, fields: [.diagnosisCode]),
            Cell(title: "Codes", width: 30, fields: [.lineProcedure]),
        ],
        .text: [
            Cell(title: "Text", width: 0, fields: [.entryName]),
            Cell(title: "Words", width: 48, fields: [.entryText]),
        ],
    ]
}

extension Field {
    /// What a text in it is read as; the text where it is not readable.
    fileprivate func read(_ text: String, in context: ParsingContext) -> String {
        var draft = ClaimDraft(id: "shown")
        draft.type(text, at: Place(self), in: context)
        return draft.state(at: Place(self)).value ?? text
    }
}
