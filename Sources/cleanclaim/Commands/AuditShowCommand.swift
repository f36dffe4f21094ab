import ArgumentParser
import ClaimModel
import ClaimOffice

struct AuditShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show the records of a claim, a person or a day, the earliest first.",
        discussion: """
            A line for each text that was changed: time, who, desk, what, which claim, field, from what to what. Reading the \
            records of a claim is recorded, too.
            """)

    @Option(help: "An account number, or a claim's id.")
    var claim: String?

    @Option(help: "The name that somebody signs in with.")
    var user: String?

    @Option(help: "A day, as 2026-11-29.")
    var day: String?

    @OptionGroup var options: CommonOptions

    func validate() throws {
        guard [claim, user, day].compactMap(\.self).count == 1 else {
            throw ValidationError("Give one of --claim, --user and --day.")
        }
        if let day, Day(iso: day) == nil { throw ValidationError("--day: write the date as 2026-11-29.") }
    }

    func run() throws {
        let records = try Environment(options, namesPolicyFaults: false).office().trail(of: choice)
        guard !records.isEmpty else { throw Refusal("No records.") }
        Console.print(TrailReport.lines(of: records, Console.glyphs).joined(separator: "\n"))
    }

    private var choice: TrailChoice {
        if let claim { return .claim(claim) }
        if let day = day.flatMap({ Day(iso: $0) }) { return .day(day) }
        return .person(user ?? "")
    }
}
