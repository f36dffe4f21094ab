import Foundation

/// The widths that wcwidth of PyPI gives: a program of others, installed once into `.build-wcwidth` of the checkout.
struct TerminalWidths {
    /// What stands in the way of asking it, in words; `nil` where it is there.
    static let obstacle: String? = {
        do {
            try install()
            return nil
        } catch {
            return "wcwidth is not here and could not be installed: \(error)"
        }
    }()

    private struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// The last version that still knows the widths of every version of Unicode.
    private static let package = "wcwidth==0.2.13"
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent(".build-wcwidth")

    private static func install() throws {
        let mark = folder.appendingPathComponent("installed")
        guard (try? String(contentsOf: mark, encoding: .utf8)) != package else { return }
        try? FileManager.default.removeItem(at: folder)
        _ = try run("/usr/bin/env", ["python3", "-m", "venv", folder.path])
        _ = try run(
            folder.appendingPathComponent("bin/pip").path,
            ["install", "--quiet", "--disable-pip-version-check", "--timeout", "20", "--retries", "1", package])
        try package.write(to: mark, atomically: true, encoding: .utf8)
    }

    /// The width of each scalar from U+0020 on; 0 for what is no scalar.
    static func scalars(unicode version: String) throws -> [Int] {
        let script = """
            import sys
            from itertools import groupby
            from wcwidth import wcwidth
            def width(scalar):
                known = scalar >= 0x20 and not 0xD800 <= scalar < 0xE000
                return wcwidth(chr(scalar), sys.argv[1]) if known else 0
            for width, scalars in groupby(range(0x110000), width): print(width, len(list(scalars)))
            """
        let runs = try run(python, ["-c", script, version]).split(separator: "\n")
        return runs.flatMap { run in
            let numbers = run.split(separator: " ").compactMap { Int($0) }
            return [Int](repeating: numbers[0], count: numbers[1])
        }
    }

    /// The width of each text.
    static func texts(_ texts: [String], unicode version: String) throws -> [Int] {
        let script = """
            import sys
            from wcwidth import wcswidth
            for text in sys.argv[2:]: print(wcswidth(text, unicode_version=sys.argv[1]))
            """
        return try run(python, ["-c", script, version] + texts).split(separator: "\n").map { Int($0) ?? 0 }
    }

    private static var python: String { folder.appendingPathComponent("bin/python3").path }

    private static func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONUTF8": "1"]) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(description: String(output.suffix(300))) }
        return output
    }
}
