/// Between whom an interchange goes: what the clearinghouse or payer has agreed on with the practice.
public struct InterchangeParties: Hashable, Sendable {
    /// One end of an interchange (ISA05 and ISA06, or ISA07 and ISA08).
    public struct Party: Hashable, Sendable {
        /// What kind of number it is: ZZ mutually defined, 30 a federal tax number, 01 DUNS, …
        public let qualifier: String
        /// Two to fifteen characters.
        public let identifier: String

        /// The qualifiers that the professional guide takes (005010X222A1, ISA05 and ISA07; X12 data element
        /// I05).
        public static let qualifiers = ["01", "14", "20", "27", "28", "29", "30", "33", "ZZ"]

        /// `nil` where X12 does not take it.
        public init?(qualifier: String, identifier: String) {
            let legal = LegalText(identifier)
            guard Party.qualifiers.contains(qualifier), (2...15).contains(identifier.utf8.count),
                legal.text == identifier, !legal.hasUnwritable
            else { return nil }
            self.qualifier = qualifier
            self.identifier = identifier
        }
    }

    /// Whether claims are to be paid or only tried (ISA15).
    public enum Usage: String, Hashable, Sendable {
        case test = "T"
        case production = "P"
    }

    /// Who sends the file (ISA05 and ISA06, GS02).
    public let sender: Party
    /// Who gets it (ISA07 and ISA08, GS03, 1000B NM109).
    public let receiver: Party
    /// The receiver's name (1000B NM103).
    public let receiverName: String
    /// Test or production (ISA15).
    public let usage: Usage

    /// Whether a name can be written as it is: up to 60 characters (NM103) that X12 knows.
    public static func canName(_ text: String) -> Bool {
        (1...60).contains(text.utf8.count) && !LegalText(text).hasUnwritable
    }

    /// - Parameter receiverName: one that `canName` takes.
    public init(sender: Party, receiver: Party, receiverName: String, usage: Usage) {
        self.sender = sender
        self.receiver = receiver
        self.receiverName = receiverName
        self.usage = usage
    }
}

/// When a file is made, and its number.
public struct InterchangeStamp: Hashable, Sendable {
    /// `20261110`
    public let date: String
    /// `0930`
    public let time: String
    /// The interchange's control number (ISA13), 1 to 999,999,999; never the same twice in a practice.
    public let number: Int

    /// - Parameters:
    ///   - date: CCYYMMDD, for ISA09 and GS04.
    ///   - time: HHMM, for ISA10 and GS05.
    public init(date: String, time: String, number: Int) {
        self.date = date
        self.time = time
        self.number = number
    }
}
