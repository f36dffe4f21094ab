import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore

struct OverridesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "overrides",
        abstract: "List every warning that somebody has let stand: why, who, when, and whether it still holds.",
        discussion: """
            Over all claims of the store that are not deleted. Of a claim the account number is named and nothing else. \
            An override lapses when a field changes that its rule reads.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: "How the list is written.")
    var format = Format.text

    @OptionGroup var options: CommonOptions

    func run() throws {
        let around = try Surroundings(options)
        var overrides: [ListedOverride] = []
        do throws(StoreFault) {
            let store = try ClaimStore(folder: around.folders.data)
            for summary in try store.claims().reversed() {
                let draft = try store.claim(summary.id, in: around.parsing).draft
                guard !draft.overrides.isEmpty else { continue }
                let history = try store.history(ofPatient: draft, in: around.parsing)
                let sent =
                    summary.status.restsWithPayer ? [] : try store.sentVersions(of: summary.id, in: around.parsing)
                let context = around.context(for: draft, history: history, sent: sent)
                let findings = around.findings(on: draft, in: context)
                overrides += ListedOverride.all(of: draft, findings: findings)
            }
        } catch {
            throw Refusal(error.description)
        }
        switch format {
        case .text: Console.print(OverrideReport.text(overrides, lettering: Console.lettering))
        case .json: Console.print(OverrideReport.json(overrides))
        }
    }
}
