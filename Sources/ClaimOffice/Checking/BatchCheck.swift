public import ClaimExchange
import ClaimModel
public import ClaimRules
import Dispatch
import Synchronization
public import TextKit

/// Checks the claims of any number of files on all cores: a window of pieces is read, checked in parallel, and reported in
/// its order, then the next.
public struct BatchCheck {
    private var check: ClaimCheck
    public private(set) var report: CheckReport
    private var pieces: ClaimPieces

    /// Enough to keep every core busy, few enough to hold in memory.
    private static let window = 64
    /// In bytes; a window ends here if its pieces are long.
    private static let windowBytes = 8 << 20

    /// A window's part of the report, and its file errors.
    public struct Step: Sendable {
        public var text = ""
        public var faults: [FileError] = []
    }

    /// - Parameters:
    ///   - names: paths of files and folders; `-` is standard input.
    ///   - isVerbose: whether every note is shown, and every rule that was not judged.
    public init(
        of names: [String], as form: CheckReport.Form, by library: OfficeLibrary, otherwise policy: Policy? = nil,
        isVerbose: Bool = false, glyphs: Glyphs = .unicode
    ) {
        report = CheckReport(form, isVerbose: isVerbose, glyphs: glyphs)
        check = ClaimCheck(library: library, policy: policy, form: form, isVerbose: isVerbose, report: report)
        pieces = ClaimPieces(names)
    }

    /// Bytes read so far, of all files.
    public var bytesRead: Int { pieces.bytesRead }

    /// Files of the folders that hold no claims.
    public var skipped: Int { pieces.skipped }

    /// Checks the next window; `nil` after the last claim.
    public mutating func next() -> Step? {
        var window: [ClaimPieces.Item] = []
        var bytes = 0
        while window.count < BatchCheck.window, bytes < BatchCheck.windowBytes, let item = pieces.next() {
            window.append(item)
            if case .value(let piece) = item { bytes += piece.size }
        }
        return window.isEmpty ? nil : step(window)
    }

    private mutating func step(_ window: [ClaimPieces.Item]) -> Step {
        if check.coverage == nil, window.contains(where: ClaimPieces.isProfessional) {
            report.notJudged = check.learnCoverage()
        }
        var step = Step()
        for result in check.judged(window).joined() {
            switch result {
            case .value(let entry): step.text += report.take(entry)
            case .fault(let fault):
                step.text += report.unreadable(fault)
                step.faults.append(fault)
            }
        }
        return step
    }
}

/// Checks claims of files, on any thread.
private struct ClaimCheck: Sendable {
    let library: OfficeLibrary
    /// For claims whose payer has no policy.
    let policy: Policy?
    let form: CheckReport.Form
    /// Whether every note is shown.
    let isVerbose: Bool
    /// Only makes entries here.
    let report: CheckReport
    /// What an 837P can say of a claim; `nil` before the first.
    var coverage: FormatCoverage?
    let judgements = JudgementPool()

    func judged(_ window: [ClaimPieces.Item]) -> [[Reading<CheckReport.Entry, FileError>]] {
        let results = Mutex([[Reading<CheckReport.Entry, FileError>]](repeating: [], count: window.count))
        DispatchQueue.concurrentPerform(iterations: window.count) { index in
            let result = judged(window[index])
            results.withLock { $0[index] = result }
        }
        return results.withLock { $0 }
    }

    private func judged(_ item: ClaimPieces.Item) -> [Reading<CheckReport.Entry, FileError>] {
        switch item {
        case .fault(let fault): return [.fault(fault)]
        case .value(let piece):
            let coverage = piece.isProfessional ? coverage ?? .whole : .whole
            return piece.drafts(in: library.parsing).map { $0.map { entry(of: $0, in: piece, by: coverage) } }
        }
    }

    private func entry(
        of arrival: ClaimPiece.Arrival, in piece: ClaimPiece, by coverage: FormatCoverage
    ) -> CheckReport.Entry {
        let draft = arrival.draft
        let context = library.context(for: draft, otherwise: policy, isRepeated: piece.isRepeated)
        let findings = coverage.judged(judgements.findings(on: draft, in: context))
        let faults = arrival.source?.guideFindings(on: draft, besides: findings) ?? []
        let claim = CheckedClaim(
            draft, findings: findings, form: faults, forecasts: form == .json, showsAllNotes: isVerbose)
        return report.entry(claim, file: piece.file)
    }

    /// - Returns: the rules that read what an 837P cannot hold.
    mutating func learnCoverage() -> [String] {
        let learned = FormatCoverage(
            carrying: FormatCoverage.professionalFields, books: library.books, library: library.policies)
        coverage = learned
        return learned.notJudged
    }
}
