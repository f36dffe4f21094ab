import Foundation

/// A patient, payer, provider or facility that was keyed once and is offered again.
public struct ReferenceEntry: Hashable, Sendable, Identifiable {
    /// Which list it is offered in.
    public let kind: ReferenceKind
    /// What makes it the same one when it is keyed again: an NPI, a payer ID, a name with a birth date.
    public let identity: String
    /// The line in the list to choose from: `RIVERA, DANA 04/12/1985`.
    public let label: String
    /// The texts by the id of their field.
    public let texts: [String: String]

    /// Kind and identity in one word.
    public var id: String { "\(kind.rawValue) \(identity)" }

    /// An entry as the store keeps it.
    public init(kind: ReferenceKind, identity: String, label: String, texts: [String: String]) {
        self.kind = kind
        self.identity = identity
        self.label = label
        self.texts = texts
    }

    /// What a draft says of one kind, readable texts only; `nil` where it does not say who that is.
    public init?(_ kind: ReferenceKind, from draft: ClaimDraft) {
        guard let identity = kind.identities(in: draft).first else { return nil }
        var texts: [String: String] = [:]
        for field in kind.fields {
            let state = draft.state(at: Place(field))
            if state.value != nil { texts[field.id] = state.text }
        }
        self.init(kind: kind, identity: identity, label: kind.label(in: draft), texts: texts)
    }
}

extension ReferenceKind {
    /// The fields that an entry of this kind fills; a patient comes with the insurance.
    public var fields: [Field] {
        let own = FieldGroup.all.filter { $0.reference == self }.flatMap(\.fields)
        return self == .patient ? own + FieldGroup.subscriber.fields : own
    }

    /// What makes the draft's entry the same as another, the surest first.
    public func identities(in draft: ClaimDraft) -> [String] {
        switch self {
        case .patient: [draft.patient.identity].compactMap { $0 }
        case .payer: identities([.payerIdentifier], or: [.payerName], in: draft)
        case .billingProvider: identities([.billingNPI], or: [.billingName, .billingFirstName], in: draft)
        case .renderingProvider:
            identities([.renderingNPI], or: [.renderingLastName, .renderingFirstName], in: draft)
        case .referringProvider:
            identities([.referringNPI], or: [.referringLastName, .referringFirstName], in: draft)
        case .serviceFacility: identities([.facilityNPI], or: [.facilityName], in: draft)
        }
    }

    private func identities(_ number: [Field], or name: [Field], in draft: ClaimDraft) -> [String] {
        [number, name].compactMap { fields in
            let values = fields.compactMap { draft.state(at: Place($0)).value }
            return values.isEmpty ? nil : values.joined(separator: "|").folded
        }
    }

    fileprivate func label(in draft: ClaimDraft) -> String {
        func joined(_ fields: [Field], _ separator: String) -> String {
            fields.compactMap { draft.state(at: Place($0)).value }.joined(separator: separator)
        }
        let (name, number): (String, Field) =
            switch self {
            case .patient: (joined([.patientLastName, .patientFirstName], ", "), .patientBirthDate)
            case .payer: (joined([.payerName], ""), .payerIdentifier)
            case .billingProvider: (joined([.billingName, .billingFirstName], ", "), .billingNPI)
            case .renderingProvider: (joined([.renderingLastName, .renderingFirstName], ", "), .renderingNPI)
            case .referringProvider: (joined([.referringLastName, .referringFirstName], ", "), .referringNPI)
            case .serviceFacility: (joined([.facilityName], ""), .facilityNPI)
            }
        return [name, joined([number], "")].filter { !$0.isEmpty }.joined(separator: " ")
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
        folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    }
}
