public import ClaimModel

/// One code as an importer hands it over.
public struct CodeRow: Hashable, Sendable {
    /// Letters and digits without dots or dashes; a pair of codes is both in one.
    public var code: String
    /// In the publisher's words, or our own where those are under license; at most 8,000 bytes.
    public var description: String
    /// `false` for headers, and for products that no claim may name.
    public var isBillable: Bool
    /// Whether `description` is only the publisher's shortened title, where the whole one was not at hand.
    public var isShortTitle: Bool
    /// The first day in force, included; `nil` for no limit.
    public var from: Day?
    /// The last day in force, included; `nil` for no limit.
    public var to: Day?
    /// The set's own columns, in the order that its entry reads them.
    public var details: [String]
    /// Words that the code is found by besides its description.
    public var keywords: String

    /// A row as it is read; it is checked when it is put into a table.
    public init(
        code: String, description: String, isBillable: Bool = true, isShortTitle: Bool = false, from: Day? = nil,
        to: Day? = nil, details: [String] = [], keywords: String = ""
    ) {
        self.code = code
        self.description = description
        self.isBillable = isBillable
        self.isShortTitle = isShortTitle
        self.from = from
        self.to = to
        self.details = details
        self.keywords = keywords
    }
}

/// A row that no table can hold, and why.
struct UnreadableRow: Error, Hashable, Sendable, CustomStringConvertible {
    let code: String
    let reason: String

    var description: String { "\(code): \(reason)" }
}
