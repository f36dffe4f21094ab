import Foundation
import Sealing
import Testing

@testable import ClaimStore
import TestStore

@Suite("A sealed file opens whole and unchanged, or not at all")
struct SealedFileTests {
    private let store: ClaimStore

    init() throws { store = try ClaimStore.forTest() }

    /// Opens it in pieces of a size.
    private func open(_ file: [UInt8], _ size: Int, in other: ClaimStore? = nil) throws -> (
        content: [UInt8], isWhole: Bool
    ) {
        var reader = (other ?? store).keyring.sealedFileReader
        var content: [UInt8] = []
        for start in stride(from: 0, to: file.count, by: size) {
            content += try reader.take(Array(file[start..<min(start + size, file.count)]))
        }
        return (content, reader.isWhole)
    }

    @Test(arguments: [0, 1, 5_000, 1 << 20, 3 << 20 | 7])
    func `it comes back as it was`(length: Int) throws {
        let content = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 31 >> 3) }
        let file = try store.keyring.sealedFile(content)
        #expect(SealedFile.isOne(file) && file.count > length)
        for size in [1 << 16, file.count] {
            let opened = try open(file, size)
            #expect(opened.content == content && opened.isWhole)
        }
    }

    @Test(arguments: [1, 1 << 20, 2 << 20, 2 << 20 | 7])
    func `what is sealed piece by piece comes back as a whole`(length: Int) throws {
        let content = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 31 >> 3) }
        var writer = try store.keyring.sealedFileWriter()
        var file: [UInt8] = []
        for start in stride(from: 0, to: length, by: 300_007) {
            file += writer.take(Array(content[start..<min(start + 300_007, length)]))
        }
        file += writer.end()
        let opened = try open(file, 1 << 16)
        #expect(opened.content == content && opened.isWhole)
    }

    @Test func `equal content never seals alike`() throws {
        let content = Array("RIVERA".utf8)
        #expect(try store.keyring.sealedFile(content) != store.keyring.sealedFile(content))
        #expect(try store.keyring.sealedFile(content).range(of: content) == nil)
    }

    @Test func `a changed byte is found wherever it is, and a cut file is not whole`() throws {
        let file = try store.keyring.sealedFile(Array("A claim.".utf8))
        for place in SealedFile.heading.count..<file.count {
            var changed = file
            changed[place] ^= 1
            let opened = try? open(changed, changed.count)
            #expect(opened?.isWhole != true, "byte \(place)")
        }
        for length in SealedFile.heading.count..<file.count {
            #expect((try? open(Array(file.prefix(length)), 7))?.isWhole != true)
        }
    }

    @Test func `another office does not open it`() throws {
        let file = try store.keyring.sealedFile(Array("A claim.".utf8))
        #expect(throws: SealFault.self) { try open(file, file.count, in: ClaimStore.forTest()) }
    }
}

extension [UInt8] {
    fileprivate func range(of other: [UInt8]) -> Int? {
        indices.first { self[$0...].starts(with: other) }
    }
}
