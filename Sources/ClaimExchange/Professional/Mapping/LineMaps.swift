import ClaimModel
import CodeSets

/// One service line: loops 2400 to 2420.
extension SegmentMap {
    static let lineMaps: [SegmentMap] =
        [
            SegmentMap(
                loop: .line, name: "LX", part: .line, isRequired: true,
                slots: [.derived(1) { String($0.row + 1) }]),
            SegmentMap(loop: .line, name: "SV1", part: .line, isRequired: true, slots: serviceSlots),
            SegmentMap(
                loop: .line, name: "DTP", key: Key(1, ["472"]), part: .line, isRequired: true,
                slots: [
                    .usual(1, "472", with: 3),
                    .derived(2) { $0.draft.lines[$0.row].dateFormat },
                    .derived(3, of: .lineFrom, required: true) {
                        $0.draft.dates(ofLine: $0.row)
                    } read: { element, builder, row in
                        builder.takeDates(element.text, row: row)
                    },
                ]),
            qualified(.line, "REF", "6R", .lineControlNumber, part: .line),
            qualified(.line, "REF", "X4", .lineCLIANumber, part: .line),
            qualified(.line, "NTE", "ADD", .lineNarrative, limit: 80, part: .line, readableOnly: true),
            SegmentMap(
                loop: .drug, name: "LIN", part: .line,
                slots: [
                    .derived(2) {
                        $0.draft.lines[$0.row].drugQualifier
                    } read: { element, builder, row in
                        guard element.text != "N4" else { return }
                        builder.type(element.text, at: Place(.lineNDCQualifier, row: row))
                    },
                    .field(3, .lineNDC, limit: 48, required: true),
                ]),
            SegmentMap(
                loop: .drug, name: "CTP", part: .line,
                slots: [
                    .field(4, .lineNDCQuantity, .amount, limit: 15, required: true),
                    .field(5, component: 1, .lineNDCUnit, required: true),
                ]),
            renderingMap,
            orderingMap,
            lineOrderingMap,
            person(
                .lineReferring, "DN",
                PersonFields(last: .lineReferringLastName, first: .lineReferringFirstName, number: .lineReferringNPI),
                part: .line),
        ] + outsideLabMaps + adjudicationMaps

    private static let serviceSlots: [Slot] = [
        .usual(1, component: 1, "HC"), .field(1, component: 2, .lineProcedure, required: true),
        .field(1, component: 3, .lineModifier1),
        .field(1, component: 4, .lineModifier2), .field(1, component: 5, .lineModifier3),
        .field(1, component: 6, .lineModifier4),
        .derived(1, component: 7) {
            $0.draft.lines[$0.row].billedDescription
        } read: { element, builder, row in
            builder.takeDescription(element.text, row: row)
        },
        .field(2, .lineCharge, .amount, limit: 18, required: true),
        .derived(3) {
            $0.draft.lines[$0.row].unitBasis.value?.code ?? "UN"
        } read: { element, builder, row in
            guard element.text != "UN" else { return }
            builder.type(element.text, at: Place(.lineUnitBasis, row: row))
        },
        .field(4, .lineUnits, .amount, limit: 15, required: true), .field(5, .linePlaceOfService),
        .derived(7, of: .linePointers, required: true) {
            $0.draft.lines[$0.row].pointers.wire
        } read: { element, builder, row in
            builder.type(Pointers.text(ofWire: element), at: Place(.linePointers, row: row))
        },
        indicator(9, .lineEmergency), indicator(11, .lineScreeningReferral), indicator(12, .lineFamilyPlanning),
    ]

    /// Y, or nothing: the guide knows no N here.
    private static func indicator(_ element: Int, _ field: Field) -> Slot {
        .derived(element) { source in
            source.draft.state(at: Place(field, row: source.row)).value == YesNo.yes.code ? YesNo.yes.code : ""
        } read: { element, builder, row in
            builder.type(element.text, at: Place(field, row: row))
        }
    }

    /// Only where another person than the claim's rendering provider gave the service.
    private static let renderingMap: SegmentMap = {
        var map = person(
            .lineRendering, "82",
            PersonFields(last: .lineRenderingLastName, first: .lineRenderingFirstName, number: .lineRenderingNPI),
            part: .line)
        map.appliesToRow = { source in
            guard source.draft.lines.indices.contains(source.row) else { return true }
            let line = source.draft.lines[source.row]
            return line.renderingNPI.value == nil || line.renderingNPI.value != source.draft.rendering.npi.value
                || !line.renderingLastName.isEmpty
        }
        return map
    }()

