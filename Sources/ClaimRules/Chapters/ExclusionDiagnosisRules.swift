import ClaimModel
import CodeSets

extension Chapter {
    /// Diagnoses that payers' ketamine policies exclude, or that mean something other than a biller expects.
    static let exclusions = Chapter("Diagnosis: exclusions") {
        Rule(
            "DX-015", "No psychosis is coded",
            fault: "Psychosis coded on a ketamine claim", .warning,
            prevents: [.carc("50")], source: .ameriHealth, .secondary, scope: .psychiatricKetamineClaim,
            reads: [.diagnosisCode, .treatmentIndication],
            accepts: { [.sample, .officeVisit.diagnosed("F20.9")] },
            rejects: { [.sample.diagnosed("F33.3"), .sample.diagnosed("F33.2", "F20.9")] }
        ) { claim in
            claim.diagnoses(in: .psychosis) {
                .wrong(
                    .diagnosisCode, row: $0.row, "\($0.text) is a psychosis; most ketamine policies exclude it.",
                    remedy: "Check the payer's policy. Get a written determination before you bill.")
            }
        }
        Rule(
            "DX-016", "The first diagnosis is not bipolar where the policy covers unipolar depression only",
            fault: "Bipolar diagnosis under a unipolar-only policy", .warning,
            prevents: [.carc("167"), .carc("50")], source: .vaGuide, .secondary, scope: .psychiatricKetamineClaim,
            reads: [.diagnosisCode, .treatmentIndication, .payerPolicy],
            accepts: { [.sample.whenPolicy(noBipolar), .sample.diagnosed("F31.4")] },
            rejects: { [.sample.diagnosed("F31.4").whenPolicy(noBipolar)] }
        ) { claim in
            guard claim.policy.value(of: \.allowsBipolar) == false else { return [] }
            return claim.firstDiagnosis(in: .bipolar) {
                .wrong(
                    .diagnosisCode, "\($0) is bipolar; the policy covers unipolar depression only.",
                    remedy: "Check the policy. Bill only a diagnosis that the chart supports.",
                    evidence: [claim.policyEvidence(\.allowsBipolar)])
            }
        }
        Rule(
            "DX-017", "The first diagnosis is an indication on the policy's list",
            fault: "Diagnosis not on the policy's list", .warning,
            note: "A note where the policy has no list.",
            prevents: [.carc("167"), .carc("55")], source: .medica, .verified, scope: .psychiatricKetamineClaim,
            reads: [.diagnosisCode, .treatmentIndication, .payerPolicy],
            accepts: { [.sample, .sample.whenPolicy(depressionOnly)] },
            rejects: { [.sample.diagnosed("F43.10"), .sample.diagnosed("F42.2").whenPolicy(depressionOnly)] }
        ) { claim in claim.unlistedIndication }
        Rule(
            "DX-018", "An induction is not billed for a disorder in remission",
            fault: "Induction billed for a disorder in remission", .warning,
            prevents: [.carc("50")], source: .icdGuidelines, .general, scope: .psychiatricKetamineClaim,
            reads: [.diagnosisCode, .treatmentStage, .treatmentIndication],
            accepts: { [.sample, .sample.diagnosed("F33.41").with(.treatmentStage, "maintenance")] },
            rejects: { [.sample.diagnosed("F33.41"), .sample.diagnosed("F32.5")] }
        ) { claim in
            guard claim.draft.treatment.stage.value == .induction else { return [] }
            return claim.firstDiagnosis(in: .remission) {
                .conflict(
                    .diagnosisCode, with: [Place(.treatmentStage)],
                    "\($0) is in remission, but the stage is induction.",
                    remedy: "Ask the provider for the current state, or set the stage to maintenance.")
            }
        }
        Rule(
            "DX-019", "Treatment resistance is not coded with Z16",
            fault: "Z16 coded for treatment resistance", .error,
            prevents: [.carc("11")], source: .tabular, .general, scope: .psychiatricKetamineClaim,
            reads: [.diagnosisCode, .treatmentDrug, .treatmentIndication],
            accepts: { [.sample, .officeVisit.diagnosed("N39.0", "Z16.12")] },
            rejects: { [.sample.diagnosed("F33.2", "Z16.39")] }
        ) { claim in
            claim.diagnoses(in: .antimicrobialResistance) {
                .wrong(
                    .diagnosisCode, row: $0.row,
                    "\($0.text) means drug-resistant infection, not resistant depression.",
                    remedy: "Delete it. No code means treatment-resistant; the documented trials show it.")
            }
        }
        Rule(
            "DX-020", "The first diagnosis is a reason for treatment, not an administrative code",
            fault: "Administrative code listed first", .warning,
            prevents: [.carc("11")], source: .article, .article, elsewhere: .icdGuidelines, scope: .ketamineClaim,
            reads: [.diagnosisCode, .treatmentDrug],
            accepts: { [.sample, .officeVisit.diagnosed("Z02.9"), .sample.diagnosed("F33.2", "Z71.89")] },
            rejects: { ["Z00.00", "Z02.9", "Z71.89", "Z76.89"].map { .sample.diagnosed($0, "F33.2").pointed("B") } }
        ) { claim in
            claim.firstDiagnosis(in: .administrative) {
                .wrong(
                    .diagnosisCode, "\($0) is an administrative code, and it is listed first.",
                    remedy: "List the treated disorder first: the payer reads this as an administrative visit.")
            }
        }
        Rule(
            "DX-021", "No active substance use disorder is coded",
            fault: "Active substance use disorder coded", .warning,
            prevents: [.carc("50")], source: .vaGuide, .secondary, scope: .psychiatricKetamineClaim,
            reads: [.diagnosisCode, .treatmentIndication],
            accepts: { [.sample.diagnosed("F33.2", "F10.21"), .sample.diagnosed("F33.2", "F17.210")] },
            rejects: { [.sample.diagnosed("F33.2", "F10.20"), .sample.diagnosed("F33.2", "F11.24")] }
        ) { claim in
            claim.diagnoses(in: .substanceUse).filter(\.isActiveSubstanceUse).map {
                .wrong(
                    .diagnosisCode, row: $0.row, "\($0.text) is a substance use disorder not in remission.",
                    remedy: "Code the remission if the chart documents it: most ketamine policies exclude active use.")
            }
        }
        Rule(
            "DX-026", "G89 is not listed before the disorder that causes the pain",
            fault: "G89 listed before the disorder that causes the pain", .warning,
            prevents: [.carc("16"), .rarc("M76")], source: .icdGuidelines, .general,
            reads: [.diagnosisCode, .treatmentDrug, .treatmentIndication, .lineProcedure],
            accepts: { [.officeVisit.diagnosed("M79.7", "G89.4"), .officeVisit.diagnosed("G89.4")] },
            rejects: { [.officeVisit.diagnosed("G89.4", "M79.7")] }
        ) { claim in claim.painOrderProblems }
    }
}

