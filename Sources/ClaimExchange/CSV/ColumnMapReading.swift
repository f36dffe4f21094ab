import ClaimModel
import ClaimRules
import Yams

extension ColumnMap {
    /// In bytes; a map of every field has some thousand.
    public static let largest = 64 * 1024

    /// Reads a map from its YAML: `columns`, and if wanted `group_by`, `dates`, `delimiter`, `header` and `constants`.
    public init(yaml: String) throws(ColumnMapFaults) {
        var reading = ColumnMapReading()
        if let map = reading.map(yaml), reading.faults.isEmpty {
            self = map
        } else {
            throw ColumnMapFaults(faults: reading.faults)
        }
    }
}

/// Reads the parts of a map, and keeps what is wrong with them instead of stopping at the first.
private struct ColumnMapReading {
    private(set) var faults: [ColumnMapFault] = []
    private var dates: DatePattern?
    private var isGrouped = false
    private var filled: Set<ColumnMap.Target> = []

    private mutating func note(_ node: Node?, _ message: String) {
        faults.append(ColumnMapFault(line: node?.mark?.line, message: message))
    }

    mutating func map(_ yaml: String) -> ColumnMap? {
        guard let root = root(of: yaml) else { return nil }
        let settings = members(
            root, "a map", known: ["group_by", "dates", "delimiter", "header", "columns", "constants"])
        func node(_ name: String) -> Node? { settings.first { $0.name == name }?.value }
        let groupBy = text(node("group_by"), "group_by must be the name of a column")
        isGrouped = groupBy != nil
        dates = pattern(node("dates"))
        var columns: [ColumnMap.Column] = []
        var passedOver: [String] = []
        for member in node("columns").map({ members($0, "columns") }) ?? [] {
            if member.value.isNothing {
                passedOver.append(member.name)
            } else if let column = column(member.name, member.value) {
                columns.append(column)
            }
        }
        let constants = constants(node("constants"))
        if columns.isEmpty, faults.isEmpty { note(root, "columns is missing: name a column and its field below it") }
        return ColumnMap(
            groupBy: groupBy, delimiter: delimiter(node("delimiter")), hasHeader: flag(node("header")) ?? true,
            columns: columns, passedOver: passedOver, constants: constants)
    }

    private mutating func root(of yaml: String) -> Node? {
        guard yaml.utf8.count <= ColumnMap.largest else {
            note(nil, "it is larger than 64 KB, which no map is")
            return nil
        }
        do {
            if let node = try Yams.compose(yaml: yaml, .basic, .default, .utf8), node.mapping != nil { return node }
            note(nil, "not a column map: write columns: and below it each column with its field")
        } catch let error as YamlError {
            let (line, problem) = error.located
            faults.append(ColumnMapFault(line: line, message: "it is not readable as YAML: \(problem)"))
        } catch {
            note(nil, "it is not readable as YAML")
        }
        return nil
    }

    /// The members of a mapping by their names.
    private mutating func members(
        _ node: Node, _ what: String, known: [String]? = nil
    ) -> [(name: String, value: Node)] {
        guard let mapping = node.mapping else {
            if !node.isNothing { note(node, "\(what) must be names with values, one to a line") }
            return []
        }
        var members: [(name: String, value: Node)] = []
        for (key, value) in mapping {
            let name = trimmed(key.scalar?.string ?? "")
            if let known, !known.contains(name) {
                note(key, "\"\(name.shown)\" is none of \(known.joined(separator: ", "))")
            } else {
                members.append((name, value))
            }
        }
        return members
    }
}

// MARK: Columns and constants

extension ColumnMapReading {
    /// `patient.sex`, or `{field: patient.sex, values: {Female: F}}`.
    private mutating func column(_ name: String, _ value: Node) -> ColumnMap.Column? {
        if let id = value.written {
            return target(id, value).map { column(name, [$0], at: value) }
        }
        let known = ["field", "fields", "split", "dates", "values"]
        let settings = members(value, "column \"\(name.shown)\"", known: known)
        func node(_ name: String) -> Node? { settings.first { $0.name == name }?.value }
        let split = sign(node("split"), "split must be the sign between the values, such as \";\"")
        var targets: [ColumnMap.Target] = []
        for field in node("field").map({ [$0] }) ?? node("fields")?.sequence.map(Array.init) ?? [] {
            guard let target = target(field.written ?? "", field) else { return nil }
            targets.append(target)
        }
        guard let first = targets.first, (node("field") == nil) != (node("fields") == nil) else {
            if !settings.isEmpty { note(value, "column \"\(name.shown)\" needs field, or fields as a list") }
            return nil
        }
        if node("fields") != nil, split == nil {
            note(value, "column \"\(name.shown)\" goes into several fields: say split and the sign between them")
        }
        if split != nil, node("field") != nil, first.field.part != .claim, first.field.part != .line {
            let rows = (first.row ?? 0)..<first.field.part.limit
            targets = rows.map { ColumnMap.Target(field: first.field, row: $0) }
        }
        return column(
            name, targets, split: split, dates: pattern(node("dates")), values: values(node("values")), at: value)
    }

