import ClaimModel
import CodeSets

extension Chapter {
    /// What the chart must show to prove medical necessity; entered once for the course of treatment.
    static let documentation = Chapter("Documentation") {
        Rule(
            "DOC-001", "The earlier treatments that failed are recorded",
            fault: "No failed treatments recorded", .error,
            note: "A warning where the payer is not known to require records.",
            prevents: [.carc("50"), .carc("252")], source: .article, .article, scope: .psychiatricKetamineClaim,
            reads: [.trialDrug, .payerPolicy],
            accepts: { [.sample] },
            rejects: { [.sample.withoutTrials(), .sample.withoutTrials().under("generic")] },
            alongside: ["DOC-006"]
        ) { claim in
            guard claim.trials.allSatisfy({ $0.name.isEmpty }) else { return [] }
            return [
                .missing(
                    .trialDrug, severity: claim.recordsSeverity, "No earlier treatment is recorded.",
                    remedy: "Enter drug, class, dose, dates and outcome of each treatment that failed.",
                    evidence: [claim.policyEvidence(\.recordsRequired)])
            ]
        }
        Rule(
            "DOC-002", "The clinical rationale is recorded",
            fault: "No clinical rationale", .error,
            note: "A warning where the payer is not known to require records.",
            prevents: [.carc("50")], source: .article, .article, scope: .psychiatricKetamineClaim,
            reads: [.rationale, .payerPolicy],
            accepts: { [.sample] },
            rejects: { [.sample.without(.rationale), .sample.without(.rationale).under("generic")] }
        ) { claim in
            claim.missing(
                .rationale, severity: claim.recordsSeverity, "No clinical rationale for ketamine is recorded.",
                remedy: "Enter the provider's rationale from the chart: why this patient needs ketamine.")
        }
        Rule(
            "DOC-003", "The current symptoms are recorded",
            fault: "No current symptoms", .warning,
            prevents: [.carc("50"), .carc("B12")], source: .article, .article, scope: .psychiatricKetamineClaim,
            reads: [.symptoms],
            accepts: { [.sample] }, rejects: { [.sample.without(.symptoms)] }
        ) { claim in
            claim.missing(
                .symptoms, "No current symptoms are recorded.",
                remedy: "Enter the symptoms in the chart on or near the day of treatment.")
        }
        Rule(
            "DOC-019", "The symptoms are those of this visit",
            fault: "Same symptoms text as on an earlier visit", .note,
            prevents: [.carc("50")], source: .commonPractice, .general, reads: [.symptoms, .lineFrom],
            accepts: { [.sample, .sample.afterSession("Sleeps six hours, some interest again, mood still low.")] },
            rejects: { [.sample.afterSession(ClaimExample.sample.draft.chart.symptoms.text)] }
        ) { $0.clonedSymptoms() }
        Rule(
            "DOC-020", "Each blank of an inserted text is filled in",
            fault: "Blank of an inserted text not filled in", .error,
            prevents: [.carc("16")], source: .design, .general, reads: ClaimFacts.textsOfOffice,
            accepts: { [.sample, .sample.with(.symptoms, "Mood low.\n__________\nSigned: J__ D__")] },
            rejects: {
                [
                    .sample.with(.symptoms, "Sleeps ___ hours, mood improved."),
                    .sample.with(.lineNarrative, row: 1, "KETAMINE HCL 50MG/ML ___MG IV"),
                ]
            },
            alongside: ["XF-006", "RX-006"]
        ) { $0.unfilledBlanks() }
        Rule(
            "DOC-005", "A psychiatric evaluation is recorded with its provider and date",
            fault: "No dated psychiatric evaluation", .warning,
            prevents: [.carc("50")], source: .article, .article, scope: .psychiatricKetamineClaim,
            reads: [.evaluator, .evaluatedOn, .lineProcedure],
            accepts: { [.sample, .sample.without(.evaluator, .evaluatedOn).withService("90792")] },
            rejects: { [.sample.without(.evaluator, .evaluatedOn), .sample.without(.evaluatedOn)] }
        ) { $0.missingEvaluation() }
        Rule(
            "DOC-006", "The number of failed treatments meets the payer's requirement",
            fault: "Fewer failed treatments than the payer requires", .warning,
            prevents: [.carc("50")], source: .bcbsmaAuthorization, .verified, scope: .psychiatricKetamineClaim,
            reads: [.trialDrug, .trialClass, .trialOutcome, .trialAugmentation, .payerPolicy],
            accepts: {
                [
                    .sample, .sample.whenPolicy { $0.minimumTrials = Setting(4) },
                    .sample.whenPolicy { $0.minimumClasses = Setting(4) },
                ]
            },
            rejects: {
                [
                    .sample.whenPolicy { $0.minimumTrials = Setting(5) },
                    .sample.whenPolicy { $0.minimumClasses = Setting(5) },
                    .sample.with(.trialDrug, row: 1, "Sertraline").whenPolicy { $0.minimumTrials = Setting(4) },
                ]
            }
        ) { $0.tooFewTrials() }
        Rule(
            "DOC-007", "Each treatment was long enough and has a dose and an outcome",
            fault: "Treatment too short, or without dose or outcome", .warning,
            prevents: [.carc("50")], source: .emerge, .secondary, scope: .psychiatricKetamineClaim,
            reads: [
                .trialDrug, .trialClass, .trialDose, .trialStart, .trialStop, .trialWeeks, .trialOutcome,
                .trialAugmentation, .lineFrom, .payerPolicy,
            ],
            accepts: {
                [
                    .sample, .sample.with(.trialDose, row: 4, ""),
                    .sample.with(.trialWeeks, "2").without(.trialDose).with(.trialOutcome, "intolerant"),
                    .sample.without(.trialWeeks).with(.trialStart, "01/01/2026").with(.trialStop, "02/12/2026"),
                ]
            },
            rejects: {
                [
                    .sample.with(.trialWeeks, "5"), .sample.without(.trialWeeks), .sample.without(.trialDose),
                    .sample.without(.trialOutcome),
                    .sample.without(.trialWeeks).with(.trialStart, "01/01/2026").with(.trialStop, "02/11/2026"),
                    .sample.without(.trialWeeks).with(.trialStart, "02/11/2026").with(.trialStop, "01/01/2026"),
                ]
            }
        ) { claim in
            claim.trials.compactMap { trial in claim.inadequacy(of: trial) }
        }
        Rule(
            "DOC-008", "An augmentation was tried where the payer requires one",
            fault: "No augmentation recorded", .warning,
            prevents: [.carc("50")], source: .emerge, .secondary, scope: .psychiatricKetamineClaim,
            reads: [.trialDrug, .trialClass, .trialAugmentation, .payerPolicy],
            accepts: { [.sample, .sample.whenPolicy { $0.needsAugmentation = Setting(true) }] },
            rejects: {
                [
                    .sample.with(.trialAugmentation, row: 4, "N").with(.trialClass, row: 4, "OTHER")
                        .whenPolicy { $0.needsAugmentation = Setting(true) }
                ]
            }
        ) { claim in
            guard claim.policy.value(of: \.needsAugmentation) ?? false, !claim.trials.isEmpty,
                !claim.trials.contains(where: \.isAugmentation)
            else { return [] }
            return [
                .missing(
                    .trialAugmentation, row: claim.trials[0].row,
                    "The payer requires an augmentation, and none is recorded.",
                    remedy: "Enter the drug that was added to an antidepressant, with Y under Augmentation.",
                    evidence: [claim.policyEvidence(\.needsAugmentation)])
            ]
        }
        Rule(
            "DOC-013", "Blood pressure, psychosis, pregnancy and substance use were screened",
            fault: "Screening for contraindications incomplete", .warning,
            prevents: [.carc("50")], source: .vaGuide, .secondary, scope: .psychiatricKetamineClaim,
            reads: [
                .screenedBloodPressure, .screenedPsychosis, .screenedPregnancy, .screenedSubstanceUse, .patientSex,
            ],
            accepts: { [.sample, .sample.with(.patientSex, "M").without(.screenedPregnancy)] },
            rejects: {
                [
                    .sample.without(.screenedPregnancy), .sample.with(.screenedSubstanceUse, "N"),
                    .sample.without(.screenedBloodPressure, .screenedPsychosis),
                ]
            }
        ) { claim in
            let isMale = claim.draft.patient.sex.value == .male
            return claim.unrecorded(
                [
                    (.screenedBloodPressure, "blood pressure"), (.screenedPsychosis, "psychosis"),
                    (.screenedSubstanceUse, "substance use"),
                ] + (isMale ? [] : [(.screenedPregnancy, "pregnancy")]),
                "Not screened:",
                remedy: "Enter Y for each that the chart records. Ask the provider to complete the others.")
        }
        Rule(
            "DOC-015", "Monitoring and discharge are recorded",
            fault: "Monitoring or discharge not recorded", .warning,
            prevents: [.carc("B12")], source: .ketamineLabel, .general, scope: .psychiatricKetamineClaim,
            reads: [.vitalsRecorded, .dischargeRecorded],
            accepts: { [.sample] },
            rejects: { [.sample.without(.dischargeRecorded), .sample.with(.vitalsRecorded, "N")] }
        ) { claim in
            claim.unrecorded(
                [(.vitalsRecorded, "vital signs"), (.dischargeRecorded, "condition at discharge")],
                "Not recorded for the session:",
                remedy: "Enter Y for each that the chart records. Ask the provider to complete the others.")
        }
        Rule(
            "DOC-016", "The records are attached where the payer requires them",
            fault: "Records required but not attached", .error,
            note: "A warning where the setting is not verified.",
            prevents: [.carc("252"), .carc("163")], source: .article, .article, scope: .psychiatricKetamineClaim,
            reads: [.attachmentType, .attachmentTransmission, .attachmentControl, .payerPolicy],
            accepts: { [.sample, .sample.withoutAttachment().under("generic")] },
            rejects: { [.sample.withoutAttachment()] }
        ) { claim in
            guard claim.policy.value(of: \.attachmentRequired) ?? false, claim.draft.attachments.isEmpty
            else { return [] }
            return [
                .missing(
                    .attachmentType, severity: claim.policy.limit(.error, by: \.attachmentRequired),
                    "The payer requires chart notes, and nothing is attached.",
                    remedy: "Enter what is attached, how it is sent, and its control number.",
                    evidence: [claim.policyEvidence(\.attachmentRequired)])
            ]
        }
        Rule(
            "DOC-017", "An attachment has its type, its transmission and its control number",
            fault: "Attachment without type, transmission or number", .error,
            prevents: [.carc("250"), .carc("251")], source: .professionalGuide, .general, scope: .ketamineClaim,
            reads: [.attachmentType, .attachmentTransmission, .attachmentControl],
            accepts: { [.sample, .sample.with(.attachmentTransmission, "AA").without(.attachmentControl)] },
            rejects: {
                [
                    .sample.without(.attachmentControl), .sample.without(.attachmentType),
                    .sample.without(.attachmentTransmission),
                ]
            }
        ) { $0.incompleteAttachments() }
        Rule(
            "DOC-018", "The consent to off-label treatment is recorded",
            fault: "No consent to off-label treatment", .note,
            prevents: [.carc("188")], source: .ketamineLabel, .general, scope: .psychiatricKetamineClaim,
            reads: [.consentRecorded],
            accepts: { [.sample] },
            rejects: { [.sample.without(.consentRecorded), .sample.with(.consentRecorded, "N")] }
        ) { claim in
            claim.unrecorded(
                [(.consentRecorded, "consent to off-label treatment")], "No",
                remedy: "Enter Y if the signed consent is in the chart.")
        }
    }
}

