public import ArgumentParser
import ClaimExchange
public import ClaimOffice
import ClaimStore
import TextKit

struct PrintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print",
        abstract: "Print the summary of a claim, its CMS-1500, or the provider query.",
        discussion: """
            The summary has 80 columns and pages of 66 lines. The CMS-1500 (02/12) is for the preprinted form, ten \
            characters and six lines to the inch; --grid draws its boxes for plain paper. While the claim has an error, \
            every sheet says NOT READY. Without --to and --printer, prints to standard output.
            """)

    @Argument(help: "An account number, a claim's id, a file of one claim as JSON, or - for standard input.")
    var claim: String

    @Option(help: "What to print: \(ClaimPaper.Form.allValueStrings.joined(separator: ", ")).")
    var form = ClaimPaper.Form.summary

    @Flag(help: "The same as --form query: the open clinical questions with room for the provider's answers.")
    var query = false

    @Flag(help: "Draw the boxes of the CMS-1500, for plain paper.")
    var grid = false

    @Option(help: "Move the CMS-1500 down by this many lines, \(FormImage.Style.downs.text).")
    var down: Int?

    @Option(help: "Move the CMS-1500 to the right by this many columns, \(FormImage.Style.acrosses.text).")
    var across: Int?

    @Flag(help: "Make a PDF, with the program cleanclaim-pdf.")
    var pdf = false

    @Option(help: "Write to this file; - is standard output.", completion: .file())
    var to: String?

    @Option(help: "Print on this printer, with lp; lp for the default printer.")
    var printer: String?

    @Flag(help: "Hide the names and identifiers of the patient and other people.")
    var mask = false

    @Flag(help: "Print every note of a clean claim on the summary.")
    var verbose = false

    @OptionGroup var options: CommonOptions

    func validate() throws {
        if to != nil, printer != nil { throw ValidationError("Give --to or --printer, not both.") }
        if query, form != .summary { throw ValidationError("Give --query or --form, not both.") }
        if !form.hasForm, grid || down != nil || across != nil {
            throw ValidationError("--grid, --down and --across need --form cms1500 or both.")
        }
        if let down, !FormImage.Style.downs.contains(down) {
            throw ValidationError("--down: give \(FormImage.Style.downs.text); more would leave the sheet.")
        }
        if let across, !FormImage.Style.acrosses.contains(across) {
            throw ValidationError("--across: give \(FormImage.Style.acrosses.text); more would leave the sheet.")
        }
    }

    func run() throws {
        let environment = try Environment(options)
        let found = try environment.library.claim(named: claim)
        var style = environment.configuration.form
        style.down = down ?? style.down
        style.across = across ?? style.across
        style.hasGrid = grid
        style.glyphs = pdf || printer != nil || to != nil ? .unicode : Console.glyphs
        let paper = ClaimPaper(
            of: try found.judged(), status: found.status, revision: found.record?.revision,
            ClaimPaper.Options(form: query ? .query : form, style: style, isMasked: mask, showsAllNotes: verbose))
        for box in paper.cutBoxes {
            Console.say("Box \(box): too long. Text is cut; a number is left blank.")
        }
        try put(pdf ? try PDFProgram.pdf(of: paper.sheets) : Array(paper.text.utf8))
    }

    private func put(_ bytes: [UInt8]) throws {
        if let to, to != "-" {
            do throws(OutputFault) {
                try writeFile(bytes, to: to)
            } catch {
                throw Refusal(error.message)
            }
        } else if let printer {
            let kind: Printer.Kind = pdf ? .document : form.hasForm ? .form : .pages
            let outcome = Printer(name: printer == "lp" ? nil : printer).print(bytes, kind)
            guard outcome.isPrinted else { throw Refusal(outcome.message) }
            Console.say(outcome.message)
        } else {
            guard !pdf || !Console.isTerminal else {
                throw Refusal("A PDF cannot be shown on a terminal. Name a file with --to.")
            }
            Console.write(bytes)
        }
    }
}

extension ClosedRange<Int> {
    /// `from -1 to 4`.
    fileprivate var text: String { "from \(lowerBound) to \(upperBound)" }
}

extension ClaimPaper.Form: ExpressibleByArgument {}
