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
    /// Whether everything in the file was imported or is in the store already.
    var isWhole: Bool { get }
}

/// Imports claims, each as a new draft; one that the store already has is skipped.
struct ClaimIntake {
    /// An imported claim with its place in the file.
    struct Arrival {
        let draft: ClaimDraft
        let title: String
        var origins: [Place: String]?
    }

    private let office: Office
    private let options: ImportOptions
    /// The earlier claims of the store, by account number, patient and first date.
    private let before: [Key: [String]]
    private let accounts: Set<String>
    private let judgements = JudgementPool()
    private var arrived: Set<Key> = []
    private(set) var taken = 0
    /// The account numbers of skipped claims.
    private var known: [String] = []
    /// Those of claims that were changed since they came, and the claims that were taken for them.
    private var changed: [String] = []
    private var used: Set<String> = []
    /// The account numbers that another claim of the store has, too.
    private var shared: [String] = []
    private(set) var repeated = 0
    private var people: ImportedPeople

    private struct Key: Hashable {
        let account: String
        let patient: String
        let day: Day?
    }

    init(_ office: Office, _ options: ImportOptions) throws(StoreFault) {
        self.office = office
        self.options = options
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
        let draft = arrival.draft.renamed(UUID().uuidString.lowercased())
        let keys = ClaimKeys(of: draft)
        let key = Key(account: keys.account, patient: keys.patient.lowercased(), day: keys.day)
        let twin = options.takesAgain ? nil : try twin(of: draft, key)
        if twin == nil {
            taken += 1
            if !arrived.insert(key).inserted { repeated += 1 }
            if !keys.account.isEmpty, accounts.contains(keys.account) { shared.append(keys.account) }
        } else if twin == .same {
            known.append(keys.account)
        } else {
            changed.append(keys.account)
        }
        if options.isDryRun {
            let note = twin == nil ? "a new draft" : "skipped: already on the worklist"
            let findings = try office.judge(draft, by: judgements).findings
            return ArrivalPreview(
                "\(arrival.title): \(note)", draft, findings: findings, origins: arrival.origins, isSkipped: twin != nil
            )
        }
        if twin == nil {
            try office.store.save(try office.judge(draft, by: judgements).record)
            try people.take(draft, among: accounts.count + taken)
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

    func summary(of name: String) -> [String] {
        let verb = options.isDryRun ? "would be imported" : "imported"
        var sentences = ["\(name): \(counted(taken, "claim")) \(verb) as \(taken == 1 ? "a draft" : "drafts")."]
        if !known.isEmpty {
            let them = known.count == 1 ? "it" : "them"
            sentences.append(
                "Skipped: already on the worklist: \(listed(known)); --again imports \(them) again.")
        }
        if !changed.isEmpty {
            let them = changed.count == 1 ? "it" : "them"
            sentences.append(
                "Skipped: on the worklist, changed since: \(listed(changed)); --again imports \(them) again.")
        }
        if !shared.isEmpty {
            sentences.append("Another claim on the worklist has the same account number: \(listed(shared)).")
        }
        return sentences
    }

    private func listed(_ accounts: [String]) -> String {
        let named = accounts.filter { !$0.isEmpty }.prefix(10).joined(separator: ", ")
        return accounts.count <= 10 && !named.isEmpty
            ? named : "\(counted(accounts.count, "claim"))" + (named.isEmpty ? "" : " (\(named), …)")
    }
}

extension ClaimDraft {
    /// What is billed: the same on a claim that was imported twice, whatever was fixed since.
    fileprivate var bill: [String] {
        [self.identity.frequency.meaning] + billedLines
    }
}
