import ClaimModel
import ClaimRules
import TextKit

/// The sheet on top of a packet: to whom, from whom, about what, and what is enclosed.
extension ShownClaim {
    func cover(for purpose: Packet.Purpose, answers: [ClaimAnswer], enclosures: [Enclosure]) -> [Section] {
        let reason: Section? =
            switch purpose {
            case .authorization: requested
            case .appeal: denial(answers)
            case .attachment: nil
            }
        let notes = Section(
            inMargin: purpose == .appeal ? "REASON" : "REMARKS",
            Array(
                [[String]](repeating: [Blank.line(Paper.textColumns), ""], count: purpose == .appeal ? 5 : 3)
                    .joined().dropLast()))
        let parts = [recipient, sender, subject(purpose, answers)] + [reason].compactMap { $0 } + [notes]
        return parts + [enclosed(enclosures), signature]
    }

    private var recipient: Section {
        Section(
            inMargin: "TO",
            [
                text(.payerName) ?? Blank.labeled("Payer", Paper.textColumns),
                address(.payer) ?? Blank.labeled("Address", Paper.textColumns),
            ].flatMap { $0.wrapped(to: Paper.textColumns) }
                + [Blank.labeled("Attention", 36) + "  " + Blank.labeled("Fax", 28)])
    }

    private var sender: Section {
        let contact = joined([.submitterContact])
        return Section(
            inMargin: "FROM",
            Paper.run([
                [("", joined([.billingFirstName, .billingName]) ?? Blank.labeled("Practice", Paper.textColumns))],
                [
                    ("", address(.billing) ?? Blank.labeled("Address", Paper.textColumns)),
                    ("Phone", text(.billingPhone) ?? Blank.line(20)),
                ],
                [
                    ("NPI", text(.billingNPI) ?? Blank.line(10)),
                    ("Tax ID", joined([.billingTaxID, .billingTaxIDKind]) ?? Blank.line(12)),
                ],
                [("Contact", contact ?? Blank.line(26)), ("Fax", Blank.line(20))],
            ]))
    }

    private func subject(_ purpose: Packet.Purpose, _ answers: [ClaimAnswer]) -> Section {
        let total = draft.lines.compactMap(\.charge.value).reduce(Money.zero, +)
        let controls = draft.attachments.indices.compactMap { text(.attachmentControl, row: $0) }
        return Section(
            inMargin: "RE",
            Paper.run([
                [
                    (
                        "Patient",
                        joined([.patientFirstName, .patientMiddleName, .patientLastName]) ?? Blank.line(30)
                    ),
                    ("Birth date", text(.patientBirthDate) ?? Blank.line(12)),
                ],
                [("Member ID", text(.memberID) ?? Blank.line(20)), fact(.groupNumber)],
                [("Service", serviceDays ?? Blank.line(20)), ("Total charge", total.currency)],
                [
                    ("Our account", text(.account) ?? Blank.line(14)),
                    purpose == .authorization
                        ? ("", nil) : ("Payer's claim number", payersNumber(answers) ?? Blank.line(18)),
                ],
                [("Authorization", text(.authorizationNumber) ?? Blank.line(18)), fact(.referralNumber)],
                [
                    (
                        "Attachment control number",
                        controls.isEmpty
                            ? purpose == .attachment ? Blank.line(18) : nil : controls.uniqued.joined(separator: ", ")
                    )
                ],
            ]))
    }

    /// The number that the payer gave the claim, as it last wrote it.
    private func payersNumber(_ answers: [ClaimAnswer]) -> String? {
        guard let number = answers.last(where: { !$0.payerControlNumber.isEmpty })?.payerControlNumber else {
            return text(.originalReference)
        }
        return mask == nil ? plain(number) : Mask.hidden
    }

    /// What is to be authorized.
    private var requested: Section {
        let rows = draft.lines.indices
        let codes = rows.compactMap { text(.lineProcedure, row: $0) }.uniqued.joined(separator: ", ")
        let diagnoses = draft.diagnoses.indices.compactMap { text(.diagnosisCode, row: $0) }.joined(separator: ", ")
        return Section(
            inMargin: "REQUESTED",
            Paper.run([
                [("Procedures", codes.isEmpty ? Blank.line(40) : codes)],
                [("Diagnoses", diagnoses.isEmpty ? Blank.line(40) : diagnoses)],
                [("Sessions", Blank.line(6)), ("From", Blank.line(12)), ("Through", Blank.line(12))],
            ]))
    }

    /// The payer's last decision with codes that deny, in our own words; else those that a person noted.
    private func denial(_ answers: [ClaimAnswer]) -> Section {
        let decided = answers.last { answer in
            [.remittance, .status, .typed].contains(answer.kind) && answer.allCodes.contains { !$0.isRoutine }
        }
        let answer = decided ?? noted
        guard let answer else {
            return Section(
                inMargin: "DENIED WITH", [Blank.labeled("Codes", 40) + "  " + Blank.labeled("Date", 20)])
        }
        var used: Set<Int> = []
        let lines = answer.lines.map { line -> [String] in
            let row = line.row(in: draft, after: used)
            if let row { used.insert(row) }
            let place = (row.map { ", line \($0 + 1)" } ?? "") + (line.procedure.isEmpty ? "" : " (\(line.procedure))")
            return words(of: line.codes, at: plain(place))
        }
        let date = answer.date.map { "Decided on \($0)" } ?? Blank.labeled("Decided on", 30)
        return Section(inMargin: "DENIED WITH", [date] + words(of: answer.codes, at: "") + lines.flatMap { $0 })
    }

    /// The codes of an earlier denial as the claim has them.
    private var noted: ClaimAnswer? {
        let codes = AnswerCode.codes(in: draft.identity.recordedDenial.text).codes
        return codes.isEmpty ? nil : ClaimAnswer(typed: codes, on: draft)
    }

    private func words(of codes: [AnswerCode], at place: String) -> [String] {
        codes.filter { !$0.isRoutine }.uniqued
            .flatMap { plain($0.text(at: place, in: context.books)).wrapped(to: Paper.textColumns) }
    }

    private func enclosed(_ enclosures: [Enclosure]) -> Section {
        let width = Paper.columns - 2
        let rows = enclosures.enumerated().map { index, enclosure -> [String] in
            let pages = enclosure.pages.map { counted($0, "page") } ?? "\(Blank.line(5)) pages"
            return Paper.hanging("\(index + 1)", enclosure.title, column: 5, columns: width - 14).enumerated()
                .map { $0 == 0 ? Paper.ends($1, pages) : $1 }
        }
        let isCounted = enclosures.allSatisfy { $0.pages != nil }
        let sum = enclosures.compactMap(\.pages).reduce(1, +)
        let total = isCounted ? counted(sum, "page") : "\(Blank.line(5)) pages"
        return Section("ENCLOSED", rows + [[Paper.ends("     With this sheet", total)]])
    }

    private var signature: Section {
        var section = Section(
            "SENT BY", [["", "  " + Blank.labeled("Signature", 46) + "  " + Blank.labeled("Date", 28)]])
        section.staysWithPrevious = true
        return section
    }
}

/// Room to write on.
enum Blank {
    static func line(_ columns: Int) -> String { String(repeating: "_", count: columns) }

    /// A label and a line, in as many columns altogether.
    static func labeled(_ label: String, _ columns: Int) -> String {
        "\(label) \(line(max(4, columns - label.columns - 1)))"
    }
}
