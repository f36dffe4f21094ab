import ClaimModel
import ClaimRules
import Foundation

/// Finds the policy that a person names on the command line.
struct PolicyFinder {
    static let help = "A policy's id, such as medmutual; ID@2026-11-10 for that service day; shipped/ID; or a file."

    private let around: Surroundings

    init(_ around: Surroundings) { self.around = around }

    func policy(_ name: String) throws -> Policy {
        if PolicyFinder.isFile(name) { return try policy(in: name) }
        let parts = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        var id = parts.first.map(String.init) ?? ""
        let day = try parts.dropFirst().first.map(day)
        let isShipped = id.hasPrefix("shipped/")
        if isShipped { id.removeFirst("shipped/".count) }
        id = around.policies.id(meantBy: id)
        let found = isShipped ? around.policies.shipped(id, on: day) : around.policies.named(id, on: day)
        return try found ?? around.policy(named: id)
    }

    /// A file with what it inherits, as if it stood in the office's folder.
    private func policy(in path: String) throws -> Policy {
        let (file, library) = try PolicyFinder.library(with: path, around)
        guard let policy = library.policy(inFile: file.name) else {
            let faults = library.lint(file, on: around.today).filter { $0.severity == .error }
            throw Refusal(faults.map(\.description).joined(separator: "\n"))
        }
        return policy
    }

    private func day(_ text: Substring) throws -> Day {
        guard let day = Day(iso: text) else { throw Refusal("Write the service day as 2026-11-10.") }
        return day
    }

    static func isFile(_ name: String) -> Bool {
        name.hasSuffix(".yaml") || name.hasSuffix(".yml") || !name.hasPrefix("shipped/") && name.contains("/")
    }

    /// - Throws: `Refusal` where there is no such file.
    static func library(with path: String, _ around: Surroundings) throws -> (PolicyFile, PolicyLibrary) {
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw Refusal("\(path) cannot be read; is there such a file?")
        }
        let file = PolicyFile(URL(fileURLWithPath: path))
        do {
            return (
                file,
                try PolicyLibrary(office: around.folders.policies, adding: file, reviewDays: around.policyReviewDays)
            )
        } catch {
            throw Refusal("\(error)")
        }
    }
}
