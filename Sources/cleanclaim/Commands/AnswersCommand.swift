import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore

struct AnswersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answers",
        abstract: "Take payers' answers, 835, 277CA and 999, and name the fields to correct.",
        discussion: """
            Each answer is matched to its claim by the account number, moves the claim to where it stands now, and is kept \
            with it; --dry-run only shows it. Codes typed by hand, such as CO-16 M119, are looked up on one claim. Exit \
            status: 0 everything was matched and accepted, 1 a claim or a file was rejected or denied, 2 something could \
            not be read or matched.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "Files of answers; - is standard input.", completion: .file(extensions: ["835", "277", "999"]))
    var files: [String] = []

    @Option(help: "The claim that --codes are of: account number, id or file.")
    var claim: String?

    @Option(help: "CARC, RARC or claim status codes of a claim: \"CO-16 M119\", \"A7:562\".")
    var codes: String?

    @Option(help: "How the answers are written.")
    var format = Format.text

    @Flag(help: "Only show the answers; change no claim.")
    var dryRun = false

    @OptionGroup var options: CommonOptions

    func validate() throws {
        guard files.isEmpty == (codes != nil), (claim == nil) == (codes == nil) else {
            throw ValidationError("Give files of answers, or --claim and --codes.")
        }
    }

    func run() throws {
        let around = try Surroundings(options)
        if let claim, let codes { return try lookUp(codes, on: claim, around) }
        var intake = try AnswerIntake(around, asJSON: format == .json, isDryRun: dryRun)
        for name in files { intake.take(name) }
        intake.finish()
        if intake.status != Status.done { throw Refusal(status: intake.status) }
    }

    private func lookUp(_ codes: String, on name: String, _ around: Surroundings) throws {
        let found = try ClaimFinder(around).claim(name)
        let read = AnswerCode.codes(in: codes)
        guard read.unknown.isEmpty else {
            throw Refusal(
                "No code of a payer: \(read.unknown.joined(separator: ", ")). A CARC looks like 16 or CO-16, a RARC like M119, "
                    + "a claim status like A7:562.")
        }
        for code in read.codes where code.label(in: around.books) == nil && !Rule.all.contains(where: code.isSaid) {
            Console.say(
                "\(code.text) is in no table and no rule of the program; see that it is typed as the payer wrote it.")
        }
        let context = around.context(for: found.draft, history: found.history, sent: found.sent)
        let answer = ClaimAnswer(typed: read.codes, on: found.draft)
        let report = AnswerReport(answer, to: found.draft, in: context)
        Console.print(format == .json ? report.json(isMatched: true) : report.text(Console.lettering))
    }
}

/// Takes the answers of files one by one, matches them to the claims of the store, and reports them.
struct AnswerIntake {
    private let around: Surroundings
    private let asJSON: Bool
    private let isDryRun: Bool
    private let store: ClaimStore
    private let ids: [String: [String]]
    private var count = 0
    private var payments: [RemittancePayment] = []
    /// The exit status.
    private(set) var status = Status.done

    init(_ around: Surroundings, asJSON: Bool, isDryRun: Bool) throws {
        self.around = around
        self.asJSON = asJSON
        self.isDryRun = isDryRun
        do throws(StoreFault) {
            store = try ClaimStore(folder: around.folders.data)
            for words in try SendingRecovery(store: store).runIfNobodySends() { Console.say(words) }
            ids = Dictionary(grouping: try store.claims()) { $0.account }.mapValues { $0.map(\.id) }
        } catch {
            throw Refusal(error.description)
        }
        if asJSON { Console.write("{\"answers\": [") }
    }

    mutating func take(_ name: String) {
        do {
            var reader = AnswerReader(chunks: try FileChunks(name).next)
            while let item = try reader.next() { take(item, name) }
        } catch {
            fail("\(name) \((error as? InputFault)?.words ?? "cannot be read")")
        }
    }

    func finish() {
        guard asJSON else { return }
        let list = payments.map(\.json).joined(separator: ",\n")
        Console.write((count == 0 ? "]" : "\n]") + (list.isEmpty ? "}\n" : ", \"payments\": [\n\(list)\n]}\n"))
    }

    private mutating func take(_ item: AnswerReader.Item, _ name: String) {
        switch item {
        case .fault(let fault): fail("\(name): \(fault).")
        case .file(let file):
            if !file.isAccepted { status = max(status, Status.errorsFound) }
            Console.say("\(name): \(file.words)")
            if let said = file.acknowledgment { take(said, name) }
        case .claim(let answer): take(answer, name)
        case .payment(let payment):
            payments.append(payment)
            Console.say("\(name): \(payment.words).")
        }
    }

    private mutating func take(_ answer: ClaimAnswer, _ name: String) {
        if answer.status == .rejected || answer.status == .denied { status = max(status, Status.errorsFound) }
        let record = record(for: answer, name)
        write(answer, to: record?.draft)
        guard let record else { return }
        guard mayConcern(record, answer) else {
            return fail(
                "\(name): what is answered to \(answer.account) is not what that claim bills: it may be another claim's, "
                    + "and is only shown.")
        }
        // A front-end's word on a claim that the payer has decided is older, whenever it is taken.
        let isBehind = answer.kind == .status && record.status.isDecided
        if isBehind {
            Console.say("\(name): \(answer.account) stays \(record.status.rawValue): the payer has decided it.")
        }
        guard !isDryRun else { return }
        do throws(StoreFault) {
            let isNew = try store.answer(record.id, with: answer.stored, as: isBehind ? nil : answer.status)
            if !isNew { Console.say("\(name): the answer to \(answer.account) is known already; nothing was changed.") }
        } catch {
            fail("\(name): the answer to \(answer.account) was not kept: \(error.description)")
        }
    }

    /// Whether the claim, as it stands or as it went out once, can be the one that is answered.
    private func mayConcern(_ record: ClaimRecord, _ answer: ClaimAnswer) -> Bool {
        if answer.mayConcern(record.draft) { return true }
        let sent = (try? store.sentVersions(of: record.id, in: around.parsing)) ?? []
        let kept = (try? store.versions(of: record.id, in: around.parsing)) ?? []
        return (sent.map(\.draft) + kept.map(\.draft)).contains(where: answer.mayConcern)
    }

    /// What a 999 says of a file that was sent from here.
    private mutating func take(_ said: Acknowledgment, _ name: String) {
        do throws(StoreFault) {
            let outcome = try AcknowledgmentIntake(store: store, parsing: around.parsing, isDryRun: isDryRun).take(said)
            for (draft, answer) in outcome.rejected { write(answer, to: draft) }
            for fault in outcome.faults { fail("\(name): \(fault)") }
            if !outcome.isMatched { return fail("\(name): \(outcome.words)") }
            if !outcome.words.isEmpty { Console.say("\(name): \(outcome.words)") }
        } catch {
            fail("\(name): \(error.description)")
        }
    }

    private mutating func write(_ answer: ClaimAnswer, to draft: ClaimDraft?) {
        let context = around.context(for: draft ?? ClaimDraft(id: answer.account))
        let report = AnswerReport(answer, to: draft, in: context)
        if asJSON {
            Console.write((count == 0 ? "\n" : ",\n") + report.json(isMatched: draft != nil))
        } else {
            Console.write(report.text(Console.lettering))
        }
        count += 1
    }

    /// The one claim of that account number.
    private mutating func record(for answer: ClaimAnswer, _ name: String) -> ClaimRecord? {
        let found = ids[answer.account] ?? []
        guard let id = found.first, found.count == 1 else {
            let words = found.isEmpty ? "no claim has" : "several claims have"
            fail("\(name): \(words) the account number \(answer.account); its answer is only shown.")
            return nil
        }
        do throws(StoreFault) {
            return try store.claim(id, in: around.parsing)
        } catch {
            fail("\(name): \(error.description)")
            return nil
        }
    }

    private mutating func fail(_ words: String) {
        Console.say(words)
        status = Status.failed
    }
}
