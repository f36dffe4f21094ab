import TextKit

/// What a service line says in words (837P NTE02 and SV101-7).
public struct Narrative: WrittenText {
    /// From 1 to 80 characters: `KETAMINE HCL 50MG/ML 35MG IV`.
    public let text: String

    static let noun = "A narrative"
    package static let lengths = 1...80
    static let columns = 60

    init(checked text: String) {
        self.text = text
    }
}

/// Box 19 of the CMS-1500: additional claim information.
public struct BoxNote: WrittenText {
    /// From 1 to 71 characters.
    public let text: String

    static let noun = "Box 19"
    static let lengths = 1...71
    static let columns = 60

    init(checked text: String) {
        self.text = text
    }
}

/// A few words on one line.
public struct ShortText: WrittenText {
    /// From 1 to 60 characters.
    public let text: String

    static let noun = "A text"
    static let lengths = 1...60
    static let columns = 30

    init(checked text: String) {
        self.text = text
    }
}

/// Notes of several lines.
public struct FreeText: WrittenText {
    /// From 1 to 4000 characters; lines end with a line feed.
    public let text: String

    static let noun = "A text"
    static let lengths = 1...4000
    static let columns = 72

    init(checked text: String) {
        self.text = text
    }

    public static let shape = EntryShape(columns: columns, limit: lengths.upperBound, isMultiline: true)

    /// Line breaks of any system as one line feed.
    static func normalized(_ text: String) -> String {
        text.contains("\r\n") || text.contains("\r")
            ? String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 }) : text
    }

    static func fault(in text: String) -> String? {
        text.unicodeScalars.contains { $0.isHidden && $0 != "\n" && $0 != "\t" }
            ? "No control characters allowed. Delete the invisible ones" : nil
    }
}
