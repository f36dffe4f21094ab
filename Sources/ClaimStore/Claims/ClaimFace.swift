import ClaimModel
import ClaimRules
import Foundation
import Sealing

/// What of a claim's row is sealed: what the worklist shows, and what the claim is found by.
struct ClaimFace {
    let id: String
    var keys: ClaimKeys
    var tally: Tally
    var hold: Hold?
    var comment: String

    init(_ id: String, keys: ClaimKeys, tally: Tally, hold: Hold? = nil, comment: String = "") {
        self.id = id
        self.keys = keys
        self.tally = tally
        self.hold = hold
        self.comment = comment
    }

    private static let count = 17

    func packed() -> Data {
        PackedTexts.pack([
            id, keys.account, keys.patient, keys.payer, keys.policy, keys.member, keys.person, keys.birth,
            keys.authorization.map { String($0.session) }, keys.authorization?.approved.map { String($0) },
            keys.authorization?.end.map { String($0.number) }, String(tally.errors), String(tally.warnings),
            tally.rules.joined(separator: " "), hold?.by, hold?.reason, comment,
        ])
    }

    /// - Parameter day: the first day of service, which is in clear.
    init(_ texts: [String?], day: Day?) throws {
        guard texts.count >= ClaimFace.count else { throw DamagedRow() }
        id = try present(texts[0])
        let authorization = try texts[8].map { session in
            AuthorizationLeft(
                session: try ClaimFace.number(session), approved: try texts[9].map(ClaimFace.number),
                end: try texts[10].map { Day(number: try ClaimFace.number($0)) })
        }
        keys = ClaimKeys(
            account: try present(texts[1]), patient: try present(texts[2]), day: day, payer: try present(texts[3]),
            policy: try present(texts[4]), member: try present(texts[5]), person: try present(texts[6]),
            birth: try present(texts[7]), authorization: authorization)
        tally = Tally(
            errors: try ClaimFace.number(present(texts[11])), warnings: try ClaimFace.number(present(texts[12])),
            rules: Tally.rules(stored: try present(texts[13])))
        hold = Hold(by: texts[14], reason: texts[15])
        comment = try present(texts[16])
    }

    private static func number(_ text: String) throws -> Int { try present(Int(text)) }
}
