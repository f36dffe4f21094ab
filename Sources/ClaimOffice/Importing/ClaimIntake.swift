public import ClaimExchange
import ClaimModel
import ClaimRules
public import ClaimStore
import Foundation

/// How to import claims.
public struct ImportOptions: Sendable {
    /// Whether to show what would be imported and import nothing.
    public var isDryRun: Bool
    /// Whether to import claims again that the store already has.
    public var takesAgain: Bool

    public init(isDryRun: Bool = false, takesAgain: Bool = false) {
        self.isDryRun = isDryRun
        self.takesAgain = takesAgain
    }
}

/// The result of one claim or error of a file.
public struct ImportStep: Sendable {
    /// What the claim would become, in a dry run.
    public var preview: ArrivalPreview?
    /// The errors, a sentence each.
    public var messages: [String] = []
}

/// An import of the claims of a file, one after the other.
public protocol ClaimImport {
    /// For the beginning of a transaction.
    mutating func begin() throws(StoreFault)
    /// For the end of a transaction.
    mutating func end() throws(StoreFault)
    /// Imports the next claim; `nil` at the end of the file.
    mutating func next() throws -> ImportStep?
    /// The results so far, a sentence each; claims are identified by account number.
    var summary: [String] { get }
    /// What `summary` counts; set back where the store did not take the last claims, after which no more are imported.
    var counts: ImportCounts { get set }
    /// Whether everything in the file was imported or is in the store already.
    var isWhole: Bool { get }
}

/// Imports claims, each as a new draft; one that the store already has is skipped.
struct ClaimIntake {
    private let office: Office
    private let options: ImportOptions
    let preparation: Preparation
    /// The claims of the store that others have saved, by account number, patient and first date.
    private var before: [Key: [String]] = [:]
    private var accounts: Set<String> = []
    /// The store's last change when they were read.
    private var seen: Int
    private var own: Set<String> = []
    private var arrived: Set<Key> = []
    /// The claims that were taken for what became of imported ones.
    private var used: Set<String> = []
    private var people: ImportedPeople
    var counts = ImportCounts()

    private struct Key: Hashable {
        let account: String
        let patient: String
        let day: Day?

        init(_ claim: ClaimSummary) { self.init(claim.account, claim.patient, claim.day) }

        init(_ keys: ClaimKeys) { self.init(keys.account, keys.patient, keys.day) }

        private init(_ account: String, _ patient: String, _ day: Day?) {
            (self.account, self.patient, self.day) = (account, patient.lowercased(), day)
        }
    }

    init(_ office: Office, _ options: ImportOptions) throws(StoreFault) {
        self.office = office
        self.options = options
        preparation = try Preparation(of: office)
        people = ImportedPeople(office)
        seen = try office.store.lastChange()
        try noteAll()
    }

    private mutating func noteAll() throws(StoreFault) {
        (before, accounts) = ([:], [])
        for claim in try office.store.listForHistory().claims { note(claim) }
    }

    /// Takes in what others have saved since: of two imports at one moment only one takes a claim.
    mutating func begin() throws(StoreFault) {
        guard try office.store.lastChange() != seen else { return }
        if let changed = try office.store.changes(since: seen) {
            for claim in changed.claims { note(claim) }
        } else {
            try noteAll()
        }
    }

    /// Offers the people of the claims with the claims: neither is kept without the other.
    mutating func end() throws(StoreFault) {
        try people.remember()
        seen = try office.store.lastChange()
    }

    private mutating func note(_ claim: ClaimSummary) {
        guard claim.status != .deleted, !own.contains(claim.id) else { return }
        accounts.insert(claim.account)
        if before[Key(claim)]?.contains(claim.id) != true { before[Key(claim), default: []].append(claim.id) }
    }

    /// - Returns: what the claim would become, in a dry run.
    mutating func take(_ arrival: Arrival) throws(StoreFault) -> ArrivalPreview? {
        let draft = arrival.judged.draft
        let keys = arrival.written.keys
        let key = Key(keys)
        let twin = options.takesAgain ? nil : try twin(of: draft, key)
        if twin == nil {
            counts.taken += 1
            if !arrived.insert(key).inserted { counts.repeated += 1 }
            if !keys.account.isEmpty, accounts.contains(keys.account) { counts.shared.add(keys.account) }
        } else if twin == .same {
            counts.known.add(keys.account)
        } else {
            counts.changed.add(keys.account)
        }
        if options.isDryRun {
            let note = twin == nil ? "a new draft" : "skipped: already on the worklist"
            let findings = try office.judge(arrival.judged, by: preparation.judgements).findings
            return ArrivalPreview(
                "\(arrival.title): \(note)", draft, findings: findings, origins: arrival.origins, isSkipped: twin != nil
            )
        }
        if twin == nil {
            let judged = try office.judge(arrival.judged, by: preparation.judgements)
            try office.store.save(judged.record, ahead: arrival.written)
            own.insert(draft.id)
            try people.take(arrival.people)
        }
        return nil
    }

    private enum Twin {
        /// It bills the same: with the draft's frequency and the same dates, codes and charges of lines.
        case same
        /// It has been changed since it came: account number, patient, first date and frequency are the same.
        case changed
    }

    /// What the store has of the same account number, patient and first date.
    private mutating func twin(of draft: ClaimDraft, _ key: Key) throws(StoreFault) -> Twin? {
        var edited: String?
        for id in before[key] ?? [] {
            let record = try office.store.claim(id, in: office.parsing)
            if record.draft.bill == draft.bill { return .same }
            let frequencies = [record.draft, draft].map { $0.identity.frequency.meaning }
            if record.revision > 1, !used.contains(id), frequencies[0] == frequencies[1] { edited = edited ?? id }
        }
        guard let edited else { return nil }
        used.insert(edited)
        return .changed
    }

    func summary(of name: String) -> [String] { counts.sentences(of: name, isDryRun: options.isDryRun) }
}

extension ClaimDraft {
    /// What is billed: the same on a claim that was imported twice, whatever was fixed since.
    fileprivate var bill: [String] {
        [self.identity.frequency.meaning] + billedLines
    }
}
