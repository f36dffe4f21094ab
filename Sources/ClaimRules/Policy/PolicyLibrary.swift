public import ClaimModel
import CodeSets
import Dispatch
public import Foundation
import Synchronization

/// Every policy that is loaded, in all its versions; the office's own go before the shipped ones.
public struct PolicyLibrary: Sendable {
    /// One of each id, the version that began last.
    public let policies: [Policy]
    /// What is wrong with the office's files. An error keeps its file out of use, a warning the entry.
    public let faults: [PolicyFault]
    /// Used where a claim names no policy, or one that is not loaded.
    public let generic: Policy
    /// The rules whose notes the office does not want to see under any policy, by id.
    public var silenced: [String: SilencedNote] = [:]
    /// Of each id the office's versions before the shipped ones, the later before the earlier.
    private let versions: [String: [Policy]]

    package static let genericID = "generic"
    static let medicareID = "medicare"
    /// A year: the age in days at which a setting counts as old, unless its policy says otherwise.
    public static let standardReviewDays = 365

    /// The shipped policies, and over them those in `folder`: a file there replaces the shipped policy of its id, or has
    /// only what differs and inherits the rest.
    ///
    /// - Parameter reviewDays: the age in days at which a setting counts as old where its policy does not say.
    /// - Throws: `MissingResource` where the shipped ones are not to be found, `PolicyFault` where one is damaged.
    public init(office folder: URL? = nil, reviewDays: Int = PolicyLibrary.standardReviewDays) throws {
        try self.init(
            shipped: Self.shippedFiles(), office: folder.map { Self.files(in: $0) } ?? [], reviewDays: reviewDays)
    }

    /// The same with one more file of the office, which goes before any of its id in the folder.
    public init(
        office folder: URL?, adding file: PolicyFile, reviewDays: Int = PolicyLibrary.standardReviewDays
    ) throws {
        let others = folder.map { Self.files(in: $0) } ?? []
        try self.init(
            shipped: Self.shippedFiles(),
            office: others.filter { $0.id != file.id && $0.name != file.name } + [file], reviewDays: reviewDays)
    }

    /// - Throws: `PolicyFault` where a shipped file is damaged.
    init(shipped: [PolicyFile], office: [PolicyFile], reviewDays: Int = PolicyLibrary.standardReviewDays) throws {
        if let fault = shipped.flatMap(\.faults).first(where: { $0.severity == .error }) { throw fault }
        var resolution = PolicyResolution(shipped: shipped, office: office, reviewDays: reviewDays)
        let all = resolution.policies()
        versions = Dictionary(grouping: all) { $0.id }
        policies = versions.values.compactMap(\.first).sorted { $0.id < $1.id }
        faults = office.flatMap(\.faults) + resolution.faults
        guard let generic = versions[PolicyLibrary.genericID]?.first else {
            throw PolicyFault(file: "generic.yaml", message: "No generic policy. Install the program again.")
        }
        self.generic = generic
    }

    /// The policy of an office file; `nil` where it cannot be used.
    public func policy(inFile name: String) -> Policy? {
        versions.values.joined().first { $0.origin.file == name && !$0.origin.isShipped }
    }

    /// The version of a policy for a service day; without a day the one that began last.
    ///
    /// Where none covers the day it is the one that comes nearest, and `PY-030` says so.
    public func named(_ id: String, on day: Day? = nil) -> Policy? {
        guard let versions = versions[id], let day else { return versions[id]?.first }
        if let covering = versions.first(where: { $0.effective.contains(day) }) { return covering }
        return versions.min { $0.effective.distance(to: day) < $1.effective.distance(to: day) }
    }

    /// The id that is meant where one is typed in capitals.
    public func id(meantBy text: String) -> String { versions[text] == nil ? text.lowercased() : text }

    /// Every version of a policy, the office's before the shipped ones.
    public func versions(of id: String) -> [Policy] { versions[id] ?? [] }

