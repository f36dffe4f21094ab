import ArgumentParser
import ClaimExchange
import ClaimRules

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "List every rule that claims are checked by.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, markdown, json
    }

    @Option(help: "How the rules are written.")
    var format = Format.text

    @Flag(help: "The same as --format markdown: a reference page.")
    var markdown = false

    func run() throws {
        switch markdown ? .markdown : format {
        case .text: Console.print(RuleReport.table(lettering: Console.lettering))
        case .markdown: Console.print(RuleReport.markdown())
        case .json: Console.print(RuleReport.json())
        }
    }
}

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say what a rule checks, why, and who says so.")

    @Argument(help: "The rule's id, such as ND-004.")
    var rule: String

    @OptionGroup var options: CommonOptions

    func run() throws {
        guard let rule = Rule.named(rule) else {
            throw Refusal("There is no rule \"\(rule)\". The command rules lists them all.")
        }
        let around = try Surroundings(options)
        Console.print(
            RuleReport.explanation(
                of: rule, books: around.books, policies: around.policies, lettering: Console.lettering))
    }
}
