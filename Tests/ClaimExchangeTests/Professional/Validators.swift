import Foundation

/// Programs of others that read 837P files and JSON, installed once into `.build-validators` of the checkout.
struct Validators {
    /// What stands in the way of running them, in words; `nil` where they are there.
    static let obstacle: String? = {
        do {
            try install()
            return nil
        } catch let words as Words {
            return words.text
        } catch {
            return "\(error)"
        }
    }()

    private struct Words: Error, CustomStringConvertible {
        let text: String
        var description: String { text }
    }

    private static func requireInstalled() throws {
        if let obstacle { throw Words(text: obstacle) }
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent(".build-validators")

    private static let packages = [
        "pyx12==4.0.0", "linuxforhealth-x12==0.57.0", "pydantic<2", "setuptools<81", "jsonschema==4.26.0",
    ]

    private static func install() throws {
        let mark = folder.appendingPathComponent("installed")
        guard (try? String(contentsOf: mark, encoding: .utf8)) != packages.joined(separator: " ") else { return }
        try? FileManager.default.removeItem(at: folder)
        let made = try run("/usr/bin/env", ["python3", "-m", "venv", folder.path])
        guard made.status == 0 else {
            throw Words(text: "No Python with venv is here (python3-venv): \(made.output.suffix(200))")
        }
        let pip = try run(
            folder.appendingPathComponent("bin/pip").path,
            ["install", "--quiet", "--disable-pip-version-check", "--timeout", "20", "--retries", "1"] + packages)
        guard pip.status == 0 else {
            try? FileManager.default.removeItem(at: folder)
            throw Words(text: "pip reaches no package index, so pyx12, linuxforhealth-x12 and jsonschema are not here")
        }
        try packages.joined(separator: " ").write(to: mark, atomically: true, encoding: .utf8)
    }

    /// What pyx12 says of a file: `OK` at the end, or `Failure`; its exit status is always 1.
    static func pyx12(_ file: URL) throws -> String {
        try requireInstalled()
        return try run(folder.appendingPathComponent("bin/x12valid").path, [file.path]).output
    }

    /// What linuxforhealth-x12 makes of a file: its model as JSON, or where it stumbles.
    static func linuxForHealth(_ file: URL) throws -> (status: Int32, output: String) {
        try requireInstalled()
        return try run(folder.appendingPathComponent("bin/lfhx12").path, ["-m", "-x", file.path])
    }

    /// What jsonschema says of each line of a file of JSON documents: blank, or what is wrong.
    static func jsonSchema(_ schema: URL, _ documents: URL) throws -> [String] {
        let script = """
            import json, sys
            from jsonschema import Draft202012Validator
            schema = json.load(open(sys.argv[1], encoding="utf-8"))
            Draft202012Validator.check_schema(schema)
            validator = Draft202012Validator(schema)
            for line in open(sys.argv[2], encoding="utf-8"):
                fault = next(validator.iter_errors(json.loads(line)), None)
                print(fault.json_path + " " + fault.validator if fault else "")
            """
        try requireInstalled()
        let (status, output) = try run(
            folder.appendingPathComponent("bin/python3").path, ["-c", script, schema.path, documents.path])
        guard status == 0 else { throw Words(text: output) }
        return output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// What a script prints that runs where the validators are installed.
    static func python(_ script: String, _ arguments: [String]) throws -> String {
        try requireInstalled()
        return try run(folder.appendingPathComponent("bin/python3").path, ["-c", script] + arguments).output
    }

    private static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
