import ArgumentParser
import ClaimOffice
import CodeSets

struct CodesVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Read every loaded release as a whole and compare its checksum.",
        discussion: "Exit status: 0 all are whole, 1 one is damaged, 2 they could not be read.")

    @OptionGroup var options: CommonOptions

    func run() throws {
        // What cannot even be opened has been said by now.
        let library = try Environment(options).library
        var isWhole = library.damagedTables.isEmpty
        for release in library.books.releases {
            let name = "\(release.set.rawValue) \(release.name)"
            if let damage = library.books.damage(of: release) {
                isWhole = false
                Console.print("damaged  \(name)")
                Console.say(damage.description)
            } else {
                Console.print("whole    \(name)")
            }
        }
        if !isWhole { throw Refusal(status: Status.errorsFound) }
    }
}
