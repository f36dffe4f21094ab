import ClaimModel
import CodeSets

/// A draft with what the rules ask of it again and again, worked out once per validation.
final class ClaimFacts: Sendable {
    let draft: ClaimDraft
    let context: Context
    let policy: Policy
    let lines: [LineFacts]
    let ketamineLines: [LineFacts]
    let administrationLines: [LineFacts]
    /// The lines that are not blank.
    let writtenLines: [LineFacts]
    /// The readable diagnoses with the row that each is in.
    let diagnoses: [DiagnosisFacts]
    let isKetamineClaim: Bool
    /// The earliest and the latest service day.
    let firstDay: Day?
    let lastDay: Day?

    /// - Parameter earlier: the facts of the same claim before its last change, whose lines may still hold.
    init(of draft: ClaimDraft, in context: Context, after earlier: ClaimFacts? = nil) {
        self.draft = draft
        self.context = context
        policy = context.policy
        lines =
            earlier.flatMap { LineFacts.all(of: draft, in: context, stillAsIn: $0) }
            ?? draft.lines.indices.map { LineFacts(row: $0, line: draft.lines[$0], claim: draft, in: context) }
        ketamineLines = lines.filter(\.isKetamineLine)
        administrationLines = lines.filter(\.isAdministration)
        writtenLines = lines.filter(\.isWritten)
        diagnoses = draft.diagnoses.enumerated().compactMap { row, diagnosis in
            diagnosis.code.value.map { DiagnosisFacts(row: row, code: $0) }
        }
        isKetamineClaim = !ketamineLines.isEmpty || ClaimFacts.namesKetamine(draft.treatment.drug.text)
        let days = lines.lazy.compactMap(\.day)
        let lastDays = lines.lazy.compactMap { $0.line.to.value }
        firstDay = [days.min(), lastDays.min()].compactMap(\.self).min()
        lastDay = [days.max(), lastDays.max()].compactMap(\.self).max()
    }

    var books: CodeBooks { _read { yield context.books } }
    var today: Day { context.today }
    var indication: Indication { draft.treatment.indication.value ?? .unknown }

    func isJudged(by scope: Scope) -> Bool {
        switch scope {
        case .anyClaim: true
        case .ketamineClaim: isKetamineClaim
        case .psychiatricKetamineClaim: isKetamineClaim && (indication == .psychiatric || indication == .unknown)
        case .institutional, .retired: false
        }
    }

    /// Whether a drug's name means racemic ketamine: not esketamine, which is another drug.
    static func namesKetamine(_ name: String) -> Bool {
        (name.holdsInAnyCase("KETAMIN") && !name.holdsInAnyCase("ESKETAMIN")) || name.holdsInAnyCase("KETALAR")
    }
}

extension ClaimFacts {
    /// The line that administers the drug of `line`: the one it names, else the first administration line of its day.
    func administration(of line: LineFacts) -> LineFacts? {
        if let number = line.line.administrationLine.value?.number, lines.indices.contains(number - 1) {
            return lines[number - 1]
        }
        return administrationLines.first { $0.day == line.day || line.day == nil || $0.day == nil }
    }

    /// The lines that administer the ketamine of this claim: those of its drug lines, else all where only the chart
    /// says that it was given.
    var ketamineAdministrations: [LineFacts] {
        let drugs = ketamineLines
        if drugs.isEmpty { return administrationLines }
        var rows: Set<Int> = []
        return drugs.compactMap { administration(of: $0) }.filter { rows.insert($0.row).inserted }
    }

    /// How the ketamine went in: as its administration line says, else as the treatment given says.
    var ketamineRoute: Route? {
        ketamineAdministrations.lazy.compactMap { $0.line.route.value }.first ?? draft.treatment.route.value
    }

    /// The route of one administration line: its own, else the treatment's where it is a ketamine claim.
    func route(of line: LineFacts) -> Route? {
        line.line.route.value ?? (isKetamineClaim ? draft.treatment.route.value : nil)
    }

    /// Who supplied the drug; the practice where nobody is named.
    var practiceSuppliesDrug: Bool {
        draft.treatment.supplier.value.map { $0 == .practice } ?? true
    }

    /// The diagnoses that a line points to, in its order.
    func diagnoses(pointedToBy line: LineFacts) -> [DiagnosisFacts] {
        (line.line.pointers.value?.rows ?? []).compactMap { row in diagnoses.first { $0.row == row } }
    }

    var firstDiagnosis: DiagnosisFacts? { diagnoses.first { $0.row == 0 } }

    func places(of field: Field) -> [Place] {
        (0..<draft.rowCount(of: field.part)).map { Place(field, row: $0) }
    }
}

/// A readable diagnosis and its row.
struct DiagnosisFacts: Sendable {
    let row: Int
    let code: DiagnosisCode
    let category: String

    init(row: Int, code: DiagnosisCode) {
        self.row = row
        self.code = code
        category = code.category
    }

    /// With its dot.
    var text: String { code.description }
    var letter: Character { DiagnosisRow.letter(of: row) }

    func isIn(_ family: DiagnosisFamily) -> Bool { family.contains(code.text) }
}
