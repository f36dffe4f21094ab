public import ClaimModel

/// The diagnoses, procedures and drugs that the office's claims named last: codes alone, the newest first.
public struct RecentCodes: Hashable, Sendable {
    /// The newest first, 60 at most, none twice.
    public private(set) var codes: [String] = []

    private static let most = 60

    /// No codes yet.
    public init() {}

    /// As `text` writes it.
    public init(text: String) {
        codes = text.split(separator: " ").prefix(RecentCodes.most).map(String.init)
    }

    /// The codes with a space between them.
    public var text: String { codes.joined(separator: " ") }

    /// Puts a claim's codes first, as far as the books know them: nothing else that was typed is kept.
    public mutating func take(from draft: ClaimDraft, knownTo books: CodeBooks) {
        let diagnoses = draft.diagnoses.compactMap { $0.code.value }.compactMap { books.diagnosis($0.text) }
            .filter(\.isBillable).map(\.code)
        let procedures = draft.lines.compactMap { $0.procedure.value }.compactMap { books.procedure($0.text)?.code }
        let drugs = draft.lines.compactMap { $0.ndc.value }.compactMap { books.product(ndc11: $0.description)?.ndc11 }
        var seen: Set<String> = []
        codes = Array(
            (diagnoses + procedures + drugs + codes).filter { seen.insert($0).inserted }.prefix(RecentCodes.most))
    }
}