private let noBipolar: @Sendable (inout PolicySettings) -> Void = { $0.allowsBipolar = Setting(false) }
private let depressionOnly: @Sendable (inout PolicySettings) -> Void = {
    $0.coveredDiagnoses = Setting(["F32.2", "F33"])
}

extension DiagnosisFacts {
    /// A substance use disorder, other than nicotine's, whose code does not say that it is in remission.
    fileprivate var isActiveSubstanceUse: Bool {
        let characters = Array(code.text.utf8)
        let isRemission = characters.count == 5 && characters[4] == UInt8(ascii: "1")
        return isIn(.substanceUse) && code.category != "F17" && !isRemission
    }
}

extension ClaimFacts {
    fileprivate func diagnoses(in family: DiagnosisFamily) -> [DiagnosisFacts] {
        diagnoses.filter { $0.isIn(family) }
    }

    fileprivate func diagnoses(in family: DiagnosisFamily, _ problem: (DiagnosisFacts) -> Problem) -> [Problem] {
        diagnoses(in: family).map(problem)
    }

    fileprivate var unlistedIndication: [Problem] {
        guard let first = firstDiagnosis, first.isIn(.psychiatric) else { return [] }
        guard let listed = policy.value(of: \.coveredDiagnoses) else {
            return firstDiagnosis(in: .anxietyOrStress) {
                .wrong(
                    .diagnosisCode, severity: .note, "\($0) is not an indication that ketamine policies usually list.",
                    remedy: "Get the payer's written determination before you bill.")
            }
        }
        let isListed = listed.contains { first.code.text.hasPrefix($0.filter { $0 != "." }) }
        guard !isListed, !(first.isIn(.bipolar) && policy.value(of: \.allowsBipolar) == false) else { return [] }
        return [
            .wrong(
                .diagnosisCode, "\(first.text) is not on the policy's list of covered diagnoses.",
                remedy: "Covered: \(listed.listed("and")). Check the policy, or ask the payer for a determination.",
                evidence: [self.policyEvidence(\.coveredDiagnoses)])
        ]
    }

    /// G89 is listed first only where the encounter is for the pain itself.
    fileprivate var painOrderProblems: [Problem] {
        guard let first = firstDiagnosis, first.code.category == "G89",
            let definitive = diagnoses(in: .pain).first(where: { !["G89", "R52"].contains($0.code.category) }),
            !(isKetamineClaim && indication == .pain), !lines.contains(where: { $0.kinds.contains(.painProcedure) })
        else { return [] }
        return [
            .conflict(
                .diagnosisCode, with: [Place(.diagnosisCode, row: definitive.row)],
                "\(first.text) is listed before \(definitive.text), the cause of the pain.",
                remedy: "List \(definitive.text) first, unless the visit was for pain control itself.")
        ]
    }
}
