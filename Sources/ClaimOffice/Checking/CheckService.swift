import ClaimExchange
import ClaimModel
import ClaimRules
import Foundation
import TextKit

/// Checks claims for another program, a line at a time: each a claim as JSON (schema 1), or an object with an 837P in `x12`.
public struct CheckService {
    private var check: ClaimCheck

    /// A line that carries an 837P.
    private struct Request: Decodable {
        let x12: String
        /// Comes back with the answer.
        let id: String?
    }

    /// In bytes; a longer line is refused.
    public static let longestLine = 64 << 20

    public init(by library: OfficeLibrary, _ options: BatchCheck.Options) {
        var options = options
        options.form = .json
        check = ClaimCheck(library: library, options: options, report: CheckReport(.json))
        _ = check.learnCoverage()
    }

    /// - Parameter line: without its line end.
    /// - Returns: what `check --format json` gives of it, in one line and with the line's own `id`.
    public func answer(_ line: [UInt8]) -> String {
        let request = line.contains("\"x12\"".utf8) ? try? JSONDecoder().decode(Request.self, from: Data(line)) : nil
        if request == nil, line.contains("\"x12\"".utf8), !line.contains("\"schema\"".utf8) {
            return refusal("The line must be an object in JSON whose x12, and id if it has one, are texts.")
        }
        let pieces = request.map { Self.pieces(ofX12: Array($0.x12.utf8)) } ?? Self.pieces(ofDraft: line)
        return text(of: pieces, id: request?.id)
    }

    /// The answer to a line that cannot be taken.
    public func refusal(_ message: String) -> String {
        text(of: [.fault(FileError(file: "", offset: nil, message: message))], id: nil)
    }

    private func text(of pieces: [ClaimPieces.Item], id: String?) -> String {
        var report = CheckReport(.json)
        if pieces.contains(where: ClaimPieces.isProfessional) { report.notJudged = check.coverage?.notJudged ?? [] }
        var text = report.begin()
        for result in pieces.flatMap(check.judged) {
            switch result {
            case .value(let judged): text += report.take(judged.entry)
            case .fault(let fault): text += report.unreadable(fault)
            }
        }
        text += report.end()
        // Texts escape their line ends.
        let line = text.replacing("\n", with: "") + "\n"
        return id.map { "{\"id\": \(JSONValue.text($0).json), \(line.dropFirst())" } ?? line
    }

    private static func pieces(ofDraft line: [UInt8]) -> [ClaimPieces.Item] {
        var stream = DraftStream()
        let pieces = stream.take(line) + [stream.finish()].compactMap(\.self)
        return pieces.map { .value(ClaimPiece(file: "", content: .drafts($0))) }
    }

    private static func pieces(ofX12 bytes: [UInt8]) -> [ClaimPieces.Item] {
        if let reason = ForeignFile.reason(bytes) {
            return [.fault(FileError(file: "", offset: nil, message: reason))]
        }
        var reader = ProfessionalReader(bytes)
        var contents: Set<Int> = []
        var pieces: [ClaimPieces.Item] = []
        while let item = try? reader.next() {
            switch item {
            case .fault(let fault): pieces.append(.fault(FileError(fault, file: "")))
            case .value(let claim):
                let isRepeated = !contents.insert(claim.contentHash).inserted
                pieces.append(
                    .value(ClaimPiece(file: "", content: .professional(claim), isRepeated: isRepeated)))
            }
        }
        return pieces
    }
}

extension [UInt8] {
    fileprivate func contains(_ text: String.UTF8View) -> Bool { firstRange(of: Array(text)) != nil }
}
