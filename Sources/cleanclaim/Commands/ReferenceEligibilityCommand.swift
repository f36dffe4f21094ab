import ArgumentParser
import ClaimOffice

struct ReferenceEligibilityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eligibility",
        abstract: "Read a payer's eligibility answer (271) into the coverages on file.",
        discussion: """
            Coverage dates, copay, what is left of the deductible, the day and the number of the answer: F2 brings them to the \
            next claim, where they are its benefits check. An answer is taken for the coverage with the member ID, the name \
            and the birth date. Exit status: 0 every answer was taken, 1 some were not, 2 nothing was read.
            """)

    @Argument(help: "The file; - is standard input.", completion: .file(extensions: ["271", "edi", "txt"]))
    var file: String

    @Flag(help: "Say what would change; change nothing.")
    var dryRun = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        let office = try Environment(options, namesPolicyFaults: false).officeWithFiles()
        let chunks: FileChunks
        do throws(InputFault) {
            chunks = try FileChunks(file)
        } catch {
            throw Refusal("\(file) \(error.message).")
        }
        let outcome = try office.takeEligibility(chunks, named: file, isDryRun: dryRun)
        outcome.messages.forEach(Console.say)
        if outcome.isRefused { throw Refusal(status: Status.failed) }
        if outcome.left > 0 { throw Refusal(status: Status.errorsFound) }
    }
}
