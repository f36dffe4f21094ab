public import ClaimExchange
import ClaimModel
public import ClaimRules
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
        /// The claims of the window as a split takes them; empty where none is asked for.
        var sorted: [SortedClaim] = []
    }

    /// What is checked, by whose rules, and what comes out.
    public struct Options: Sendable {
        public var form = CheckReport.Form.text
        /// For claims whose payer has none.
        public var policy: Policy?
        /// Whether every note is shown, and every rule that was not judged.
        public var isVerbose = false
        public var isSummaryOnly = false
        /// The least severe finding that holds a claim back from a split; `nil` where there is none.
        public var holding: Severity?
        public var glyphs = Glyphs.unicode

        public init() {}
    }

    /// - Parameter names: paths of files and folders; `-` is standard input.
    public init(of names: [String], by library: OfficeLibrary, _ options: Options = Options()) {
        report = CheckReport(
            options.form, isVerbose: options.isVerbose, isSummaryOnly: options.isSummaryOnly, glyphs: options.glyphs,
            stamp: Today.stamp(library.day, number: Today.number))
        check = ClaimCheck(library: library, options: options, report: report)
        pieces = ClaimPieces(
            names, hashesFiles: [.json, .jsonl, .sarif].contains(options.form) && !options.isSummaryOnly)
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

    /// What is behind the last claim of the report.
    public mutating func end() -> String { report.end() }

    private mutating func step(_ window: [ClaimPieces.Item]) -> Step {
        if check.coverage == nil, window.contains(where: ClaimPieces.isProfessional) {
            report.notJudged = check.learnCoverage()
        }
        var step = Step()
        for result in check.judged(window).joined() {
            switch result {
            case .value(let judged):
                step.text += report.take(judged.entry)
                if let claim = judged.sorted { step.sorted.append(claim) }
            case .fault(let fault):
                step.text += report.unreadable(fault)
                step.faults.append(fault)
            }
        }
        return step
    }
}
