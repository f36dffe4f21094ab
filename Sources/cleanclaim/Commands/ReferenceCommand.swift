import ArgumentParser
import ClaimModel
import ClaimOffice
import ClaimStore

struct ReferenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference",
        abstract:
            "List, export and import the reference files: patients, payers, providers, charges, drugs, templates, texts.",
        discussion: """
            The files are what F2 offers on a claim. A change of a file changes no claim. Files: \
            \(ReferenceFile.allCases.map(\.rawValue).joined(separator: ", ")).
            """,
        subcommands: [
            ReferenceListCommand.self, ReferenceExportCommand.self, ReferenceImportCommand.self,
            ReferenceEligibilityCommand.self,
        ])
}

/// A reference file by the name that the command line has for it.
enum ReferenceFile: String, ExpressibleByArgument, CaseIterable {
    case patients, coverages, authorizations, payers, billing, rendering, referring, facilities, charges, drugs,
        templates, texts

    var kind: ReferenceKind {
        switch self {
        case .patients: .patient
        case .coverages: .coverage
        case .authorizations: .authorization
        case .payers: .payer
        case .billing: .billingProvider
        case .rendering: .renderingProvider
        case .referring: .referringProvider
        case .facilities: .serviceFacility
        case .charges: .charge
        case .drugs: .drug
        case .templates: .template
        case .texts: .text
        }
    }
}

extension Environment {
    /// The office, its reference files filled with what was keyed before there were any.
    func officeWithFiles() throws -> Office {
        let office = try office()
        if let message = try office.fillReferenceFiles() { Console.say(message) }
        return office
    }
}

struct ReferenceListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the entries of a reference file, or how many each file has.")

    @Argument(help: "The file; by default all of them, counted.")
    var file: ReferenceFile?

    @OptionGroup var options: CommonOptions

    func run() throws {
        let office = try Environment(options, namesPolicyFaults: false).officeWithFiles()
        guard let file else {
            for file in ReferenceFile.allCases {
                let count = try office.store.references(file.kind).count { $0.mergedInto == nil }
                Console.print("\(file.rawValue): \(count)")
            }
            return
        }
        for entry in try office.store.references(file.kind) where entry.mergedInto == nil {
            Console.print(entry.label + (entry.isActive ? "" : "  (inactive)"))
        }
    }
}

struct ReferenceExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a reference file as CSV, which reference import reads again.",
        discussion: "The header names every column that an import takes, also for a file without entries.")

    @Argument(help: "The reference file.")
    var file: ReferenceFile

    @OptionGroup var output: ExportOptions
    @OptionGroup var options: CommonOptions

    func run() throws {
        let office = try Environment(options, namesPolicyFaults: false).officeWithFiles()
        try office.store.note(.exported, saying: file.rawValue)
        try output.put(try office.exportReferences(file.kind), sealedBy: office.store.keyring)
    }
}

struct ReferenceImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import a reference file from CSV: all rows or none.",
        discussion: """
            Each row is an entry; the columns are named as reference export names them, or by the ids of the fields, in \
            any order. What is on file already is changed where a column says otherwise; a column that the file lacks \
            changes nothing. A patient with the name of another one and another birth date wants a decision: --same-name. \
            Exit status: 0 imported, 2 refused, and nothing has changed.
            """)

    @Argument(help: "The reference file.")
    var file: ReferenceFile

    @Argument(help: "The CSV file; - is standard input.", completion: .file(extensions: ["csv", "txt"]))
    var input: String

    @Flag(help: "Say what would be imported; import nothing.")
    var dryRun = false

    @Option(help: "Patients with the name of another one and another birth date: two imports them, skip does not.")
    var sameName: SameNameArgument?

    @OptionGroup var options: CommonOptions

    func run() throws {
        let office = try Environment(options, namesPolicyFaults: false).officeWithFiles()
        let meter = ProgressLine()
        defer { meter.clear() }
        let chunks: FileChunks
        do throws(InputFault) {
            chunks = try FileChunks(input, sealedBy: office.store.keyring)
        } catch {
            throw Refusal("\(input) \(error.message).")
        }
        let outcome = try office.importReferences(
            file.kind, from: chunks, named: input, ReferenceImportOptions(isDryRun: dryRun, sameName: sameName?.way),
            progress: { meter.show(file.kind.title, $0) })
        meter.clear()
        outcome.messages.forEach(Console.say)
        if outcome.isRefused { throw Refusal(status: Status.failed) }
    }
}

/// What is done with a person who has the name of another one.
enum SameNameArgument: String, ExpressibleByArgument, CaseIterable {
    case two, skip

    fileprivate var way: ReferenceImportOptions.SameName {
        switch self {
        case .two: .two
        case .skip: .skip
        }
    }
}
