import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimOffice

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show what changed on a claim, or what differs between two claims.",
        discussion: """
            Compares a claim with its latest submitted version, else its latest version: a version is kept when a claim \
            is submitted, gets a payer response, or is corrected. --versions 1 2 compares two versions, --versions 1 now the first with \
            the claim as it is now. Name a second claim or file to compare with that. Exit status: 0 nothing differs, \
            1 something does, 2 something could not be read.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "An account number, a claim's id, a file of one claim as JSON, or - for standard input.")
    var claim: String

    @Argument(help: "Another claim or file to compare it with.")
    var other: String?

    @Option(parsing: .upToNextOption, help: "Two versions, by number from 1; now is the claim as it is now.")
    var versions: [String] = []

    @Option(help: "The output format.")
    var format = Format.text

    @OptionGroup var options: CommonOptions

    func validate() throws {
        guard versions.isEmpty || versions.count == 2 && other == nil else {
            throw ValidationError("Give --versions two versions, such as 1 now, and one claim.")
        }
    }

    func run() throws {
        let environment = try Environment(options)
        let found = try environment.claim(named: claim)
        let report: VersionReport
        if let other {
            let second = try environment.claim(named: other)
            report = VersionReport(
                of: second.draft, .init(other, status: second.status?.rawValue), from: found.draft,
                .init(claim, status: found.status?.rawValue))
        } else {
            guard found.record != nil else {
                throw Refusal("A file has no versions. Name a second file to compare it with.")
            }
            report = try chosen(from: try environment.office().versions(of: found.draft, status: found.status))
        }
        let account = found.draft.identity.account.text
        Console.print(format == .json ? report.json(claim: account) : report.text(Console.glyphs))
        if !report.differences.isEmpty { throw Refusal(status: Status.errorsFound) }
    }

    private func chosen(from history: ClaimVersions) throws -> VersionReport {
        let count = history.count
        guard count > 0 else {
            throw Refusal(
                "No earlier version of this claim: one is kept when it is submitted, gets a payer response, or is corrected."
            )
        }
        guard !versions.isEmpty else { return history.report(from: history.latest, to: count + 1) }
        let numbers = try versions.map { name in
            if name == "now" { return count + 1 }
            guard let number = Int(name), (1...count).contains(number) else {
                throw Refusal("No version \(name). This claim has versions 1 to \(count), and now.")
            }
            return number
        }
        return history.report(from: numbers[0], to: numbers[1])
    }
}
