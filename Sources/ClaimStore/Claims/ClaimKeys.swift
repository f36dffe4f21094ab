package import ClaimModel
import ClaimRules

/// What the store finds and lists a claim by, taken from its draft.
package struct ClaimKeys {
    package let account: String
    package let patient: String
    package let day: Day?
    let payer: String
    let policy: String
    /// Member ID as it is sent; blank where it does not read.
    let member: String
    /// Name and birth date in one; blank where one of them does not read.
    let person: String
    /// `1985-04-12`; blank where it does not read.
    let birth: String
    /// How far its authorization reaches; `nil` where no sessions are counted.
    let authorization: AuthorizationLeft?
    /// In cents.
    let charge: Int
    /// What the patient paid at the visit, in cents; 0 where an earlier version has saved the claim.
    let prepaid: Int
    /// The procedure and drug codes of the lines, each once.
    let procedures: [String]
    /// The texts of `ClaimSummary.filingFields`.
    let filing: [String]

    package init(of draft: ClaimDraft) {
        account = draft.identity.account.text
        let names = [draft.patient.lastName.text, draft.patient.firstName.text]
        patient = names.filter { !$0.isEmpty }.joined(separator: ", ")
        day = draft.firstServiceDay
        payer = draft.payer.name.text
        policy = draft.payer.policy.text
        member = draft.subscriber.memberID.value.map { $0.description.folded } ?? ""
        birth = draft.patient.birthDate.value?.day.iso ?? ""
        person = draft.patient.identity ?? ""
        authorization = draft.authorizationLeft
        charge = draft.totalCharge
        prepaid = draft.identity.amountPaid.value?.cents ?? 0
        procedures = draft.lines.reduce(into: []) { codes, line in
            let code = line.procedure.value?.description ?? line.procedure.text
            if !code.isEmpty, !codes.contains(code) { codes.append(code) }
        }
        filing = ClaimSummary.filingFields.map { draft.text(at: Place($0)) }
    }
}

extension ClaimKeys {
    init(
        account: String, patient: String, day: Day?, payer: String, policy: String, member: String, person: String,
        birth: String, authorization: AuthorizationLeft?, charge: Int = 0, prepaid: Int = 0,
        procedures: [String] = [], filing: [String] = []
    ) {
        self.account = account
        self.patient = patient
        self.day = day
        self.payer = payer
        self.policy = policy
        self.member = member
        self.person = person
        self.birth = birth
        self.authorization = authorization
        self.charge = charge
        self.prepaid = prepaid
        self.procedures = procedures
        self.filing = filing
    }

    /// Whether both claims are of one person: of the same name and birth date, or of the same member ID unless their birth
    /// dates say that it is another person of the family.
    func nameSamePatient(as other: ClaimKeys) -> Bool {
        if !person.isEmpty, person == other.person { return true }
        guard !member.isEmpty, member == other.member else { return false }
        return birth.isEmpty || other.birth.isEmpty || birth == other.birth
    }
}
