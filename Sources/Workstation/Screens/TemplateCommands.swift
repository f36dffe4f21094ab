import ClaimModel
import ClaimRules

/// Templates: kept from a claim, begun with on the worklist.
extension ClaimScreen {
    func askTemplateName() -> Outcome {
        .open(
            Prompt(
                "Save codes, diagnoses, charges and providers as a template, without the patient",
                [.init(label: "Name")], for: .template))
    }

    /// Keeps the claim as a template, in place of one of that name where the person wants it.
    mutating func saveTemplate(_ name: String, replaces: Bool, _ view: DeskView) -> Outcome {
        guard let entry = ReferenceEntry(template: name, from: editor.draft, in: view.parsing) else {
            let limit = Field.entryName.shape.limit
            return .say(
                name.count > limit
                    ? "A template's name has at most \(limit) characters." : "No code and no diagnosis to keep yet.")
        }
        let known = view.inputs.directory.entry(.template, entry.identity)
        if known != nil, !replaces { return .open(Confirm.replaceTemplate(name)) }
        let change = ReferenceChange("new template", [.init(before: known, after: entry)])
        if !change.isEmpty { origin.worklist.references.record(change) }
        return Outcome(
            effects: change.isEmpty ? [] : [.changeReferences(change)],
            message: "Template saved. \(view.key(.template)) on the worklist starts a claim from it.")
    }
}

extension Worklist {
    func chooseTemplate(_ view: DeskView) -> Outcome {
        LookUp(templates: view.inputs).map { .open($0) }
            ?? .say("No templates yet. Open a claim: \(view.key(.template)) saves one from it.")
    }

    /// Begins a claim with the template that was chosen.
    func begin(with template: Fix) -> Outcome {
        let name = template.edits.first { $0.place.field == .entryName }?.text ?? ""
        return Outcome(effects: [.create(.template(name.folded))])
    }
}
