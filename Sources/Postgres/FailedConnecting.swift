extension PostgresFault {
    /// What libpq says of an attempt to connect, one line for each address tried; the server's own lines end with their
    /// SQLSTATE and have no words, since the verbosity asks for that.
    init(connecting message: String, needsPassword: Bool) {
        let states = message.split(whereSeparator: \.isNewline).compactMap(PostgresFault.sqlState)
        if let denied = states.first(where: { Kind(sqlState: $0) == .denied }) {
            self.init(sqlState: denied)
        } else if needsPassword {
            self.init(kind: .denied, reason: "it asks for a password, and none was found for it")
        } else {
            let first = message.split(whereSeparator: \.isNewline).first.map(PostgresFault.withoutPassword)
            self.init(kind: .connection, sqlState: states.first ?? "", reason: first)
        }
    }

    private static func sqlState(of line: Substring) -> String? {
        guard let word = line.split(separator: " ").last, word.utf8.count == 5, line.dropLast(5).hasSuffix(":  "),
            word.utf8.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) })
        else { return nil }
        return String(word)
    }

    private static func withoutPassword(_ line: Substring) -> String {
        guard let word = line.range(ofCaseInsensitive: "password") else { return String(line) }
        return String(line[..<word])
    }
}

extension Substring {
    fileprivate func range(ofCaseInsensitive word: String) -> Index? {
        indices.first { self[$0...].prefix(word.count).lowercased() == word }
    }
}
