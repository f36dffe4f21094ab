import ArgumentParser
import ClaimModel
import CodeSets
import Foundation

struct CodesRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Remove a release that the office loaded; shipped ones stay.",
        discussion: """
            cleanclaim codes remove ICD-10-CM "FY2027" --yes. The file that it was loaded from is not touched: \
            codes import loads it again.
            """)

    @Argument(help: "The code set, as codes list names it.")
    var set: SetArgument

    @Argument(help: "The release, as codes list names it, or the beginning of its name.")
    var release: String

    @Flag(help: "Remove it without being asked.")
    var yes = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        let around = try Surroundings(options)
        let release = try named(in: around.books.releases.filter { $0.set == set.set })
        let name = "\(release.set.rawValue) \(release.name)"
        guard !release.isShipped, let file = around.books.file(of: release) else {
            throw Refusal("\(name) comes with CleanClaim and stays. Only releases that were loaded can be removed.")
        }
        let wording = "\(name), \(counted(release.rows, "row"))"
        guard yes || isConfirmed("Remove \(wording)? Type yes: ") else {
            throw Refusal("Nothing is removed. --yes removes it without being asked.")
        }
        do {
            try FileManager.default.removeItem(at: file)
        } catch {
            throw Refusal("\(name) could not be removed: \(file.path) cannot be deleted.")
        }
        Console.print("Removed: \(wording). Service dates of its own are judged by the nearest release.")
    }

    private func named(in releases: [CodeRelease]) throws -> CodeRelease {
        let wanted = release.lowercased()
        let all = releases.filter { $0.name.lowercased().hasPrefix(wanted) }
        let own = all.contains { !$0.isShipped } ? all.filter { !$0.isShipped } : all
        let fitting = own.filter { $0.name.lowercased() == wanted }
        let found = fitting.isEmpty ? own : fitting
        guard let only = found.first, found.count == 1 else {
            let known = releases.map { "\"\($0.name)\"" }.joined(separator: ", ")
            let why = found.isEmpty ? "no release" : "more than one release"
            throw Refusal(
                "\(set.set.rawValue) has \(why) \"\(release)\". "
                    + (known.isEmpty ? "None is loaded." : "Loaded: \(known)."))
        }
        return only
    }

    private func isConfirmed(_ question: String) -> Bool {
        Console.say(question)
        return readLine()?.trimmingCharacters(in: .whitespaces).lowercased() == "yes"
    }
}
