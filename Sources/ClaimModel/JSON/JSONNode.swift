/// One value of a JSON document and where it is.
struct JSONNode {
    /// In bytes from the start of the file.
    let offset: Int
    let value: Value

    /// A JSON value (RFC 8259). Objects keep every member in its order, so that a doubled name can be refused.
    enum Value {
        case object([JSONMember])
        case list([JSONNode])
        case text(String)
        /// As written.
        case number(String)
        case bool
        case null

        /// What it is, in words.
        var kind: String {
            switch self {
            case .object: "an object in braces"
            case .list: "a list in brackets"
            case .text: "a string"
            case .number: "a number"
            case .bool: "true or false"
            case .null: "null"
            }
        }
    }
}

struct JSONMember {
    let name: String
    /// Where its name is.
    let offset: Int
    let node: JSONNode
}

extension JSONNode {
    /// The members of an object, each name once.
    func members(_ meaning: String) throws(DraftFault) -> [JSONMember] {
        guard case .object(let members) = value else {
            throw DraftFault("\(meaning) goes here, in braces, not \(value.kind)", at: offset)
        }
        var seen: Set<String> = []
        for member in members where !seen.insert(member.name).inserted {
            throw DraftFault("appears twice: keep one", at: member.offset).under(DraftFault.printable(member.name))
        }
        return members
    }

    func rows(_ meaning: String) throws(DraftFault) -> [JSONNode] {
        guard case .list(let rows) = value else {
            throw DraftFault("\(meaning) goes here, in brackets, not \(value.kind)", at: offset)
        }
        return rows
    }
}
