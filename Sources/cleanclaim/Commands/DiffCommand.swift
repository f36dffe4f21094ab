import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimOffice

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show two versions of a claim, or two claims, side by side.",
        discussion: """
            A claim of the store is shown as it stands against the version that was kept last: versions are kept when a \
            claim is answered, or made the one to send again. --versions 1 2 compares two kept ones, --versions 1 now the \
            first with what stands now. A second claim or file is compared instead where one is named. Exit status: 0 \
            nothing differs, 1 something does, 2 something could not be read.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "An account number, a claim's id, a file of one claim as JSON, or - for standard input.")
    var claim: String

    @Argument(help: "Another claim or file, to be compared with it.")
    var other: String?

    @Option(parsing: .upToNextOption, help: "Two versions, by their numbers from 1; now is what stands now.")
    var versions: [String] = []

    @Option(help: "How the differences are written.")
    var format = Format.text

    @OptionGroup var options: CommonOptions

    func validate() throws {
        guard versions.isEmpty || versions.count == 2 && other == nil else {
            throw ValidationError("Give --versions two of them, such as 1 now, and one claim.")
        }
    }

    func run() throws {
        let environment = try Environment(options)
        let found = try environment.library.claim(named: claim)
        let report: VersionReport
        if let other {
            let second = try environment.library.claim(named: other)
            report = VersionReport(
                of: second.draft, .init(other, status: second.status?.rawValue), from: found.draft,
                .init(claim, status: found.status?.rawValue))
        } else {
            guard found.record != nil else {
                throw Refusal("A file has no versions. Name a second one to compare it with.")
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
                "No earlier version of this claim is kept: one is when it is sent, answered or made the one to send again."
            )
        }
        guard !versions.isEmpty else { return history.report(from: history.latest, to: count + 1) }
        let numbers = try versions.map { name in
            if name == "now" { return count + 1 }
            guard let number = Int(name), (1...count).contains(number) else {
                throw Refusal("The versions of this claim are numbered from 1 to \(count), and now.")
            }
            return number
        }
        return history.report(from: numbers[0], to: numbers[1])
    }
}
