import ArgumentParser
import ClaimModel
import ClaimRules
import ClaimStore

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Open the workstation on invented claims in a throw-away place.",
        discussion: "The claims are set on 11/23/2026, so that is the day that the demo takes for today.")

    @OptionGroup var options: CommonOptions

    func run() throws {
        let around = try Surroundings(options, standardDay: ClaimExample.today)
        var opening = try Opening(around)
        opening.note =
            "A demo on invented claims; everything in it is thrown away. Enter opens a claim, F1 lists the keys."
        let store: ClaimStore
        do throws(StoreFault) {
            store = try ClaimStore.temporary()
            try DemoCommand.fill(store, around)
        } catch {
            throw Refusal(error.description)
        }
        try opening.run(on: store)
    }

    private static func fill(_ store: ClaimStore, _ around: Surroundings) throws(StoreFault) {
        try store.savePractice(practice(in: around.parsing))
        try store.startAccountNumbers(at: 3001)
        for example in ClaimExample.demo.reversed() {
            let context = around.context(for: example.draft)
            let findings = around.findings(on: example.draft, in: context)
            let verdict = Verdict(of: findings, on: example.draft)
            try store.save(
                ClaimRecord(example.draft, status: verdict.status, tally: Tally(findings, on: example.draft)))
            try store.rememberEverybody(in: example.draft)
        }
    }

    /// The practice of the samples.
    private static func practice(in context: ParsingContext) -> ClaimDraft {
        var practice = ClaimDraft(id: Clerk.practiceID)
        let groups: [FieldGroup] = [.billingProvider, .renderingProvider, .signatures]
        for field in groups.flatMap(\.fields) + [.placeOfService] {
            practice.type(ClaimExample.sample.draft.text(at: Place(field)), at: Place(field), in: context)
        }
        return practice
    }
}
