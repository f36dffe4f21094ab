import ArgumentParser
import ClaimModel
import CodeSets
import Foundation

struct CodesUpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Load every release that lies in a folder, and say what is due when.",
        discussion: """
            Put the publishers' unpacked files into one folder, such as icd10cm-order-2027.txt, HCPC2026_OCT_ANWEB.txt, \
            product.txt and package.txt. A list of codes has the set in its name: carc-2026-11.csv. What is older than the \
            loaded release, or not a release, is left as it is and named.

            Exit status: 0 all loaded, 1 some files were not loaded, 2 the folder can't be read.
            """)

    @Argument(help: "The folder with the publishers' files.")
    var folder: String

    @OptionGroup var options: CommonOptions

    func run() throws {
        let around = try Surroundings(options)
        let files: PublisherFolder
        do throws(ImportFault) {
            files = try PublisherFolder(URL(fileURLWithPath: folder))
        } catch {
            throw Refusal("\(error)")
        }
        var refused = files.refused
        var books = around.books
        let meter = ProgressLine()
        for release in files.releases {
            do throws(ImportFault) {
                let set = release.first.flatMap { PublisherFolder.set(of: $0) }
                let loaded = try CodeImport(beside: books, set: set)
                    .run(release, into: around.folders.codes, progress: meter.show)
                meter.clear()
                for loaded in loaded {
                    let earlier = books.release(replacedBy: loaded, in: around.folders.codes)
                    Console.print(CodesImportCommand.words(of: loaded, insteadOf: earlier))
                }
                books = (try? CodeBooks.loaded(own: around.folders.codes).books) ?? books
            } catch {
                meter.clear()
                refused.append(error)
            }
        }
        for fault in refused { Console.say("Not loaded: \(fault)") }
        for due in books.due(on: around.today) { Console.print(due.words) }
        if !refused.isEmpty { throw Refusal(status: Status.errorsFound) }
    }
}

extension ReleaseDue {
    /// `HCPCS: January 2026 is loaded; a release of 10/01/2026 is out. The next one is due 01/01/2027.`
    fileprivate var words: String {
        let state =
            switch (release, isOverdue) {
            case (nil, _): "none is loaded; the last release is of \(last)."
            case (let release?, true?): "\(release.name) is loaded; a release of \(last) is out."
            case (let release?, false?): "\(release.name) is the last release."
            case (let release?, nil): "\(release.name) is loaded, without a date; the last release is of \(last)."
            }
        return "\(set.rawValue): \(state) The next one is due \(next)."
    }
}
