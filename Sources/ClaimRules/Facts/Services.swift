import ClaimModel
import CodeSets

/// Who gave a service: the person, with the group and specialty.
struct ServiceProvider: Hashable, Sendable {
    let npi: NPI?
    let group: NPI?
    /// The taxonomy code; unknown where a line names another person than its claim.
    let specialty: String?

    /// Whether both are the same person; one that is not named is taken for the same.
    func isSamePerson(as other: ServiceProvider) -> Bool {
        guard let npi, let otherNPI = other.npi else { return group == other.group }
        return npi == otherNPI
    }

    /// Whether both are of one group and one specialty; `nil` where a specialty is not known.
    func isSameGroupAndSpecialty(as other: ServiceProvider) -> Bool? {
        guard let group, let otherGroup = other.group, group == otherGroup else { return false }
        guard let specialty, let otherSpecialty = other.specialty else { return nil }
        return specialty == otherSpecialty
    }
}

/// One service that the patient had, on this claim or on another.
struct Service: Sendable {
    let code: String
    let kinds: ProcedureKinds
    let day: Day
    let has25: Bool
    let provider: ServiceProvider
}

extension ClaimDraft {
    func provider(of line: ServiceLine) -> ServiceProvider {
        let own = self.rendering.npi.value ?? (self.billing.entityType.value == .person ? self.billing.npi.value : nil)
        let npi = line.renderingNPI.value ?? own
        let specialty = npi == own ? self.rendering.taxonomy.value?.text ?? self.billing.taxonomy.value?.text : nil
        return ServiceProvider(npi: npi, group: self.billing.npi.value, specialty: specialty)
    }

    var services: [Service] {
        self.lines.compactMap { line in
            guard let code = line.procedure.value?.text, let day = line.from.value else { return nil }
            let has25 = line.modifiers.contains { $0.text == "25" }
            return Service(
                code: code, kinds: ProcedureKinds(of: code), day: day, has25: has25, provider: provider(of: line))
        }
    }
}

extension ClaimFacts {
    /// What the patient's other claims bill; voided and deleted claims bill nothing.
    var servicesOfOtherClaims: [Service] {
        context.history
            .filter { $0.draft.id != draft.id && $0.status != .voided && $0.status != .deleted }
            .flatMap(\.draft.services)
    }

    /// What the patient's other claims bill for that day.
    func servicesOfOtherClaims(on day: Day?) -> [Service] {
        guard let day else { return [] }
        return servicesOfOtherClaims.filter { $0.day == day }
    }

    /// The other lines of this claim on the line's day; a line without a readable day may be of any day.
    func otherLines(onDayOf line: LineFacts) -> [LineFacts] {
        lines.filter { $0.row != line.row && $0.isWritten && $0.isSameDay(as: line) }
    }

    /// The written lines where a field is unreadable, or blank although it must not be: then the line `has no …`.
    func lineProblems(_ field: Field, whenBlank lacks: String? = nil, remedy: String) -> [Problem] {
        writtenLines.compactMap { line in
            guard let reason = draft.unreadable(at: Place(field, row: line.row)) else { return nil }
            guard reason.kind == .empty else {
                return .wrong(
                    field, row: line.row, "Line \(line.number): \(reason.problem).",
                    remedy: reason.remedy(after: remedy))
            }
            return lacks.map { lacks in
                .missing(field, row: line.row, "Line \(line.number) has \(lacks).", remedy: remedy)
            }
        }
    }

    func provider(of line: LineFacts) -> ServiceProvider { draft.provider(of: line.line) }

    /// Whether every written line has a readable code; until then it is not known which code is missing.
    var everyCodeReads: Bool { writtenLines.allSatisfy { $0.code != nil } }

    /// What makes this a ketamine claim: the treatment given, else the drug lines.
    var ketaminePlaces: [Place] {
        if ClaimFacts.namesKetamine(draft.treatment.drug.text) { return [Place(.treatmentDrug)] }
        return ketamineLines.map { line in
            Place(ClaimFacts.namesKetamine(line.line.drugName.text) ? .lineDrugName : .lineProcedure, row: line.row)
        }
    }

    /// The lines that bill the ketamine or administer it, each once, in their order.
    var ketamineAndAdministrationLines: [LineFacts] {
        let rows = Set((ketamineLines + ketamineAdministrations).map(\.row))
        return lines.filter { rows.contains($0.row) }
    }

    /// Whether the ketamine was given by a route without an administration code: nose, mouth, under the tongue.
    var isSelfAdministered: Bool {
        switch ketamineRoute {
        case .intranasal, .oral, .sublingual: true
        default: false
        }
    }
}

extension LineFacts {
    func isSameDay(as other: LineFacts) -> Bool {
        guard let day, let otherDay = other.day else { return true }
        return day == otherDay
    }

    var place: Place { Place(.lineProcedure, row: row) }
}
