public import ClaimModel
public import ClaimRules

extension ClaimStore {
    /// Reads who the claims are of, unless that was done; so does `list` for who asks it to.
    private func readPatients() throws(StoreFault) {
        guard !patients.isRead else { return }
        try seals.keyring.prepareItems()
        let change = try lastChange()
        var numbers = PatientIndex.Numbers()
        try readLong(StoredClaim.columns, of: "claim") { try numbers.add($0, seals) }
        patients.begin(with: numbers, asOf: change)
    }

    /// This patient's other claims, oldest first: those of the same name and birth date, and those of the same member ID
    /// unless their birth date says that it is another person of the family. Deleted ones are left out.
    public func history(ofPatient draft: ClaimDraft, in context: ParsingContext) throws(StoreFault) -> [PriorClaim] {
        let keys = ClaimKeys(of: draft)
        guard !keys.member.isEmpty || !keys.person.isEmpty else { return [] }
        if !isTogether { try readPatients() }
        return try reading { database in
            // A claim that was never saved is the latest.
            let own = try database.one(
                Int64.self, "SELECT number FROM claim WHERE name = ?", [try seals.code("claim", draft.id)])
            let numbers = try patients.candidates(for: keys, isTogether: isTogether, in: database, seals)
            var claims: [(claim: PriorClaim, day: Day?, number: Int64)] = []
            for number in numbers where number != own {
                // A damaged claim does not keep the others from being known.
                guard let stored = try? StoredClaim.find(number, in: database, seals), !stored.isDeleted,
                    keys.nameSamePatient(as: stored.face.keys),
                    let prior = try? stored.draft(in: database, seals, context)
                else { continue }
                let isLater = own.map { number > $0 } ?? false
                let claim = PriorClaim(draft: prior, status: stored.status, isLater: isLater)
                claims.append((claim, stored.face.keys.day, number))
            }
            return claims.sorted { ($0.day?.number ?? .min, $0.number) < ($1.day?.number ?? .min, $1.number) }
                .map(\.claim)
        }
    }
}
