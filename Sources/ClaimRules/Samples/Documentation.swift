import ClaimModel

extension ClaimExample {
    /// The chart of a patient who has tried four treatments and an augmentation.
    func documented() -> ClaimExample {
        let trials: [[Field: String]] = [
            [.trialDrug: "sertraline", .trialClass: "SSRI", .trialDose: "150 mg", .trialWeeks: "10"],
            [.trialDrug: "venlafaxine", .trialClass: "SNRI", .trialDose: "225 mg", .trialWeeks: "12"],
            [.trialDrug: "bupropion", .trialClass: "NDRI", .trialDose: "300 mg", .trialWeeks: "8"],
            [.trialDrug: "nortriptyline", .trialClass: "TCA", .trialDose: "100 mg", .trialWeeks: "8"],
            [
                .trialDrug: "aripiprazole", .trialClass: "AAP", .trialDose: "5 mg",
                .trialWeeks: "6", .trialAugmentation: "Y",
            ],
        ]
        var copy = self
        for (row, trial) in trials.enumerated() {
            for (field, text) in trial { copy = copy.with(field, row: row, text) }
            copy = copy.with(.trialOutcome, row: row, "failed")
        }
        return copy.with(.scoreInstrument, "PHQ9").with(.scoreDate, "10/28/2026").with(.scoreItems, "333322321")
            .with(.scoreTotal, "22")
            .with(.evaluator, "Ann Okafor").with(.evaluatedOn, "10/15/2026")
            .with(.symptoms, "Depressed mood, no pleasure, poor sleep, slowed, worthlessness, most of every day.")
            .with(.rationale, "Four antidepressants of four classes and an augmentation have failed; severe episode.")
            .with(.screenedBloodPressure, "Y").with(.screenedPsychosis, "Y").with(.screenedPregnancy, "Y")
            .with(.screenedSubstanceUse, "Y").with(.vitalsRecorded, "Y").with(.dischargeRecorded, "Y")
            .with(.consentRecorded, "Y")
            .with(.attachmentType, "M1").with(.attachmentTransmission, "FX").with(.attachmentControl, "LBH-0001")
    }

    /// The same with nothing of the chart recorded.
    func undocumented() -> ClaimExample {
        var copy = self
        copy.draft.trials = []
        copy.draft.scores = []
        copy.draft.attachments = []
        copy.draft.chart = Chart()
        copy.draft.safety = SafetyScreen()
        return copy
    }
}
