import ClaimModel
import CodeSets

/// Two diagnoses that an Excludes1 note separates, by the rule that reports them.
enum ExclusionKind {
    case bipolarOrManic, singleAndRecurrent, ideationAndAttempt, other

    init(_ first: DiagnosisFacts, _ second: DiagnosisFacts) {
        let isInOrder = first.category <= second.category
        let (one, other) = (isInOrder ? first : second, isInOrder ? second : first)
        switch (one.category, other.category) {
        case ("F30", "F30"), ("F30", "F31"), ("F30", "F32"), ("F30", "F33"), ("F31", "F31"), ("F31", "F32"),
            ("F31", "F33"):
            self = .bipolarOrManic
        case ("F32", "F33"): self = .singleAndRecurrent
        case ("R45", "T14"): self = .ideationAndAttempt
        default: self = .other
        }
    }
}

extension ClaimFacts {
    /// Pairs of diagnoses of this kind that an Excludes1 note separates.
    func exclusions(of kind: ExclusionKind, remedy: String) -> [Problem] {
        diagnoses.enumerated().flatMap { index, later in
            diagnoses.prefix(index).compactMap { earlier in
                guard ExclusionKind(earlier, later) == kind,
                    let note = books.excludes1(earlier.code.text, later.code.text, on: judgedDay)
                else { return nil }
                return .conflict(
                    .diagnosisCode, row: later.row, with: [Place(.diagnosisCode, row: earlier.row)],
                    "\(earlier.text) excludes \(later.text) (Excludes1 note at \(note.owner)).",
                    remedy: remedy, evidence: [Evidence("Excludes1 at \(note.owner)", note.text)])
            }
        }
    }

    /// Manifestations coded before their cause.
    var manifestationOrderProblems: [Problem] {
        diagnoses.enumerated().flatMap { index, manifestation -> [Problem] in
            let notes = self.notes(.codeFirst, on: manifestation)
            guard !notes.isEmpty else { return [] }
            let causes = diagnoses.dropFirst(index + 1).filter { cause in
                notes.contains { note in
                    cause.packed.map { code in note.ranges.contains { $0.contains(code) } } ?? false
                }
            }
            if let cause = causes.first {
                return [
                    .conflict(
                        .diagnosisCode, row: manifestation.row, with: [Place(.diagnosisCode, row: cause.row)],
                        "\(cause.text) goes before \(manifestation.text) (code first note at \(notes[0].owner)).",
                        remedy: "Move \(cause.text) above \(manifestation.text).")
                ]
            }
            guard index == 0, !notes.contains(where: \.isConditional), notes[0].text.holds("underlying") else {
                return []
            }
            return [
                .wrong(
                    .diagnosisCode, row: manifestation.row,
                    "\(manifestation.text) is a manifestation and cannot be first.",
                    remedy: "Enter the code of its cause above it.",
                    evidence: [Evidence("code first at \(notes[0].owner)", notes[0].text)])
            ]
        }
    }

    /// Codes that need an additional code, of which none is on the claim.
    var additionalCodeProblems: [Problem] {
        diagnoses.compactMap { diagnosis in
            let notes = self.notes(.useAdditional, on: diagnosis)
            let ranges = notes.flatMap(\.ranges)
            guard !ranges.isEmpty, !notes.contains(where: \.isConditional), notes.allSatisfy(\.isNamed),
                !diagnoses.contains(where: { other in
                    other.packed.map { code in ranges.contains { $0.contains(code) } } ?? false
                })
            else { return nil }
            return .wrong(
                .diagnosisCode, row: diagnosis.row, severity: .note,
                "\(diagnosis.text) needs an additional code.",
                remedy: "Add what the chart documents: \(notes.listed.sentence)")
        }
    }

    /// Notes of a kind on the code or its headers, without those of whole sections and chapters, which are too wide.
    private func notes(_ kind: CodeNote.Kind, on diagnosis: DiagnosisFacts) -> [CodeNote] {
        books.notes(kind, on: diagnosis.code.text, on: judgedDay).filter { !$0.owner.utf8.contains(UInt8(ascii: "-")) }
    }
}

extension DiagnosisFacts {
    fileprivate var packed: UInt64? { CodeRange.packed(code.text) }
}

extension CodeNote {
    /// Whether it applies to some patients only.
    fileprivate var isConditional: Bool {
        CodeNote.conditions.contains { text.holds($0) }
    }

    private static let conditions: [StaticString] = [
        " if ", "if applicable", "where applicable", "any ", "if known",
    ]

    /// Whether it introduces codes or names them, so that all of it is read.
    fileprivate var isNamed: Bool { isWhole || text.hasSuffix(":") }
}

extension [CodeNote] {
    /// `code to identify control using: insulin (Z79.4); oral drugs (Z79.84)`: a heading goes with what it is of.
    fileprivate var listed: String { map(\.text).joined(separator: "; ").replacing(":; ", with: ": ") }
}
