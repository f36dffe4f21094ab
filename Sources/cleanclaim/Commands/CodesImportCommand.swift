import ArgumentParser
import ClaimModel
import ClaimOffice
import CodeSets
import Foundation

struct CodesImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Load a release of a code set from its publisher's own files.",
        discussion: """
            ICD-10-CM: the CDC tabular XML or the CMS order file. HCPCS Level II: the CMS contractor record. NDC: product.txt \
            and package.txt of the FDA together, or openFDA's JSON. NCCI procedure pairs (all parts together) and medically \
            unlikely edits: the CMS text or CSV files. Place of service, taxonomy, CARC, RARC, revenue codes, CPT: a list \
            as CSV or tab-separated text with a header line that names a code and a description column (--set says \
            which). The office's own list of drug packages: the columns ndc, labeler and product, and if known strength, \
            volume, package, market and source.

            The whole file is read and checked before anything changes. An open workstation uses the release from the next \
            key on. Exit status: 0 loaded, 2 refused, and nothing has changed.
            """)

    @Argument(help: "The files of one release, unpacked from the publisher's archive.")
    var files: [String]

    @Option(help: "The code set of a list: CARC, RARC, CPT, taxonomy, \"place of service\", \"revenue code\".")
    var set: SetArgument?

    @Option(help: "The release's name, such as FY2027, if the file does not have it.")
    var release: String?

    @Option(help: "The first service date of the release, as 2026-10-01.")
    var from: DayArgument?

    @Option(help: "The last service date of the release, as 2027-09-30.")
    var to: DayArgument?

    @Option(help: "The date of publication, as 2026-06-15.")
    var published: DayArgument?

    @Flag(help: "Accept a file with far fewer rows than the loaded release.")
    var fewer = false

    @OptionGroup var options: CommonOptions

    func validate() throws {
        guard release.map({ !$0.allSatisfy(\.isWhitespace) }) ?? true else {
            throw ValidationError("--release: give the release a name, such as FY2027.")
        }
    }

    func run() throws {
        let library = try Environment(options).library
        let naming = ReleaseNaming(
            name: release?.trimmingCharacters(in: .whitespaces), from: from?.day, to: to?.day, published: published?.day
        )
        let codes = CodeImport(books: library.books, set: set?.set, naming: naming, takesFewer: fewer)
        let meter = ProgressLine()
        do throws(ImportFault) {
            let releases = try codes.run(
                files.map { URL(fileURLWithPath: $0) }, into: library.folders.codes, progress: meter.show)
            meter.clear()
            for release in releases {
                let earlier = library.books.release(replacedBy: release, in: library.folders.codes)
                Console.print(CodesImportCommand.message(on: release, replacing: earlier))
            }
        } catch {
            meter.clear()
            throw Refusal("\(error)")
        }
    }

    static func message(on release: CodeRelease, replacing earlier: CodeRelease?) -> String {
        let days = Day.span(from: release.from, to: release.to)
        let billable = release.set == .diagnosis ? ", \(release.billable) billable" : ""
        return "Loaded: \(release.set.rawValue) \(release.name), \(counted(release.rows, "row"))\(billable), "
            + (days.isEmpty ? "for any service date." : "for service dates \(days).")
            + (earlier.map { " It replaces \($0.name), \(counted($0.rows, "row"))." } ?? "")
    }
}
