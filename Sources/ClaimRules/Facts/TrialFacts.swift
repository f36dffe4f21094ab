import ClaimModel

/// A treatment tried before, and its row.
struct TrialFacts: Sendable {
    let row: Int
    let trial: TreatmentTrial

    /// What was tried, as typed.
    var name: String { trial.drug.text }

    var isAugmentation: Bool {
        trial.isAugmentation.value.map { $0 == .yes } ?? trial.drugClass.value?.isAugmentation ?? false
    }

    /// A course of therapy or stimulation, which has no dose.
    var hasNoDose: Bool { trial.drugClass.value == .psychotherapy || trial.drugClass.value == .neuromodulation }

    /// Whole weeks as the chart names them, else from start to stop or, where it still goes on, to that day.
    func weeks(until day: Day?) -> Int? {
        if let weeks = trial.weeks.value { return weeks.number }
        guard let start = trial.start.value, let end = trial.stop.value ?? (trial.stop.isEmpty ? day : nil)
        else { return nil }
        return max(0, end - start) / 7
    }
}

extension ClaimFacts {
    /// The treatments tried before, without blank rows.
    var trials: [TrialFacts] {
        let blank = TreatmentTrial()
        return draft.trials.enumerated().filter { $1 != blank }.map { TrialFacts(row: $0, trial: $1) }
    }

    /// Those that count as failed: augmentations and responses do not, the same drug counts once.
    var failedTrials: [TrialFacts] {
        var names: Set<String> = []
        return trials.filter { trial in
            !trial.isAugmentation && trial.trial.outcome.value != .responded && !trial.name.isEmpty
                && names.insert(trial.name.uppercased()).inserted
        }
    }

    /// The severity of a missing record: an error only where the payer is known to require records.
    var recordsSeverity: Severity {
        policy.value(of: \.recordsRequired) ?? false ? policy.limit(.error, by: \.recordsRequired) : .warning
    }
}
