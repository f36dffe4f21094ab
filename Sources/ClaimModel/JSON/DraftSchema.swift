import TextKit

/// The JSON Schema (draft 2020-12) of the draft's JSON, made from the list of fields that reads and writes it.
///
/// It says what `DraftReader` takes from a file, but for three things that no schema can say: a name that appears twice, a
/// day that no calendar has, and `schema` written as 1.0.
public enum DraftSchema {
    /// The schema as JSON, a member on each line.
    public static let text: String = {
        var output = JSONWriter(.indented)
        JSONValue.object(
            [
                ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
                ("title", .text("A claim as CleanClaim keeps it, schema \(DraftLayout.schema)")),
                (
                    "description",
                    .text(
                        "One object for a claim; every value is the text as typed. A file holds one, or one on each line."
                    )
                ),
                ("$defs", .object(definitions)),
            ] + members(of: DraftLayout.claim) + [("required", .list([.text("schema"), .text("id")]))]
        ).write(to: &output)
        return String(decoding: output.bytes, as: UTF8.self) + "\n"
    }()

    private typealias Members = [(name: String, value: JSONValue)]

    // MARK: The claim

    private static func members(of group: DraftLayout.Group) -> Members {
        [
            ("type", .text("object")), ("additionalProperties", .bool(false)),
            ("properties", .object(group.items.map { ($0.name, node(of: $0.item)) })),
        ]
    }

    private static func node(of item: DraftLayout.Item) -> JSONValue {
        switch item {
        case .field(let field): node(of: field)
        case .group(let group): .object(members(of: group))
        case .rows(let part, let group): list(of: .object(members(of: group)), most: part.limit)
        case .carried: list(of: .reference("carried"), most: CarriedSegment.limit)
        case .id:
            .object([
                ("$ref", .text("#/$defs/name")), ("description", .text("Names the claim, and no other one.")),
                ("minLength", .number(1)), ("maxLength", .number(DraftDecoding.Limit.id)),
            ])
        case .overrides: list(of: .reference("override"), most: DraftDecoding.Limit.overrides)
        case .queries: list(of: .reference("query"), most: DraftDecoding.Limit.queries)
        case .schema: .object([("const", .number(DraftLayout.schema))])
        case .defaulted:
            .object([
                ("description", .text("The fields that still have the practice's default.")),
                ("type", .text("array")), ("items", .object([("enum", .list(Field.all.map { .text($0.id) }))])),
            ])
        }
    }

    private static func node(of field: Field) -> JSONValue {
        var help = field.help
        if let box = field.box { help += " CMS-1500 box \(box)." }
        if let element = field.element { help += " 837P \(element)." }
        var members = text(most: DraftDecoding.Limit.text(of: field))
        members.insert(contentsOf: [("title", .text(field.label)), ("description", .text(help))], at: 0)
        let codes = field.shape.choices.map { JSONValue.text($0.code) }
        if !codes.isEmpty { members.append(("examples", .list(codes))) }
        return .object(members)
    }

    private static func list(of node: JSONValue, most: Int) -> JSONValue {
        .object([("type", .text("array")), ("maxItems", .number(most)), ("items", node)])
    }

    private static func text(most: Int) -> Members { [("$ref", .text("#/$defs/text")), ("maxLength", .number(most))] }

    // MARK: What is recorded in addition to the fields

    private static var definitions: Members {
        let word = JSONValue.object(text(most: DraftDecoding.Limit.note))
        let day = JSONValue.reference("day")
        let input = JSONValue.object(text(most: DraftDecoding.Limit.text(of: .rationale)))
        let inputs = JSONValue.object([
            ("type", .text("object")), ("maxProperties", .number(DraftDecoding.Limit.inputs)),
            ("additionalProperties", input),
        ])
        return [
            ("text", pattern("^[^\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F]*$")),
            (
                "name",
                pattern("^[^\\u0000-\\u001F\\u007F-\\u009F\\u2028-\\u202E\\u2066-\\u2069\\uE000-\\uF8FF\\uFEFF]*$")
            ),
            ("day", pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")),
            ("carried", carried),
            (
                "override",
                record([
                    ("by", word), ("inputs", inputs), ("on", day), ("place", word), ("reason", word), ("rule", word),
                ])
            ),
            ("query", record([("by", word), ("on", day), ("place", word), ("question", word), ("rule", word)])),
        ]
    }

    private static var carried: JSONValue {
        func alone(_ name: String) -> JSONValue { .object([("required", .list([.text(name)]))]) }
        let segment = JSONValue.object(text(most: DraftDecoding.Limit.note))
        return .object([
            ("description", .text("What a claim file says that no field holds.")),
            ("type", .text("object")), ("additionalProperties", .bool(false)),
            (
                "properties",
                .object([
                    ("loop", .object(text(most: DraftDecoding.Limit.id))), ("segment", segment), ("rest", segment),
                ])
            ),
            ("required", .list([.text("loop")])), ("oneOf", .list([alone("segment"), alone("rest")])),
        ])
    }

    private static func record(_ members: Members) -> JSONValue {
        .object([
            ("type", .text("object")), ("additionalProperties", .bool(false)), ("properties", .object(members)),
            ("required", .list(members.map { .text($0.name) })),
        ])
    }

    private static func pattern(_ expression: String) -> JSONValue {
        .object([("type", .text("string")), ("pattern", .text(expression))])
    }
}

extension JSONValue {
    fileprivate static func reference(_ name: String) -> JSONValue { .object(["$ref": .text("#/$defs/\(name)")]) }

    fileprivate static func object(_ members: [(name: String, value: JSONValue)]) -> JSONValue {
        .object(JSONMembers(members))
    }
}
