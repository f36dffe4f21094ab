import ArgumentParser
import ClaimExchange

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take claims from JSON, 837P or CSV files into the store.",
        discussion: """
            Of JSON, schema 1, all claims or none: where one cannot be read, or another claim has its id, nothing is taken. \
            Of an 837P every claim that is whole becomes a new draft; of a CSV file, by a map of its columns, every claim \
            whose rows can be read. What is wrong with a file is said, and so is what the store has already: it is left \
            out, unless --again is given.
            """)

    @Argument(
        help: "Files of claims; - is standard input.",
        completion: .file(extensions: ["json", "jsonl", "837", "csv", "txt"]))
    var files: [String] = []

    @Option(help: "The map of a CSV file: which column goes into which field.", completion: .file(extensions: ["yaml"]))
    var map: String?

    @Flag(help: "Print a map to begin from, with the columns of the file where one is given.")
    var mapTemplate = false

    @Flag(help: "Show what each claim would become, and take nothing.")
    var dryRun = false

    @Flag(help: "Take claims that the store has already once more, as further drafts.")
    var again = false

    @OptionGroup var options: CommonOptions

    func validate() throws {
        if mapTemplate, files.count > 1 { throw ValidationError("--map-template takes one file, or none.") }
        if !mapTemplate, files.isEmpty { throw ValidationError("Name a file of claims; - is standard input.") }
    }

    func run() throws {
        if mapTemplate { return Console.print(try CSVImport.template(for: files.first)) }
        let around = try Surroundings(options)
        let wish = ClaimIntake.Wish(isDryRun: dryRun, takesAgain: again)
        let rows = try map.map { try CSVImport(around, wish, map: $0) }
        var documents: [(name: String, bytes: [UInt8])] = []
        var isWhole = true
        for name in files {
            do throws(InputFault) {
                let chunks = try FileChunks(name)
                if let rows {
                    isWhole = try rows.take(chunks, named: name) && isWhole
                } else if ProfessionalReader.mayRead(chunks.first) {
                    var professional = ProfessionalImport(around, wish, named: name)
                    isWhole = try professional.take(chunks) && isWhole
                } else if name.lowercased().hasSuffix(".csv") {
                    throw InputFault(words: "is read by a map of its columns: give it with --map, see --map-template")
                } else {
                    documents.append((name, try chunks.rest()))
                }
            } catch {
                Console.say("\(name) \(error.words)")
                throw Refusal("Nothing more was taken.")
            }
        }
        if !documents.isEmpty { try DraftImport(around, wish).take(documents) }
        guard isWhole else { throw Refusal(status: Status.failed) }
    }
}
