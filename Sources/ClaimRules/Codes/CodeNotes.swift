public import CodeSets

extension CodeQuestion {
    /// The tabular's notes on a diagnosis, its own and those of what stands above it.
    public func notes(on hit: CodeHit) -> [CodeNote] {
        hit.set == .diagnosis ? books.notes(on: hit.code, on: day) : []
    }

    /// The notes to be read: what each asks, where it stands, its text as published.
    func noteLines(on hit: CodeHit) -> [String] {
        notes(on: hit).map { note in
            let place = note.owner == hit.code ? "" : " at \(note.owner)"
            return "  \(note.kind.name)\(place): \(note.text)"
                + (note.isWhole || !note.kind.namesCodes ? "" : " (not checked by the program)")
        }
    }
}

extension CodeNote.Kind {
    /// What the tabular calls it.
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

    /// Whether a note of this kind speaks of other codes.
    fileprivate var namesCodes: Bool {
        switch self {
        case .excludes1, .codeFirst, .useAdditional: true
        case .excludes2, .codeAlso, .includes, .seventhCharacter: false
        }
    }
}
