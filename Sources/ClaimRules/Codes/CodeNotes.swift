public import CodeSets

extension CodeQuestion {
    /// The tabular's notes on a diagnosis, its own and those of its headers.
    public func notes(on hit: CodeHit) -> [CodeNote] {
        hit.set == .diagnosis ? books.notes(on: hit.code, on: day) : []
    }

    /// The notes to read: the kind of each, the code it is at, its text as published.
    func noteLines(on hit: CodeHit) -> [String] {
        notes(on: hit).map { note in
            let place = note.owner == hit.code ? "" : " at \(note.owner)"
            return "  \(note.kind.name)\(place): \(note.text)"
                + (note.isWhole || !note.kind.namesCodes ? "" : " (not checked by the program)")
        }
    }
}

extension CodeNote.Kind {
    /// Its name in the tabular.
    public var name: String {
        switch self {
        case .excludes1: "Excludes1"
        case .excludes2: "Excludes2"
        case .codeFirst: "Code first"
        case .useAdditional: "Use additional code"
        case .codeAlso: "Code also"
        case .includes: "Includes"
        case .seventhCharacter: "7th character"
        }
    }

    /// Whether a note of this kind names other codes.
    fileprivate var namesCodes: Bool {
        switch self {
        case .excludes1, .codeFirst, .useAdditional: true
        case .excludes2, .codeAlso, .includes, .seventhCharacter: false
        }
    }
}
