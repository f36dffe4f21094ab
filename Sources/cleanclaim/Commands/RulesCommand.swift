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

    @OptionGroup var options: CommonOptions

    func run() throws {
        switch markdown ? .markdown : format {
        case .text: Console.print(RuleReport.table(lettering: Console.lettering))
        case .markdown:
            let around = try Surroundings(options)
            Console.print(RuleReference.markdown(books: around.books, policies: around.policies))
        case .json: Console.print(RuleReport.json())
        }
    }
}

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say what a rule checks, why, and who says so; with a claim, what it makes of it.",
        discussion:
            "With a claim it shows what the rule read there, what must hold, and which edits would change the result.")

    @Argument(help: "The rule's id, such as ND-004.")
    var rule: String

    @Argument(help: "An account number, a claim's id, a file of one claim as JSON, or - for standard input.")
    var claim: String?

    @OptionGroup var options: CommonOptions

    func run() throws {
        guard let rule = Rule.meant(by: rule) else {
            throw Refusal("There is no rule \"\(rule)\". The command rules lists them all.")
        }
        let around = try Surroundings(options)
        let explanation = RuleReport.explanation(
            of: rule, books: around.books, policies: claim == nil ? around.policies : nil, lettering: Console.lettering)
        guard let claim else {
            Console.print(explanation)
            return
        }
        let found = try ClaimFinder(around).claim(claim)
        let verdict = RuleVerdict(
            of: rule, on: found.draft, in: around.context(for: found.draft, history: found.history, sent: found.sent))
        Console.print(explanation + "\n" + VerdictReport.text(of: verdict, lettering: Console.lettering))
    }
}
