public import ClaimExchange
import ClaimModel
public import ClaimRules
public import ClaimStore
import Foundation

extension Office {
    /// Counts the office's claims for a report.
    ///
    /// - Parameter period: of the dates of service; of what is open now only its end counts, and of what was keyed the day on
    ///   which it was begun.
    public func report(_ report: OfficeReport, _ period: ReportPeriod) throws(StoreFault) -> ReportTable {
        if report == .keyers { return try keyers(period) }
        let claims = try store.reportedRows(in: parsing).map { ReportedClaim($0) }
        let table = ReportCounting(
            claims: claims, period: period, today: library.day, fees: library.fees,
            books: library.books)
        return switch report {
        case .aging: table.aging
        case .denials: table.denials
        case .firstPass: table.firstPass
        case .days: table.days
        case .unsubmitted: table.unsubmitted
        case .expected, .keyers: table.expected
        }
    }

    private func keyers(_ period: ReportPeriod) throws(StoreFault) -> ReportTable {
        let charges = Dictionary(try store.claims().map { ($0.account, $0.charge) }) { first, _ in first }
        let begin = period.from.map(Today.start) ?? .distantPast
        var counts: [Key: (claims: Int, cents: Int)] = [:]
        for record in try store.trail(.between(begin, Today.start(of: period.to + 1))) where record.kind == "created" {
            let key = Key(day: Today.day(of: record.at), person: record.person?.name ?? "(unknown)")
            counts[key, default: (0, 0)].claims += 1
            counts[key, default: (0, 0)].cents += record.account.flatMap { charges[$0] } ?? 0
        }
        let sorted = counts.sorted { ($1.key.day, $0.key.person) < ($0.key.day, $1.key.person) }
        return ReportTable(
            .keyers,
            [.words("Day"), .words("Person"), .figures("Claims"), .figures("Charges")],
            sorted.map { [$0.key.day.description, $0.key.person, "\($0.value.claims)", $0.value.cents.dollars] },
            total: [
                "Total", "", "\(counts.values.reduce(0) { $0 + $1.claims })",
                counts.values.reduce(0) { $0 + $1.cents }.dollars,
            ],
            bars: sorted.map(\.value.claims))
    }

    private struct Key: Hashable {
        let day: Day
        let person: String
    }
}

extension Int {
    /// `1,234.56` of cents.
    var dollars: String { String(Money(cents: self).currency.filter { $0 != "$" }) }
}
