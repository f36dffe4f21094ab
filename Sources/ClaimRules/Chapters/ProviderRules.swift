import ClaimModel
import CodeSets

extension Chapter {
    static let provider = Chapter("Provider") {
        Rule(
            "PV-001", "Every NPI has ten digits and a valid check digit",
            fault: "Invalid NPI", .error,
            prevents: [.carc("207"), .rarc("N257"), .rarc("N290")], rejectedAs: ["562"], source: .npiCheckDigit,
            .verified, reads: Field.npis,
            accepts: { [.sample, .sample.with(.referringNPI, "1558598797")] },
            rejects: {
                [
                    .sample.with(.renderingNPI, "1234567890"), .sample.with(.billingNPI, "3122233343"),
                    .sample.with(.facilityNPI, "12345"), .sample.with(.lineRenderingNPI, "123456789A"),
                ]
            }
        ) { claim in
            claim.problems(
                with: Field.npis, required: false, remedy: "Enter the NPI again; the NPPES registry lists it by name.")
        }
        Rule(
            "PV-002", "The billing provider's NPI and tax ID are entered",
            fault: "Billing NPI or tax ID missing or invalid", .error,
            note: "A warning if an EIN begins with digits that the IRS has not assigned.",
            prevents: [.carc("16"), .rarc("N257")], rejectedAs: ["128", "562"], source: .cms1500, .general,
            reads: [.billingNPI, .billingTaxID, .billingTaxIDKind, .billingPayerNumber],
            accepts: {
                [
                    .sample, .sample.without(.billingNPI).with(.billingPayerNumber, "0099812"),
                    .sample.with(.billingTaxIDKind, "SY").with(.billingTaxID, "219-09-9999"),
                ]
            },
            rejects: {
                [
                    .sample.without(.billingNPI), .sample.without(.billingTaxID), .sample.without(.billingTaxIDKind),
                    .sample.with(.billingTaxID, "34-555"), .sample.with(.billingTaxID, "07-5550101"),
                    .sample.with(.billingTaxIDKind, "SY").with(.billingTaxID, "666-12-3456"),
                ]
            },
            check: { $0.billingNumberProblems })
        Rule(
            "PV-003", "In a group the rendering provider is a person with their own NPI",
            fault: "Rendering NPI is the group's NPI", .warning,
            prevents: [.carc("208"), .rarc("N290")], source: .professionalGuide, .general,
            reads: [.billingEntityType, .billingNPI, .renderingNPI, .lineRenderingNPI],
            accepts: { [.sample, .sample.with(.billingEntityType, "1").with(.renderingNPI, "1122233343")] },
            rejects: {
                [
                    .sample.with(.renderingNPI, "1122233343"),
                    .sample.with(.lineRenderingNPI, row: 1, "1122233343").with(
                        .lineRenderingLastName, row: 1, "Okafor"),
                ]
            }
        ) { claim in
            guard claim.draft.billing.entityType.value == .organization, let group = claim.draft.billing.npi.value
            else { return [] }
            let places =
                claim.places(of: .lineRenderingNPI).filter { claim.draft.lines[$0.row].renderingNPI.value == group }
                + (claim.draft.rendering.npi.value == group ? [Place(.renderingNPI)] : [])
            return places.map { place in
                .conflict(
                    place.field, row: place.row, with: [Place(.billingNPI)],
                    "Rendering NPI is the billing organization's NPI.",
                    remedy: "Enter the NPI of the provider who rendered the service.")
            }
        }
        Rule(
            "PV-004", "Taxonomy codes are in the loaded NUCC list, or at least in its format",
            fault: "Invalid taxonomy code", .error,
            note: "A warning if ten characters only have another form.",
            prevents: [.carc("8")], rejectedAs: ["145"], source: .professionalGuide, .general,
            reads: [.billingTaxonomy, .renderingTaxonomy],
            accepts: {
                [.sample, .sample.without(.renderingTaxonomy), .sample.with(.renderingTaxonomy, "103TC0700X")]
            },
            rejects: {
                [
                    .sample.with(.renderingTaxonomy, "2084P08"), .sample.with(.billingTaxonomy, "261QM-801X"),
                    .sample.with(.renderingTaxonomy, "PSYCHIATRY"), .sample.with(.billingTaxonomy, "261QM08010"),
                ]
            }
        ) { claim in
            let remedy = "Enter the code as enrolled with the payer; F2 lists the codes."
            let fields: [Field] = [.billingTaxonomy, .renderingTaxonomy]
            return claim.problems(with: fields, required: false, remedy: remedy)
                + fields.compactMap { claim.unknownTaxonomy(in: $0, remedy: remedy) }
        }
        Rule(
            "PV-005", "Psychiatric ketamine is not billed by anesthesia or pain alone",
            fault: "Anesthesia or pain provider without psychiatric prescriber", .warning,
            prevents: [.carc("8"), .carc("170"), .carc("172")], source: .coveragePractice, .general,
            scope: .psychiatricKetamineClaim,
            reads: [
                .renderingTaxonomy, .diagnosisCode, .evaluator, .evaluatedOn, .referringQualifier, .referringLastName,
                .referringNPI,
            ],
            accepts: {
                [
                    .sample, .sample.with(.renderingTaxonomy, "367500000X"),
                    .anesthesiologist.with(.referringQualifier, "DK").with(.referringLastName, "Stein")
                        .with(.referringNPI, "1558598797"),
                ]
            },
            rejects: { [.anesthesiologist, .anesthesiologist.with(.renderingTaxonomy, "208VP0014X")] },
            alongside: ["DOC-005"],
            check: { $0.specialtyProblems })
        Rule(
            "PV-006", "A mental health prescriber is named where the policy requires one",
            fault: "Mental health prescriber missing", .warning,
            prevents: [.carc("16"), .rarc("N265"), .rarc("N286")], source: .payerPolicy, .verified,
            scope: .psychiatricKetamineClaim,
            reads: [.renderingTaxonomy, .referringQualifier, .referringLastName, .referringNPI],
            accepts: { [.sample, .sample.asksForPrescriber] },
            rejects: {
                [.sample.asksForPrescriber.without(.renderingTaxonomy)]
            }
        ) { claim in
            guard claim.policy.value(of: \.requiresMentalHealthPrescriber) == true, !claim.hasOrderingProvider,
                claim.renderingKind != .mentalHealth
            else { return [] }
            return [
                .missing(
                    .referringNPI, "No mental health prescriber; the policy requires one.",
                    remedy: "Enter the ordering (DK) or referring (DN) prescriber with NPI.",
                    evidence: [claim.policyEvidence(\.requiresMentalHealthPrescriber)])
            ]
        }
        Rule(
            "PV-009", "The rendering provider is credentialed with the payer on the service date",
            fault: "Rendering provider not credentialed", .warning,
            prevents: [.carc("B7"), .carc("242")], source: .design, .general,
            reads: [.payerPolicy, .renderingNPI, .lineRenderingNPI, .lineFrom],
            accepts: { [.sample, .sample.credentialed("1234567893", from: "2020-01-01")] },
            rejects: {
                [
                    .sample.credentialed("1558598797", from: nil),
                    .sample.credentialed("1234567893", from: "2026-12-01"),
                ]
            }
        ) { claim in claim.uncredentialedProviders }
        Rule(
            "PV-011", "The provider has signed",
            fault: "Provider signature missing", .warning,
            prevents: [.carc("16"), .rarc("MA70")], source: .cms1500, .general, reads: [.providerSignature],
            accepts: { [.sample] },
            rejects: { [.sample.without(.providerSignature), .sample.with(.providerSignature, "N")] }
        ) { claim in
            if claim.draft.signatures.provider.value == .no {
                return [
                    .wrong(
                        .providerSignature, "Provider signature is not on file.",
                        remedy: "Have box 31 signed, or the signature put on file.")
                ]
            }
            return claim.problems(with: [.providerSignature], remedy: "Enter Y if the provider's signature is on file.")
        }
        Rule(
            "PV-012", "A group names the rendering provider",
            fault: "Rendering provider missing on a group claim", .error,
            note: "A warning if the provider, or only the first name, is blank; an agency or laboratory needs none.",
            prevents: [.carc("16"), .rarc("N290")], rejectedAs: ["562", "125"], source: .professionalGuide, .general,
            reads: [
                .billingEntityType, .billingTaxonomy, .billingPayerNumber, .renderingNPI, .renderingEntityType,
                .renderingPayerNumber, .renderingLastName, .renderingFirstName, .lineRenderingNPI, .lineProcedure,
            ],
            accepts: {
                [
                    .sample,
                    .sample.with(.billingEntityType, "1").without(
                        .renderingNPI, .renderingLastName, .renderingFirstName),
                    .sample.without(.renderingNPI, .renderingLastName, .renderingFirstName)
                        .with(.lineRenderingNPI, "1234567893").with(.lineRenderingNPI, row: 1, "1234567893"),
                    .officeVisit.with(.lineProcedure, "A0427").with(.lineProcedure, row: 1, "A0425")
                        .without(.renderingNPI, .renderingLastName, .renderingFirstName),
                    .sample.with(.billingTaxonomy, "251E00000X")
                        .without(.renderingNPI, .renderingLastName, .renderingFirstName),
                    .sample.with(.billingTaxonomy, "261QM2800X")
                        .without(.renderingNPI, .renderingLastName, .renderingFirstName),
                    .sample.without(.renderingNPI).with(.renderingPayerNumber, "771200"), .renderedByClinic,
                ]
            },
            rejects: {
                [
                    .sample.without(.renderingNPI), .sample.without(.renderingLastName),
                    .renderedByClinic.without(.renderingNPI), .sample.without(.renderingFirstName),
                    .sample.without(.renderingNPI, .renderingLastName, .renderingFirstName),
                ]
            },
            check: { $0.renderingProblems })
        Rule(
            "PV-013", "A referring, ordering or supervising provider has role, name and NPI",
            fault: "Box 17 provider incomplete", .error,
            prevents: [.carc("16"), .rarc("N286"), .rarc("N265")], source: .cms1500, .general,
            reads: [.referringQualifier, .referringLastName, .referringFirstName, .referringNPI],
            accepts: { [.sample, .referred] },
            rejects: { [.referred.without(.referringNPI), .referred.without(.referringQualifier)] }
        ) { claim in
            let named = ![.referringQualifier, .referringLastName, .referringFirstName, .referringNPI]
                .allSatisfy { claim.isBlank($0) }
            guard named else { return [] }
            return [.referringQualifier, .referringLastName, .referringNPI].filter { claim.isBlank($0) }.map { field in
                .missing(
                    field, "Box 17: \(field.fullLabel) is blank.",
                    remedy: "Enter role, name and NPI, or clear all three.")
            }
        }
        Rule(
            "PV-017", "The referring or ordering provider is a person, not the billing group",
            fault: "Box 17 has the billing group's NPI", .warning,
            prevents: [.carc("16"), .rarc("N286"), .rarc("N265")], rejectedAs: ["562"], source: .cms1500, .general,
            reads: [.referringNPI, .billingNPI, .billingEntityType],
            accepts: { [.sample, .referred] }, rejects: { [.referred.with(.referringNPI, "1122233343")] }
        ) { claim in
            guard let npi = claim.draft.referring.npi.value, npi == claim.draft.billing.npi.value,
                claim.draft.billing.entityType.value == .organization
            else { return [] }
            return [
                .conflict(
                    .referringNPI, with: [Place(.billingNPI)], "Box 17 has the billing organization's NPI.",
                    remedy: "Enter the NPI of the person who referred, ordered or supervised.")
            ]
        }
        Rule(
            "PV-018", "The rendering provider's taxonomy is a person's",
            fault: "Rendering taxonomy is a facility's", .warning,
            prevents: [.carc("8"), .carc("16")], rejectedAs: ["145"], source: .professionalGuide, .general,
            reads: [.renderingTaxonomy, .renderingEntityType],
            accepts: { [.sample, .renderedByClinic] },
            rejects: { [.sample.with(.renderingTaxonomy, "261QM0801X")] }
        ) { claim in
            guard claim.draft.rendering.entityType.value != .organization,
                let code = claim.draft.rendering.taxonomy.value?.text, code.isOrganizationTaxonomy
            else { return [] }
            return [
                .wrong(
                    .renderingTaxonomy, "\(code) is a facility's taxonomy, not a person's.",
                    remedy: "Enter the person's own specialty. The clinic's belongs to the billing provider.")
            ]
        }
        Rule(
            "PV-019", "Provider names have no titles or degrees",
            fault: "Title or degree in a provider name", .warning,
            prevents: [.carc("16"), .rarc("N286"), .rarc("N290")], rejectedAs: ["125"], source: .professionalGuide,
            .general,
            reads: [.renderingLastName, .renderingFirstName, .referringLastName, .referringFirstName],
            accepts: { [.sample, .sample.with(.renderingLastName, "Drake")] },
            rejects: {
                [.sample.with(.renderingLastName, "Okafor MD"), .referred.with(.referringFirstName, "Dr. Eva")]
            }
        ) { claim in
            let fields: [Field] = [
                .renderingLastName, .renderingFirstName, .referringLastName, .referringFirstName,
            ]
            return fields.compactMap { claim.titledName(in: $0) }
        }
        Rule(
            "PV-024", "A line's own rendering provider has a name",
            fault: "Line's rendering provider has no name", .error,
            prevents: [.carc("16"), .rarc("N290")], source: .professionalGuide, .general,
            reads: [.lineRenderingNPI, .lineRenderingLastName, .renderingNPI],
            accepts: { [.sample, .otherOnLine.with(.lineRenderingLastName, "Stein")] }, rejects: { [.otherOnLine] }
        ) { claim in
            claim.writtenLines.filter { line in
                guard let npi = line.line.renderingNPI.value else { return false }
                return npi != claim.draft.rendering.npi.value && line.line.renderingLastName.isEmpty
            }.map { line in
                .missing(
                    .lineRenderingLastName, row: line.row,
                    "Line \(line.number): the rendering provider has an NPI but no name.",
                    remedy: "Enter the last name for that NPI; the 837P requires it.")
            }
        }
    }
}

