import ClaimExchange
import ClaimModel
import ClaimRules
import Dispatch
import Synchronization

/// Checks claims of files, on any thread.
struct ClaimCheck: Sendable {
    struct Judged: Sendable {
        let entry: CheckReport.Entry
        let sorted: SortedClaim?
    }

    let library: OfficeLibrary
    let options: BatchCheck.Options
    /// Only makes entries here.
    let report: CheckReport
    /// What an 837P can say of a claim; `nil` before the first.
    var coverage: FormatCoverage?
    let judgements = JudgementPool()

    func judged(_ window: [ClaimPieces.Item]) -> [[Reading<Judged, FileError>]] {
        let results = Mutex([[Reading<Judged, FileError>]](repeating: [], count: window.count))
        DispatchQueue.concurrentPerform(iterations: window.count) { index in
            let result = judged(window[index])
            results.withLock { $0[index] = result }
        }
        return results.withLock { $0 }
    }

    func judged(_ item: ClaimPieces.Item) -> [Reading<Judged, FileError>] {
        switch item {
        case .fault(let fault): return [.fault(fault)]
        case .value(let piece):
            let coverage = piece.isProfessional ? coverage ?? .whole : .whole
            return piece.drafts(in: library.parsing).map { $0.map { judge($0, in: piece, by: coverage) } }
        }
    }

    private func judge(_ arrival: ClaimPiece.Arrival, in piece: ClaimPiece, by coverage: FormatCoverage) -> Judged {
        let (draft, source) = arrival
        let context = library.context(for: draft, otherwise: options.policy, isRepeated: piece.isRepeated)
        let findings = coverage.judged(judgements.findings(on: draft, in: context))
        let faults = source?.guideFindings(on: draft, besides: findings) ?? []
        let claim = CheckedClaim(
            draft, findings: findings, form: faults, forecasts: options.form == .json && !options.isSummaryOnly,
            showsAllNotes: options.isVerbose,
            from: ClaimOrigin(
                file: piece.fileHash, interchange: source?.interchangeNumber ?? "",
                account: source?.controlNumber ?? draft.id))
        return Judged(
            entry: report.entry(claim, file: piece.file, source: source),
            sorted: options.holding.map { SortedClaim(source, claim, in: piece.file, holding: $0) })
    }

    /// - Returns: the rules that read what an 837P cannot hold.
    mutating func learnCoverage() -> [String] {
        let learned = FormatCoverage(
            carrying: FormatCoverage.professionalFields, books: library.books, library: library.policies)
        coverage = learned
        return learned.notJudged
    }
}
