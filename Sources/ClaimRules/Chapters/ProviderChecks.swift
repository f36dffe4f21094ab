import ClaimModel
import CodeSets

extension String {
    /// Whether a taxonomy code is an agency's, a facility's, a supplier's or another organization's (NUCC, groupings 25 to
    /// 34 and 38).
    var isOrganizationTaxonomy: Bool {
        ["25", "26", "27", "28", "29", "30", "31", "32", "33", "34", "38"].contains(prefix(2))
    }

    /// Ten characters, the last an X; the rest is for the list to tell.
    fileprivate var hasTaxonomyForm: Bool { utf8.count == 10 && last == "X" }
}

extension ClaimFacts {
    func unknownTaxonomy(in field: Field, remedy: String) -> Problem? {
        guard let code = draft.state(at: Place(field)).value else { return nil }
        if !code.hasTaxonomyForm {
            return .wrong(
                field, severity: .warning,
                "\(code) does not look like a taxonomy code, such as 2084P0800X.", remedy: remedy)
        }
        guard let list = books.release(of: .taxonomy, on: nil)?.release, list.isWhole, books.taxonomy(code) == nil
        else { return nil }
        return .wrong(field, "\(code) is not in the NUCC list \(list.name).", remedy: remedy)
    }

    private static let titles: Set<Substring> = [
        "DR", "MD", "DO", "NP", "PMHNP", "FNP", "APRN", "CNP", "PA", "PAC", "RN", "CRNA", "PHD", "PSYD", "LCSW", "LISW",
        "LPCC", "MR", "MRS", "MS",
    ]

    func titledName(in field: Field) -> Problem? {
        let text = draft.text(at: Place(field))
        // Most names are one word, which is no title.
        guard text.utf8.contains(where: { !$0.isLetter }) else { return nil }
        let words = text.uppercased().filter { $0 != "." && $0 != "-" }.split { !$0.isLetter }
        guard words.count > 1, let title = words.first(where: ClaimFacts.titles.contains) else { return nil }
        return .wrong(
            field, "\(field.fullLabel): \(title) is a title, not part of the name.",
            remedy: "Enter the name only, as enrolled.")
    }

    /// Rendering providers who are not on the office's credentialed list for that date.
    var uncredentialedProviders: [Problem] {
        guard let list = policy.value(of: \.credentialedProviders) else { return [] }
        func isListed(_ npi: NPI, on day: Day) -> Bool {
            list.contains { entry in
                entry.npi == npi.digits && (entry.from.flatMap { Day(iso: $0) }.map { $0 <= day } ?? true)
                    && (entry.to.flatMap { Day(iso: $0) }.map { day <= $0 } ?? true)
            }
        }
        let rendering = draft.rendering.npi.value.map { (Place(.renderingNPI), $0, judgedDay) }
        let own = lines.compactMap { line in
            line.line.renderingNPI.value.map { (Place(.lineRenderingNPI, row: line.row), $0, line.day ?? judgedDay) }
        }
        return ([rendering].compactMap { $0 } + own).filter { !isListed($0.1, on: $0.2) }.map { place, npi, day in
            .wrong(
                place.field, row: place.row, "\(npi) is not credentialed with this payer on \(day).",
                remedy: "Hold the claim until credentialing is done, or correct the list in the policy.",
                evidence: [self.policyEvidence(\.credentialedProviders)])
        }
    }
}

extension ClaimFacts {
    var billingNumberProblems: [Problem] {
        var found = problems(
            with: [.billingTaxID, .billingTaxIDKind],
            remedy: "Enter the nine-digit tax ID, and whether it is an EIN or SSN."
        )
        if isBlank(.billingNPI), isBlank(.billingPayerNumber) {
            found += problems(with: [.billingNPI], remedy: "Enter the NPI of the provider to be paid.")
        }
        guard let number = draft.billing.taxID.value, let kind = draft.billing.taxIDKind.value else {
            return found
        }
        if kind == .ssn, !number.mayBeSSN {
            found.append(
                .conflict(
                    .billingTaxID, with: [Place(.billingTaxIDKind)], "Tax ID is not a possible Social Security number.",
                    remedy: "Correct the number, or choose EI if it is an employer's."))
        }
        if kind == .ein, !number.mayBeEIN {
            found.append(
                .conflict(
                    .billingTaxID, with: [Place(.billingTaxIDKind)], severity: .warning,
                    "No EIN begins with \(number.digits.prefix(2)): the IRS has not assigned it.",
                    remedy: "Compare it with the IRS letter, or choose SY for a Social Security number."))
        }
        return found
    }

    var specialtyProblems: [Problem] {
        let kind = renderingKind
        guard kind == .anesthesia || kind == .pain, diagnoses.contains(where: { $0.isIn(.psychiatric) }),
            draft.chart.evaluator.value == nil || draft.chart.evaluatedOn.value == nil,
            !hasOrderingProvider
        else { return [] }
        let specialty = kind == .pain ? "pain" : "anesthesia"
        return [
            .conflict(
                .renderingTaxonomy, with: [Place(.evaluator), Place(.referringNPI)],
                "Specialty is \(specialty), and no psychiatric prescriber is named.",
                remedy: "Enter the psychiatric evaluation, or the ordering provider (DK) with NPI.")
        ]
    }

    var renderingProblems: [Problem] {
        guard draft.billing.entityType.value == .organization, !isSuppliersAlone else { return [] }
        let names: [Field] =
            draft.rendering.entityType.value == .organization
            ? [.renderingLastName] : [.renderingLastName, .renderingFirstName]
        let numbers: [Field] = [.renderingNPI, .renderingPayerNumber]
        let linesNameTheirs = !lines.isEmpty && lines.allSatisfy { !$0.line.renderingNPI.isEmpty }
        guard (names + numbers).contains(where: { !isBlank($0) }) else {
            guard !linesNameTheirs, !namesNoPerson else { return [] }
            return [
                .missing(
                    .renderingNPI, severity: .warning, "No rendering provider on a group's claim.",
                    remedy: "Enter the provider who rendered the service; F2 lists the practice's providers.")
            ]
        }
        let hasNumber = numbers.contains { !isBlank($0) }
        return (names.filter { isBlank($0) } + (hasNumber ? [] : [.renderingNPI])).map { field in
            .missing(
                field, severity: field == .renderingFirstName ? .warning : nil, "\(field.fullLabel) is blank.",
                remedy: "Enter the provider who rendered the service; F2 lists the practice's providers.")
        }
    }

    /// Whether the billing provider is an agency, a laboratory, a supplier, a transporter or an opioid treatment program, which
    /// bills weeks of treatment (NUCC, 261QM2800X, groupings 25, 29, 33 and
    /// 34), or one that cannot have an NPI: no single person gives what it bills.
    private var namesNoPerson: Bool {
        let code = draft.billing.taxonomy.value?.text ?? ""
        return ["25", "29", "33", "34"].contains(code.prefix(2)) || code == "261QM2800X"
            || !isBlank(.billingPayerNumber)
    }

    /// Whether every line is an ambulance's, a laboratory's or a supplier's: such codes are nobody's own work, so no person
    /// is named.
    private var isSuppliersAlone: Bool {
        !writtenLines.isEmpty
            && writtenLines.allSatisfy { line in
                guard let code = line.line.procedure.value, let first = code.text.first else { return false }
                return code.isHCPCS ? !"GHMT".contains(first) : first == "8"
            }
    }
}
