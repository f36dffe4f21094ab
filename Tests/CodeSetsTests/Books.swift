import ClaimModel
import Foundation
import Testing

@testable import CodeSets

/// The shipped tables, opened once for all tests.
let books: CodeBooks = {
    do {
        return try CodeBooks.shipped()
    } catch {
        preconditionFailure("\(error)")
    }
}()

func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

/// A folder of its own that is gone after the test.
func withTemporaryFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("codesets-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
}
