import ClaimModel
import Foundation

@testable import ClaimExchange

/// What a reader makes of a file of professional claims.
struct ReadFile {
    var claims: [ProfessionalClaim] = []
    var faults: [X12Fault] = []

    init(_ bytes: [UInt8], chunk: Int? = nil) throws {
        var reader =
            chunk.map { ProfessionalReader(chunks: Interchange.chunks(of: bytes, $0)) } ?? ProfessionalReader(bytes)
        while let item = try reader.next() {
            switch item {
            case .value(let claim): claims.append(claim)
            case .fault(let fault): faults.append(fault)
            }
        }
    }
}

extension ProfessionalClaim {
    private var segments: [WireSegment] {
        placed.filter { $0.segment.id != "HL" }.map { WireSegment($0.segment, at: $0.place) }
    }

    /// The segments as texts, without the levels.
    var texts: [String] { segments.map(\.text) }

    /// The same in the order of the guide.
    var orderedTexts: [String] {
        segments.enumerated().map { (key: $1.sortKey + [$0], text: $1.text) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.text)
    }

    static let context = ParsingContext(today: Day(number: 20_780))
}

extension ClaimDraft {
    /// The segments that the claim leaves as, as texts.
    var segmentTexts: [String] { segments(in: ProfessionalClaim.context).map(\.text) }
}

extension CollectionDifference<String> {
    /// What is lacking and what is too much, one a line.
    var words: String {
        map { change in
            switch change {
            case .insert(_, let text, _): "+ \(text)"
            case .remove(_, let text, _): "- \(text)"
            }
        }.joined(separator: "\n")
    }
}

/// Files of a folder outside the project.
enum Samples {
    private static let besideCheckout = (0..<5).reduce(URL(fileURLWithPath: #filePath)) { folder, _ in
        folder.deletingLastPathComponent()
    }.appendingPathComponent("shared/edi")

    /// Sample 837P files: those of the folder that `CLEANCLAIM_EDI` names, else of `shared/edi` beside the checkout.
    static let professional: [URL] = {
        let named = ProcessInfo.processInfo.environment["CLEANCLAIM_EDI"].map { URL(fileURLWithPath: $0) }
        let place = (named ?? besideCheckout).appendingPathComponent("837P")
        let files = try? FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)
        return (files ?? []).sorted { $0.path < $1.path }
    }()
}
