/// How a draft is laid out in its JSON: the ids of the fields, nested at their dots.
///
/// A row's fields are in its list without their part's name: `line.ndc` is `lines[i].ndc`.
struct DraftLayout {
    /// What is under one name, in the order of the names' bytes, which is the canonical one.
    indirect enum Item: Sendable {
        case field(Field)
        case group(Group)
        case rows(Part, Group)
        case carried(Part)
        case defaulted, id, overrides, queries, schema
    }

    struct Group: Sendable {
        let items: [(name: String, item: Item)]
        private let byName: [String: Item]

        init(_ items: [String: Item]) {
            byName = items
            self.items = items.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }
        }

        subscript(name: String) -> Item? { byName[name] }
    }

    /// The version of this layout.
    static let schema = 1

    /// The name that a member has now: earlier versions wrote others, which are still read.
    static func current(_ name: String) -> String { name == "standing" ? "defaults" : name }

    static let claim: Group = {
        var items = DraftLayout.items(of: .claim)
        items["carried"] = .carried(.claim)
        items["defaults"] = .defaulted
        items["id"] = .id
        items["overrides"] = .overrides
        items["queries"] = .queries
        items["schema"] = .schema
        for part in Part.allCases {
            guard let list = part.listName else { continue }
            var row = DraftLayout.items(of: part)
            if part == .line { row["carried"] = .carried(.line) }
            items[list] = .rows(part, Group(row))
        }
        return Group(items)
    }()

    private static func items(of part: Part) -> [String: Item] {
        let paths = Field.all.filter { $0.part == part }.map { field in
            (path: field.id.split(separator: ".").dropFirst(part == .claim ? 0 : 1), field: field)
        }
        return nested(paths)
    }

    private static func nested(_ paths: [(path: ArraySlice<Substring>, field: Field)]) -> [String: Item] {
        let byFirst = Dictionary(grouping: paths) { String($0.path.first ?? "") }
        return byFirst.mapValues { paths in
            if paths.count == 1, let only = paths.first, only.path.count <= 1 { return .field(only.field) }
            return .group(Group(nested(paths.map { ($0.path.dropFirst(), $0.field) })))
        }
    }
}

extension Part {
    /// The list that holds the part's rows.
    var listName: String? {
        switch self {
        case .claim: nil
        case .diagnosis: "diagnoses"
        case .line: "lines"
        case .trial: "trials"
        case .score: "scores"
        case .attachment: "attachments"
        }
    }
}
