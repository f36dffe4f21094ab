public import CodeSets

extension CodeQuestion {
    /// The tabular's notes on a diagnosis, its own and those of its headers.
    public func notes(on hit: CodeHit) -> [CodeNote] {
        hit.set == .diagnosis ? books.notes(on: hit.code, on: day) : []
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
}
