import ClaimModel

/// Whom to ask about an answer (PER of an 835 or 277).
public struct PayerContact: Codable, Hashable, Sendable {
    /// PER01: `CX` claims, `BL` technical, `IC` information.
    public let purpose: String
    /// PER02; blank where the file has none.
    public let name: String
    /// Each with what it is (PER03): `TE 8005551234`, `EX 12`, `EM claims@payer.example`, `UR payer.example`.
    public let numbers: [String]

    /// - Parameter numbers: each with what it is: `TE 8005551234`.
    public init(purpose: String, name: String, numbers: [String]) {
        self.purpose = purpose
        self.name = name
        self.numbers = numbers
    }

    /// `Claims contact: J. DOE, telephone 8005551234, extension 12`.
    public var text: String {
        let kind =
            switch purpose {
            case "CX": "Claims contact"
            case "BL": "Technical contact"
            default: "Contact"
            }
        let numbers = numbers.map { number in
            let parts = number.split(separator: " ", maxSplits: 1).map(String.init)
            let label = PayerContact.labels[parts.first ?? ""] ?? ""
            return "\(label)\(parts.count == 2 ? parts[1] : number)"
        }
        return "\(kind): " + ([name] + numbers).filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private static let labels = ["TE": "telephone ", "FX": "fax ", "EX": "extension ", "EM": "", "UR": ""]
}

/// How the payer's file has the patient or the insured, where the claim has something else (NM1*74 of an 835).
public struct CorrectedPerson: Codable, Hashable, Sendable {
    /// NM103; blank where the file does not correct it, like each of the others.
    public let lastName: String
    /// NM104.
    public let firstName: String
    /// NM105.
    public let middleName: String
    /// NM109, the member ID.
    public let memberID: String

    /// - Parameter memberID: blank where the payer does not correct it.
    public init(lastName: String, firstName: String, middleName: String, memberID: String) {
        self.lastName = lastName
        self.firstName = firstName
        self.middleName = middleName
        self.memberID = memberID
    }

    private enum CodingKeys: String, CodingKey {
        case lastName = "last_name"
        case firstName = "first_name"
        case middleName = "middle_name"
        case memberID = "member_id"
    }

    /// `The payer has RIVERA-LOPEZ, DANA, member ID W123456789.`
    public var text: String {
        let given = [firstName, middleName].filter { !$0.isEmpty }.joined(separator: " ")
        let name = [lastName, given].filter { !$0.isEmpty }.joined(separator: ", ")
        return "The payer has "
            + [name, memberID.isEmpty ? "" : "member ID \(memberID)"].filter { !$0.isEmpty }
            .joined(separator: ", ") + "."
    }

    /// What a claim would have to say to agree, by field: the fields of the patient where the patient is the insured, else
    /// of the insured.
    func texts(for draft: ClaimDraft) -> [(field: Field, text: String)] {
        let isPatient = draft.subscriber.relationship.value == .`self`
        let all: [(Field, String)] = [
            (.memberID, memberID), (isPatient ? .patientLastName : .subscriberLastName, lastName),
            (isPatient ? .patientFirstName : .subscriberFirstName, firstName),
            (isPatient ? .patientMiddleName : .subscriberMiddleName, middleName),
        ]
        return all.filter { !$0.1.isEmpty }.map { (field: $0.0, text: $0.1) }
    }
}

extension [ClaimAnswer] {
    /// How the payer's file has the patient or the insured, by the last answer that says it.
    public var corrected: CorrectedPerson? { last { $0.corrected != nil }?.corrected }
}

extension ClaimAnswer {
    /// The answer as versions before free text, contacts and entities kept it.
    package var withoutDetails: ClaimAnswer {
        var plain = self
        (plain.messages, plain.contacts, plain.corrected) = ([], [], nil)
        plain.codes = codes.map(\.withoutEntity)
        plain.statuses = statuses.map(AnswerCode.statusWithoutEntity)
        plain.lines = lines.map { line in
            var line = line
            line.messages = []
            line.codes = line.codes.map(\.withoutEntity)
            line.statuses = line.statuses.map(AnswerCode.statusWithoutEntity)
            return line
        }
        return plain
    }
}

extension AnswerCode {
    fileprivate var withoutEntity: AnswerCode {
        if case .status(let code, _) = self { .status(code) } else { self }
    }

    fileprivate static func statusWithoutEntity(_ text: String) -> String {
        text.split(separator: ":", omittingEmptySubsequences: false).prefix(2).joined(separator: ":")
    }
}
