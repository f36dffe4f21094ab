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
    /// Who keyed it last.
    var keyedBy = ""
    var handling = ClaimHandling()
    var settlement: ClaimSettlement?
    var course = ClaimCourse()
    /// An earlier version wrote it, without what is listed since.
    private(set) var isOld: Bool

    init(
        _ id: String, keys: ClaimKeys, tally: Tally, hold: Hold? = nil, comment: String = "", isOld: Bool = false
    ) {
        self.id = id
        self.keys = keys
        self.tally = tally
        self.hold = hold
        self.comment = comment
        self.isOld = isOld
    }

    /// Takes what the draft says now.
    mutating func take(_ draft: ClaimDraft) { (keys, isOld) = (ClaimKeys(of: draft), false) }

    private static let oldCount = 17
    private static let count = 34

    func packed() -> Data {
        PackedTexts.pack([
            id, keys.account, keys.patient, keys.payer, keys.policy, keys.member, keys.person, keys.birth,
            keys.authorization.map { String($0.session) }, keys.authorization?.approved.map { String($0) },
            keys.authorization?.end.map { String($0.number) }, String(tally.errors), String(tally.warnings),
            tally.rules.joined(separator: " "), hold?.by, hold?.reason, comment,
            tally.open.joined(separator: " "), String(keys.charge),
            keys.procedures.joined(separator: " "), keyedBy, handling.assignee,
            handling.tags.joined(separator: "\n"), handling.followUp.map { String($0.number) },
            settlement?.payerNumber, settlement.map { String($0.paid) }, settlement.map { String($0.patientOwes) },
            settlement?.packed, course.packed, handling.isArchived ? "1" : nil,
            isOld ? nil : keys.filing.joined(separator: "\n"), settlement?.denialReasons.joined(separator: " "),
            course.payments.packed, keys.prepaid == 0 ? nil : String(keys.prepaid),
        ])
    }

    /// - Parameter day: the first day of service, which is in clear.
    init(_ texts: [String?], day: Day?) throws {
        guard texts.count >= ClaimFace.oldCount else { throw DamagedRow() }
        let missing = ClaimFace.count - texts.count
        let texts = missing > 0 ? texts + Array(repeating: nil, count: missing) : texts
        isOld = texts[30] == nil
        id = try present(texts[0])
        let authorization = try texts[8].map { session in
            AuthorizationLeft(
                session: try ClaimFace.number(session), approved: try texts[9].map(ClaimFace.number),
                end: try texts[10].map { Day(number: try ClaimFace.number($0)) })
        }
        keys = ClaimKeys(
            account: try present(texts[1]), patient: try present(texts[2]), day: day, payer: try present(texts[3]),
            policy: try present(texts[4]), member: try present(texts[5]), person: try present(texts[6]),
            birth: try present(texts[7]), authorization: authorization,
            charge: try texts[18].map(ClaimFace.number) ?? 0, prepaid: try texts[33].map(ClaimFace.number) ?? 0,
            procedures: ClaimFace.words(texts[19]),
            filing: texts[30]?.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) ?? [])
        tally = Tally(
            errors: try ClaimFace.number(present(texts[11])), warnings: try ClaimFace.number(present(texts[12])),
            rules: Tally.rules(stored: try present(texts[13])), open: texts[17].map { Tally.rules(stored: $0) })
        hold = Hold(by: texts[14], reason: texts[15])
        comment = try present(texts[16])
        keyedBy = texts[20] ?? ""
        handling = ClaimHandling(
            assignee: texts[21] ?? "", tags: ClaimFace.words(texts[22], separator: "\n"),
            followUp: try texts[23].map { Day(number: try ClaimFace.number($0)) }, isArchived: texts[29] != nil)
        settlement = try texts[24].map { payerNumber in
            ClaimSettlement(
                payerNumber: payerNumber, paid: try ClaimFace.number(present(texts[25])),
                patientOwes: try ClaimFace.number(present(texts[26])))
        }
        try settlement?.take(packed: texts[27])
        settlement?.denialReasons = ClaimFace.words(texts[31])
        course = try ClaimCourse(packed: texts[28])
        course.payments = try [RecordedPayment](packed: texts[32])
    }

    private static func words(_ text: String?, separator: Character = " ") -> [String] {
        guard let text, !text.isEmpty else { return [] }
        return text.split(separator: separator).map { String($0) }
    }

    static func number(_ text: String) throws -> Int { try present(Int(text)) }
}
