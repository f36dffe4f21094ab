import ClaimModel
public import ClaimRules
import Foundation

/// Finds the policy that a person names: by its id, by its id and a service day, or by its file.
public struct PolicyFinder {
    private let library: OfficeLibrary

    public init(_ library: OfficeLibrary) { self.library = library }

    /// The newest policy of this id.
    public func policy(withID id: String) throws(OfficeFault) -> Policy {
        guard let policy = library.policies.named(library.policies.id(meantBy: id)) else {
            let known = library.policies.policies.map(\.id).joined(separator: ", ")
            throw OfficeFault("No policy \"\(id)\". The policies are: \(known).")
        }
        return policy
    }

    /// - Parameter name: `medmutual`, `medmutual@2026-11-10`, `shipped/medmutual` or a path.
    public func policy(_ name: String) throws(OfficeFault) -> Policy {
        if PolicyFinder.isFile(name) { return try policy(inFile: name) }
        let parts = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        var id = parts.first.map(String.init) ?? ""
        var day: Day?
        if let text = parts.dropFirst().first {
            day = Day(iso: text)
            guard day != nil else { throw OfficeFault("Write the service date as 2026-11-10.") }
        }
        let isShipped = id.hasPrefix("shipped/")
        if isShipped { id.removeFirst("shipped/".count) }
        id = library.policies.id(meantBy: id)
        let found = isShipped ? library.policies.shipped(id, on: day) : library.policies.named(id, on: day)
        if let found { return found }
        return try policy(withID: id)
    }

    /// A file with what it inherits, as if it were in the office's folder.
    private func policy(inFile path: String) throws(OfficeFault) -> Policy {
        let (file, policies) = try library(with: path)
        guard let policy = policies.policy(inFile: file.name) else {
            let faults = policies.lint(file, on: library.day).filter { $0.severity == .error }
            throw OfficeFault(faults.map(\.description).joined(separator: "\n"))
        }
        return policy
    }

    /// The office's policies together with a file that need not be in its folder.
    public func library(with path: String) throws(OfficeFault) -> (PolicyFile, PolicyLibrary) {
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw OfficeFault("\(path) cannot be read. Check the name.")
        }
        let file = PolicyFile(URL(fileURLWithPath: path))
        do {
            return (
                file,
                try PolicyLibrary(
                    office: library.folders.policies, adding: file, reviewDays: library.policyReviewDays)
            )
        } catch {
            throw OfficeFault("\(error)")
        }
    }

    public static func isFile(_ name: String) -> Bool {
        name.hasSuffix(".yaml") || name.hasSuffix(".yml") || !name.hasPrefix("shipped/") && name.contains("/")
    }
}
