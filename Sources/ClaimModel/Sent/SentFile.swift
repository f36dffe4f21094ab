/// A submitted file of claims: its numbers, its submitter and its receiver.
public struct SentFile: Hashable, Sendable {
    /// The interchange's control number (ISA13).
    public let interchange: Int
    /// The group's control number (GS06).
    public let group: Int
    /// The number of the sender (ISA06, GS02).
    public let sender: String
    /// The receiver's number (ISA08, GS03).
    public let receiver: String
    /// The receiver's name (1000B NM103).
    public let receiverName: String
    /// Whether it was only a test (ISA15).
    public let isTest: Bool
    /// The file's name, without its folder.
    public let name: String
    /// The day it was written.
    public let day: Day
    /// The time that its header gives (ISA10), `0930`; blank where an earlier version wrote it.
    public let time: String
    /// How many claims it has.
    public let claims: Int
    /// What its claims charge, in cents.
    public let total: Int

    /// The facts of a file that was written.
    public init(
        interchange: Int, group: Int, sender: String, receiver: String, receiverName: String, isTest: Bool,
        name: String, day: Day, time: String = "", claims: Int, total: Int
    ) {
        self.interchange = interchange
        self.group = group
        self.sender = sender
        self.receiver = receiver
        self.receiverName = receiverName
        self.isTest = isTest
        self.name = name
        self.day = day
        self.time = time
        self.claims = claims
        self.total = total
    }
}

/// A claim as it was submitted, and its result.
public struct SentVersion: Hashable, Sendable {
    /// As it was submitted, not as it is now.
    public let draft: ClaimDraft
    /// The control number of the file that it went in (ISA13).
    public let interchange: Int
    /// The day of that submission.
    public let day: Day
    /// `sent` until an answer says otherwise.
    public let status: ClaimStatus
    /// Whether it was rejected only because another claim of its file could not be read.
    public let isBystander: Bool

    /// An earlier version, for the rules that compare a claim with what the payer has.
    public init(draft: ClaimDraft, interchange: Int, day: Day, status: ClaimStatus, isBystander: Bool = false) {
        self.draft = draft
        self.interchange = interchange
        self.day = day
        self.status = status
        self.isBystander = isBystander
    }
}
