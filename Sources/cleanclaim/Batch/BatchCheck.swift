import ClaimExchange
import ClaimModel
import ClaimRules
import Dispatch
import Synchronization

/// Checks any number of claims on all cores: a window of pieces is read, judged side by side, and written in the order in
/// which it stood, then the next.
struct BatchCheck {
    let around: Surroundings
    /// For claims whose payer has no policy of its own.
    let policy: Policy?
    let form: CheckReport.Form
    private(set) var report: CheckReport
    /// What an 837P can say of a claim; worked out for the first one.
    private var coverage: FormatCoverage?
    /// One for each core, carried from claim to claim.
    private let judgements = JudgementPool()

    /// Enough for every core to be busy, few enough to be held.
    private static let window = 64
    /// In bytes; a window of long pieces ends here.
    private static let windowBytes = 8 << 20

    init(_ form: CheckReport.Form, around: Surroundings, policy: Policy?) {
        self.around = around
        self.policy = policy
        self.form = form
        report = CheckReport(form, lettering: Console.lettering)
    }

    /// What a piece gives: entries of the report and faults, in their order.
    private enum Result: Sendable {
        case entry(CheckReport.Entry)
        case fault(UnreadableFile)
    }

    /// - Parameter write: takes the report as it comes.
    mutating func run(on pieces: inout ClaimPieces, progress: inout Progress, write: (String) -> Void) {
        write(report.begin())
        var window: [ClaimPieces.Item] = []
        var bytes = 0
        while let item = pieces.next() {
            window.append(item)
            bytes += item.size
            guard window.count >= BatchCheck.window || bytes >= BatchCheck.windowBytes else { continue }
            finish(window, &progress, write)
            progress.show(bytes: pieces.bytesRead, counts: report.counts)
            (window, bytes) = ([], 0)
        }
        finish(window, &progress, write)
        progress.clear()
        write(report.end())
    }

    private mutating func finish(
        _ window: [ClaimPieces.Item], _ progress: inout Progress, _ write: (String) -> Void
    ) {
        if coverage == nil, window.contains(where: \.isProfessional) { learnCoverage() }
        var text = ""
        for result in judged(window).joined() {
            switch result {
            case .entry(let entry): text += report.take(entry)
            case .fault(let fault):
                text += report.unreadable(fault)
                if form == .text || form == .csv {
                    progress.clear()
                    Console.say(fault.words)
                }
            }
        }
        guard !text.isEmpty else { return }
        if Console.isTerminal { progress.clear() }
        write(text)
    }

    private func judged(_ window: [ClaimPieces.Item]) -> [[Result]] {
        let results = Mutex([[Result]](repeating: [], count: window.count))
        DispatchQueue.concurrentPerform(iterations: window.count) { index in
            let result = judged(window[index])
            results.withLock { $0[index] = result }
        }
        return results.withLock { $0 }
    }

    private func judged(_ item: ClaimPieces.Item) -> [Result] {
        switch item {
        case .unreadable(let fault): return [.fault(fault)]
        case .piece(let piece, let file):
            let items = ClaimFiles.items(of: piece, in: file, as: DraftReader(in: around.parsing))
            return items.map { judged($0, by: .whole) }
        case .professional(let claim, let file):
            let items = ClaimFiles.items(of: claim, in: file, around.parsing)
            return items.map { judged($0, by: coverage ?? .whole) }
        }
    }

    private func judged(_ item: ClaimFiles.Item, by coverage: FormatCoverage) -> Result {
        switch item {
        case .unreadable(let fault): return .fault(fault)
        case .claim(let draft, let file):
            let findings = judgements.findings(on: draft, in: around.context(for: draft, otherwise: policy))
            let claim = CheckedClaim(draft, findings: coverage.judged(findings), forecasts: form == .json)
            return .entry(report.entry(claim, file: file))
        }
    }

    private mutating func learnCoverage() {
        let coverage = FormatCoverage(
            carrying: FormatCoverage.professionalFields, books: around.books, library: around.policies)
        report.notJudged = coverage.notJudged
        self.coverage = coverage
    }
}