extension ClaimExample {
    fileprivate func withoutTrials() -> ClaimExample {
        var copy = self
        copy.draft.trials = []
        return copy
    }

    fileprivate func withoutAttachment() -> ClaimExample {
        var copy = self
        copy.draft.attachments = []
        return copy
    }
}

extension ClaimFacts {
    /// The fields that take a text of the office.
    fileprivate static let textsOfOffice = Field.all.filter { $0.lookUp == .texts }

    fileprivate func unfilledBlanks() -> [Problem] {
        ClaimFacts.textsOfOffice.flatMap { places(of: $0) }.compactMap { place in
            let blanks = TextBlank.ranges(in: draft.text(at: place)).count
            guard blanks > 0 else { return nil }
            let (verb, rest) = blanks == 1 ? ("is", "it") : ("are", "them")
            return .wrong(
                place.field, row: place.row,
                "\(counted(blanks, "blank")) (\(TextBlank.text)) of this text \(verb) not filled in.",
                remedy: "Fill \(rest) in from the chart, or delete that part of the text.")
        }
    }

    /// The symptoms in the very words of an earlier visit: a reviewer takes such notes for copied.
    fileprivate func clonedSymptoms() -> [Problem] {
        let text = draft.chart.symptoms.text.lowercased()
        guard text.count > 20, let day = firstDay else { return [] }
        let twin = context.history.last {
            $0.draft.id != draft.id && ![.deleted, .voided].contains($0.status)
                && $0.draft.chart.symptoms.text.lowercased() == text
                && $0.draft.firstServiceDay.map { $0 < day } ?? false
        }
        guard let earlier = twin?.draft.firstServiceDay else { return [] }
        return [
            .conflict(
                .symptoms, with: [Place(.lineFrom)], "The symptoms are word for word those of the visit on \(earlier).",
                remedy: "Enter what the chart says of this visit: reviewers deny copied notes.")
        ]
    }
}

extension ClaimExample {
    /// The same after a session a week before with these symptoms.
    fileprivate func afterSession(_ symptoms: String) -> ClaimExample {
        var session = ClaimExample.sample.with(.lineFrom, "11/03/2026").with(.lineFrom, row: 1, "11/03/2026")
            .with(.symptoms, symptoms)
        session.draft = session.draft.renamed("session")
        return after(session, .paid)
    }
}
