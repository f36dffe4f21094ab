import ClaimModel

/// Fills in what policy files inherit, and orders their versions.
struct PolicyResolution {
    private let shipped: [PolicyFile]
    private let office: [PolicyFile]
    /// The age at which settings of a policy that names none count as old, in days.
    private let reviewDays: Int
    private(set) var faults: [PolicyFault] = []

    init(shipped: [PolicyFile], office: [PolicyFile], reviewDays: Int) {
        self.shipped = shipped
        self.office = office
        self.reviewDays = reviewDays
    }

    /// Every version that can be used, the office's before the shipped ones, the later before the earlier.
    mutating func policies() -> [Policy] {
        var policies: [Policy] = []
        for file in office + shipped {
            guard let content = file.content else { continue }
            if let twin = policies.first(where: {
                $0.id == content.id && $0.origin.isShipped == file.isShipped && $0.effective.overlaps(content.effective)
            }) {
                fault(
                    file, at: "id", "\(content.id) is also in \(twin.origin.file), for the same service dates.",
                    "Add effective_from and effective_to to one of them, or change its id.")
                continue
            }
            if let policy = resolved(file, below: []) { policies.append(policy) }
        }
        return policies.sorted { left, right in
            let (one, other) = (left.effective.from ?? .distantPast, right.effective.from ?? .distantPast)
            guard left.id == right.id else { return left.id < right.id }
            return left.origin.isShipped == right.origin.isShipped ? one > other : !left.origin.isShipped
        }
    }

    /// The policy of one file with what it inherits.
    ///
    /// - Parameter children: the files that inherit from this one, so that a circle is detected.
    mutating func resolved(_ file: PolicyFile, below children: [String]) -> Policy? {
        guard let content = file.content else { return nil }
        guard let parentID = content.parent else { return policy(of: file, content, on: nil) }
        let name = "\(file.isShipped ? "shipped" : "office")/\(file.name)"
        guard !children.contains(name) else {
            fault(
                file, at: "inherits", "\(content.id) inherits from itself.", "Inherit from another policy.")
            return nil
        }
        guard let source = parent(of: content, isShipped: file.isShipped) else {
            let known = Set((office + shipped).compactMap(\.id)).sorted()
            fault(
                file, at: "inherits", "No policy \(parentID) to inherit from.",
                PolicyReader.choice(of: parentID, among: known))
            return nil
        }
        guard let parent = resolved(source, below: children + [name]) else { return nil }
        return policy(of: file, content, on: parent)
    }

    /// The file that another one builds on: of the office where it has one, else the shipped one. A policy that inherits
    /// its own id builds on the version before it.
    private func parent(of content: PolicyFile.Content, isShipped: Bool) -> PolicyFile? {
        func start(_ file: PolicyFile) -> Day { file.content?.effective.from ?? .distantPast }
        func latest(_ files: [PolicyFile], id: String, before day: Day? = nil) -> PolicyFile? {
            files.filter { file in file.id == id && (day.map { start(file) < $0 } ?? true) }
                .max { start($0) < start($1) }
        }
        guard let id = content.parent else { return nil }
        let own = isShipped ? [] : office
        if id != content.id { return latest(own, id: id) ?? latest(shipped, id: id) }
        let earlier = content.effective.from.flatMap { latest(own, id: id, before: $0) }
        if let earlier { return earlier }
        return isShipped
            ? content.effective.from.flatMap { latest(shipped, id: id, before: $0) } : latest(shipped, id: id)
    }

    private mutating func fault(_ file: PolicyFile, at key: String, _ message: String, _ remedy: String) {
        let fault = PolicyFault(
            file: file.name, line: file.content?.lines[key], message: message, remedy: remedy)
        if !faults.contains(fault) { faults.append(fault) }
    }
}

extension PolicyResolution {
    /// The file's content over its parent's.
    private func policy(of file: PolicyFile, _ content: PolicyFile.Content, on parent: Policy?) -> Policy {
        var settings = content.settings
        if let parent {
            for key in SettingKey.all where !content.cleared.contains(key.name) {
                key.inherit(from: parent.settings, into: &settings)
            }
        }
        let own = Dictionary(content.adjustments.map { ($0.rule, $0) }) { _, last in last }
        let fields = Set(content.requirements.map(\.field))
        let inherited = (parent?.requirements ?? []).filter { !fields.contains($0.field) }
        return Policy(
            Policy.Content(
                id: content.id, name: content.name ?? parent?.name ?? content.id,
                payerID: content.payerID ?? parent.flatMap { $0.isGeneral ? nil : $0.payerID },
                policyID: content.policyID ?? parent?.policyID,
                payerType: content.payerType ?? parent?.payerType ?? .commercial,
                contact: content.contact ?? parent?.contact, provenance: content.provenance,
                effective: content.effective, reviewDays: content.reviewDays ?? parent?.reviewDays ?? reviewDays,
                origin: Policy.Origin(
                    file: file.name, isShipped: file.isShipped,
                    parents: parent.map {
                        ["\($0.id) (\($0.origin.isShipped ? "shipped" : "office"))"] + $0.origin.parents
                    }
                        ?? []),
                settings: settings, adjustments: (parent?.adjustments ?? [:]).merging(own) { _, own in own },
                requirements: inherited + content.requirements, examples: content.examples))
    }
}

extension Policy {
    /// The policy of a payer that has none of its own says nothing about who the payer is.
    var isGeneral: Bool { id == PolicyLibrary.genericID }
}

extension Day {
    static let distantPast = Day(number: .min / 2)
}
