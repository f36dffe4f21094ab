import ClaimModel
import ClaimRules
import CodeSets

/// Where the rows of a look-up come from.
enum LookUpSource: Hashable {
    case codes(Set<CodeSetName>)
    case choices
    case policies
    case payers
    case references(ReferenceKind)
    case texts
    case nothing

    init(of field: Field) {
        self =
            switch field.lookUp {
            case .none: .nothing
            case .choices: .choices
            case .diagnoses: .codes([.diagnosis])
            case .procedures: .codes([.cpt, .hcpcs])
            case .modifiers: .codes([.modifier])
            case .drugs: .codes([.ndc])
            case .placesOfService: .codes([.placeOfService])
            case .taxonomies: .codes([.taxonomy])
            case .policies: .policies
            case .payers: .payers
            case .references(let kind): .references(kind)
            case .texts: .texts
            }
    }

    /// A list that is read as a whole, the present answer chosen on it.
    var isShort: Bool {
        switch self {
        case .choices, .texts: true
        case .codes(let sets): sets.isSubset(of: [.placeOfService, .taxonomy])
        case .references(let kind): kind.isOfPatient
        case .policies, .payers, .nothing: false
        }
    }

    /// The most rows of a list.
    private static let most = 200
    /// The most codes below one header: fractures have the most.
    private static let mostBelow = 1000

    /// The rows that answer, and how much of the query they answer if not all.
    func answers(
        to query: String, at place: Place, inputs: Inputs, draft: ClaimDraft
    ) -> (rows: [LookUp.Row], remark: String?) {
        switch self {
        case .codes(let sets): codeRows(query, sets, place, inputs, draft)
        case .choices: (choiceRows(query, place), nil)
        case .policies: (policyRows(query, inputs), nil)
        case .payers: (payerRows(query, inputs, draft), nil)
        case .references(let kind): (referenceRows(query, kind, inputs, draft), nil)
        case .texts: (textRows(query, place, inputs, draft), nil)
        case .nothing: ([], nil)
        }
    }

    /// The billable codes below a header, narrowed down by the filter.
    func rows(
        below header: CodeHit, for query: String, at place: Place, inputs: Inputs, draft: ClaimDraft
    ) -> [LookUp.Row] {
        guard case .codes(let sets) = self else { return [] }
        let codes = inputs.question(at: place, in: sets, draft: draft).codes(
            under: header, limit: LookUpSource.mostBelow)
        return codes.map { LookUp.Row($0) }.filter { "\($0.code) \($0.text)".matches(filter: query) }
    }

    private func codeRows(
        _ query: String, _ sets: Set<CodeSetName>, _ place: Place, _ inputs: Inputs, _ draft: ClaimDraft
    ) -> (rows: [LookUp.Row], remark: String?) {
        let question = inputs.question(at: place, in: sets, draft: draft)
        let own = fileRows(query, place, inputs, draft)
        var hits: [CodeHit]
        var remark: String?
        if query.allSatisfy(\.isWhitespace) {
            hits = question.suggestions(limit: LookUpSource.most)
            if sets != [.diagnosis] {
                let all = CodeSetName.allCases.filter(sets.contains).flatMap {
                    inputs.books.codes(of: $0, limit: LookUpSource.most)
                }
                hits += all.filter { !hits.contains($0) }
            }
        } else {
            let answers = question.answers(to: query, limit: LookUpSource.most)
            (hits, remark) = (answers.hits, answers.remark)
        }
        return (own + hits.map { LookUp.Row($0) }, remark)
    }

    /// What the reference files have for a field of codes: the vials on the shelf, the patient's standing diagnoses.
    private func fileRows(_ query: String, _ place: Place, _ inputs: Inputs, _ draft: ClaimDraft) -> [LookUp.Row] {
        switch place.field {
        case .lineNDC:
            let pull = PullIn(inputs, draft, row: place.row)
            return inputs.directory.entries(.drug, matching: query, most: LookUpSource.most).map { entry in
                LookUp.Row(
                    entry.text(of: .lineNDC), entry.label,
                    remark: entry.shelfRemark(on: draft.firstServiceDay ?? inputs.today, in: inputs.parsing),
                    fix: pull.fix(for: entry))
            }
        case .diagnosisCode:
            let patient = draft.patient.identity.flatMap { inputs.directory.entry(.patient, $0) }
            let onClaim = Set(draft.diagnoses.compactMap { $0.code.value?.description })
            return ReferenceKind.patient.places.filter { $0.field == .diagnosisCode }.compactMap { slot in
                guard let text = patient.map({ $0.text(at: slot) }),
                    let code = Field.diagnosisCode.value(of: text, in: inputs.parsing), !onClaim.contains(code)
                else { return nil }
                let name = inputs.diagnosis(code, of: draft)?.description ?? ""
                guard "\(code) \(name)".matches(filter: query) else { return nil }
                return LookUp.Row(
                    code, name, remark: "standing",
                    fix: Fix(code, [.init(.diagnosisCode, row: place.row, code)]))
            }
        default: return []
        }
    }

