/// A submitted file of claims: its numbers, its submitter and its receiver.
public struct SentFile: Hashable, Sendable {
    /// The interchange's control number (ISA13).
    public let interchange: Int
    /// The group's control number (GS06).
    public let group: Int
    /// The sender (ISA06, GS02) and the receiver (ISA08, GS03).
    public let sender: String
    public let receiver: String
    public let receiverName: String
    /// Whether it was only a test (ISA15).
    public let isTest: Bool
    /// The file's name, without its folder.
    public let name: String
    public let day: Day
    public let claims: Int
    /// What its claims charge, in cents.
    public let total: Int

    public init(
        interchange: Int, group: Int, sender: String, receiver: String, receiverName: String, isTest: Bool,
        name: String, day: Day, claims: Int, total: Int
    ) {
        self.interchange = interchange
        self.group = group
        self.sender = sender
        self.receiver = receiver
        self.receiverName = receiverName
        self.isTest = isTest
        self.name = name
        self.day = day
        self.claims = claims
        self.total = total
    }
}

/// A claim as it was submitted, and its result.
public struct SentVersion: Hashable, Sendable {
    public let draft: ClaimDraft
    public let interchange: Int
    public let day: Day
    /// `sent` until an answer says otherwise.
    public let status: ClaimStatus
    /// Whether it was rejected only because another claim of its file could not be read.
    public let isBystander: Bool

    public init(draft: ClaimDraft, interchange: Int, day: Day, status: ClaimStatus, isBystander: Bool = false) {
        self.draft = draft
        self.interchange = interchange
        self.day = day
        self.status = status
        self.isBystander = isBystander
    }
}
