import ArgumentParser
import ClaimOffice
import ClaimRules
import ClaimStore

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Open the workstation on sample claims; nothing is kept.",
        discussion: "The sample claims are written for 11/23/2026, so that is today's date in the demo.")

    @OptionGroup var options: CommonOptions

    func run() throws {
        let environment = try Environment(options, standardDay: ClaimExample.today)
        var opening = try Opening(environment)
        opening.notes = ["Demo with sample claims; nothing is kept. Enter opens a claim, F1 lists the keys."]
        let office = Office(
            try ClaimStore.temporary(), library: environment.library, parties: environment.configuration.interchange)
        try office.addSamples()
        try opening.run(office)
    }
}
