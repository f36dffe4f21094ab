import ClaimModel
import Foundation
import Randomness
import Prerequisites
import Testing

@testable import ClaimExchange

@Suite("Answers are read from any bytes, in pieces of any length", .slow)
struct AnswerLawTests {
    /// The items of a file that comes whole or in pieces.
    private func items(_ bytes: [UInt8], piece: Int? = nil) throws -> [AnswerReader.Item] {
        var at = 0
        var reader = AnswerReader(chunks: {
            guard let piece, at < bytes.count else { return nil }
            let end = min(at + piece, bytes.count)
            defer { at = end }
            return Array(bytes[at..<end])
        })
        if piece == nil { reader = AnswerReader(bytes) }
        var items: [AnswerReader.Item] = []
        while let item = try reader.next() { items.append(item) }
        return items
    }

    @Test(arguments: Fixture.answers) func `a whole file has no fault`(name: String) throws {
        let items = try items(Fixture.file(name))
        #expect(items.count >= 3 && !items.contains { if case .fault = $0 { true } else { false } })
    }

    /// Found by fuzzing: a small file that came in pieces and began with a blank was taken for an empty one.
    @Test(arguments: ["", " ", "\n", "\t\0", "\u{FEFF}", "\u{FEFF}\r\n", String(repeating: "\n", count: 5_000)])
    func `leading blanks change nothing`(blanks: String) throws {
        let whole = try Fixture.file("acknowledgment.999")
        let read = try items(whole)
        for piece in [1, 7, 300, 10_000] {
            #expect(try items(Array(blanks.utf8) + whole, piece: piece) == read)
            #expect(try items(Array(blanks.utf8), piece: piece) == items(Array(blanks.utf8)))
        }
    }

    @Test(arguments: Fixture.answers) func `damaged files give the same in pieces`(name: String) throws {
        let whole = try Fixture.file(name)
        for seed in 0..<Damage.runs {
            var random = Seeded(seed)
            let bytes = Damage.random(whole, using: &random)
            let piece = Int.random(in: 1...500, using: &random)
            #expect(try items(bytes) == items(bytes, piece: piece), "seed \(seed)")
        }
    }
}
