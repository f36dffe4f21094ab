import Foundation

/// The built program, run as a process the way a person or a script runs it.
struct Program {
    /// The folder with everything that the build made: the test bundle stands there, and the program beside it.
    static let products = URL(fileURLWithPath: (try? link("/proc/self/exe")) ?? ".").deletingLastPathComponent()

    var file = Program.products.appendingPathComponent("cleanclaim")
    var environment: [String: String]

    struct Outcome {
        let status: Int32
        /// Whether a signal ended it.
        let isSignaled: Bool
        let output: String
        let messages: String

        /// The output as JSON.
        var json: [String: Any] {
            get throws { try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] ?? [:] }
        }
    }

    /// Runs it to its end, with files for input and output so that no pipe can fill up.
    func run(_ arguments: [String], input: [UInt8] = []) throws -> Outcome {
        let folder = try Sandbox()
        let (inFile, outFile, errorFile) = (folder.file("in"), folder.file("out"), folder.file("error"))
        try Data(input).write(to: inFile)
        for file in [outFile, errorFile] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = file
        process.arguments = arguments
        process.environment = environment
        process.standardInput = try FileHandle(forReadingFrom: inFile)
        process.standardOutput = try FileHandle(forWritingTo: outFile)
        process.standardError = try FileHandle(forWritingTo: errorFile)
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, isSignaled: process.terminationReason == .uncaughtSignal,
            output: String(decoding: try Data(contentsOf: outFile), as: UTF8.self),
            messages: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
    }

    private static func link(_ path: String) throws -> String {
        try FileManager.default.destinationOfSymbolicLink(atPath: path)
    }
}

/// A throw-away home: nothing of the user's is read or written.
final class Sandbox {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("cc-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func file(_ name: String) -> URL { folder.appendingPathComponent(name) }

    /// Writes a file, with the folders on its way.
    @discardableResult
    func write(_ text: String, to name: String) throws -> URL {
        let file = file(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file
    }

    var environment: [String: String] {
        [
            "HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data", "XDG_CONFIG_HOME": folder.path + "/config",
            "CLEANCLAIM_TODAY": "2026-11-23", "LANG": "C.UTF-8", "TERM": "xterm-256color", "TMPDIR": folder.path,
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
        ]
    }

    func run(_ arguments: String..., input: [UInt8] = [], with changes: [String: String] = [:]) throws
        -> Program.Outcome
    {
        try Program(environment: environment.merging(changes) { $1 }).run(arguments, input: input)
    }
}
