import ArgumentParser
import ClaimOffice
import CodeSets

struct CodesVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Read every loaded release and compare its checksum.",
        discussion: "Exit status: 0 all are intact, 1 one is damaged, 2 they could not be read.")

    @OptionGroup var options: CommonOptions

    func run() throws {
        // Tables that cannot be opened have been reported already.
        let library = try Environment(options).library
        var areIntact = library.damagedTables.isEmpty
        for release in library.books.releases {
            let name = "\(release.set.rawValue) \(release.name)"
            if let damage = library.books.damage(of: release) {
                areIntact = false
                Console.print("damaged  \(name)")
                Console.say(damage.description)
            } else {
                Console.print("intact   \(name)")
            }
        }
        if !areIntact { throw Refusal(status: Status.errorsFound) }
    }
}
