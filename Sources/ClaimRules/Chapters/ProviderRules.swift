import ClaimModel
import CodeSets

extension Chapter {
    static let provider = Chapter("Provider") {
        Rule(
            "PV-001", "Every NPI has ten digits and its check digit", .error,
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
                with: Field.npis, required: false, remedy: "Enter the NPI anew; the NPPES registry has it by name.")
        }
        Rule(
            "PV-002", "The billing provider's NPI and tax ID are given", .error,
            note: "A warning where an EIN begins with digits that the IRS has not given out.",
            prevents: [.carc("16"), .rarc("N257")], rejectedAs: ["128", "562"], source: .cms1500, .general,
            reads: [.billingNPI, .billingTaxID, .billingTaxIDKind],
            accepts: { [.sample, .sample.with(.billingTaxIDKind, "SY").with(.billingTaxID, "219-09-9999")] },
            rejects: {
                [
                    .sample.without(.billingNPI), .sample.without(.billingTaxID), .sample.without(.billingTaxIDKind),
                    .sample.with(.billingTaxID, "34-555"), .sample.with(.billingTaxID, "07-5550101"),
                    .sample.with(.billingTaxIDKind, "SY").with(.billingTaxID, "666-12-3456"),
                ]
            },
            check: { $0.billingNumberProblems })
        Rule(
            "PV-003", "In a group the rendering provider is a person, with an NPI of their own", .warning,
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
                    "The rendering provider's NPI is that of the billing organization.",
                    remedy: "Enter the NPI of the person who gave the service.")
            }
        }
        Rule(
            "PV-004", "Taxonomy codes have the form of the NUCC's list, and are in it where it is loaded", .error,
            note: "A warning where ten characters only have another form than those of the list.",
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
            let remedy = "Enter the code as enrolled with the payer; F2 lists those of this field."
            let fields: [Field] = [.billingTaxonomy, .renderingTaxonomy]
            return claim.problems(with: fields, required: false, remedy: remedy)
                + fields.compactMap { claim.unknownTaxonomy(in: $0, remedy: remedy) }
        }
        Rule(
            "PV-005", "Ketamine for a psychiatric condition is not billed by anesthesia or pain alone", .warning,
            prevents: [.carc("8"), .carc("170"), .carc("172")], source: .article, .article,
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
            "PV-006", "A mental-health prescriber is named where the policy asks for one", .warning,
            prevents: [.carc("16"), .rarc("N265"), .rarc("N286")], source: .unitedHealthcareLouisiana, .verified,
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
            let payer = claim.policy.name
            return [
                .missing(
                    .referringNPI, "\(payer) asks for a mental-health prescriber, and none is named.",
                    remedy: "Name the ordering (DK) or referring (DN) prescriber with NPI.",
                    evidence: [claim.policyEvidence(\.requiresMentalHealthPrescriber)])
            ]
        }
        Rule(
            "PV-009", "The rendering provider is credentialed with the payer on the service date", .warning,
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
            "PV-011", "The provider has signed", .warning,
            prevents: [.carc("16"), .rarc("MA70")], source: .cms1500, .general, reads: [.providerSignature],
            accepts: { [.sample] },
            rejects: { [.sample.without(.providerSignature), .sample.with(.providerSignature, "N")] }
        ) { claim in
            if claim.draft.signatures.provider.value == .no {
                return [
                    .wrong(
                        .providerSignature, "The provider's signature is not on file.",
                        remedy: "Have box 31 signed, or the signature put on file.")
                ]
            }
            return claim.problems(with: [.providerSignature], remedy: "Y where the provider's signature is on file.")
        }
        Rule(
            "PV-012", "A group names the person who gave the service", .error,
            note: "A warning where nobody is named: the guide leaves it to the case, and payers deny it.",
            prevents: [.carc("16"), .rarc("N290")], rejectedAs: ["562", "125"], source: .professionalGuide, .general,
            reads: [
                .billingEntityType, .renderingNPI, .renderingLastName, .renderingFirstName, .lineRenderingNPI,
                .lineProcedure,
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
                ]
            },
            rejects: {
                [
                    .sample.without(.renderingNPI), .sample.without(.renderingLastName),
                    .sample.without(.renderingNPI, .renderingLastName, .renderingFirstName),
                ]
            },
            check: { $0.renderingProblems })
        Rule(
            "PV-013", "A referring, ordering or supervising provider has role, name and NPI", .error,
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
                    field, "\(field.fullLabel), of the provider in box 17, is blank.",
                    remedy: "Enter role, name and NPI, or clear them all.")
            }
        }
        Rule(
            "PV-017", "Who referred or ordered is a person, not the billing group", .warning,
            prevents: [.carc("16"), .rarc("N286"), .rarc("N265")], rejectedAs: ["562"], source: .cms1500, .general,
            reads: [.referringNPI, .billingNPI, .billingEntityType],
            accepts: { [.sample, .referred] }, rejects: { [.referred.with(.referringNPI, "1122233343")] }
        ) { claim in
            guard let npi = claim.draft.referring.npi.value, npi == claim.draft.billing.npi.value,
                claim.draft.billing.entityType.value == .organization
            else { return [] }
            return [
                .conflict(
                    .referringNPI, with: [Place(.billingNPI)], "Box 17 has the NPI of the billing organization.",
                    remedy: "Enter the NPI of the person who referred, ordered or supervised.")
            ]
        }
        Rule(
            "PV-018", "The rendering provider's taxonomy is a person's", .warning,
            prevents: [.carc("8"), .carc("16")], rejectedAs: ["145"], source: .professionalGuide, .general,
            reads: [.renderingTaxonomy],
            accepts: { [.sample] }, rejects: { [.sample.with(.renderingTaxonomy, "261QM0801X")] }
        ) { claim in
            guard let code = claim.draft.rendering.taxonomy.value?.text, code.isOrganizationTaxonomy else { return [] }
            return [
                .wrong(
                    .renderingTaxonomy, "\(code) is the taxonomy of a facility, and the rendering provider a person.",
                    remedy: "Enter the person's own specialty; the clinic's stands with the billing provider.")
            ]
        }
        Rule(
            "PV-019", "Providers' names carry no titles and no degrees", .warning,
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
            "PV-024", "Another provider of a line is named", .error,
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
                    "Line \(line.number) names another provider by NPI only; the 837P asks for the name too.",
                    remedy: "Enter the last name of the person whose NPI stands on the line.")
            }
        }
    }
}

extension Field {
    /// Every field that takes an NPI.
    static let npis: [Field] = [.billingNPI, .renderingNPI, .referringNPI, .facilityNPI, .lineRenderingNPI]
}

extension ClaimExample {
    /// The sample by an anesthesiologist, with no psychiatric evaluation recorded.
    fileprivate static let anesthesiologist = sample.with(.renderingTaxonomy, "207L00000X")
        .without(.evaluator, .evaluatedOn)

    fileprivate static let referred = sample.with(.referringQualifier, "DN").with(.referringLastName, "Stein")
        .with(.referringFirstName, "Eva").with(.referringNPI, "1558598797")

    fileprivate func credentialed(_ npi: String, from day: String?) -> ClaimExample {
        whenPolicy { $0.credentialedProviders = Setting([.init(npi: npi, from: day, to: nil)]) }
    }

    fileprivate static let otherOnLine = sample.with(.lineRenderingNPI, "1558598797")

    fileprivate var asksForPrescriber: ClaimExample {
        whenPolicy { $0.requiresMentalHealthPrescriber = Setting(true) }
    }
}
