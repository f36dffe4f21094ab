import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take claims from JSON, schema 1, or from 837P files into the store.",
        discussion: """
            Of JSON all claims or none: where one cannot be read, or has the id of a claim that is in the store already, \
            nothing is taken. Of an 837P every claim that is whole becomes a new draft; what is wrong with the file is said.
            """)

    @Argument(help: "Files of claims; - is standard input.", completion: .file(extensions: ["json", "jsonl", "837"]))
    var files: [String]

    @OptionGroup var options: CommonOptions

    func run() throws {
        let around = try Surroundings(options)
        var documents: [(name: String, bytes: [UInt8])] = []
        var isWhole = true
        for name in files {
            do throws(InputFault) {
                let chunks = try FileChunks(name)
                if ProfessionalReader.mayRead(chunks.first) {
                    isWhole = try ProfessionalImport(around).take(chunks, named: name) && isWhole
                } else {
                    documents.append((name, try chunks.rest()))
                }
            } catch {
                Console.say("\(name) \(error.words)")
                throw Refusal("Nothing more was taken.")
            }
        }
        if !documents.isEmpty { try DraftImport(around).take(documents) }
        guard isWhole else { throw Refusal(status: Status.failed) }
    }
}
