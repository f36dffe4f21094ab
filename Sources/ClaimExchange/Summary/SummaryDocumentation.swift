import ClaimModel
import ClaimRules

/// One point of the documentation checklist, and what it rests on.
struct ChecklistItem {
    let title: String
    let isDone: Bool
    /// What the payer's policy asks, in words; `nil` where it does not ask.
    let asked: String?
    let basis: [String]

    var lines: [String] {
        let mark = isDone ? "[x]" : asked == nil ? "[-]" : "[ ]"
        let text = asked ?? (isDone ? "not required by this payer" : "not recorded; not required by this payer")
        return Paper.hanging("\(mark) \(title)", text, column: 32)
            + basis.flatMap { Paper.hanging("", $0, column: 6) }
    }
}

/// The documentation checklist and the attachments.
extension ShownClaim {
    /// `nil` where the claim neither has nor needs any.
    var documentation: Section? {
        guard draft.isKetamineClaim(in: context) || holdsDocumentation else { return nil }
        let items = [trials, scores, symptoms, rationale, evaluation, psychotherapy, screen, monitoring, consent]
        return Section("DOCUMENTATION", (items + [attachments]).map(\.lines))
    }

    private var holdsDocumentation: Bool {
        !draft.trials.isEmpty || !draft.scores.isEmpty || !draft.attachments.isEmpty || draft.chart != Chart()
            || draft.safety != SafetyScreen()
    }

    private var policy: Policy { context.policy }

    /// What the policy asks of the records, where it asks for any.
    private func records(_ text: String = "required") -> String? {
        policy.value(of: \.recordsRequired) == true ? text + confidence(\.recordsRequired) : nil
    }

    private var trials: ChecklistItem {
        var asked: [String] = []
        if let count = policy.value(of: \.minimumTrials) {
            asked.append("\(count) trials\(confidence(\.minimumTrials))")
        }
        if let count = policy.value(of: \.minimumClasses) {
            asked.append("\(count) classes\(confidence(\.minimumClasses))")
        }
        if let count = policy.value(of: \.minimumWeeks) {
            asked.append("\(count) weeks each\(confidence(\.minimumWeeks))")
        }
        if policy.value(of: \.needsAugmentation) == true {
            asked.append("augmentation\(confidence(\.needsAugmentation))")
        }
        return ChecklistItem(
            title: "Prior treatments", isDone: !draft.trials.isEmpty,
            asked: asked.isEmpty ? records() : "policy requires " + asked.joined(separator: ", "),
            basis: draft.trials.indices.map { row in
                let dates = joined([.trialStart, .trialStop], row: row, by: " to ")
                let added = draft.trials[row].isAugmentation.value == .yes ? "augmentation" : nil
                let weeks = text(.trialWeeks, row: row).map { "\($0) weeks" }
                let parts: [String?] = [
                    joined([.trialDrug, .trialDose], row: row),
                    draft.trials[row].drugClass.value?.label ?? text(.trialClass, row: row), dates, weeks,
                    draft.trials[row].outcome.value?.label ?? text(.trialOutcome, row: row), added,
                ]
                return parts.compactMap { $0 }.joined(separator: ", ")
            })
    }

    private var scores: ChecklistItem {
        let least = policy.value(of: \.minimumScores)?.sorted { $0.key < $1.key }
            .map { "\(plain($0.key)) \($0.value)" }.joined(separator: ", ")
        return ChecklistItem(
            title: "Symptom scores", isDone: !draft.scores.isEmpty,
            asked: least.map { "policy requires at least \($0)\(confidence(\.minimumScores))" } ?? records(),
            basis: draft.scores.indices.map { row in score(row) })
    }

    private func score(_ row: Int) -> String {
        let score = draft.scores[row]
        let instrument = score.instrument.value?.label ?? text(.scoreInstrument, row: row)
        let total = score.scored?.text ?? text(.scoreTotal, row: row)
        let parts: [String?] = [
            text(.scoreDate, row: row) ?? "no date", instrument, total,
            text(.scoreItems, row: row).map { "items \($0)" },
        ]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }

    private var symptoms: ChecklistItem { text("Current symptoms", .symptoms) }

    private var rationale: ChecklistItem { text("Clinical rationale", .rationale) }

    private func text(_ title: String, _ field: Field) -> ChecklistItem {
        let text = text(field)
        return ChecklistItem(title: title, isDone: text != nil, asked: records(), basis: [text].compactMap { $0 })
    }

    private var evaluation: ChecklistItem {
        let by = [text(.evaluator).map { "by \($0)" }, text(.evaluatedOn).map { "on \($0)" }].compactMap { $0 }
        let interview = draft.chart.structuredInterview.value == .yes ? ["structured interview"] : []
        return ChecklistItem(
            title: "Psychiatric evaluation", isDone: by.count == 2, asked: records(),
            basis: by.isEmpty ? [] : [(by + interview).joined(separator: ", ")])
    }

    private var psychotherapy: ChecklistItem {
        let asked = policy.value(of: \.needsPsychotherapy) == true ? "required" + confidence(\.needsPsychotherapy) : nil
        return answers("Psychotherapy", [.psychotherapy], asked: asked)
    }

    private var screen: ChecklistItem {
        answers(
            "Contraindication screen",
            [.screenedBloodPressure, .screenedPsychosis, .screenedPregnancy, .screenedSubstanceUse], asked: records())
    }

    private var monitoring: ChecklistItem {
        answers("Monitoring and discharge", [.vitalsRecorded, .dischargeRecorded], asked: records())
    }

    private var consent: ChecklistItem {
        answers("Consent and safety plan", [.consentRecorded, .safetyPlan], asked: nil, needsAll: false)
    }

    private func answers(_ title: String, _ fields: [Field], asked: String?, needsAll: Bool = true) -> ChecklistItem {
        let answered = fields.filter { draft.state(at: Place($0)).value == YesNo.yes.code }
        let others = fields.filter { !answered.contains($0) }
            .compactMap { field in text(field).map { "\(field.label): \($0)" } }
        let basis = answered.map { "\($0.label): yes" } + others
        return ChecklistItem(
            title: title, isDone: needsAll ? answered.count == fields.count : !answered.isEmpty, asked: asked,
            basis: basis.isEmpty ? [] : [basis.joined(separator: "; ")])
    }

    private var attachments: ChecklistItem {
        let required = policy.value(of: \.attachmentRequired) == true
        return ChecklistItem(
            title: "Attachments", isDone: !draft.attachments.isEmpty,
            asked: required ? "required" + confidence(\.attachmentRequired) : nil,
            basis: draft.attachments.indices.map { row in
                joined([.attachmentType, .attachmentTransmission, .attachmentControl], row: row, by: ", ") ?? "blank"
            })
    }
}
