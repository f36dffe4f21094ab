public import CodeSets

extension DenialCode {
    /// What the code means, in our own short words; `nil` where no loaded table has it.
    public func label(in books: CodeBooks) -> String? {
        switch self {
        case .carc(let code): books.denial(carc: code)?.label
        case .rarc(let code): books.denial(rarc: code)?.label
        }
    }

    /// `CARC 16: the claim lacks information …`.
    public func text(in books: CodeBooks) -> String {
        label(in: books).map { "\(text): \($0)" } ?? text
    }
}

extension DenialForecast.Entry {
    /// `CARC 16, RARC M76`, or `277CA status 254`.
    public var codes: String {
        switch answer {
        case .claimStatus(let code): "277CA status \(code)"
        case .denial(let code): ([code] + remarks).map(\.text).joined(separator: ", ")
        }
    }

    /// What the answer means, in our own short words; `nil` where no loaded table has it.
    public func meaning(in books: CodeBooks) -> String? {
        switch answer {
        case .claimStatus(let code): books.claimStatus(code)?.label
        case .denial(let code): code.label(in: books)
        }
    }

    /// `CARC 16, RARC M76 (DX-001, DX-023): information is missing`, or
    /// `front-end rejection, 277CA status 254: primary diagnosis (DX-001)`.
    public func text(in books: CodeBooks) -> String {
        let meaning = meaning(in: books).map { ": \($0)" } ?? ""
        let causes = " (\(rules.joined(separator: ", ")))"
        return stage == .rejection ? "front-end rejection, \(codes)\(meaning)\(causes)" : codes + causes + meaning
    }
}
