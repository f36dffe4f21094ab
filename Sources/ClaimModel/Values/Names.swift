/// A family, given or middle name: letters of any script, marks, spaces, hyphens, apostrophes and points; digits only in
/// a generation (`Smith 3rd`).
public struct PersonName: WrittenText {
    /// From 1 to 60 characters, at least one of them a letter.
    public let text: String

    static let noun = "A name"
    static let lengths = 1...60
    static let columns = 20

    init(checked text: String) {
        self.text = text
    }

    static func fault(in text: String) -> String? {
        let words = text.split(separator: " ")
        guard words.allSatisfy({ !$0.unicodeScalars.contains(where: \.isDecimalDigit) || $0.mayBeGeneration }) else {
            return "A name has no digits. Enter it as on the insurance card"
        }
        let isName = text.unicodeScalars.filter { !$0.isDecimalDigit }.allSatisfy {
            $0.isLetterOrMark || " '-.\u{2019}".unicodeScalars.contains($0)
        }
        return isName ? nil : "Not allowed in a name. Use letters, spaces, hyphens, apostrophes and periods"
    }

    static func isComplete(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return words.contains { $0.unicodeScalars.contains(where: \.isLetter) && !$0.mayBeGeneration }
            && words.allSatisfy { !$0.mayBeGeneration || $0.isGeneration }
    }
}

extension Substring {
    /// `1st`, `2nd`, `3rd`, `4th`.
    private static let generations = ["1ST", "2ND", "3RD", "4TH", "5TH", "6TH"]

    fileprivate var isGeneration: Bool { Substring.generations.contains(String(self).capitals) }

    /// Whether it is one, or begins like one.
    fileprivate var mayBeGeneration: Bool {
        guard let start = utf8.first, start.isDigit else { return false }
        let word = String(self).capitals
        return Substring.generations.contains { $0.hasPrefix(word) }
    }
}

/// The name of a practice, payer, facility or plan.
public struct OrganizationName: WrittenText {
    /// From 1 to 60 characters.
    public let text: String

    static let noun = "A name"
    static let lengths = 1...60
    static let columns = 30

    init(checked text: String) {
        self.text = text
    }
}

/// One line of a street address (837P N301).
public struct StreetLine: WrittenText {
    /// From 1 to 55 characters: `100 EXAMPLE ST`.
    public let text: String

    static let noun = "A street"
    static let lengths = 1...55
    static let columns = 30

    init(checked text: String) {
        self.text = text
    }
}

/// A city (837P N401).
public struct City: WrittenText {
    /// From 2 to 30 characters, at least one of them a letter.
    public let text: String

    static let noun = "A city"
    static let lengths = 2...30
    static let columns = 20

    init(checked text: String) {
        self.text = text
    }

    static func isComplete(_ text: String) -> Bool { text.unicodeScalars.contains(where: \.isLetter) }
}
