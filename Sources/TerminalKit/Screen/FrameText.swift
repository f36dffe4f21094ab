import TextKit

extension Frame {
    /// Every row as text, in full width.
    public var lines: [String] {
        (0..<size.rows).map { row in
            String(self.row(row).lazy.filter { $0.columns > 0 }.map(\.character))
        }
    }

    /// The rows without the spaces at their ends, one below the other.
    public var text: String {
        lines.map(\.withoutBlanksAtEnd).joined(separator: "\n")
    }

    /// The frame as it is kept in a `.screen` file: its size and cursor, what is seen, and one letter per column for
    /// its role, with the roles that occur named below.
    public var snapshot: String {
        let cursor = cursor.map { " cursor \($0.column),\($0.row)" } ?? ""
        let rows = (0..<size.rows).map { row($0) }
        let used = Set(rows.joined().map(\.role))
        let letters = Dictionary(uniqueKeysWithValues: zip(Role.allCases, roleLetters))
        let map = rows.map { row in
            String(row.map { $0.role == .text ? " " : letters[$0.role] ?? "?" }).withoutBlanksAtEnd
        }
        let legend = Role.allCases.filter { $0 != .text && used.contains($0) }
            .map { "\(letters[$0] ?? "?") \($0.rawValue)" }
        let parts =
            ["size \(size.columns)x\(size.rows)\(cursor)"] + lines.map { "|\($0)|" }
            + ["roles"] + map.map { "|\($0)".withoutBlanksAtEnd } + legend
        return parts.joined(separator: "\n") + "\n"
    }
}

private let roleLetters = Array(".abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
