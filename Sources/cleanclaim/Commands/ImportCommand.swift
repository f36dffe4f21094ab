import ArgumentParser
import ClaimExchange
import ClaimOffice

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
        if mapTemplate { return Console.print(try RowMap.template(for: files.first)) }
        let environment = try Environment(options)
        let map = try self.map.map { try RowMap(file: $0) }
        let office = try environment.office()
        var documents: [(name: String, bytes: [UInt8])] = []
        var isWhole = true
        for name in files {
            do throws(InputFault) {
                let chunks = try FileChunks(name)
                if let claims = try claimImport(of: chunks, named: name, by: map, into: office) {
                    isWhole = try take(claims) && isWhole
                } else {
                    documents.append((name, try chunks.rest()))
                }
            } catch {
                Console.say("\(name) \(error.message)")
                throw Refusal("Nothing more was taken.")
            }
        }
        if !documents.isEmpty { try take(office.importDrafts(documents, importOptions)) }
        guard isWhole else { throw Refusal(status: Status.failed) }
    }

    private var importOptions: ImportOptions { ImportOptions(isDryRun: dryRun, takesAgain: again) }

    /// What the file holds besides drafts as JSON.
    private func claimImport(
        of chunks: FileChunks, named name: String, by map: RowMap?, into office: Office
    ) throws(InputFault) -> (any ClaimImport)? {
        do {
            if let map { return try RowImport(chunks, named: name, by: map, into: office, importOptions) }
            guard !ProfessionalReader.mayRead(chunks.first) else {
                return try ProfessionalImport(chunks, named: name, into: office, importOptions)
            }
        } catch {
            throw interruption(error)
        }
        guard !name.lowercased().hasSuffix(".csv") else {
            throw InputFault("is read by a map of its columns: give it with --map, see --map-template")
        }
        return nil
    }

    /// - Returns: whether every claim was taken, or is there already.
    private func take(_ claims: any ClaimImport) throws(InputFault) -> Bool {
        var claims = claims
        // What was taken is printed also where the file cannot be read to its end.
        defer { claims.summary.forEach(Console.say) }
        do {
            while let step = try claims.next() {
                step.messages.forEach(Console.say)
                if let preview = step.preview { Console.write(preview.text(Console.glyphs)) }
            }
        } catch {
            throw interruption(error)
        }
        return claims.isWhole
    }

    private func interruption(_ error: any Error) -> InputFault {
        error as? InputFault ?? InputFault("was not taken any further: \(error)")
    }

    private func take(_ outcome: DraftImportOutcome) throws {
        for preview in outcome.previews { Console.write(preview.text(Console.glyphs)) }
        outcome.messages.forEach(Console.say)
        if outcome.isRefused { throw Refusal(status: Status.failed) }
    }
}
