import Foundation

extension ReferenceKind {
    /// What makes the draft's entry the same as another, the surest first.
    ///
    /// - Parameter row: the service line, for a charge or a drug.
    public func identities(in draft: ClaimDraft, row: Int = 0) -> [String] {
        switch self {
        case .patient: [draft.patient.identity].compactMap { $0 }
        case .coverage: ofPatient(payers(in: draft).map { $0 + rank(in: draft) }, in: draft)
        case .authorization:
            ofPatient(values([.authorizationNumber], or: [.referralNumber], in: draft).prefix(1), in: draft)
        case .payer: payers(in: draft)
        case .billingProvider: values([.billingNPI], or: [.billingName, .billingFirstName], in: draft)
        case .renderingProvider: values([.renderingNPI], or: [.renderingLastName, .renderingFirstName], in: draft)
        case .referringProvider: values([.referringNPI], or: [.referringLastName, .referringFirstName], in: draft)
        case .serviceFacility: values([.facilityNPI], or: [.facilityName], in: draft)
        case .charge: values([.lineProcedure], or: [], in: draft, row: row)
        case .drug:
            values([.lineNDC], or: [], in: draft, row: row).map { ndc in
                ([ndc] + values([.lineLot], or: [], in: draft, row: row)).joined(separator: "|")
            }
        case .template, .text: values([.entryName], or: [], in: draft)
        }
    }

    private func payers(in draft: ClaimDraft) -> [String] {
        values([.payerIdentifier], or: [.payerName], in: draft)
    }

    /// A patient may have two plans of one payer.
    private func rank(in draft: ClaimDraft) -> String {
        guard let order = draft.payer.order.value, order != .primary else { return "" }
        return "#\(order.rawValue.folded)"
    }

    private func ofPatient(_ identities: some Sequence<String>, in draft: ClaimDraft) -> [String] {
        guard let patient = draft.patient.identity else { return [] }
        return identities.map { "\(patient)#\($0)" }
    }

    /// The values of the first fields in one word, and those of the others.
    private func values(_ number: [Field], or name: [Field], in draft: ClaimDraft, row: Int = 0) -> [String] {
        [number, name].compactMap { fields in
            let values = fields.compactMap { draft.state(at: Place($0, row: row)).value }
            return values.isEmpty ? nil : values.joined(separator: "|").folded
        }
    }

    /// The entry's line in a list.
    func label(in draft: ClaimDraft, row: Int = 0) -> String {
        func joined(_ fields: [Field], _ separator: String = " ") -> String {
            fields.compactMap { draft.state(at: Place($0, row: $0.part == .line ? row : 0)).value }
                .joined(separator: separator)
        }
        let parts =
            switch self {
            case .patient: [joined([.patientLastName, .patientFirstName], ", "), joined([.patientBirthDate])]
            case .coverage:
                [
                    ReferenceKind.patient.label(in: draft) + ":", joined([.payerOrder, .payerName]),
                    joined([.payerName]).isEmpty ? joined([.payerIdentifier]) : "", joined([.memberID]),
                ]
            case .authorization:
                [ReferenceKind.patient.label(in: draft) + ":", joined([.authorizationNumber]), authorized(in: draft)]
            case .payer: [joined([.payerName]), joined([.payerIdentifier])]
            case .billingProvider: [joined([.billingName, .billingFirstName], ", "), joined([.billingNPI])]
            case .renderingProvider:
                [joined([.renderingLastName, .renderingFirstName], ", "), joined([.renderingNPI])]
            case .referringProvider:
                [joined([.referringLastName, .referringFirstName], ", "), joined([.referringNPI])]
            case .serviceFacility: [joined([.facilityName]), joined([.facilityNPI])]
            case .charge: [joined([.lineProcedure] + Field.lineModifiers), charged(in: draft, row: row)]
            case .drug: [joined([.lineNDC, .lineDrugName, .shelfStrength, .shelfVial]), stocked(in: draft, row: row)]
            case .template: [joined([.entryName]) + ":", draft.templateSummary]
            case .text: [joined([.entryName]) + ":", draft.reference.text.value?.oneLine ?? ""]
            }
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// `$120.00 for 1 unit`.
    private func charged(in draft: ClaimDraft, row: Int) -> String {
        guard draft.lines.indices.contains(row) else { return "" }
        let charge = draft.lines[row].charge.value?.currency ?? ""
        guard let units = draft.state(at: Place(.lineUnits, row: row)).value else { return charge }
        return "\(charge) for \(units) \(units == "1" ? "unit" : "units")"
    }

    /// `4 of 8, through 12/15/2026`.
    private func authorized(in draft: ClaimDraft) -> String {
        let grant = draft.authorization
        let used = grant.sessionsUsed.value?.number
        let sessions = grant.sessionsApproved.value.map { "\(used.map(String.init) ?? "?") of \($0.number) used" }
        return [sessions, grant.end.value.map { "through \($0)" }].compactMap(\.self).joined(separator: ", ")
    }

    private func stocked(in draft: ClaimDraft, row: Int) -> String {
        let lot = draft.state(at: Place(.lineLot, row: row)).value.map { "lot \($0)" }
        let expiry = draft.reference.expiry.value.map { "expires \($0)" }
        return [lot, expiry].compactMap(\.self).joined(separator: ", ")
    }
}

extension Patient {
    /// Notes that the records on the claim are this patient's, so that they are not taken for another's by mistake.
    public mutating func claimRecords(in context: ParsingContext) {
        self.recordsOf.type(identity.map { String($0.prefix(Narrative.lengths.upperBound)) } ?? "", in: context)
    }

    /// Whether the records on the claim came with the claim of another patient.
    public var hasRecordsOfAnother: Bool {
        guard let owner = self.recordsOf.value?.text, let identity else { return false }
        return String(identity.prefix(Narrative.lengths.upperBound)) != owner
    }

    /// `rivera|dana|1985-04-12`, without case and accents; `nil` while one of them does not read.
    public var identity: String? {
        guard let last = self.lastName.value, let first = self.firstName.value, let birth = self.birthDate.value
        else { return nil }
        return [last.description.folded, first.description.folded, birth.day.iso].joined(separator: "|")
    }
}

extension String {
    /// Letters that differ by case or accents only become the same.
    package var folded: String {
        // Plain letters differ by case only; Foundation takes its time over them.
        utf8.allSatisfy { $0 < 0x80 }
            ? smallLetters
            : folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    }
}
