public import ClaimModel

/// What a payer or clearinghouse answers to one claim.
public struct ClaimAnswer: Hashable, Sendable {
    /// Where the answer comes from.
    public enum Kind: String, Codable, Hashable, Sendable {
        /// A claim acknowledgment or status (277, 277CA).
        case status = "277"
        /// A remittance (835).
        case remittance = "835"
        /// An acknowledgment of the file that the claim went out in (999).
        case acknowledgment = "999"
        /// The receipt of the interchange that the claim went out in (TA1).
        case interchange = "TA1"
        case typed
    }

    /// The kind of file, or `.typed` for what a person read off paper.
    public let kind: Kind
    /// The control number that the practice gave the claim (CLM01): CLP01 of the 835, TRN02 of the 277CA, REF*EJ of the 277.
    public var account: String
    /// The status of the claim now; `nil` where the answer does not say.
    public var status: ClaimStatus?
    /// The day that the answer names: of the payment (BPR16), of the status (STC02).
    public var date: Day?
    /// How the payer processed the claim (CLP02, X12 list 1029); blank where the answer does not say.
    public var processed = ""
    /// The number of the check or transfer that pays it (TRN02).
    public var payment = ""
    /// The payer to which the claim was forwarded (NM1*TT); blank where none is named.
    public var forwardedTo = ""
    /// The payer's own number for the claim: CLP07, or REF*1K.
    public var payerControlNumber = ""
    /// What the claim asked for.
    public var charge: Int?
    /// What the payer pays, in cents; `nil` where it does not say.
    public var paid: Int?
    /// What falls to the patient, in cents.
    public var patientResponsibility: Int?
    /// Of the claim as a whole.
    public var adjustments: [Adjustment] = []
    /// Reason, remark and status codes of the claim as a whole.
    public var codes: [AnswerCode] = []
    /// Categories, codes and entities as in the file, `A7:562:82`.
    public var statuses: [String] = []
    /// In the order of the answer, which may be another than the claim's.
    public var lines: [AnsweredLine] = []
    /// What a 999 has against segments of the claim.
    public var segments: [AnsweredSegment] = []
    /// By what it is matched to its claim, apart from the account number.
    public var reference = AnswerReference()
    /// The payer's own sentences (STC12), and codes of lists that have no words here.
    public var messages: [String] = []
    /// Whom to ask (PER), those of the claim before those of the file.
    public var contacts: [PayerContact] = []
    /// How the payer's file has the patient or the insured; `nil` where it agrees, or does not say.
    public var corrected: CorrectedPerson?
    /// Who posted it from a paper EOB; `nil` for what came in a file.
    public var paper: PaperPosting?

    /// What a person reads off a letter or a remittance on paper.
    public init(typed codes: [AnswerCode], on draft: ClaimDraft) {
        self.init(.typed, account: draft.identity.account.text)
        self.codes = codes
    }

    /// An answer that says nothing yet.
    public init(_ kind: Kind, account: String) {
        self.kind = kind
        self.account = account
    }
}

extension ClaimAnswer {
    /// Whether it can be of this claim, as far as charge and codes tell: a payer may part a claim, but adds nothing to it.
    public func mayConcern(_ draft: ClaimDraft) -> Bool {
        if let charge, charge > draft.totalCharge { return false }
        return lines.isEmpty || lines.contains { $0.row(in: draft, after: []) != nil }
    }

    /// The codes of the claim and of its lines.
    public var allCodes: [AnswerCode] { codes + lines.flatMap(\.codes) }
}

/// What the answer says about one service line.
public struct AnsweredLine: Hashable, Sendable {
    /// The procedure code that was judged.
    public let procedure: String
    /// What the line asked for, in cents; `nil` where the answer does not say.
    public let charge: Int?
    /// What the payer pays on the line, in cents; `nil` where the answer does not say.
    public let paid: Int?
    /// The code that was billed, where the payer judged another (SVC06); else blank.
    public var billedProcedure = ""
    /// The units that were paid (SVC05); `nil` where it has none.
    public var units: String?
    /// The line's control number (REF*6R, REF*FJ), which the claim gave it; blank where it gave none.
    public var control = ""
    /// What was taken off the charge, and why (CAS).
    public var adjustments: [Adjustment] = []
    /// Reason, remark and status codes of the line.
    public var codes: [AnswerCode] = []
    /// Categories, codes and entities as in the file, `A7:562:82`.
    public var statuses: [String] = []
    /// The payer's own sentences on the line (STC12), and codes of lists that have no words here.
    public var messages: [String] = []

    /// - Parameter procedure: blank where the answer names none.
    public init(procedure: String, charge: Int?, paid: Int?) {
        self.procedure = procedure
        self.charge = charge
        self.paid = paid
    }

    /// The row of the claim's line that is meant, from 0: by code and charge, else by code alone.
    public func row(in draft: ClaimDraft, after used: Set<Int>) -> Int? {
        let billed = billedProcedure.isEmpty ? procedure : billedProcedure
        let rows = draft.lines.indices.filter { row in
            !used.contains(row) && draft.lines[row].procedure.value?.text == billed
        }
        return rows.first { draft.lines[$0].charge.value?.cents == charge } ?? rows.first
    }
}

/// A segment or an element of a claim that a receiver could not read, and the field that it comes from.
public struct AnsweredSegment: Hashable, Sendable {
    /// `2010AA NM109`, `line 2, 2400 SV102`
    public let element: String
    /// As the 999 has it (IK304, IK403).
    public let code: String
    /// `not a valid code`
    public let message: String
    /// `nil` where no field holds it.
    public let place: Place?

    /// - Parameter code: as the 999 has it (IK304, IK403).
    public init(element: String, code: String, message: String, place: Place?) {
        self.element = element
        self.code = code
        self.message = message
        self.place = place
    }
}
