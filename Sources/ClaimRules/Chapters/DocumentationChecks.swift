import ClaimModel
import CodeSets

extension ClaimFacts {
    /// A blank field; an unreadable one belongs to another rule.
    func missing(_ field: Field, severity: Severity? = nil, _ message: String, remedy: String) -> [Problem] {
        isBlank(field) ? [.missing(field, severity: severity, message, remedy: remedy)] : []
    }

    /// One finding for all of these that are not answered yes, at the first of them.
    func unrecorded(_ answers: [(field: Field, text: String)], _ lack: String, remedy: String) -> [Problem] {
        let open = answers.filter { draft.state(at: Place($0.field)).value != YesNo.yes.code }
        guard let first = open.first else { return [] }
        let text = open.map(\.text).listed("and")
        return [.missing(first.field, "\(lack) \(text).", remedy: remedy)]
    }

    func missingEvaluation() -> [Problem] {
        guard !lines.contains(where: { $0.kinds.contains(.psychiatricEvaluation) }) else { return [] }
        let remedy = "Enter who evaluated the patient, and when."
        if isBlank(.evaluator) {
            return [.missing(.evaluator, "No psychiatric evaluation is recorded.", remedy: remedy)]
        }
        return missing(.evaluatedOn, "No date of the psychiatric evaluation.", remedy: remedy)
    }

    func tooFewTrials() -> [Problem] {
        let failed = failedTrials
        let classes = Set(failed.compactMap { $0.trial.drugClass.value })
        let minimum = policy.value(of: \.minimumTrials) ?? 0
        let minimumClasses = policy.value(of: \.minimumClasses) ?? 0
        guard failed.count < minimum || classes.count < minimumClasses else { return [] }
        let required =
            minimumClasses > 1
            ? "\(minimum) failed treatments in \(minimumClasses) classes" : "\(minimum) failed treatments"
        let isSure = policy.confidence(of: \.minimumTrials) != .unverified
        let found =
            failed.isEmpty
            ? "none" : minimumClasses > 1 ? "\(failed.count) in \(classes.count)" : "\(failed.count)"
        let augmentations = trials.count(where: \.isAugmentation)
        let note = augmentations == 0 ? "" : " Augmentations count separately (\(augmentations) recorded)."
        return [
            .missing(
                .trialDrug, row: min(draft.trials.count, Part.trial.limit - 1),
                "\(isSure ? "Payer requires" : "Payers ask for") \(required); the chart has \(found).",
                remedy: "Enter the others from the chart, or ask the provider.\(note)",
                evidence: [self.policyEvidence(minimumClasses > classes.count ? \.minimumClasses : \.minimumTrials)])
        ]
    }

    func inadequacy(of trial: TrialFacts) -> Problem? {
        let (row, name) = (trial.row, trial.name.isEmpty ? "Treatment \(trial.row + 1)" : trial.name)
        if let start = trial.trial.start.value, let stop = trial.trial.stop.value, stop < start {
            return .conflict(
                .trialStop, row: row, with: [Place(.trialStart, row: row)],
                "\(name) stopped on \(stop), before it started on \(start).",
                remedy: "Check both dates against the chart.")
        }
        if trial.trial.outcome.isEmpty {
            return .missing(
                .trialOutcome, row: row, "\(name) has no outcome.",
                remedy: "Enter whether it failed, helped partly, was not tolerated, or helped.")
        }
        guard trial.trial.outcome.value != .intolerant else { return nil }
        if trial.trial.dose.isEmpty, !trial.hasNoDose, !trial.isAugmentation {
            return .missing(
                .trialDose, row: row, "\(name) has no dose.",
                remedy: "Enter the highest dose, or the outcome intolerant if that is why it ended.")
        }
        let least = policy.value(of: \.minimumWeeks) ?? 6
        guard let weeks = trial.weeks(until: firstDay) else {
            return trial.trial.weeks.isEmpty && (trial.trial.start.isEmpty || trial.trial.stop.isEmpty)
                ? .missing(
                    .trialWeeks, row: row, "\(name) has no duration.",
                    remedy: "Enter the start and stop dates, or the number of weeks.")
                : nil
        }
        guard weeks < least else { return nil }
        return .conflict(
            trial.trial.weeks.isEmpty ? .trialStop : .trialWeeks, row: row, with: [Place(.trialStart, row: row)],
            "\(name): \(counted(weeks, "week")); an adequate trial has \(least).",
            remedy: "Check the dates against the chart, or enter why it ended early.",
            evidence: [self.policyEvidence(\.minimumWeeks)])
    }

    func incompleteAttachments() -> [Problem] {
        draft.attachments.enumerated().flatMap { row, attachment -> [Problem] in
            var problems: [Problem] = []
            if attachment.type.isEmpty {
                problems.append(
                    .missing(
                        .attachmentType, row: row, "Attachment \(row + 1) has no type.",
                        remedy: "Choose what it is, such as M1 for the medical record."))
            }
            if attachment.transmission.isEmpty {
                problems.append(
                    .missing(
                        .attachmentTransmission, row: row, "Attachment \(row + 1) has no transmission.",
                        remedy: "Choose how it reaches the payer, such as FX for fax."))
            }
            if attachment.controlNumber.isEmpty, let way = attachment.transmission.value, way != .onRequest {
                problems.append(
                    .missing(
                        .attachmentControl, row: row,
                        "Attachment \(row + 1), sent by \(way.code), has no control number.",
                        remedy: "Enter the number written on the attachment."))
            }
            return problems
        }
    }
}
