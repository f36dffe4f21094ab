import ClaimModel
import ClaimRules
import TerminalKit

/// Commands on the open claim: mend, override, preview, print, leave.
extension Workstation {
    /// What shows at the cursor, the gravest first.
    mutating func findingsAtCursor() -> [Finding] {
        guard var open = editor else { return [] }
        let shown = Shown(of: open, findings: open.validated(at: desk))
        editor = open
        if open.work.screen == .review { return selectedReviewFinding().map { [$0] } ?? [] }
        return shown.findings(at: open.focusedPlace)
    }

    mutating func takeFix() -> [Effect] {
        let findings = findingsAtCursor()
        guard let finding = findings.first(where: { !$0.fixes.isEmpty }) ?? findings.first else {
            return say("No finding stands here. F6 goes to the next one.")
        }
        switch finding.fixes.count {
        case 0: return say("No key can mend this. \(finding.remedy)")
        case 1: return apply(finding.fixes[0])
        default:
            dialog = .fixes(FixChoice(finding: finding))
            return []
        }
    }

    mutating func apply(_ fix: Fix) -> [Effect] {
        editor?.apply(fix, in: desk.parsing)
        message = "Done: \(fix.label). Ctrl-Z takes it back."
        return save()
    }

    mutating func askOverride() {
        let warnings = findingsAtCursor().filter { $0.severity == .warning }
        guard let finding = warnings.first else {
            message =
                findingsAtCursor().isEmpty
                ? "No warning stands here. F6 goes to the next finding."
                : "Only a warning can be overridden; an error has to be mended."
            return
        }
        dialog = .prompt(
            Prompt(
                title: "Override \(finding.rule.id): \(finding.message)",
                questions: [.init(label: "Reason"), .init(label: "Your name", text: signer)],
                purpose: .override(finding)))
    }

    mutating func askPrint() {
        dialog = .prompt(
            Prompt(
                title: "Print the summary. Empty prints it on the printer; a file name writes it there.",
                questions: [.init(label: "File", mayBeEmpty: true)], purpose: .print))
    }

    mutating func showPreview(_ kind: Preview) -> [Effect] {
        guard let draft = editor?.draft else { return [] }
        return [.preview(kind, draft)]
    }

    /// Back from Review's jump, or to the worklist; everything is saved already.
    mutating func leaveClaim() -> [Effect] {
        guard let open = editor else { return [] }
        if open.visits.cameFromReview, open.work.screen != .review {
            editor?.visits.cameFromReview = false
            let row = open.visits.reviewRow
            let effects = goToScreen(.review, end: "")
            editor?.visits.reviewRow = row
            return effects
        }
        return closeClaim() + [.list]
    }

    /// Saves what is open and lets go of it.
    mutating func closeClaim() -> [Effect] {
        editor?.leaveField(in: desk.parsing)
        var effects = save() + remembered()
        guard let left = editor else { return effects }
        editor = nil
        if left.isPractice {
            desk.practice = left.draft
            effects.append(.savePractice(left.draft))
        } else {
            effects.append(.close(id: left.draft.id))
        }
        return effects
    }

    /// Patients, payers and providers whose data is whole are offered on later claims.
    mutating func remembered() -> [Effect] {
        guard let draft = editor?.draft else { return [] }
        return FieldGroup.all.compactMap { group in
            guard let kind = group.reference, let entry = ReferenceEntry(kind: kind, group: group, draft: draft),
                !desk.directory.contains(entry)
            else { return nil }
            return .remember(entry)
        }
    }
}

extension ReferenceEntry {
    /// The group's texts, where those that name it are there and readable.
    init?(kind: ReferenceKind, group: FieldGroup, draft: ClaimDraft) {
        let naming = kind.namingFields
        guard naming.allSatisfy({ draft.state(at: Place($0)).value != nil }) else { return nil }
        let fields = group.fields + (kind == .patient ? kind.companions : [])
        let texts = fields.map { ($0.id, draft.text(at: Place($0))) }.filter { !$0.1.isEmpty }
        self.init(kind: kind, texts: Dictionary(texts) { first, _ in first })
    }

    func text(_ field: Field) -> String { texts[field.id] ?? "" }
}

extension ReferenceKind {
    /// Without these nobody could tell one from another.
    var namingFields: [Field] {
        switch self {
        case .patient: [.patientLastName, .patientFirstName, .patientBirthDate]
        case .payer: [.payerName, .payerIdentifier]
        case .billingProvider: [.billingName, .billingNPI]
        case .renderingProvider: [.renderingLastName, .renderingNPI]
        case .referringProvider: [.referringLastName, .referringNPI]
        case .serviceFacility: [.facilityName, .facilityNPI]
        }
    }

    /// What goes with a patient from claim to claim besides the patient's own data.
    var companions: [Field] { self == .patient ? [.memberID, .groupNumber, .relationship] : [] }
}
