/// A note of the tabular list, on a code, a section or a chapter; it goes for everything below.
public struct CodeNote: Hashable, Sendable {
    /// The notes of the tabular list that are about other codes, by their headings there.
    public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        case excludes1, excludes2, codeFirst, useAdditional, codeAlso, includes, seventhCharacter
    }

    /// By the heading that the publisher gave it.
    public let kind: Kind
    /// As published.
    public let text: String
    /// The codes that the text names.
    public let ranges: [CodeRange]
    /// Whether all of the text that is about codes could be read into `ranges`; otherwise the text is to be shown.
    public let isWhole: Bool
    /// What carries the note: `F32`, `F30-F39`.
    public let owner: String

    init(kind: Kind, text: String, ranges: [CodeRange], isWhole: Bool, owner: String) {
        self.kind = kind
        self.text = text
        self.ranges = ranges
        self.isWhole = isWhole
        self.owner = owner
    }
}
