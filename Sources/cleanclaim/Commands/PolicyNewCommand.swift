import ArgumentParser
import ClaimModel
import ClaimOffice
import ClaimRules
import Foundation

struct PolicyNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Write a commented policy file into the office's folder.",
        discussion: """
            It inherits a policy; only what differs goes into the file. With the id of a shipped policy it overrides \
            that one. It is used once it names its source.
            """)

    @Argument(help: "The id: lower-case letters, digits, _ or -, such as acme.")
    var id: String

    @Option(help: "The policy to inherit; by default the shipped one of this id, else generic.")
    var inherits: String?

    @Option(help: "The payer's name.")
    var name: String?

    @Option(help: "The payer's ID on claims.")
    var payerID: String?

    @Option(help: "The source: a letter, a manual with its page, a call with its reference.")
    var source: String?

    @OptionGroup var options: CommonOptions

    func validate() throws {
        let isPlain =
            id.utf8.count <= 40
            && id.allSatisfy {
                $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_" || $0 == "-")
            }
        guard !id.isEmpty, isPlain else {
            throw ValidationError("\"\(id)\" cannot be a policy's id. Use lower-case letters, digits, _ or -.")
        }
    }

    func run() throws {
        let library = try Environment(options).library
        let parent =
            try inherits.map { try PolicyFinder(library).policy(withID: $0) } ?? library.policies.shipped(id)
            ?? library.policies.generic
        let template = PolicyTemplate(
            id: id, parent: parent, today: library.day, name: name, payerID: payerID, source: source)
        let file = library.folders.policies.appendingPathComponent("\(id).yaml")
        do {
            try FileManager.default.createDirectory(
                at: library.folders.policies, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try writeFile(Array(template.text(books: library.books).utf8), to: file.path)
        } catch let fault as OutputFault {
            throw Refusal(fault.message)
        } catch {
            throw Refusal("\(library.folders.policies.path) cannot be created.")
        }
        Console.print(file.path)
        let next =
            source == nil
            ? "It is not used yet: fill in its source, then run policy lint \(id)."
            : "It is used now. Fill in what differs, then run policy lint \(id) and policy test \(id)."
        Console.say("Policy written; it inherits \(parent.id). \(next)")
    }
}
