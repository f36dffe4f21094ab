import Foundation

/// The checkout that the tests were built from.
let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// A publisher's own file, where it is at hand: in the folder that `CLEANCLAIM_PUBLISHED` names, else in `shared/data`
/// beside the checkout. None is part of the project.
func published(_ name: String) -> URL? {
    let named = ProcessInfo.processInfo.environment["CLEANCLAIM_PUBLISHED"].map { URL(fileURLWithPath: $0) }
    let folder = named ?? checkout.deletingLastPathComponent().appendingPathComponent("shared/data")
    let file = folder.appendingPathComponent(name)
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
}

struct ProgramFailed: Error {
    let status: Int32
}

/// What a program prints; throws where it ends with another status than 0.
func output(of words: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw ProgramFailed(status: process.terminationStatus) }
    return String(decoding: data, as: UTF8.self)
}
