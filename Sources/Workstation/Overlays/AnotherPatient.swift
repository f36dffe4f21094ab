import ClaimModel
import ClaimRules
import TerminalKit

/// Asks what becomes of a claim's personal texts when another patient is taken from the file.
struct AnotherPatient: Overlay {
    /// What the file says of the patient.
    let fix: Fix
    /// What is of the patient before.
    let personal: [Place]

    /// Of the same patient only name, birth date and address are taken.
    private var correction: Fix {
        Fix(fix.label, fix.edits.filter { FieldGroup.patient.fields.contains($0.place.field) })
    }

    func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        switch command {
        case .nextLine: .request(.enterPatient(fix, emptying: personal))
        case .same: .request(.enterPatient(correction, emptying: []))
        default: .close("Nothing changed.")
        }
    }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        frame.replaceMessage(
            "Another patient? \(view.key(.nextLine)) empties \(personal.titles). "
                + "\(view.key(.same)): the same patient, nothing is emptied. Any other key: cancel.", view)
        frame.drawFooter(Footer([(.nextLine, "Empty"), (.same, "Keep"), (.back, "Cancel")]), view)
    }
}
