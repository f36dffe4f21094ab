import ArgumentParser
import ClaimModel
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
            which). An office's own list of drug packages: the columns ndc, labeler and product, and where they are known \
            strength, volume, package, market and source.

            The file is read as a whole and checked before anything changes. An open workstation uses the release from \
            the next key on. Exit status: 0 loaded, 2 refused, and nothing is changed.
            """)

    @Argument(help: "The files of one release, as they are unpacked from the publisher's archive.")
    var files: [String]

    @Option(help: "Which code set a list is: CARC, RARC, CPT, taxonomy, \"place of service\", \"revenue code\".")
    var set: SetArgument?

    @Option(help: "The release's name, where the file does not tell it, such as FY2027.")
    var release: String?

    @Option(help: "The first service date that it judges, as 2026-10-01.")
    var from: DayArgument?

    @Option(help: "The last service date that it judges, as 2027-09-30.")
    var to: DayArgument?

    @Option(help: "When the publisher brought it out, as 2026-06-15.")
    var published: DayArgument?

    @Flag(help: "Take a file that has far fewer rows than the release that is loaded.")
    var fewer = false

    @OptionGroup var options: CommonOptions

    func validate() throws {
        guard release.map({ !$0.allSatisfy(\.isWhitespace) }) ?? true else {
            throw ValidationError("--release: give the release a name, such as FY2027.")
        }
    }

    func run() throws {
        let around = try Surroundings(options)
        let naming = ReleaseNaming(
            name: release?.trimmingCharacters(in: .whitespaces), from: from?.day, to: to?.day, published: published?.day
        )
        let codes = CodeImport(beside: around.books, set: set?.set, naming: naming, takesFewer: fewer)
        let meter = ProgressLine()
        do throws(ImportFault) {
            let releases = try codes.run(
                files.map { URL(fileURLWithPath: $0) }, into: around.folders.codes, progress: meter.show)
            meter.clear()
            for release in releases {
                let earlier = around.books.release(replacedBy: release, in: around.folders.codes)
                Console.print(CodesImportCommand.words(of: release, insteadOf: earlier))
            }
        } catch {
            meter.clear()
            throw Refusal("\(error)")
        }
    }

    static func words(of release: CodeRelease, insteadOf earlier: CodeRelease?) -> String {
        let days = Day.words(from: release.from, to: release.to)
        let billable = release.set == .diagnosis ? ", \(release.billable) billable" : ""
        return "Loaded: \(release.set.rawValue) \(release.name), \(counted(release.rows, "row"))\(billable), "
            + (days.isEmpty ? "for any service date." : "for service dates \(days).")
            + (earlier.map { " It takes the place of \($0.name), \(counted($0.rows, "row"))." } ?? "")
    }
}
