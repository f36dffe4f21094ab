public import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
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
    /// The earlier claims of the store, by account number, patient and first date.
    private let before: [Key: [String]]
    private let accounts: Set<String>
    private var arrived: Set<Key> = []
    /// The claims that were taken for what became of imported ones.
    private var used: Set<String> = []
    private var people: ImportedPeople
    var counts = ImportCounts()

    private struct Key: Hashable {
        let account: String
        let patient: String
        let day: Day?
    }

    init(_ office: Office, _ options: ImportOptions) throws(StoreFault) {
        self.office = office
        self.options = options
        preparation = try Preparation(of: office)
        people = ImportedPeople(office)
        let claims = try office.store.claims()
        before = Dictionary(grouping: claims) {
            Key(account: $0.account, patient: $0.patient.lowercased(), day: $0.day)
        }
        .mapValues { $0.map(\.id) }
        accounts = Set(claims.map(\.account))
    }

    /// - Returns: what the claim would become, in a dry run.
    mutating func take(_ arrival: Arrival) throws(StoreFault) -> ArrivalPreview? {
        let draft = arrival.judged.draft
        let keys = arrival.written.keys
        let key = Key(account: keys.account, patient: keys.patient.lowercased(), day: keys.day)
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
            try people.take(arrival.people, among: accounts.count + counts.taken)
        }
        return nil
    }

    /// Offers the people of the imported claims; for the end of the file.
    mutating func remember() throws(StoreFault) { try people.remember() }

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
