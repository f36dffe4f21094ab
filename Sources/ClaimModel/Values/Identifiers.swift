/// What is wrong with the text of an 837P element of type AN: characters outside the basic and extended sets of X12.
func x12Fault(in text: String) -> String? {
    text.utf8.allSatisfy { $0 >= 32 && $0 <= 126 } ? nil : "Only English letters, digits and common marks"
}

/// The member's ID as on the card (837P NM109), in capital letters without spaces and hyphens.
public struct MemberID: WrittenText {
    /// From 2 to 80 capital letters and digits: `JQX123456789`.
    public let text: String

    static let noun = "A member ID"
    static let lengths = 2...80
    static let columns = 20

    package init(checked text: String) {
        self.text = text
    }

    /// Capital letters, without the spaces and hyphens that only a card has.
    static func normalized(_ text: String) -> String {
        String(text.capitals.filter { !$0.isWhitespace && $0 != "-" })
    }

    static func fault(in text: String) -> String? {
        text.utf8.allSatisfy(\.isLetterOrDigit)
            ? nil : "A member ID has only letters and digits. Enter it as on the card"
    }
}

/// The practice's own number of a claim (837P CLM01).
public struct AccountNumber: WrittenText {
    /// From 1 to 38 ASCII characters: `CC-1042`.
    public let text: String

    static let noun = "An account number"
    static let lengths = 1...38
    static let columns = 20

    init(checked text: String) {
        self.text = text
    }

    static func fault(in text: String) -> String? { x12Fault(in: text) }
}

/// The payer's electronic ID (837P NM109), such as 29076.
public struct PayerIdentifier: WrittenText {
    /// From 2 to 80 capital letters, digits and hyphens.
    public let text: String

    static let noun = "An ID"
    static let lengths = 2...80
    static let columns = 12

    init(checked text: String) {
        self.text = text
    }

    static func normalized(_ text: String) -> String { text.capitals }

    static func fault(in text: String) -> String? {
        text.utf8.allSatisfy { $0.isLetterOrDigit || $0 == .dash }
            ? nil : "A payer ID is letters and digits, such as 29076"
    }
}

/// A prior authorization (837P REF*G1), kept as the payer wrote it.
public struct AuthorizationNumber: WrittenText {
    /// From 1 to 50 ASCII characters.
    public let text: String

    static let noun = "An authorization number"
    static let lengths = 1...50
    static let columns = 24

    init(checked text: String) {
        self.text = text
    }

    static func fault(in text: String) -> String? { x12Fault(in: text) }
}

/// A number that ties an attachment or a check to its record (837P PWK06).
public struct ControlNumber: WrittenText {
    /// From 1 to 50 ASCII characters; unique among the claim's attachments.
    public let text: String

    static let noun = "A control number"
    static let lengths = 1...50
    static let columns = 24

    init(checked text: String) {
        self.text = text
    }

    static func fault(in text: String) -> String? { x12Fault(in: text) }
}

/// The payer's own number of an earlier claim (837P REF*F8), also called ICN or DCN.
public struct ClaimControlNumber: WrittenText {
    /// From 1 to 50 ASCII characters.
    public let text: String

    static let noun = "The payer's claim number"
    static let lengths = 1...50
    static let columns = 24

    init(checked text: String) {
        self.text = text
    }

    static func fault(in text: String) -> String? { x12Fault(in: text) }
}

/// The name of a payer policy's file: small letters, digits, hyphens and underscores.
public struct PolicyID: WrittenText {
    /// From 1 to 40 small letters, digits, hyphens and underscores: `medmutual`.
    public let text: String

    static let noun = "A policy name"
    static let lengths = 1...40
    static let columns = 16

    init(checked text: String) {
        self.text = text
    }

    static func normalized(_ text: String) -> String { text.smallLetters }

    static func fault(in text: String) -> String? {
        let isSlug = text.utf8.allSatisfy { $0.isLetterOrDigit || $0 == .dash || $0 == UInt8(ascii: "_") }
        return isSlug && text.utf8.first?.isLetterOrDigit == true
            ? nil : "A policy name has only a to z, 0 to 9, - and _. For example medmutual"
    }
}

/// The number of a laboratory's certificate under the Clinical Laboratory Improvement Amendments: two digits, D, seven
/// digits.
public struct CLIANumber: FixedCode {
    /// `36D0000000`.
    public let text: String

    static let length = 10
    static let good = "A CLIA number is 2 digits, D and 7 digits. For example 36D0000000"

    init(checked text: String) {
        self.text = text
    }

    static func mayBegin(_ characters: [UInt8]) -> Bool {
        characters.enumerated().allSatisfy { index, byte in
            index == 2 ? byte == UInt8(ascii: "D") : byte.isDigit
        }
    }
}
