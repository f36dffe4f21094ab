import ClaimModel
import ClaimRules
import ClaimStore

/// Finds the claim that an answer belongs to by its account number, as payers give it back: with other case, trailing blanks
/// or leading zeros.
struct AnswerMatching {
    private let office: Office
    private let claims: [ClaimSummary]
    private let exact: [String: [Int]]
    /// Without the blanks at its ends, in capitals; then without leading zeros.
    private let folded: [String: [Int]]
    private let bare: [String: [Int]]
    private let drafts = DraftsOfDays()

    init(_ office: Office, among claims: [ClaimSummary]) {
        (self.office, self.claims) = (office, claims)
        func places(_ key: (String) -> String) -> [String: [Int]] {
            Dictionary(grouping: claims.indices) { key(claims[$0].account) }
        }
        (exact, folded, bare) = (places { $0 }, places(\.foldedAccount), places(\.bareAccount))
    }

    /// The id of the only claim that the answer can belong to.
    ///
    /// - Throws: why there is none, in words.
    func claim(of answer: ClaimAnswer) throws(OfficeFault) -> String {
        let name = answer.account
        var found = exact[name] ?? []
        if found.isEmpty { found = folded[name.foldedAccount] ?? [] }
        if found.isEmpty, !name.bareAccount.isEmpty {
            for place in bare[name.bareAccount] ?? [] where try agrees(claims[place], with: answer) {
                found.append(place)
            }
        }
        guard let place = found.first, found.count == 1, !name.foldedAccount.isEmpty else {
            let who = found.isEmpty ? "no claim has" : "several claims have"
            throw OfficeFault("\(who) the account number \(name.foldedAccount.isEmpty ? "(blank)" : name).")
        }
        let id = claims[place].id
        guard try mayConcern(id, answer) else {
            throw OfficeFault(
                "the response for \(name) does not match what that claim bills: it may belong to another claim.")
        }
        return id
    }

    /// The claims of the answer's day of service that agree with it in member ID, charge or both: account numbers, the best
    /// first.
    func candidates(for answer: ClaimAnswer) throws(OfficeFault) -> [(account: String, agreeing: [String])] {
        var found: [(account: String, agreeing: [String])] = []
        guard let day = answer.reference.day else { return [] }
        let drafts = try drafts.of(day) { () throws(OfficeFault) in
            var drafts: [ClaimDraft] = []
            for claim in claims where claim.day == day { drafts.append(try record(claim.id).draft) }
            return drafts
        }
        for draft in drafts {
            let agreeing = agreement(of: draft, with: answer)
            if agreeing.count > 1 { found.append((draft.identity.account.text, agreeing)) }
        }
        return found.sorted { $0.agreeing.count > $1.agreeing.count }
    }

    /// In what a claim agrees with an answer: `member ID`, `date`, `charge`.
    func agreement(of draft: ClaimDraft, with answer: ClaimAnswer) -> [String] {
        let member = draft.subscriber.memberID.value?.description.foldedAccount ?? ""
        let days = draft.lines.compactMap(\.from.value)
        return [
            !member.isEmpty && member == answer.reference.member.foldedAccount ? "member ID" : nil,
            answer.reference.day.map(days.contains) == true ? "date" : nil,
            answer.charge.map { abs($0) == draft.totalCharge } == true ? "charge" : nil,
        ].compactMap(\.self)
    }

    private func agrees(_ claim: ClaimSummary, with answer: ClaimAnswer) throws(OfficeFault) -> Bool {
        guard let day = answer.reference.day, claim.day == day, let charge = answer.charge else { return false }
        return abs(charge) == (try record(claim.id)).draft.totalCharge
    }

    private func record(_ id: String) throws(OfficeFault) -> ClaimRecord {
        do throws(StoreFault) { return try office.store.claim(id, in: office.parsing) } catch {
            throw OfficeFault(error)
        }
    }

    /// Whether the claim, as it is or as it was submitted once, can be the answered one.
    private func mayConcern(_ id: String, _ answer: ClaimAnswer) throws(OfficeFault) -> Bool {
        do throws(StoreFault) {
            if answer.mayConcern(try office.store.claim(id, in: office.parsing).draft) { return true }
            let submitted = try office.store.sentVersions(of: id, in: office.parsing)
            let kept = try office.store.versions(of: id, in: office.parsing)
            return (submitted.map(\.draft) + kept.map(\.draft)).contains(where: answer.mayConcern)
        } catch {
            throw OfficeFault(error)
        }
    }
}

/// The claims of days of service, each read once for all answers of its day.
private final class DraftsOfDays {
    private var known: [Day: [ClaimDraft]] = [:]

    func of(_ day: Day, _ read: () throws(OfficeFault) -> [ClaimDraft]) throws(OfficeFault) -> [ClaimDraft] {
        if let drafts = known[day] { return drafts }
        let drafts = try read()
        known[day] = drafts
        return drafts
    }
}

extension String {
    fileprivate var foldedAccount: String {
        let text = uppercased()
        let start = text.drop { $0 == " " }
        return String(start.reversed().drop { $0 == " " }.reversed())
    }

    fileprivate var bareAccount: String { String(foldedAccount.drop { $0 == "0" }) }
}
