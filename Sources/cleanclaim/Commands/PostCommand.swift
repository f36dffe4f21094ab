import ArgumentParser
import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore

struct PostCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "post",
        abstract: "Post an EOB that came on paper.",
        discussion: """
            One --line for each line of the claim, in its order: what is paid, then the adjustments, such as \
            --line "64.00 co45 20 pr2 16". Charge less paid and adjustments must be zero on each line. The claim takes the \
            status that an 835 would give it; next CLAIM --delete-eob takes it back.
            """)

    @Argument(help: "An account number, or a claim's id.")
    var claim: String

    @Option(help: "The number of the check or EFT.")
    var payment: String

    @Option(help: "The date of the EOB.")
    var date: String

    @Option(help: "The amount of the whole check, in dollars.")
    var amount: String?

    @Option(help: "The payer's own number of the claim.")
    var payerNumber = ""

    @Option(help: "Remark codes of the claim: \"MA130 N386\".")
    var remarks = ""

    @Option(help: "Of one line: paid, then the adjustments.")
    var line: [String] = []

    @OptionGroup var options: CommonOptions

    func run() throws {
        let office = try Environment(options).office()
        let context = office.parsing
        guard let day = try? Day(parsing: date, in: context) else { throw Refusal("--date: write it as 2026-11-30.") }
        let codes = AnswerCode.codes(in: remarks)
        guard codes.unknown.isEmpty else {
            throw Refusal("--remarks: not a payer's code: \(codes.unknown.joined(separator: ", ")).")
        }
        var eob = PaperEOB(payment: payment, date: day, payerNumber: payerNumber, remarks: codes.codes, lines: [])
        if let amount {
            guard let money = try? Money(parsing: amount, in: context) else { throw Refusal("--amount: write 120.00.") }
            eob.amount = money.cents
        }
        eob.lines = try line.enumerated().map { try read($1, number: $0 + 1, context) }
        Console.print(try office.post(eob, on: try office.find(claim).id))
    }

    private func read(_ text: String, number: Int, _ context: ParsingContext) throws -> PaperEOB.Line {
        let words = text.split(separator: " ", maxSplits: 1)
        guard let first = words.first, let paid = try? Money(parsing: first, in: context) else {
            throw Refusal("--line \(number): begin with what is paid, such as \"64.00 co45 20 pr2 16\".")
        }
        guard words.count > 1 else { return PaperEOB.Line(paid: paid.cents, adjustments: []) }
        do throws(Unreadable) {
            return PaperEOB.Line(
                paid: paid.cents, adjustments: try Adjustments(parsing: String(words[1]), in: context).all)
        } catch {
            throw Refusal("--line \(number): \(error.message).")
        }
    }
}