    private mutating func column(
        _ name: String, _ targets: [ColumnMap.Target], split: Character? = nil, dates: DatePattern? = nil,
        values: [String: String] = [:], at node: Node
    ) -> ColumnMap.Column {
        for target in targets where !filled.insert(target).inserted {
            note(node, "\(target.key) is filled twice: keep one column, or number the field")
        }
        return ColumnMap.Column(
            name: name, targets: targets, split: split, dates: dates ?? self.dates, values: values)
    }

    private mutating func constants(_ node: Node?) -> [ColumnMap.Constant] {
        guard let node else { return [] }
        var constants: [ColumnMap.Constant] = []
        for (id, value) in members(node, "constants") {
            guard let target = target(id, value, isConstant: true) else { continue }
            guard let text = value.written else {
                note(value, "\(id.shown) must be text")
                continue
            }
            if filled.contains(target) || filled.contains(ColumnMap.Target(field: target.field, row: target.row ?? 0)) {
                note(value, "\(target.key) has a column and a constant: keep one")
            }
            if let refusal = target.field.refusal(of: text) { note(value, "\(target.key) \(refusal)") }
            constants.append(ColumnMap.Constant(target: target, text: text))
        }
        return constants
    }

    /// `line.ndc`, `line.ndc[2]`. What is not numbered is the row's own line where rows are lines, for a constant each
    /// line, else the first.
    private mutating func target(_ id: String, _ node: Node, isConstant: Bool = false) -> ColumnMap.Target? {
        if let field = Field.named(id) {
            let isEachLine = field.part == .line && (isGrouped || isConstant)
            return ColumnMap.Target(field: field, row: isEachLine ? nil : 0)
        }
        guard let place = Place(key: id) else {
            let nearest = id.prefix { $0 != "[" }.description.nearest(in: Field.all.map(\.id))
            note(node, "\"\(id.shown)\" is not a field of a claim" + (nearest.map { ": did you mean \($0)?" } ?? ""))
            return nil
        }
        guard !isGrouped || place.field.part != .line else {
            note(
                node,
                "\(place.key) is numbered, but with group_by each row is a line of its own: write \(place.field.id)")
            return nil
        }
        return ColumnMap.Target(field: place.field, row: place.row)
    }
}

// MARK: Values

extension ColumnMapReading {
    private mutating func text(_ node: Node?, _ remedy: String) -> String? {
        guard let node, !node.isNothing else { return nil }
        if let text = node.written { return trimmed(text) }
        note(node, remedy)
        return nil
    }

    private mutating func pattern(_ node: Node?) -> DatePattern? {
        guard let node, let text = text(node, "dates must be \(DatePattern.form)") else { return nil }
        if let pattern = DatePattern(text) { return pattern }
        note(node, "dates must be \(DatePattern.form)")
        return nil
    }

    private mutating func sign(_ node: Node?, _ remedy: String) -> Character? {
        guard let node, let text = node.scalar?.string, !node.isNothing else { return nil }
        if text.count == 1, let sign = text.first, sign != "\"", !sign.isNewline { return sign }
        note(node, remedy)
        return nil
    }

    private mutating func delimiter(_ node: Node?) -> Character? {
        let names: [String: Character] = ["comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"]
        if let name = node?.written, let sign = names[name] { return sign }
        return sign(node, "delimiter must be comma, semicolon, tab or bar")
    }

    private mutating func flag(_ node: Node?) -> Bool? {
        guard let node, !node.isNothing else { return nil }
        switch node.scalar?.string.lowercased() {
        case "yes", "true": return true
        case "no", "false": return false
        default: note(node, "header must be yes or no")
        }
        return nil
    }

    private mutating func values(_ node: Node?) -> [String: String] {
        guard let node else { return [:] }
        let pairs = members(node, "values").map { ($0.name.lowercased(), $0.value.scalar?.string ?? "") }
        return Dictionary(pairs) { first, _ in first }
    }
}
