import ArgumentParser
import ClaimOffice
import ClaimRules
import ClaimStore

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Open the workstation on invented claims in a throw-away place.",
        discussion: "The claims are set on 11/23/2026, so that is the day that the demo takes for today.")

    @OptionGroup var options: CommonOptions

    func run() throws {
        let environment = try Environment(options, standardDay: ClaimExample.today)
        var opening = try Opening(environment)
        opening.note =
            "A demo on invented claims; everything in it is thrown away. Enter opens a claim, F1 lists the keys."
        let office = Office(
            try ClaimStore.temporary(), library: environment.library, parties: environment.configuration.interchange)
        try office.addSamples()
        try opening.run(office)
    }
}
