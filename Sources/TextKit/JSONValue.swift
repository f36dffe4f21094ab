/// A JSON value to be written, whose objects keep the order of their members.
package indirect enum JSONValue: Sendable {
    case text(String)
    case number(Int)
    case bool(Bool)
    case null
    case list([JSONValue])
    case object(JSONMembers)

    package init(_ text: String?) { self = text.map { .text($0) } ?? .null }
    package init(_ number: Int?) { self = number.map { .number($0) } ?? .null }

    /// On one line; what a terminal or a script could act on is escaped.
    package var json: String {
        var writer = JSONWriter(.line, escapesInvisible: true)
        write(to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    package func write(to writer: inout JSONWriter) {
        switch self {
        case .text(let text): writer.text(text)
        case .number(let number): writer.number(number)
        case .bool(let flag): writer.flag(flag)
        case .null: writer.null()
        case .list(let items):
            writer.beginList()
            for item in items {
                writer.separate()
                item.write(to: &writer)
            }
            writer.endList()
        case .object(let members):
            writer.beginObject()
            for (name, value) in members.all {
                writer.name(name)
                value.write(to: &writer)
            }
            writer.endObject()
        }
    }
}

/// The members of an object in their order: `["rule": .text("PV-001"), "line": .number(1)]`, or a list of pairs.
package struct JSONMembers: ExpressibleByDictionaryLiteral, Sendable {
    package let all: [(name: String, value: JSONValue)]

    package init(_ all: [(name: String, value: JSONValue)]) { self.all = all }

    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        all = elements.map { (name: $0.0, value: $0.1) }
    }
}
