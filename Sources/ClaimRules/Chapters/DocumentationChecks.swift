import ClaimModel
import CodeSets

extension ClaimFacts {
    /// A field that is blank; one that does not read is another rule's.
    func missing(_ field: Field, severity: Severity? = nil, _ message: String, remedy: String) -> [Problem] {
        isBlank(field) ? [.missing(field, severity: severity, message, remedy: remedy)] : []
    }

    /// One finding for all of these that are not answered with yes, at the first of them.
    func unrecorded(_ answers: [(field: Field, words: String)], _ lack: String, remedy: String) -> [Problem] {
        let open = answers.filter { draft.state(at: Place($0.field)).value != YesNo.yes.code }
        guard let first = open.first else { return [] }
        let words = open.map(\.words).listed("and")
        return [.missing(first.field, "\(lack) \(words).", remedy: remedy)]
    }

    func missingEvaluation() -> [Problem] {
        guard !lines.contains(where: { $0.kinds.contains(.psychiatricEvaluation) }) else { return [] }
        let remedy = "Enter who evaluated the patient, and when."
        if isBlank(.evaluator) {
            return [.missing(.evaluator, "No psychiatric evaluation is recorded.", remedy: remedy)]
        }
        return missing(.evaluatedOn, "The psychiatric evaluation has no date.", remedy: remedy)
    }

    func tooFewTrials() -> [Problem] {
        let failed = failedTrials
        let classes = Set(failed.compactMap(\.trial.drugClass.value))
        let minimum = policy.value(of: \.minimumTrials) ?? 0
        let minimumClasses = policy.value(of: \.minimumClasses) ?? 0
        guard failed.count < minimum || classes.count < minimumClasses else { return [] }
        let asked =
            minimumClasses > 1
            ? "\(minimum) failed treatments of \(minimumClasses) classes" : "\(minimum) failed treatments"
        let found =
            failed.isEmpty
            ? "none" : minimumClasses > 1 ? "\(failed.count) of \(classes.count)" : "\(failed.count)"
        let augmentations = trials.count(where: \.isAugmentation)
        let beside = augmentations == 0 ? "" : " beside " + counted(augmentations, "augmentation")
        let name = policy.name
        return [
            .missing(
                .trialDrug, row: min(draft.trials.count, Part.trial.limit - 1),
                "\(name) asks for \(asked); the chart names \(found)\(beside).",
                remedy: "Record the others from the chart, or ask the provider; augmentations are counted apart.",
                evidence: [self.policyEvidence(minimumClasses > classes.count ? \.minimumClasses : \.minimumTrials)])
        ]
    }

    func inadequacy(of trial: TrialFacts) -> Problem? {
        let (row, name) = (trial.row, trial.name.isEmpty ? "Treatment \(trial.row + 1)" : trial.name)
        if let start = trial.trial.start.value, let stop = trial.trial.stop.value, stop < start {
            return .conflict(
                .trialStop, row: row, with: [Place(.trialStart, row: row)],
                "\(name) stopped on \(stop), before it started on \(start).", remedy: "Check both dates.")
        }
        if trial.trial.outcome.isEmpty {
            return .missing(
                .trialOutcome, row: row, "\(name) has no outcome.",
                remedy: "Say whether it failed, helped in part, was not tolerated, or helped.")
        }
        guard trial.trial.outcome.value != .intolerant else { return nil }
        if trial.trial.dose.isEmpty, !trial.hasNoDose {
            return .missing(
                .trialDose, row: row, "\(name) has no dose.",
                remedy: "Enter the highest dose taken, or the outcome intolerant if that was why it ended.")
        }
        let least = policy.value(of: \.minimumWeeks) ?? 6
        guard let weeks = trial.weeks(until: firstDay) else {
            return trial.trial.weeks.isEmpty && (trial.trial.start.isEmpty || trial.trial.stop.isEmpty)
                ? .missing(
                    .trialWeeks, row: row, "How long \(name) was taken is not recorded.",
                    remedy: "Enter start and stop, or the number of weeks.")
                : nil
        }
        guard weeks < least else { return nil }
        return .conflict(
            trial.trial.weeks.isEmpty ? .trialStop : .trialWeeks, row: row, with: [Place(.trialStart, row: row)],
            "\(name) was taken for \(weeks) weeks; \(least) make an adequate trial.",
            remedy: "Check the dates against the chart, or record why it ended early.",
            evidence: [self.policyEvidence(\.minimumWeeks)])
    }

    func incompleteAttachments() -> [Problem] {
        draft.attachments.enumerated().flatMap { row, attachment -> [Problem] in
            var problems: [Problem] = []
            if attachment.type.isEmpty {
                problems.append(
                    .missing(
                        .attachmentType, row: row, "Attachment \(row + 1) does not say what it is.",
                        remedy: "Choose its type, such as M1 for the medical record."))
            }
            if attachment.transmission.isEmpty {
                problems.append(
                    .missing(
                        .attachmentTransmission, row: row, "Attachment \(row + 1) does not say how it is sent.",
                        remedy: "Choose how it reaches the payer, such as FX for fax."))
            }
            if attachment.controlNumber.isEmpty, let way = attachment.transmission.value, way != .onRequest {
                problems.append(
                    .missing(
                        .attachmentControl, row: row,
                        "An attachment sent by \(way.code) needs a control number, and there is none.",
                        remedy: "Enter the number that is written on the attachment."))
            }
            return problems
        }
    }
}