    private func choiceRows(_ query: String, _ place: Place) -> [LookUp.Row] {
        place.field.shape.choices.filter { "\($0.code) \($0.label)".matches(filter: query) }.map { choice in
            LookUp.Row(
                choice.code, choice.label,
                fix: Fix(choice.code, [.init(place.field, row: place.row, choice.code)]))
        }
    }

    private func policyRows(_ query: String, _ inputs: Inputs) -> [LookUp.Row] {
        inputs.policies.policies.filter { "\($0.id) \($0.name)".matches(filter: query) }.map { policy in
            let isOld = policy.hasOld(on: inputs.today)
            return LookUp.Row(
                policy.id, policy.name, remark: policy.confidence.rawValue + (isOld ? ", old" : ""),
                fix: Fix("policy \(policy.id)", [.init(.payerPolicy, policy.id)]))
        }
    }

    /// Each payer once: as it was keyed before, else as its policy names it.
    private func payerRows(_ query: String, _ inputs: Inputs, _ draft: ClaimDraft) -> [LookUp.Row] {
        let keyed = inputs.directory.entries(.payer)
        let policies = inputs.policies.policies.filter { policy in
            policy.id != inputs.policies.generic.id && !keyed.contains { $0.isPayer(of: policy) }
        }
        return policyPayers(query, policies) + referenceRows(query, .payer, inputs, draft)
    }

    /// A payer with a policy of its own brings the policy along.
    private func policyPayers(_ query: String, _ policies: [Policy]) -> [LookUp.Row] {
        policies.filter { "\($0.id) \($0.name) \($0.payerID ?? "")".matches(filter: query) }.map { policy in
            let identifier = policy.payerID.map { [Fix.Edit(.payerIdentifier, $0)] } ?? []
            return LookUp.Row(
                policy.payerID ?? "", policy.name, remark: "policy \(policy.id)",
                fix: Fix(
                    "payer \(policy.name)",
                    [.init(.payerName, policy.name)] + identifier + [.init(.payerPolicy, policy.id)]))
        }
    }

    /// The texts of the file, each behind what the field has.
    private func textRows(_ query: String, _ place: Place, _ inputs: Inputs, _ draft: ClaimDraft) -> [LookUp.Row] {
        let field = place.field
        return inputs.directory.entries(.text, matching: query, most: LookUpSource.most).map { entry in
            let text = draft.text(at: place).joined(with: entry.text(of: .entryText), asLines: field.shape.isMultiline)
            let surplus = text.count - field.shape.limit
            return LookUp.Row(
                "", entry.label, remark: surplus > 0 ? "too long" : "",
                refusal: surplus > 0
                    ? "\(field.label) takes \(field.shape.limit) characters: \(surplus) too many." : nil,
                fix: Fix(entry.text(of: .entryName), [.init(field, row: place.row, text)]))
        }
    }

    /// The entries that answer; of coverages and authorizations those of the claim's patient, once it is known.
    private func referenceRows(
        _ query: String, _ kind: ReferenceKind, _ inputs: Inputs, _ draft: ClaimDraft
    ) -> [LookUp.Row] {
        let pull = PullIn(inputs, draft)
        let entries: [ReferenceEntry]
        if kind.isOfPatient, let patient = draft.patient.identity {
            entries = inputs.directory.owned(kind, by: patient).filter { $0.label.matches(filter: query) }
        } else if kind.isOfPatient {
            entries = []
        } else {
            entries = inputs.directory.entries(kind, matching: query, most: LookUpSource.most)
        }
        return entries.map { LookUp.Row("", $0.label, fix: pull.fix(for: $0)) }
    }
}

extension String {
    /// A text behind what was keyed; on one line where the field has only one.
    fileprivate func joined(with text: String, asLines: Bool) -> String {
        let added = asLines ? text : text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard let last else { return added }
        return self + (last.isWhitespace ? "" : asLines ? "\n" : " ") + added
    }
}

extension ReferenceEntry {
    /// Whether the lot may still be given on a day.
    fileprivate func shelfRemark(on day: Day, in context: ParsingContext) -> String {
        hasExpired(on: day, in: context) ? "EXPIRED" : "on the shelf"
    }

    /// Whether the payer was keyed by the name of the policy, or under its ID and with it.
    fileprivate func isPayer(of policy: Policy) -> Bool {
        let name = texts[Field.payerName.id]?.folded
        return name == policy.name.folded
            || texts[Field.payerPolicy.id] == policy.id && texts[Field.payerIdentifier.id] == policy.payerID
    }
}
