import ArgumentParser
import ClaimOffice
import Glibc

struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Check claims for another program: a line of JSON in, a line of JSON out.",
        discussion: """
            Reads standard input line by line: each line is a claim as JSON, schema 1, or {"x12": "ISA*…", "id": "…"} with an \
            837P. Each is answered at once with one line, as check --format json gives it; id comes back. A line that cannot \
            be read is answered, too; a blank one is passed over. Ends with standard input.
            """)

    @Option(help: "The policy for claims whose payer has none.")
    var policy: String?

    @OptionGroup var options: CommonOptions

    func run() throws {
        let library = try Environment(options).library
        var batch = BatchCheck.Options()
        batch.policy = try policy.map { try PolicyFinder(library).policy(withID: $0) }
        let service = CheckService(by: library, batch)
        let input: FileChunks
        do throws(InputFault) { input = try FileChunks("-") } catch {
            throw Refusal("Standard input \(error.message).")
        }
        var lines = LineCutter(limit: CheckService.longestLine)
        do throws(InputFault) {
            while let bytes = try input.next() {
                for line in lines.take(bytes) { answer(line, by: service) }
            }
        } catch {
            throw Refusal("Standard input \(error.message).")
        }
        if let line = lines.finish() { answer(line, by: service) }
    }

    private func answer(_ line: LineCutter.Line, by service: CheckService) {
        switch line {
        case .whole(let bytes) where bytes.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }): break
        case .whole(let bytes): Console.write(service.answer(bytes))
        case .tooLong: Console.write(service.refusal("The line is longer than 64 MB. Send fewer claims in it."))
        }
    }
}