    /// The shipped version, without the office's files.
    public func shipped(_ id: String, on day: Day? = nil) -> Policy? {
        let shipped = versions(of: id).filter(\.origin.isShipped)
        return shipped.first { policy in day.map { policy.effective.contains($0) } ?? true } ?? shipped.first
    }

    /// The policy that this claim names; else the one with its payer ID; else `policy`, Medicare's where the filing indicator
    /// is MB, or `generic`. The first service day picks the version.
    public func policy(for draft: ClaimDraft, otherwise policy: Policy? = nil) -> Policy {
        let day = draft.lines.indices.reduce(Day?.none) { day, row in
            [day, draft.lines[row].from.value, draft.lines[row].to.value].compactMap(\.self).min()
        }
        if let id = draft.payer.policy.value?.text, let named = named(id, on: day) { return named }
        if let id = owner(of: draft), let own = named(id, on: day) { return own }
        let isMedicare = draft.payer.filingIndicator.value == .medicarePartB
        return policy ?? (isMedicare ? named(PolicyLibrary.medicareID, on: day) : nil) ?? general(on: day)
    }

    /// The policy whose payer ID the claim has, whatever policy it names; `nil` where none has it.
    public func owner(of draft: ClaimDraft) -> String? {
        draft.payer.identifier.value.flatMap { payer in policies.first { $0.payerID == payer.text }?.id }
    }

    private func general(on day: Day?) -> Policy { named(PolicyLibrary.genericID, on: day) ?? generic }
}

extension PolicyLibrary {
    /// The policy files of a folder, by name.
    public static func files(in folder: URL) -> [PolicyFile] { files(in: folder, isShipped: false) }

    static func shippedFiles() throws -> [PolicyFile] {
        files(in: try ResourceFolder.url(of: "Policies", in: "ClaimRules"), isShipped: true)
    }

    private static func files(in folder: URL, isShipped: Bool) -> [PolicyFile] {
        guard isShipped || !folder.isOpenToOthers else {
            let fault = PolicyFault(
                file: folder.path, message: "Other users may write here, so no policy in it is used.",
                remedy: "chmod go-w '\(folder.path)', and look through the files.")
            return [PolicyFile(refusing: fault)]
        }
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        let named = files.sorted { $0.path < $1.path }.filter { ["yaml", "yml"].contains($0.pathExtension) }
        let read = Mutex([PolicyFile?](repeating: nil, count: named.count))
        DispatchQueue.concurrentPerform(iterations: named.count) { index in
            let file = PolicyFile(named[index], isShipped: isShipped)
            read.withLock { $0[index] = file }
        }
        return read.withLock { $0.compactMap(\.self) }
    }
}

extension URL {
    /// Whether others than its owner may make files in this folder, or the owner is neither this user nor root.
    fileprivate var isOpenToOthers: Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        return status.st_mode & 0o022 != 0 || (status.st_uid != geteuid() && status.st_uid != 0)
    }
}

extension EffectiveDays {
    /// Days between a day and the nearest that the version judges; 0 within them.
    fileprivate func distance(to day: Day) -> Int {
        if let from, day < from { return from - day }
        if let to, to < day { return day - to }
        return 0
    }
}

extension Policy {
    /// Reads one policy that inherits from none.
    ///
    /// - Throws: the first `PolicyFault` that keeps it out of use.
    public init(yaml: String, file: String) throws(PolicyFault) {
        let read = PolicyFile(yaml: yaml, file: file)
        if let fault = read.faults.first(where: { $0.severity == .error }) { throw fault }
        var resolution = PolicyResolution(
            shipped: [], office: [read], reviewDays: PolicyLibrary.standardReviewDays)
        guard let policy = resolution.policies().first else {
            throw resolution.faults.first ?? PolicyFault(file: file, message: "This is not a policy.")
        }
        self = policy
    }
}
