import ArgumentParser
import ClaimExchange
import ClaimOffice
import ClaimStore
import CursesTerminal
import Glibc

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import claims from JSON, 837P or CSV files.",
        discussion: """
            From JSON, schema 1, all claims or none: if one cannot be read, or another claim has its id, nothing is \
            imported. From an 837P, every complete claim becomes a new draft; from a CSV file, with a map of its columns, \
            every claim whose rows can be read. Errors in a file are reported, and so are claims that are already \
            on the worklist: they are skipped, unless --again is given.
            """)

    @Argument(
        help: "Files with claims; - is standard input.",
        completion: .file(extensions: ["json", "jsonl", "837", "csv", "txt"]))
    var files: [String] = []

    @Option(help: "The map of a CSV file: which column goes to which field.", completion: .file(extensions: ["yaml"]))
    var map: String?

    @Flag(help: "Print a map to start from, with the columns of the file if one is given.")
    var mapTemplate = false

    @Flag(help: "Show what each claim would become; import nothing.")
    var dryRun = false

    @Flag(help: "Import again the claims that are already on the worklist, as new drafts.")
    var again = false

    @OptionGroup var options: CommonOptions

    func validate() throws {
        if mapTemplate, files.count > 1 { throw ValidationError("--map-template allows one file, or none.") }
        if !mapTemplate, files.isEmpty { throw ValidationError("Name a file with claims; - is standard input.") }
    }

    func run() throws {
        if mapTemplate { return Console.print(try RowMap.template(for: files.first)) }
        let environment = try Environment(options)
        let map = try self.map.map { try RowMap(file: $0) }
        let office = try environment.office()
        var drafts: [(name: String, chunks: FileChunks)] = []
        var isWhole = true
        for name in files {
            do {
                let chunks = try FileChunks(name, sealedBy: office.store.keyring)
                if let claims = try office.claimImport(of: chunks, named: name, by: map, importOptions) {
                    // Whoever waits for what is still being written can be interrupted at any time.
                    let signals = Signals(chunks.isRegular ? [SIGINT, SIGTERM] : [])
                    isWhole = try take(claims, named: name, into: office, until: signals) && isWhole
                } else {
                    drafts.append((name, chunks))
                }
            } catch let fault as InputFault {
                Console.say("\(name) \(fault.message)")
                throw Refusal("Nothing more was imported.")
            }
        }
        if !drafts.isEmpty { try take(drafts, into: office) }
        guard isWhole else { throw Refusal(status: Status.failed) }
    }

    private var importOptions: ImportOptions { ImportOptions(isDryRun: dryRun, takesAgain: again) }

    /// - Returns: whether every claim was imported or is in the store already.
    private func take(
        _ claims: any ClaimImport, named name: String, into office: Office, until signals: borrowing Signals
    ) throws -> Bool {
        var claims = claims
        let line = ProgressLine()
        // What was imported is printed even if the rest of the file cannot be read.
        defer {
            line.clear()
            claims.summary.forEach(Console.say)
        }
        var signal: Int32?
        do {
            var (read, isLast) = (0, false)
            while !isLast, signal == nil {
                let batch = try ImportBatch(of: &claims, into: office, importOptions) {
                    signal = signal ?? signals.taken().first
                    return signal != nil
                }
                line.clear()
                for step in batch.steps {
                    step.messages.forEach(Console.say)
                    if let preview = step.preview { Console.write(preview.text(Console.glyphs)) }
                }
                if let fault = batch.interruption { throw fault }
                (read, isLast) = (read + batch.steps.count, batch.isLast)
                line.show(name, "\(read) claims")
            }
            if isLast { signal = nil }
        } catch {
            throw InputFault(interruption: error)
        }
        if let signal {
            let rest = again || dryRun ? "" : " Run it again for the rest; what is on the worklist is skipped."
            throw Refusal("Interrupted.\(rest)", status: 128 + signal)
        }
        return claims.isWhole
    }

    private func take(_ files: [(name: String, chunks: FileChunks)], into office: Office) throws {
        let outcome = try office.importDrafts(files, importOptions) { Console.write($0.text(Console.glyphs)) }
        outcome.messages.forEach(Console.say)
        if outcome.isRefused { throw Refusal(status: Status.failed) }
    }
}
