import ClaimModel
import ClaimRules

/// What taking an entry of a reference file fills in on a claim: the whole block of whom or what it is.
struct PullIn {
    let inputs: Inputs
    let draft: ClaimDraft
    /// The service line of a charge or a drug.
    let row: Int

    init(_ inputs: Inputs, _ draft: ClaimDraft, row: Int = 0) {
        self.inputs = inputs
        self.draft = draft
        self.row = row
    }

    private var directory: Directory { inputs.directory }

    func fix(for entry: ReferenceEntry) -> Fix {
        switch entry.kind {
        case .patient: patient(entry)
        case .coverage: Fix(entry.label, coverage(entry))
        case .authorization: Fix(entry.label, block(entry, FieldGroup.authorization.fields))
        case .drug: Fix(entry.label, drug(entry))
        case .charge: Fix(entry.label, charge(entry))
        case .template, .text: Fix(entry.label, block(entry, [.entryName]))
        case .payer, .billingProvider, .renderingProvider, .referringProvider, .serviceFacility:
            Fix(entry.label, block(entry, entry.kind.fields.filter { $0.keyed != .reference }))
        }
    }

    /// Every field of a block as the entry has it: what it lacks is blanked, since it was of another one.
    private func block(_ entry: ReferenceEntry, _ fields: [Field]) -> [Fix.Edit] {
        fields.map { Fix.Edit($0, entry.text(of: $0)) }
    }

    /// Only what the entry says.
    private func texts(_ entry: ReferenceEntry, _ fields: [Field]) -> [Fix.Edit] {
        fields.filter { !entry.text(of: $0).isEmpty }.map { Fix.Edit($0, entry.text(of: $0)) }
    }
}

// MARK: A patient with coverage and authorization

extension PullIn {
    private func patient(_ entry: ReferenceEntry) -> Fix {
        let isAnother = draft.patient.identity != entry.identity
        var edits = block(entry, FieldGroup.patient.fields) + texts(entry, [.responsibility])
        var names = [entry.label]
        var payer = (name: draft.payer.name.value?.description, id: draft.payer.identifier.value?.description)
        if isAnother || draft.isEmpty(at: Place(.memberID)) {
            if let plan = coverage(of: entry.identity) {
                edits += coverage(plan)
                names += ["\(plan.text(of: .payerName)) \(plan.text(of: .memberID))"]
                if payer.name == nil, payer.id == nil {
                    payer = (plan.text(of: .payerName), plan.text(of: .payerIdentifier))
                }
            } else {
                // What an earlier version kept of the insurance with the patient.
                edits += texts(entry, FieldGroup.subscriber.fields)
            }
        }
        if isAnother || draft.isEmpty(at: Place(.authorizationNumber)),
            let grant = authorization(of: entry.identity, payer: payer)
        {
            edits += block(grant, FieldGroup.authorization.fields)
            names.append("authorization \(grant.text(of: .authorizationNumber))")
        }
        return Fix(names.filter { !$0.isEmpty }.joined(separator: ", "), edits)
    }

    /// The plan of the claim's payer; of a claim that names none yet, the first one.
    private func coverage(of patient: String) -> ReferenceEntry? {
        let plans = directory.owned(.coverage, by: patient)
        let (name, id) = (draft.payer.name.value?.description, draft.payer.identifier.value?.description)
        guard name != nil || id != nil else { return plans.first }
        return plans.first { $0.isOf(payer: name, id: id) }
    }

    /// The one authorization that covers the visit; `nil` where there are several, which F2 lists, and where nothing says
    /// yet which visit it is: an office visit must not take a session of a course.
    private func authorization(of patient: String, payer: (name: String?, id: String?)) -> ReferenceEntry? {
        guard let day = draft.firstServiceDay else { return nil }
        let valid = directory.owned(.authorization, by: patient).filter {
            $0.isOf(payer: payer.name, id: payer.id) && $0.covers(day, in: inputs.parsing)
        }
        return valid.count == 1 ? valid[0] : nil
    }

    /// The insured with the member ID, and the payer where the claim names another one or none.
    private func coverage(_ plan: ReferenceEntry) -> [Fix.Edit] {
        let isNamed = plan.isOf(
            payer: draft.payer.name.value?.description, id: draft.payer.identifier.value?.description)
        let insured = block(plan, FieldGroup.subscriber.fields)
        let dates = texts(
            plan, [.coverageStart, .coverageEnd, .copay, .deductible, .benefitsDate, .benefitsReference])
        guard !isNamed else { return insured + dates }
        let known = payer(of: plan)
        let fields = ReferenceKind.payer.fields.filter { $0.keyed != .reference } + [.payerOrder, .insuranceType]
        let payer = fields.map { field in
            let own = plan.text(of: field)
            return Fix.Edit(field, own.isEmpty ? known?.text(of: field) ?? "" : own)
        }
        return payer + insured + dates
    }

    private func payer(of plan: ReferenceEntry) -> ReferenceEntry? {
        [Field.payerIdentifier, .payerName].lazy.map { plan.text(of: $0) }.filter { !$0.isEmpty }
            .compactMap { directory.entry(.payer, $0.folded) }.first { $0.isOffered }
    }
}

// MARK: A line

extension PullIn {
    /// The vial: what the line says of the drug itself stays where it says something.
    private func drug(_ entry: ReferenceEntry) -> [Fix.Edit] {
        let name = draft.isEmpty(at: Place(.lineDrugName, row: row)) ? [Field.lineDrugName] : []
        return ([.lineNDC, .lineLot] + name).filter { !entry.text(of: $0).isEmpty }
            .map { Fix.Edit($0, row: row, entry.text(of: $0)) }
    }

    /// What is still blank on the line of what the charge master says of its code.
    private func charge(_ entry: ReferenceEntry) -> [Fix.Edit] {
        ReferenceKind.charge.fields.filter { $0 != .lineProcedure }.compactMap { field in
            var text = entry.text(of: field)
            guard !text.isEmpty, draft.isEmpty(at: Place(field, row: row)) else { return nil }
            // The place of service of the claim is the line's unless it says another one.
            if field == .linePlaceOfService, text == draft.identity.placeOfService.text { return nil }
            if field == .linePointers { text = text.filter(isDiagnosis) }
            return text.isEmpty ? nil : Fix.Edit(field, row: row, text)
        }
    }

    /// Whether the claim has a diagnosis of this letter.
    private func isDiagnosis(_ letter: Character) -> Bool {
        draft.diagnoses.indices.contains {
            String(DiagnosisRow.letter(of: $0)) == letter.uppercased() && !draft.diagnoses[$0].code.isEmpty
        }
    }
}

extension ReferenceEntry {
    /// Whether a coverage or an authorization is of this payer, by its number or its name; one that names no payer is.
    fileprivate func isOf(payer name: String?, id: String?) -> Bool {
        let (own, ownID) = (text(of: .payerName), text(of: .payerIdentifier))
        if own.isEmpty, ownID.isEmpty { return true }
        if let id, !ownID.isEmpty { return ownID.folded == id.folded }
        return name.map { $0.folded == own.folded } ?? false
    }

    /// Whether an authorization holds on a day and has sessions left, as far as it says.
    fileprivate func covers(_ day: Day, in context: ParsingContext) -> Bool {
        let grant = draft(in: context).authorization
        if let start = grant.start.value, day < start { return false }
        if let end = grant.end.value, end < day { return false }
        guard let approved = grant.sessionsApproved.value, let used = grant.sessionsUsed.value else { return true }
        return used.number < approved.number
    }
}
