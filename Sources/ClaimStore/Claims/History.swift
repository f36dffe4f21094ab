public import ClaimModel
public import ClaimRules
import GRDB

extension ClaimStore {
    /// This patient's other claims, oldest first: those of the same name and birth date, and those of the same member ID
    /// unless their birth date says that it is another person of the family. Deleted ones are left out.
    public func history(ofPatient draft: ClaimDraft, in context: ParsingContext) throws(StoreFault) -> [PriorClaim] {
        let keys = ClaimKeys(of: draft)
        guard !keys.member.isEmpty || !keys.person.isEmpty else { return [] }
        return try reading { database in
            let sql = """
                SELECT * FROM claim JOIN draft ON claim = number
                WHERE id <> :id AND deletedAt IS NULL
                    AND (person <> '' AND person = :person
                        OR member <> '' AND member = :member AND (birth = '' OR :birth = '' OR birth = :birth))
                ORDER BY day, number
                """
            let arguments: StatementArguments = [
                "id": draft.id, "person": keys.person, "member": keys.member, "birth": keys.birth,
            ]
            // A claim that was never saved is the latest.
            let own = try Int64.fetchOne(database, sql: "SELECT number FROM claim WHERE id = ?", arguments: [draft.id])
            return try Row.fetchAll(database, sql: sql, arguments: arguments).map { row in
                let stored = try StoredClaim(row)
                return PriorClaim(
                    draft: try stored.record(in: context).draft, status: stored.status,
                    isLater: own.map { stored.number > $0 } ?? false)
            }
        }
    }
}
