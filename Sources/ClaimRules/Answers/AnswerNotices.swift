import ClaimModel
public import CodeSets

/// A claim status as the file writes it (STC01): category, code and entity.
public struct StatusReport: Hashable, Sendable {
    /// `A7`
    public let category: String
    /// `562`
    public let code: String
    /// `82`; blank where nobody is named.
    public let entity: String

    /// - Parameter text: `A7:562:82`.
    public init(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        category = parts[0]
        code = parts.count > 1 ? parts[1] : ""
        entity = parts.count > 2 ? parts[2] : ""
    }

    /// `A7:562:82`
    public var text: String { [category, code, entity].filter { !$0.isEmpty }.joined(separator: ":") }

    /// What the category means, then whom and what the code is about unless that is said elsewhere.
    fileprivate func words(saysCode: Bool, in books: CodeBooks) -> String {
        let meaning = books.statusCategory(category)?.label ?? "category \(category)"
        guard saysCode else { return "\(category): \(meaning)" }
        let about = AnswerCode.status(code, about: entity)
        return "\(text): \(meaning)" + (about.label(in: books).map { "; \($0)" } ?? "")
            + (books.statusEntity(entity).map { " (\($0.label))" } ?? "")
    }
}

extension ClaimAnswer {
    /// Every status of the answer, of the claim and of its lines, in the order of the file.
    public var reports: [StatusReport] { (statuses + lines.flatMap(\.statuses)).map(StatusReport.init) }

    /// What the answer says besides amounts and codes, a sentence each: what its status means, the payer's own words, how the
    /// payer's file has the patient, what does not add up, whom to ask.
    public func notices(in books: CodeBooks) -> [String] {
        let explained = Set(allCodes)
        let reports = kind == .acknowledgment ? [] : reports
        let meanings = reports.map { report -> String in
            let code = AnswerCode.status(report.code, about: report.entity)
            return report.words(saysCode: !explained.contains(code), in: books)
        }
        var notices: [String] = meanings.uniqued
        notices += messages.map(ClaimAnswer.payersWords)
        if let corrected { notices.append(corrected.text) }
        notices += imbalances.map { $0.capitalizedFirst + "." }
        notices += contacts.prefix(2).map(\.text)
        return notices
    }

    fileprivate static func payersWords(_ message: String) -> String { "The payer writes: \(message)" }
}

extension AnsweredLine {
    /// The payer's own words on the line, a sentence each.
    public var notices: [String] { messages.map(ClaimAnswer.payersWords) }
}

/// Where a remittance does not add up (005010X221A1, section 1.10.2).
public struct AnswerImbalance: Hashable, Sendable {
    /// The sums that are held against each other.
    public enum Kind: String, Hashable, Sendable {
        /// A line's charge less its adjustments, and what is paid.
        case line
        /// The claim's charge less all adjustments, and what is paid.
        case claim
        /// The lines' charges, and the claim's.
        case charges
        /// The adjustments of group PR, and CLP05.
        case patientResponsibility = "patient_responsibility"
    }

    /// Which sum is another one.
    public let kind: Kind
    /// The line of the answer, from 0; `nil` for the claim as a whole.
    public let line: Int?
    /// What the other amounts come to, in cents.
    public let expected: Int
    /// What the payer gives, in cents.
    public let stated: Int
    /// In words, with the amounts, without a final period.
    public let text: String
}

extension ClaimAnswer {
    /// Where the remittance does not add up; none for what is not one.
    public var disagreements: [AnswerImbalance] {
        guard kind == .remittance else { return [] }
        let ofLines = lines.enumerated().compactMap { index, line in
            AnswerImbalance(
                .line, "the line \(line.procedure.isEmpty ? "without a code" : line.procedure)", line: index,
                line.charge, line.adjustments, line.paid)
        }
        let all = adjustments + lines.flatMap(\.adjustments)
        return ofLines + [AnswerImbalance(.claim, "the claim", charge, all, paid), chargeImbalance].compactMap(\.self)
            + [patientImbalance(all)].compactMap(\.self)
    }

    private var chargeImbalance: AnswerImbalance? {
        let charges = lines.compactMap(\.charge)
        let sum = charges.reduce(0, +)
        guard let charge, !charges.isEmpty, charges.count == lines.count, sum != charge else { return nil }
        let (lines, claim) = (Money(cents: sum).currency, Money(cents: charge).currency)
        return AnswerImbalance(
            kind: .charges, line: nil, expected: sum, stated: charge,
            text: "the lines do not add up to the claim: lines charged \(lines), claim charged \(claim)")
    }

    /// A reversal has no CLP05.
    private func patientImbalance(_ all: [Adjustment]) -> AnswerImbalance? {
        let (sum, stated) = (all.patientsShare, patientResponsibility ?? 0)
        guard processed != "22", sum != stated else { return nil }
        let figures = [stated, sum].map { Money(cents: $0).currency }
        return AnswerImbalance(
            kind: .patientResponsibility, line: nil, expected: sum, stated: stated,
            text: "the patient's share does not add up: CLP05 \(figures[0]), PR adjustments \(figures[1])")
    }
}

extension AnswerImbalance {
    fileprivate init?(
        _ kind: Kind, _ name: String, line: Int? = nil, _ charge: Int?, _ adjustments: [Adjustment], _ paid: Int?
    ) {
        let adjusted = adjustments.reduce(0) { $0 + $1.cents }
        guard let charge, let paid, charge - adjusted != paid else { return nil }
        let figures = [charge, adjusted, paid].map { Money(cents: $0).currency }
        self.init(
            kind: kind, line: line, expected: charge - adjusted, stated: paid,
            text: "\(name) does not add up: charged \(figures[0]), adjusted \(figures[1]), paid \(figures[2])")
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
