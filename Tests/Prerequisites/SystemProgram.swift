import Foundation

/// A program of the system that tests hold the project's own work against.
public struct SystemProgram: Sendable {
    private let name: String

    public init(_ name: String) { self.name = name }

    public struct Failed: Error {
        public let status: Int32
    }

    /// What it prints; throws where it is not there or ends with another status than 0.
    public func output(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [name] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(status: process.terminationStatus) }
        return String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
