import ClaimModel
import ClaimRules

/// A column of the worklist. Its raw value names it in saved views, in filters and on the command line.
enum WorklistColumn: String, CaseIterable, Codable, Hashable, Sendable {
    case status, account, patient
    case serviceDay = "dos"
    case payer, charge
    case authorization = "auth"
    case errors, warnings, problem
    case daysLeft = "days"
    case age, biller, hold, tags
    case followUp = "follow"
    case codes
    case payerNumber = "number"
    case denial
    case comment

    /// What there is to say of a column.
    private struct Traits {
        /// Above the column.
        let title: String
        /// In messages and in the list of columns.
        let name: String
        /// The least that it takes.
        let width: Int
        /// Its share of the room that is left; 0 for a column of fixed width.
        var share = 0
        /// The window from which on it shows by itself; `nil` where it has to be chosen.
        var from: Int?
    }

    private var traits: Traits {
        switch self {
        case .status: Traits(title: "Status", name: "status", width: 13, from: 0)
        case .account: Traits(title: "Account", name: "account number", width: 12, from: 132)
        case .patient: Traits(title: "Patient", name: "patient", width: 10, share: 3, from: 0)
        case .serviceDay: Traits(title: "DOS", name: "date of service", width: 10, from: 0)
        case .payer: Traits(title: "Payer", name: "payer", width: 9, share: 2, from: 0)
        case .charge: Traits(title: "Charge", name: "charge", width: 11, from: 132)
        case .authorization: Traits(title: "Auth", name: "authorization left", width: 15, from: 150)
        case .errors: Traits(title: "Err", name: "errors", width: 4, from: 0)
        case .warnings: Traits(title: "Wrn", name: "warnings", width: 4, from: 0)
        case .problem: Traits(title: "First problem", name: "first problem", width: 18, share: 3, from: 132)
        case .daysLeft: Traits(title: "Days", name: "days to file", width: 5, from: 0)
        case .age: Traits(title: "Age", name: "last edit", width: 5, from: 0)
        case .biller: Traits(title: "Biller", name: "biller", width: 10, share: 1, from: 160)
        case .hold: Traits(title: "Hold", name: "hold reason", width: 10, share: 2, from: 180)
        case .tags: Traits(title: "Tags", name: "tags", width: 8, share: 1, from: 200)
        case .followUp: Traits(title: "Follow up", name: "follow-up date", width: 10)
        case .codes: Traits(title: "Codes", name: "procedure codes", width: 12, share: 1)
        case .payerNumber: Traits(title: "Payer no.", name: "payer's claim number", width: 15)
        case .denial: Traits(title: "Denial", name: "denial codes", width: 12, share: 1)
        case .comment: Traits(title: "Comment", name: "comment", width: 12, share: 2)
        }
    }

    var title: String { traits.title }
    var name: String { traits.name }
    var width: Int { traits.width }
    var share: Int { traits.share }

    /// Figures, which end at one place.
    var isRight: Bool { [.charge, .errors, .warnings, .daysLeft, .age].contains(self) }

    /// The columns of a window that nobody has chosen others for.
    static func standard(at width: Int) -> [WorklistColumn] {
        allCases.filter { $0.traits.from.map { $0 <= width } ?? false }
    }

    /// What it shows of a claim.
    func text(of row: WorklistRow, on today: Day) -> String {
        switch self {
        case .status: row.isArchived ? "archived" : row.status.rawValue
        case .account: row.account
        case .patient: row.patient.isEmpty ? row.account : row.patient
        case .serviceDay: row.serviceDay?.description ?? ""
        case .payer: row.payer
        case .charge: Money(cents: row.charge).grouped
        case .authorization: row.authorization?.short ?? ""
        case .errors: row.errors > 0 ? "\(row.errors)" : ""
        case .warnings: row.warnings > 0 ? "\(row.warnings)" : ""
        case .problem: row.problems.first.map { Rule.named($0)?.fault ?? $0 } ?? ""
        case .daysLeft: row.daysLeft.map { "\($0)" } ?? ""
        case .age: "\(max(0, today - row.changedOn))d"
        case .biller: row.biller
        case .hold: row.heldBy
        case .tags: row.tags.joined(separator: ", ")
        case .followUp: row.followUp?.description ?? ""
        case .codes: row.procedures.joined(separator: " ")
        case .payerNumber: row.payerNumber
        case .denial: row.denialReasons.joined(separator: " ")
        case .comment: row.comment
        }
    }
}

extension WorklistColumn {
    /// The same for a spreadsheet, which takes figures without signs for figures.
    func plainText(of row: WorklistRow, on today: Day) -> String {
        switch self {
        case .charge: Money(cents: row.charge).description
        case .age: "\(max(0, today - row.changedOn))"
        default: text(of: row, on: today)
        }
    }
}

extension Money {
    /// `1,234.56`
    fileprivate var grouped: String { String(currency.drop { $0 == "$" }) }
}

extension AuthorizationLeft {
    /// `4 of 8, 12/15`, for a column.
    fileprivate var short: String {
        let count = approved.map { "\(session) of \($0)" } ?? "\(session)"
        return end.map { "\(count), \($0.description.prefix(5))" } ?? count
    }
}
