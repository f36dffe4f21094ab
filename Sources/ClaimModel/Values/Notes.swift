import TextKit

/// What a service line says in words (837P NTE02 and SV101-7).
public struct Narrative: WrittenText {
    public let text: String

    public static let noun = "A narrative"
    public static let lengths = 1...80
    public static let columns = 60

    public init(checked text: String) {
        self.text = text
    }
}

/// Box 19 of the CMS-1500: additional claim information.
public struct BoxNote: WrittenText {
    public let text: String

    public static let noun = "Box 19"
    public static let lengths = 1...71
    public static let columns = 60

    public init(checked text: String) {
        self.text = text
    }
}

/// A few words on one line.
public struct ShortText: WrittenText {
    public let text: String

    public static let noun = "A text"
    public static let lengths = 1...60
    public static let columns = 30

    public init(checked text: String) {
        self.text = text
    }
}

/// Notes of several lines.
public struct FreeText: WrittenText {
    public let text: String

    public static let noun = "A text"
    public static let lengths = 1...4000
    public static let columns = 72

    public init(checked text: String) {
        self.text = text
    }

    public static let shape = EntryShape(columns: columns, limit: lengths.upperBound, isMultiline: true)

    /// Line breaks of any system as one line feed.
    public static func normalized(_ text: String) -> String {
        text.contains("\r\n") || text.contains("\r")
            ? String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 }) : text
    }

    public static func fault(in text: String) -> String? {
        text.unicodeScalars.contains { $0.isHidden && $0 != "\n" && $0 != "\t" }
            ? "No control characters allowed. Delete the invisible ones" : nil
    }
}
