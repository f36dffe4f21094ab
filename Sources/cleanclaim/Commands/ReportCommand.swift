import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimOffice
import ClaimRules

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Count the office's claims: aging, denials, first-pass rate, days in A/R.",
        discussion: OfficeReport.allCases.map { "\($0.rawValue): \($0.title). \($0.explanation)" }
            .joined(separator: "\n"))

    private static let names = OfficeReport.allCases.map(\.rawValue).joined(separator: ", ")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, csv
    }

    @Argument(
        help: "Which report: \(names).",
        completion: .list(OfficeReport.allCases.map(\.rawValue)),
        transform: { name in
            guard let report = OfficeReport(rawValue: name) else {
                throw ValidationError("There is no report \(name); the reports are \(names).")
            }
            return report
        })
    var report: OfficeReport

    @Option(help: "The first date of service (for keyers, day), as 2026-01-01.")
    var from: String?

    @Option(help: "The last one; today without it.")
    var to: String?

    @Option(help: "The output format.")
    var format = Format.text

    @OptionGroup var options: CommonOptions

    func run() throws {
        let office = try Environment(options).recoveredOffice()
        func day(_ text: String?) throws -> Day? {
            guard let text else { return nil }
            guard let day = Day(iso: text) else { throw Refusal("\(text) is not a date. Write it as 2026-01-01.") }
            return day
        }
        let end = try day(to) ?? office.library.day
        let period = ReportPeriod(from: try day(from), to: end)
        guard period.from.map({ $0 <= end }) ?? true else { throw Refusal("--from is after --to.") }
        let table = try office.report(report, period)
        switch format {
        case .csv: Console.write(table.csv)
        case .text:
            Console.print(
                table.lines(width: 100, period: period.text, Console.glyphs).joined(separator: "\n"))
        }
    }
}
