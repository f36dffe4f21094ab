public import ClaimModel
public import ClaimRules
public import Foundation

/// A claim with what the office knows of it besides what is keyed.
public struct ClaimRecord: Hashable, Sendable, Identifiable {
    public var draft: ClaimDraft
    /// How far the claim has come; whether it is held or deleted is in `hold` and `isDeleted`.
    public var status: ClaimStatus
    /// What the validation found when it was saved, for the worklist.
    public var tally: Tally
    public let hold: Hold?
    public let comment: String
    public let isDeleted: Bool
    /// How often it has been saved; 0 for a claim that never was.
    public let revision: Int
    /// To the millisecond; `nil` for a claim that never was saved.
    public let createdAt: Date?
    public let updatedAt: Date?

    public var id: String { draft.id }

    /// A claim that has not been saved yet.
    public init(_ draft: ClaimDraft, status: ClaimStatus = .draft, tally: Tally = Tally()) {
        self.init(
            draft: draft, status: status, tally: tally, hold: nil, comment: "", isDeleted: false, revision: 0,
            createdAt: nil, updatedAt: nil)
    }

    init(
        draft: ClaimDraft, status: ClaimStatus, tally: Tally, hold: Hold?, comment: String, isDeleted: Bool,
        revision: Int, createdAt: Date?, updatedAt: Date?
    ) {
        self.draft = draft
        self.status = status
        self.tally = tally
        self.hold = hold
        self.comment = comment
        self.isDeleted = isDeleted
        self.revision = revision
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}

/// Who holds a claim back, and why.
public struct Hold: Hashable, Sendable {
    public let by: String
    public let reason: String

    public init(by: String, reason: String) {
        self.by = by
        self.reason = reason
    }
}

/// One row of the worklist.
public struct ClaimSummary: Hashable, Sendable, Identifiable {
    public let id: String
    /// As a person calls it: held and deleted go before how far the claim has come.
    public let status: ClaimStatus
    public let account: String
    /// `RIVERA, DANA`.
    public let patient: String
    /// The first day of service.
    public let day: Day?
    public let payer: String
    /// The name of the payer's policy.
    public let policy: String
    public let tally: Tally
    public let hold: Hold?
    public let comment: String
    /// How far its authorization reaches; `nil` where no sessions are counted.
    public let authorization: AuthorizationLeft?
    /// In cents.
    public let charge: Int
    /// What the patient paid at the visit, in cents.
    public let prepaid: Int
    /// The procedure and drug codes of the lines, each once.
    public let procedures: [String]
    /// The texts of `filingFields`; empty where an earlier version has saved the claim.
    public let filing: [String]
    /// Who keyed it last; blank where that is not known.
    public let keyedBy: String
    public let handling: ClaimHandling
    /// `nil` where no payer has decided it.
    public let settlement: ClaimSettlement?
    public let course: ClaimCourse
    public let createdAt: Date
    public let updatedAt: Date
}

extension ClaimSummary {
    /// What the filing limit depends on, apart from the first day of service.
    public static let filingFields: [Field] = [
        .payerPolicy, .payerIdentifier, .filingIndicator, .payerOrder, .frequency, .claimPurpose, .adjudicationDate,
        .secondaryAdjudicationDate, .thirdPlanName,
    ]

    /// The row of a claim that is not saved yet.
    ///
    /// - Parameter moment: the time at which it counts as made and saved.
    public init(unsaved record: ClaimRecord, at moment: Date) {
        let keys = ClaimKeys(of: record.draft)
        self.init(
            id: record.id, status: record.hold != nil ? .held : record.status, account: keys.account,
            patient: keys.patient, day: keys.day, payer: keys.payer, policy: keys.policy, tally: record.tally,
            hold: record.hold, comment: record.comment, authorization: keys.authorization, charge: keys.charge,
            prepaid: keys.prepaid, procedures: keys.procedures, filing: keys.filing, keyedBy: "",
            handling: ClaimHandling(), settlement: nil,
            course: ClaimCourse(),
            createdAt: record.createdAt ?? moment, updatedAt: moment)
    }
}
