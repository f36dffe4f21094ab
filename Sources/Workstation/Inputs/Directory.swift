public import ClaimModel

/// The reference files as the desk has them: each in the order of its labels, found by identity and by its beginning.
public struct Directory: Sendable {
    private var files: [ReferenceKind: [Item]] = [:]
    private var entries: [String: ReferenceEntry] = [:]
    /// The ids of the coverages and authorizations of each patient.
    private var owned: [String: Set<String>] = [:]

    private struct Item: Sendable {
        /// The label in small letters: what is sorted and searched.
        let name: String
        let id: String

        init(_ entry: ReferenceEntry) {
            name = entry.label.lowercased()
            id = entry.id
        }

        static func < (left: Item, right: Item) -> Bool { (left.name, left.id) < (right.name, right.id) }
    }

    /// Puts them in order; of a large store that takes a second, so that it is made where nobody waits for it.
    public init(_ entries: [ReferenceEntry]) {
        for entry in entries {
            files[entry.kind, default: []].append(Item(entry))
            note(entry)
        }
        for kind in files.keys { files[kind]?.sort { $0 < $1 } }
    }

    /// Takes entries that are new or have changed.
    mutating func take(_ changed: [ReferenceEntry]) {
        for entry in changed {
            if let before = entries[entry.id] { remove(before) }
            insert(entry)
        }
    }

    /// Takes all that was read; what the desk has already was kept since, and counts.
    mutating func take(_ read: Directory) {
        let kept = Array(entries.values)
        self = read
        take(kept)
    }

    /// Takes a change that was made.
    mutating func make(_ change: ReferenceChange) {
        for step in change.steps {
            for id in [step.before?.id, step.after?.id].compactMap(\.self) {
                if let known = entries[id] { remove(known) }
            }
            if let after = step.after { insert(after) }
        }
    }

    private mutating func insert(_ entry: ReferenceEntry) {
        let item = Item(entry)
        let place = files[entry.kind, default: []].place { $0 < item }
        files[entry.kind, default: []].insert(item, at: place)
        note(entry)
    }

    private mutating func remove(_ entry: ReferenceEntry) {
        let item = Item(entry)
        let place = files[entry.kind, default: []].place { $0 < item }
        if files[entry.kind]?.indices.contains(place) == true, files[entry.kind]?[place].id == item.id {
            files[entry.kind]?.remove(at: place)
        }
        entries[entry.id] = nil
        if let owner = entry.owner { owned[owner]?.remove(entry.id) }
    }

    private mutating func note(_ entry: ReferenceEntry) {
        entries[entry.id] = entry
        if let owner = entry.owner { owned[owner, default: []].insert(entry.id) }
    }
}

extension Directory {
    func entry(_ kind: ReferenceKind, _ identity: String) -> ReferenceEntry? { entries["\(kind.rawValue) \(identity)"] }

    /// The entries whose labels have every word of the filter, in their order; those that are not offered only if wanted.
    func entries(
        _ kind: ReferenceKind, matching filter: String = "", includingInactive: Bool = false, most: Int = .max
    ) -> [ReferenceEntry] {
        let words = filter.lowercased().split(separator: " ")
        var found: [ReferenceEntry] = []
        for item in files[kind] ?? [] where words.allSatisfy({ item.name.contains($0) }) {
            guard let entry = entries[item.id] else { continue }
            guard entry.isOffered || includingInactive && entry.mergedInto == nil else { continue }
            found.append(entry)
            if found.count == most { break }
        }
        return found
    }

    /// The entries that are offered and whose label begins with a text, in any case.
    func entries(_ kind: ReferenceKind, beginningWith text: String, most: Int) -> [ReferenceEntry] {
        let (file, start) = (files[kind] ?? [], text.lowercased())
        var found: [ReferenceEntry] = []
        for item in file[file.place { $0.name < start }...] {
            guard item.name.hasPrefix(start), found.count < most else { break }
            if let entry = entries[item.id], entry.isOffered { found.append(entry) }
        }
        return found
    }

    /// The coverages or authorizations of a patient that are kept, the first plan first.
    func owned(_ kind: ReferenceKind, by patient: String, includingInactive: Bool = false) -> [ReferenceEntry] {
        (owned[patient] ?? []).compactMap { entries[$0] }
            .filter { $0.kind == kind && $0.mergedInto == nil && ($0.isActive || includingInactive) }
            .sorted { ($0.rank, $0.label) < ($1.rank, $1.label) }
    }
}

extension Directory {
    /// Everything that belongs to a patient's entry and follows it, offered or not; nothing for entries of other kinds.
    func belongings(of entry: ReferenceEntry) -> [ReferenceEntry] {
        guard entry.kind == .patient else { return [] }
        return ReferenceKind.allCases.filter(\.isOfPatient)
            .flatMap { owned($0, by: entry.identity, includingInactive: true) }
    }
}

extension ReferenceEntry {
    /// The first plan before the second.
    fileprivate var rank: Int { ["P", "S", "T"].firstIndex(of: text(of: .payerOrder).uppercased()) ?? 0 }
}

extension Array {
    /// The first place of a sorted array whose element is not before something.
    fileprivate func place(where isBefore: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
