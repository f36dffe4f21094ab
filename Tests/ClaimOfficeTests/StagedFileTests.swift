import Foundation
import Synchronization
import Testing

@testable import ClaimOffice

/// New files appear whole, under a name that nobody else has taken.
struct StagedFileTests {
    private func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("staged-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    @Test(arguments: [nil, "draft"]) func `of many that want one name at one moment one gets it`(_ name: String?) throws
    {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        for round in 0..<40 {
            let path = folder.appendingPathComponent("paper-\(round).txt").path
            let staged = try (0..<8).map { number in
                try StagedFile(
                    Array("paper \(number)".utf8), for: path,
                    under: name.map { folder.appendingPathComponent("\($0)-\(round)-\(number)").path })
            }
            let written = Mutex<[Int]>([])
            DispatchQueue.concurrentPerform(iterations: staged.count) { number in
                guard (try? staged[number].place()) != nil else { return }
                written.withLock { $0.append(number) }
            }
            let winner = written.withLock { $0 }
            #expect(winner.count == 1)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "paper \(winner.first ?? -1)")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 40)
    }

    @Test func `the second says that the name is taken`() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("paper.txt").path
        let (first, second) = (try StagedFile([1], for: path), try StagedFile([2], for: path))
        try first.place()
        let fault = #expect(throws: OutputFault.self) { try second.place() }
        #expect(fault?.message == "\(path) already exists. Use another name.")
        let status = try FileManager.default.attributesOfItem(atPath: path)
        #expect(status[.posixPermissions] as? Int == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["paper.txt"])
    }

    @Test func `a file is replaced in one step, and only a file`() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("paper.txt").path
        try writeFile([1], to: path, replaces: true)
        try writeFile([2], to: path, replaces: true)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data([2]))
        #expect(throws: OutputFault.self) { try writeFile([3], to: path) }
        #expect(throws: OutputFault.self) { try writeFile([3], to: folder.path, replaces: true) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["paper.txt"])
        let link = folder.appendingPathComponent("link.txt").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
        try writeFile([4], to: link, replaces: true)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data([4]))
    }

    @Test func `before it has its name there is no trace of it`() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let staged = try StagedFile([1], for: folder.appendingPathComponent("paper.txt").path)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        staged.discard()
    }
}
