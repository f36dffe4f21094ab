public import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimOffice
import ClaimStore
import TextKit

struct PrintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print",
        abstract: "Print summaries of claims, their CMS-1500, packets for the payer, or provider queries.",
        discussion: """
            The summary has 80 columns and pages of 66 lines; the first page is the one to sign. The CMS-1500 (02/12) is \
            for the preprinted form, ten characters and six lines to the inch; --grid draws its boxes for plain paper. A \
            packet has a cover sheet, the summary, the form and the documentation. While a claim has an error, every \
            sheet says NOT READY. Each claim begins a new page and has page numbers of its own. Without --to and \
            --printer, prints to standard output.
            """)

    /// What is printed.
    enum Form: String, CaseIterable, ExpressibleByArgument {
        case summary, cms1500, both, packet, query, statement
    }

    @Argument(help: "Account numbers or ids of claims, files of one claim as JSON, or - for standard input.")
    var claims: [String] = []

    @Option(help: "Print every claim with this status, such as ready.")
    var status: ClaimStatus?

    @Option(help: "What to print: \(Form.allValueStrings.joined(separator: ", ")).")
    var form = Form.summary

    @Option(
        name: .customLong("for"),
        help: "What the packet is for: \(Packet.Purpose.allValueStrings.joined(separator: ", ")).")
    var purpose: Packet.Purpose?

    @Flag(help: "The same as --form query: the open clinical questions with room for the provider's answers.")
    var query = false

    @Flag(help: "Draw the boxes of the CMS-1500, for plain paper.")
    var grid = false

    @Option(help: "Move the CMS-1500 down by this many lines, \(FormImage.Style.downs.text).")
    var down: Int?

    @Option(help: "Move the CMS-1500 to the right by this many columns, \(FormImage.Style.acrosses.text).")
    var across: Int?

    @Flag(help: "Make a PDF, with the program cleanclaim-pdf; a file that is named .pdf is one anyway.")
    var pdf = false

    @Option(help: "Write to this file; - is standard output.", completion: .file())
    var to: String?

    @Flag(help: "Replace the file if it exists.")
    var force = false

    @Option(help: "Print on this printer, with lp; lp for the default printer.")
    var printer: String?

    @Flag(help: "Hide the names and identifiers of the patient and other people.")
    var mask = false

    @Flag(help: "Print the notes and the denial forecast with the summary.")
    var notes = false

    @OptionGroup var options: CommonOptions

    func validate() throws {
        if claims.isEmpty, status == nil { throw ValidationError("Name a claim, or give --status.") }
        if !claims.isEmpty, status != nil { throw ValidationError("Name claims or give --status, not both.") }
        if to != nil, printer != nil { throw ValidationError("Give --to or --printer, not both.") }
        if query, form != .summary { throw ValidationError("Give --query or --form, not both.") }
        if (form == .packet) != (purpose != nil) {
            throw ValidationError("--form packet and --for need each other: --form packet --for appeal.")
        }
        if form != .cms1500, form != .both, grid || down != nil || across != nil {
            throw ValidationError("--grid, --down and --across need --form cms1500 or both.")
        }
        if force, to == nil || to == "-" { throw ValidationError("--force needs --to FILE.") }
        try validateOffsets()
    }

    private func validateOffsets() throws {
        if let down, !FormImage.Style.downs.contains(down) {
            throw ValidationError("--down: give \(FormImage.Style.downs.text).")
        }
        if let across, !FormImage.Style.acrosses.contains(across) {
            throw ValidationError("--across: give \(FormImage.Style.acrosses.text).")
        }
    }

    func run() throws {
        let environment = try Environment(options)
        // Refused before the work, not after it.
        if let to, to != "-", !force, isTaken(to) { throw Refusal(PrintCommand.exists(to)) }
        let run = try paperRun(environment)
        run.lossTexts.forEach(Console.say)
        for claim in run.leftOut { Console.say("\(claim.name) is not printed: \(claim.reason).") }
        if run.count > 0 {
            try put(run)
            if form == .statement {
                isShownOnly
                    ? Console.say("Shown only, not noted as printed: give --printer or --to to print a statement.")
                    : try noteStatements(run, environment)
            }
        } else if let status, run.leftOut.isEmpty {
            throw Refusal("No claim is \(status.rawValue).")
        }
        if !run.leftOut.isEmpty { throw Refusal(status: run.count > 0 ? Status.errorsFound : Status.failed) }
    }

    /// A file of a claim has nothing to note it on.
    private func noteStatements(_ run: PaperRun, _ environment: Environment) throws {
        guard !run.stored.isEmpty else { return }
        let office = try environment.office()
        do throws(StoreFault) { try office.noteStatements(of: run.stored) } catch {
            throw Refusal("Printed, but not noted on the claims: \(error)")
        }
    }

    /// Whether a person reads it on the terminal, so that nothing is on paper yet.
    private var isShownOnly: Bool { (to ?? "-") == "-" && printer == nil && Console.isTerminal }

    private var isDrawn: Bool { pdf || to.map(PDFProgram.isNamed) ?? false }

    private func paperRun(_ environment: Environment) throws -> PaperRun {
        let options = ClaimPaper.Options(
            form: paperForm, style: style(environment), isMasked: mask, hasNotes: notes)
        if let status { return try environment.office().paperRun(of: status, options, isDrawn: isDrawn) }
        var run = PaperRun(options, isDrawn: isDrawn)
        for name in claims { try run.add(try environment.claim(named: name, noting: nil)) }
        return run
    }

    private var paperForm: ClaimPaper.Form {
        if let purpose { return .packet(purpose) }
        if query { return .query }
        return switch form {
        case .cms1500: .cms1500
        case .both: .both
        case .query: .query
        case .statement: .statement
        case .summary, .packet: .summary
        }
    }

    private func style(_ environment: Environment) -> FormImage.Style {
        var style = environment.configuration.form
        style.down = down ?? style.down
        style.across = across ?? style.across
        style.hasGrid = grid
        style.glyphs = isDrawn || printer != nil || to != nil ? .unicode : Console.glyphs
        return style
    }

    private static func exists(_ path: String) -> String {
        "\(path) already exists. Use another name, or --force to replace it."
    }

    private func put(_ run: PaperRun) throws {
        if let to, to != "-" {
            do throws(OfficeFault) {
                try run.write(to: to, replaces: force)
            } catch {
                throw Refusal(isTaken(to) && !force ? PrintCommand.exists(to) : error.message)
            }
        } else if let printer {
            let outcome = run.print(on: Printer(name: printer == "lp" ? nil : printer))
            guard outcome.isPrinted else { throw Refusal(outcome.message) }
            Console.say(outcome.message)
        } else {
            guard !isDrawn || !Console.isTerminal else {
                throw Refusal("A PDF cannot be shown on a terminal. Name a file with --to.")
            }
            Console.write(try run.bytes())
        }
    }
}

extension ClosedRange<Int> {
    /// `from -1 to 4`.
    fileprivate var text: String { "from \(lowerBound) to \(upperBound)" }
}

extension Packet.Purpose: ExpressibleByArgument {}
extension ClaimStatus: ExpressibleByArgument {}
