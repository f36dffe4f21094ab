import ArgumentParser
import ClaimModel
import ClaimOffice
import CodeSets
import Foundation

struct CodesRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Remove a release that the office loaded; shipped ones cannot be removed.",
        discussion: """
            cleanclaim codes remove ICD-10-CM "FY2027" --yes. The publisher's file is not changed: codes import \
            loads it again.
            """)

    @Argument(help: "The code set, as codes list names it.")
    var set: SetArgument

    @Argument(help: "The release, as codes list names it, or the beginning of its name.")
    var release: String

    @Flag(help: "Do not ask for confirmation.")
    var yes = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        let library = try Environment(options).library
        let release = try named(in: library.books.releases.filter { $0.set == set.set })
        let name = "\(release.set.rawValue) \(release.name)"
        guard !release.isShipped, let file = library.books.file(of: release) else {
            throw Refusal("\(name) comes with CleanClaim. Only releases that the office loaded can be removed.")
        }
        let wording = "\(name), \(counted(release.rows, "row"))"
        guard yes || isConfirmed("Remove \(wording)? Type yes to remove: ") else {
            throw Refusal("Nothing was removed. --yes removes it without asking.")
        }
        do {
            try FileManager.default.removeItem(at: file)
        } catch {
            throw Refusal("\(name) could not be removed: \(file.path) cannot be deleted.")
        }
        Console.print("Removed: \(wording). Its service dates are now checked with the nearest release.")
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
