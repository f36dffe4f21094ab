import ClaimExchange
import ClaimModel
import ClaimRules

/// A claim of a file, and whether it can go.
struct SortedClaim: Sendable {
    let file: String
    /// `nil` where it did not come as an 837P.
    let source: ProfessionalClaim?
    let canGo: Bool

    /// - Parameter severity: the least severe finding that holds it.
    init(_ source: ProfessionalClaim?, _ claim: CheckedClaim, in file: String, holding severity: Severity) {
        self.source = source
        self.file = file
        canGo =
            source?.isSound ?? false
            && !claim.findings.contains { $0.severity >= severity && !$0.isOverridden }
    }
}

/// Two new 837P files: the claims of a check that can go, under the control numbers of their files, and the others, under
/// new ones and with usage T.
public final class FileSplit {
    private var good: Part
    private var held: Part
    private var file: String?
    /// How many claims are in neither file.
    public private(set) var left = 0

    private struct Part {
        let path: String
        var writer: ForwardedFile
        var file: StagedFile?

        mutating func take(_ claim: ProfessionalClaim) throws(OutputFault) -> Bool {
            guard let bytes = writer.take(claim) else { return false }
            try write(bytes)
            return true
        }

        mutating func write(_ bytes: [UInt8]) throws(OutputFault) {
            guard !bytes.isEmpty else { return }
            if file == nil { file = try StagedFile(for: path) }
            try file?.append(bytes)
        }
    }

    /// - Parameters:
    ///   - good: the file of the claims that can go; a file of that name must not be there.
    ///   - held: the file of the others.
    public init(good: String, held: String) throws(OutputFault) {
        if good == held { throw OutputFault("\(good) is named twice. Name two files.") }
        for path in [good, held] { try StagedFile(for: path).discard() }
        self.good = Part(path: good, writer: ForwardedFile(.kept))
        self.held = Part(path: held, writer: ForwardedFile(.new(first: Today.number)))
    }

    public func take(_ step: BatchCheck.Step) throws(OutputFault) {
        for claim in step.sorted {
            guard let source = claim.source else {
                left += 1
                continue
            }
            if let file, file != claim.file { try endFile() }
            file = claim.file
            let isTaken = claim.canGo ? try good.take(source) : try held.take(source)
            if !isTaken { left += 1 }
        }
    }

    private func endFile() throws(OutputFault) {
        try good.write(good.writer.finish())
        try held.write(held.writer.finish())
    }

    /// Gives both files their names.
    ///
    /// - Returns: what was written, in words.
    public func finish() throws(OutputFault) -> [String] {
        try endFile()
        for part in [good, held] { try part.file?.seal() }
        for part in [good, held] { try part.file?.place() }
        var lines = [good, held].map { part in
            part.writer.claims == 0
                ? "\(part.path) is not written: no claim for it."
                : "\(part.path): \(counted(part.writer.claims, "claim"))."
        }
        if left > 0 {
            lines.append(
                "\(counted(left, "claim")) in neither file: only claims of an 837P, with its envelopes, can be split.")
        }
        return lines
    }
}
