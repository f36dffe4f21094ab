import ClaimRules
import CodeSets

extension CodeQuestion {
    /// Everything that is to be known of a code, to be read before it is taken: a paragraph a line.
    func page(on hit: CodeHit) -> [String] {
        let assessment = assessment(of: hit)
        var lines = ["\(hit.code)  \(hit.description)", ""] + assessment.sentences
        if !assessment.release.isEmpty, assessment.missing == nil {
            lines.append("Release: \(hit.set.rawValue) \(assessment.release).")
        }
        if !assessment.grounds.isEmpty { lines.append("Policy: \(assessment.grounds).") }
        if hit.set == .ndc, let product = books.product(ndc11: hit.code) { lines += product.page }
        lines += section("", assessment.notes.map { "! \($0)" })
        lines += section("Tabular list notes:", noteLines(on: hit))
        if hit.isHeader {
            lines += section(
                "Billable codes below it:", codes(under: hit, limit: 50).map { "  \($0.code)  \($0.description)" })
        }
        return lines
    }

    /// The notes to read: the kind of each, the code it is at, its text as published.
    private func noteLines(on hit: CodeHit) -> [String] {
        notes(on: hit).map { note in
            let place = note.owner == hit.code ? "" : " (\(note.owner))"
            return "  \(note.kind.name)\(place): \(note.text)"
                + (note.isWhole || !note.kind.namesCodes ? "" : " (not checked by the program)")
        }
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : (title.isEmpty ? [""] : ["", title]) + lines
    }
}

extension DrugProduct {
    /// What the label says and how well it is known.
    fileprivate var page: [String] {
        let strength = strength.map { "\($0) mg/mL" }
        let volume = volume.map { "\($0) mL" }
        let holds = [strength, volume, container == .unknown ? nil : container.rawValue].compactMap(\.self)
        return [
            "On the label: \(label), \(labeler).",
            holds.isEmpty ? "" : "One container: \(holds.joined(separator: ", ")).",
            related.map { "\(role == .inner ? "Its carton" : "The vial in it"): \($0)." } ?? "",
            "Source: \(source) (\(confidence.rawValue)).",
        ].filter { !$0.isEmpty }
    }
}

extension CodeNote.Kind {
    /// Whether a note of this kind is about other codes.
    fileprivate var namesCodes: Bool {
        switch self {
        case .excludes1, .codeFirst, .useAdditional: true
        case .excludes2, .codeAlso, .includes, .seventhCharacter: false
        }
    }
}
