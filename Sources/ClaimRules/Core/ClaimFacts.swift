import ClaimModel
import CodeSets

/// A draft with what the rules ask of it again and again, worked out once per validation.
struct ClaimFacts: Sendable {
    private let facts: Facts

    private final class Facts: Sendable {
        let draft: ClaimDraft
        let context: Context
        let policy: Policy
        let lines: [LineFacts]
        let ketamineLines: [LineFacts]
        let administrationLines: [LineFacts]
        let writtenLines: [LineFacts]
        let diagnoses: [DiagnosisFacts]
        let isKetamineClaim: Bool
        let firstDay: Day?
        let lastDay: Day?

        init(of draft: ClaimDraft, in context: Context, after earlier: ClaimFacts?) {
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
            isKetamineClaim =
                !ketamineLines.isEmpty || ClaimFacts.namesKetamine(draft.treatment.drug.text)
            let days = lines.lazy.compactMap(\.day)
            let lastDays = lines.lazy.compactMap { $0.line.to.value }
            firstDay = [days.min(), lastDays.min()].compactMap(\.self).min()
            lastDay = [days.max(), lastDays.max()].compactMap(\.self).max()
        }
    }

    /// - Parameter earlier: the facts of the same claim before its last change, whose lines may still hold.
    init(of draft: ClaimDraft, in context: Context, after earlier: ClaimFacts? = nil) {
        facts = Facts(of: draft, in: context, after: earlier)
    }

    var draft: ClaimDraft { _read { yield facts.draft } }
    var context: Context { _read { yield facts.context } }
    var policy: Policy { _read { yield facts.policy } }
    var books: CodeBooks { _read { yield facts.context.books } }
    var today: Day { facts.context.today }
    var lines: [LineFacts] { _read { yield facts.lines } }
    var ketamineLines: [LineFacts] { _read { yield facts.ketamineLines } }
    var administrationLines: [LineFacts] { _read { yield facts.administrationLines } }
    /// The lines that are not blank.
    var writtenLines: [LineFacts] { _read { yield facts.writtenLines } }
    /// The readable diagnoses with their rows.
    var diagnoses: [DiagnosisFacts] { _read { yield facts.diagnoses } }
    var isKetamineClaim: Bool { facts.isKetamineClaim }
    /// The earliest and the latest service day.
    var firstDay: Day? { facts.firstDay }
    var lastDay: Day? { facts.lastDay }
    var indication: Indication { draft.treatment.indication.value ?? .unknown }

    func isJudged(by scope: Scope) -> Bool {
        switch scope {
        case .anyClaim: true
        case .ketamineClaim: isKetamineClaim
        case .psychiatricKetamineClaim: isKetamineClaim && (indication == .psychiatric || indication == .unknown)
        case .institutional: false
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
