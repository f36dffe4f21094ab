import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import Testing
import TextKit

@testable import ClaimOffice

/// Files that are cut off, written while they are read, or do not add up: nothing is lost, and nothing moves twice.
@Suite struct BadAnswerTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("bad-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func bytes(_ name: String) throws -> Data {
        let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
        return try Data(contentsOf: fixtures.appendingPathComponent(name))
    }

    private func read(_ data: Data) throws -> AnswerFile {
        let path = folder.appendingPathComponent("answer").path
        try data.write(to: URL(fileURLWithPath: path))
        return try AnswerFile(path)
    }

    @Test(arguments: ["split.835", "provider-rejected.277", "rejected.ta1"])
    func `a file that another program still writes is not taken in`(_ name: String) throws {
        let whole = try bytes(name)
        #expect(try read(whole).faults.isEmpty)
        // The last byte is a line end, the one before it ends the last segment.
        for count in stride(from: 1, to: whole.count - 2, by: 7) + [whole.count - 3] {
            let file = try read(whole.prefix(count))
            #expect(!file.faults.isEmpty, "cut at \(count)")
        }
    }

    @Test func `a second interchange that is cut keeps the first from being taken in`() throws {
        let (first, second) = (try bytes("split-first.835"), try bytes("split-second.835"))
        #expect(try !read(first + second.prefix(400)).faults.isEmpty)
        let desk = try AnsweredOffice()
        try desk.submit(.visit())
        try desk.take(try read(first).answers)
        try desk.take(try read(first + second).answers)
        #expect(try desk.status() == .paid && desk.answerCount() == 2)
    }

    @Test func `what does not add up is said and taken in`() throws {
        let desk = try AnsweredOffice()
        try desk.submit(.visit())
        let outcomes = try desk.take(AnsweredOffice.answers("unbalanced.835"))
        let text = outcomes.compactMap { outcome -> String? in
            switch outcome {
            case .answer(let report, _, _): report.json(isMatched: true) + report.text(.ascii)
            case .payment(let payment): payment.text
            default: nil
            }
        }.joined()
        #expect(text.contains("the line 99214 does not add up: charged $165.00"))
        #expect(text.contains("claims less PLB are less than the payment by $310.00"))
        #expect(try desk.status() == .paid)
    }

    @Test func `a response to a claim that is open in a window is stored`() throws {
        let desk = try AnsweredOffice()
        try desk.submit(.visit())
        let lock = try desk.office.store.lock("C-2001")
        try desk.take(AnsweredOffice.answers("paid.835"))
        #expect(try desk.status() == .paid && desk.office.store.unmatchedAnswers().isEmpty)
        lock.release()
    }
}
