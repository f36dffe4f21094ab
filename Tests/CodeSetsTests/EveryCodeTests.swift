import Foundation
import Prerequisites
import Testing

@testable import CodeSets

/// Every code of the newest shipped release of ICD-10-CM is found: by itself, and by its own description.
@Suite(.slow) struct EveryCodeTests {
    private let table: CodeTable

    init() throws {
        table = try #require(books.table(.diagnosis))
    }

    @Test func `is found by itself`() {
        for row in 0..<table.count {
            let code = DiagnosisEntry.dotted(table.key(row).text)
            guard books.find(code, in: [.diagnosis], limit: 1).first?.code == code else {
                Issue.record("\(code)")
                return
            }
        }
        #expect(table.count == 98_403)
    }

    /// Whatever words a row has, each of them leads to it: so all of them together do.
    @Test func `is found by each word of its description`() {
        var leading = [Int](repeating: 0, count: table.count)
        let index = table.index
        let words = (0..<table.count).map { Set(Folding.words(of: table.description($0))) }
        for word in 0..<index.wordCount {
            var positions = PositionSet(rows: index.rows)
            index.collect(word..<(word + 1), into: &positions)
            let text = String(decoding: index.word(word), as: UTF8.self)
            positions.forEach { position in
                let row = index.row(at: position)
                if words[row].contains(text) { leading[row] += 1 }
                return true
            }
        }
        for row in 0..<table.count {
            let words = words[row]
            guard leading[row] == words.count, words.allSatisfy({ !index.words(beginningWith: Array($0.utf8)).isEmpty })
            else {
                Issue.record("\(table.key(row).text)")
                return
            }
        }
    }

    /// The whole search, description by description: all of them in an optimized build or with `EVERY_CODE=1`, else a sample,
    /// since each takes a millisecond.
    @Test func `is among the first twenty of its description`() {
        #if DEBUG
            let step = ProcessInfo.processInfo.environment["EVERY_CODE"] == nil ? 40 : 1
        #else
            let step = 1
        #endif
        for row in stride(from: 0, to: table.count, by: step) {
            let code = DiagnosisEntry.dotted(table.key(row).text)
            let hits = books.find(table.description(row), in: [.diagnosis], limit: 20)
            if !hits.contains(where: { $0.code == code }) { Issue.record("\(code)") }
        }
    }
}
