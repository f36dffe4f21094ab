import ArgumentParser
import ClaimOffice
import ClaimStore
import CursesTerminal
import Glibc

/// The command `cleanclaim`: without a subcommand it opens the workstation.
@main
struct CleanClaim: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "cleanclaim",
        abstract: "Key, check, print and submit professional claims that are payable on their first submission.",
        discussion: """
            Without a subcommand, opens the workstation. Results go to standard output, messages to standard error.
            Exit status: 0 done, 1 errors found in a claim, 2 something could not be read or done.
            """,
        version: version,
        subcommands: [
            DemoCommand.self, CheckCommand.self, ListCommand.self, ReportCommand.self, ServeCommand.self,
            PrintCommand.self,
            ExportCommand.self,
            ImportCommand.self, AnswersCommand.self, CorrectCommand.self, DiffCommand.self, SecondaryCommand.self,
            NextCommand.self, PostCommand.self, CloseCommand.self, HistoryCommand.self, SubmissionsCommand.self,
            InboxCommand.self,
            RulesCommand.self, ExplainCommand.self, PolicyCommand.self,
            OverridesCommand.self, CodesCommand.self, KeysCommand.self, StoreCommand.self, PeopleCommand.self,
            AuditCommand.self, ForgetCommand.self, ReferenceCommand.self,
        ]
    )

    @OptionGroup var options: CommonOptions

    func run() throws { try CleanClaim.openDesk(today: options.today) }

    private static func openDesk(today: String?) throws {
        try Opening(try Environment(today: today)).run()
    }

    static func main() {
        Rescue.prepare()
        // Swift reads the arguments there; without it every command would open the workstation.
        guard !CommandLine.arguments.isEmpty else {
            Console.say("The command cannot be read: /proc is not mounted. Mount it and start again.")
            Glibc.exit(Status.failed)
        }
        Glibc.exit(status(of: Array(CommandLine.arguments.dropFirst())))
    }

    private static func status(of arguments: [String]) -> Int32 {
        do {
            // Billers start it without arguments, which needs no parser.
            guard !arguments.isEmpty else {
                try openDesk(today: nil)
                return Status.done
            }
            var command = try parseAsRoot(arguments)
            try command.run()
            return Status.done
        } catch let refusal as Refusal {
            if let message = refusal.message { Console.say(message) }
            return refusal.status
        } catch let fault as OfficeFault {
            Console.say(fault.message)
            return Status.failed
        } catch let fault as StoreFault {
            Console.say(fault.description)
            return Status.failed
        } catch {
            let message = fullMessage(for: error)
            guard exitCode(for: error) != .success else {
                Console.print(message)
                return Status.done
            }
            Console.say(message)
            return Status.failed
        }
    }
}
