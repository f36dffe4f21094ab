import ClaimModel

/// What makes two service lines the same to a payer.
struct BilledService: Hashable {
    let service: Service
    let cents: Int
    let ndc: String

    /// What was done, who did it and when, whatever was charged for it.
    struct Service: Hashable {
        let day: Day
        let code: String
        let modifiers: [String]
        let rendering: String?
    }

    /// `nil` while day, code or charge are not readable.
    init?(_ line: ServiceLine, of draft: ClaimDraft) {
        guard let service = Service(line, of: draft), let charge = line.charge.value else { return nil }
        self.service = service
        cents = charge.cents
        ndc = line.ndc.value?.digits11 ?? ""
    }
}

extension BilledService.Service {
    /// `nil` while day or code are not readable.
    init?(_ line: ServiceLine, of draft: ClaimDraft) {
        guard let day = line.from.value, let code = line.procedure.value?.text else { return nil }
        self.init(
            day: day, code: code, modifiers: line.modifiers.map(\.text),
            rendering: (line.renderingNPI.value ?? draft.rendering.npi.value)?.digits)
    }
}

extension ClaimDraft {
    /// Whether it equals another draft in everything but what identifies the claim and the original.
    func saysTheSame(as other: ClaimDraft) -> Bool {
        let apart: Set<Field> = [.account, .frequency, .originalReference, .recordedDenial, .providerSignatureDate]
        let places = places
        return places == other.places
            && places.allSatisfy { apart.contains($0.field) || text(at: $0) == other.text(at: $0) }
    }
}
