import ClaimModel
import ClaimRules
import Yams

/// `silenced_notes: {PY-008: {by: R. Lane, on: 2026-11-28, reason: known to all}}`.
struct SilencedNotesSetting {
    let notes: [String: SilencedNote]

    init(_ value: Node) throws {
        guard let lines = value.mapping else {
            throw Configuration.Fault("silenced_notes: write rules, as PY-008: {by: …, on: 2026-11-28, reason: …}")
        }
        var notes: [String: SilencedNote] = [:]
        for (name, decision) in lines {
            let id = Configuration.oneLine(name.string ?? "")
            do {
                let rule = try SilencedNotesSetting.rule(id)
                notes[rule.id] = try SilencedNotesSetting.note(of: rule, decision)
            } catch let fault as Configuration.Fault {
                throw Configuration.Fault("silenced_notes: \(fault.message)", line: fault.line ?? name.mark?.line)
            }
        }
        self.notes = notes
    }

    private static func rule(_ id: String) throws -> Rule {
        guard let rule = Rule.meant(by: id) else {
            throw Configuration.Fault("no rule \"\(id)\"; cleanclaim rules lists all rules")
        }
        guard rule.canBeSilenced else {
            throw Configuration.Fault("\(rule.id) reports more than notes; only notes can be silenced")
        }
        return rule
    }

    private static func note(of rule: Rule, _ value: Node) throws -> SilencedNote {
        func text(_ name: String) throws -> String {
            let text = trimmed(value.mapping?.first { $0.key.string == name }?.value.scalar?.string ?? "")
            guard !text.isEmpty else { throw Configuration.Fault("\(rule.id): write by, on and reason") }
            return Configuration.oneLine(text)
        }
        guard let on = Day(iso: try text("on")) else {
            throw Configuration.Fault("\(rule.id): write the date as 2026-11-28")
        }
        return SilencedNote(by: try text("by"), on: on, reason: try text("reason"))
    }
}
