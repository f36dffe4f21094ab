public import ClaimModel
import CodeSets
public import Foundation

/// Every policy that is loaded, the office's own before the shipped ones.
public struct PolicyLibrary: Sendable {
    public let policies: [Policy]
    /// Files of the office that could not be used, in words.
    public let faults: [PolicyFault]

    /// Used where a claim names no policy, or one that is not loaded.
    public let generic: Policy

    /// The shipped policies, and over them those in `folder`: a file there replaces the shipped policy of its id.
    ///
    /// - Throws: `MissingResource` where the shipped ones are not to be found, `PolicyFault` where one is damaged.
    public init(office folder: URL? = nil) throws {
        let shipped = try Self.read(ResourceFolder.url(of: "Policies", in: "ClaimRules"))
        if let fault = shipped.faults.first { throw fault }
        let own = folder.map(Self.read) ?? Reading()
        let replaced = Set(own.policies.map(\.id))
        policies = (own.policies + shipped.policies.filter { !replaced.contains($0.id) }).sorted { $0.id < $1.id }
        faults = own.faults
        guard let generic = policies.first(where: { $0.id == "generic" }) else {
            throw PolicyFault(file: "generic.yaml", message: "is not among the policies; install the program again")
        }
        self.generic = generic
    }

    public func named(_ id: String) -> Policy? { policies.first { $0.id == id } }

    /// The policy that this claim names; else the one whose payer ID it carries; else `generic`.
    public func policy(for draft: ClaimDraft) -> Policy {
        if let id = draft.payer.policy.value?.text { return named(id) ?? generic }
        guard let payer = draft.payer.identifier.value?.text else { return generic }
        return policies.first { $0.payerID == payer } ?? generic
    }

    /// What a folder of policy files holds.
    private struct Reading {
        var policies: [Policy] = []
        var faults: [PolicyFault] = []
    }

    private static func read(_ folder: URL) -> Reading {
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        var reading = Reading()
        for file in files.sorted(by: { $0.path < $1.path }) where ["yaml", "yml"].contains(file.pathExtension) {
            do throws(PolicyFault) {
                reading.policies.append(try Policy(file: file))
            } catch {
                reading.faults.append(error)
            }
        }
        return reading
    }
}

extension Policy {
    /// Reads a policy file.
    public init(file: URL) throws(PolicyFault) {
        let name = file.lastPathComponent
        // One byte more than a policy may have tells a file that is too large, whatever its size.
        guard let handle = try? FileHandle(forReadingFrom: file),
            let data = try? handle.read(upToCount: Policy.largestFile + 1) ?? Data()
        else { throw PolicyFault(file: name, message: "cannot be read") }
        guard let text = String(bytes: data, encoding: .utf8) else {
            throw PolicyFault(file: name, message: "is not UTF-8 text")
        }
        try self.init(yaml: text, file: name)
    }
}
