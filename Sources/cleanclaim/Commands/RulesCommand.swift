import ArgumentParser
import ClaimExchange
import ClaimOffice
import ClaimRules

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "List every rule that claims are checked by.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, markdown, json
    }

    @Option(help: "The output format.")
    var format = Format.text

    @Flag(help: "The same as --format markdown: a reference page.")
    var markdown = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        let library = try Environment(options).library
        let silenced = library.policies.silenced
        switch markdown ? .markdown : format {
        case .text: Console.print(RuleReport.table(silenced: silenced, glyphs: Console.glyphs))
        case .markdown:
            Console.print(RuleReference.markdown(books: library.books, policies: library.policies))
        case .json: Console.print(RuleReport.json(silenced: silenced))
        }
    }
}

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show what a rule checks, why, and its source; with a claim, its result there.",
        discussion:
            "With a claim, shows the fields that the rule checked, what must hold, and which edits would change the result."
    )

    @Argument(help: "The rule's id, such as ND-004.")
    var rule: String

    @Argument(help: "An account number, a claim's id, a file of one claim as JSON, or - for standard input.")
    var claim: String?

    @OptionGroup var options: CommonOptions

    func run() throws {
        if claim == nil, let explanation = GuideExplanation.text(of: rule, glyphs: Console.glyphs) {
            return Console.print(explanation)
        }
        guard let rule = Rule.meant(by: rule) else {
            throw Refusal("No rule \"\(rule)\". cleanclaim rules lists all rules.")
        }
        let environment = try Environment(options)
        let library = environment.library
        let explanation = RuleReport.explanation(
            of: rule, books: library.books, policies: claim == nil ? library.policies : nil,
            silenced: library.policies.silenced[rule.id], glyphs: Console.glyphs)
        guard let claim else {
            Console.print(explanation)
            return
        }
        let found = try environment.claim(named: claim)
        let verdict = RuleVerdict(of: rule, on: found.draft, in: try found.context())
        Console.print(explanation + "\n" + VerdictReport.text(of: verdict, glyphs: Console.glyphs))
    }
}
