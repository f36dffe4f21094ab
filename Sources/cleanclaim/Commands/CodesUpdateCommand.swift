import ArgumentParser
import ClaimModel
import ClaimOffice
import CodeSets
import Foundation

struct CodesUpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Load every release in a folder, and list when the next ones are due.",
        discussion: """
            Put the publishers' unpacked files into one folder, such as icd10cm-order-2027.txt, HCPC2026_OCT_ANWEB.txt, \
            product.txt and package.txt. A list of codes has the set in its name: carc-2026-11.csv. Files that are older \
            than the loaded release, or not a release, are listed and not loaded.

            Exit status: 0 all loaded, 1 some files were not loaded, 2 the folder cannot be read.
            """)

    @Argument(help: "The folder with the publishers' files.")
    var folder: String

    @OptionGroup var options: CommonOptions

    func run() throws {
        let library = try Environment(options).library
        let files: PublisherFolder
        do throws(ImportFault) {
            files = try PublisherFolder(URL(fileURLWithPath: folder))
        } catch {
            throw Refusal("\(error)")
        }
        var refused = files.refused
        var books = library.books
        let meter = ProgressLine()
        for release in files.releases {
            do throws(ImportFault) {
                let set = release.first.flatMap { PublisherFolder.set(of: $0) }
                let loaded = try CodeImport(books: books, set: set)
                    .run(release, into: library.folders.codes, progress: meter.show)
                meter.clear()
                for loaded in loaded {
                    let earlier = books.release(replacedBy: loaded, in: library.folders.codes)
                    Console.print(CodesImportCommand.message(on: loaded, replacing: earlier))
                }
                books = (try? CodeBooks.loaded(own: library.folders.codes).books) ?? books
            } catch {
                meter.clear()
                refused.append(error)
            }
        }
        for fault in refused { Console.say("Not loaded: \(fault)") }
        for due in books.due(on: library.day) { Console.print(due.text) }
        if !refused.isEmpty { throw Refusal(status: Status.errorsFound) }
    }
}

extension ReleaseDue {
    /// `HCPCS: January 2026 is loaded; a release of 10/01/2026 is out. The next one is due 01/01/2027.`
    fileprivate var text: String {
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