    /// The provider who ordered this line only.
    private static let lineOrderingMap: SegmentMap = {
        var map = person(
            .ordering, "DK",
            PersonFields(last: .lineOrderingLastName, first: .lineOrderingFirstName, number: .lineOrderingNPI),
            part: .line)
        map.appliesToRow = { !$0.draft.takesReferring(.ordering) || $0.draft.lines[$0.row].namesOrdering }
        return map
    }()

    /// The ordering provider of the claim is in each of its lines that has none of its own.
    private static let orderingMap = SegmentMap(
        loop: .ordering, name: "NM1", key: Key(1, ["DK"]), part: .line, isRequired: true,
        applies: { $0.takesReferring(.ordering) },
        appliesToRow: { !$0.draft.lines[$0.row].namesOrdering },
        slots: [
            .usual(1, "DK"), .usual(2, "1"),
            .derived(3, of: .referringLastName, required: true) { $0.draft.referring.lastName.text.unparted },
            .derived(4) { $0.draft.referring.firstName.text.unparted },
            .usual(8, "XX", with: 9),
            .derived(9, of: .referringNPI) { $0.draft.referring.npi.value?.digits ?? $0.draft.referring.npi.text },
        ])
}

extension ServiceLine {
    fileprivate var namesOrdering: Bool { !self.orderingLastName.isEmpty || !self.orderingNPI.isEmpty }

    /// D8 for one day, RD8 for a range.
    fileprivate var dateFormat: String { self.from.isEmpty ? "" : self.to.isEmpty ? "D8" : "RD8" }

    /// N4, where there is an NDC.
    fileprivate var drugQualifier: String {
        guard !self.ndc.isEmpty else { return "" }
        return self.ndcQualifier.isEmpty ? "N4" : self.ndcQualifier.text
    }

    /// What SV101-7 says: an unlisted drug by its name, anything else by its description.
    fileprivate var billedDescription: String {
        let name = self.drugName.value?.text ?? self.drugName.text
        return isUnlistedDrug && !name.isEmpty ? name : self.description.value?.text ?? self.description.text
    }

    fileprivate var isUnlistedDrug: Bool {
        ProcedureKinds(of: self.procedure.value?.text ?? "").contains(.unlistedDrug)
    }
}

extension ClaimDraft {
    /// `20261110`, or `20261110-20261112` for a range.
    fileprivate func dates(ofLine row: Int) -> String {
        [Field.lineFrom, .lineTo].map { state(at: Place($0, row: row)) }.filter { !$0.isEmpty }
            .map(WireForm.date.written).joined(separator: "-")
    }
}

extension DraftBuilder {
    fileprivate mutating func takeDates(_ text: String, row: Int) {
        let isRange = text.utf8.contains(UInt8(ascii: "-"))
        let parts = isRange ? text.split(separator: "-", maxSplits: 1).map(String.init) : []
        guard parts.count == 2 else {
            return type(WireForm.date.read(text), at: Place(.lineFrom, row: row))
        }
        type(WireForm.date.read(parts[0]), at: Place(.lineFrom, row: row))
        type(WireForm.date.read(parts[1]), at: Place(.lineTo, row: row))
    }

    fileprivate mutating func takeDescription(_ text: String, row: Int) {
        let isName =
            draft.lines.indices.contains(row) && draft.lines[row].isUnlistedDrug
            && Field.lineDrugName.value(of: text, in: context) != nil
        type(text, at: Place(isName ? .lineDrugName : .lineDescription, row: row))
    }
}

extension Entry<Pointers> {
    /// `1:2`.
    fileprivate var wire: String {
        value.map { $0.rows.map { String($0 + 1) }.joined(separator: ":") } ?? text
    }
}

extension Pointers {
    /// `1:2` is AB; what points to no diagnosis stays as it is, to be seen.
    fileprivate static func text(ofWire element: X12Element) -> String {
        let numbers = element.components.map(\.number)
        guard numbers.allSatisfy({ (1...Part.diagnosis.limit).contains($0 ?? 0) }) else { return element.text }
        return String(numbers.compactMap { $0.map { DiagnosisRow.letter(of: $0 - 1) } })
    }
}