extension Field {
    /// Every field that takes an NPI.
    static let npis: [Field] = [
        .billingNPI, .renderingNPI, .referringNPI, .facilityNPI, .lineRenderingNPI, .lineOrderingNPI, .lineReferringNPI,
        .linePurchasedNPI,
    ]
}

extension ClaimExample {
    /// The sample by an anesthesiologist, with no psychiatric evaluation recorded.
    fileprivate static let anesthesiologist = sample.with(.renderingTaxonomy, "207L00000X")
        .without(.evaluator, .evaluatedOn)

    fileprivate static let referred = sample.with(.referringQualifier, "DN").with(.referringLastName, "Stein")
        .with(.referringFirstName, "Eva").with(.referringNPI, "1558598797")

    /// The sample with a clinic as the rendering provider, which the guide allows.
    fileprivate static let renderedByClinic = sample.with(.renderingEntityType, "2")
        .with(.renderingLastName, "Lakeside Clinic #2").without(.renderingFirstName)
        .with(.renderingTaxonomy, "261QM0801X")

    fileprivate func credentialed(_ npi: String, from day: String?) -> ClaimExample {
        whenPolicy { $0.credentialedProviders = Setting([.init(npi: npi, from: day, to: nil)]) }
    }

    fileprivate static let otherOnLine = sample.with(.lineRenderingNPI, "1558598797")

    fileprivate var asksForPrescriber: ClaimExample {
        whenPolicy { $0.requiresMentalHealthPrescriber = Setting(true) }
    }
}
