public import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import Foundation

/// How claims are imported.
public struct ImportOptions: Sendable {
    /// Whether it is only shown what would be taken.
    public var isDryRun: Bool
    /// Whether what the store has already is taken once more.
    public var takesAgain: Bool

    public init(isDryRun: Bool = false, takesAgain: Bool = false) {
        self.isDryRun = isDryRun
        self.takesAgain = takesAgain
    }
}

/// What came of one claim or fault of a file.
public struct ImportStep: Sendable {
    /// What the claim would be in the store, where that was asked for.
    public var preview: ArrivalPreview?
    /// What is wrong, a sentence each.
    public var messages: [String] = []
}

/// Claims of a file on their way into the store, one after the other.
public protocol ClaimImport {
    /// Takes the next claim; `nil` at the end of the file.
    mutating func next() throws -> ImportStep?
    /// What became of the claims so far, a sentence each; account numbers name them.
    var summary: [String] { get }
    /// Whether everything in the file was taken, or is there already.
    var isWhole: Bool { get }
}

/// Takes claims that come from outside into the store, each as a new draft; one that is there already is left out.
struct ClaimIntake {
    /// A claim as it came, with where it stands in its file.
    struct Arrival {
        let draft: ClaimDraft
        let title: String
        var origins: [Place: String]?
    }

    private let office: Office
    private let options: ImportOptions
    /// The claims that the store had before, by account number, patient and first day.
    private let before: [Key: [String]]
    private let accounts: Set<String>
    private var arrived: Set<Key> = []
    private(set) var taken = 0
    /// The account numbers of those that were left out.
    private var known: [String] = []
    /// The account numbers that another claim of the store has as well.
    private var shared: [String] = []
    private(set) var repeated = 0

    private struct Key: Hashable {
        let account: String
        let patient: String
        let day: Day?
    }

    init(_ office: Office, _ options: ImportOptions) throws(StoreFault) {
        self.office = office
        self.options = options
        let claims = try office.store.claims()
        before = Dictionary(grouping: claims) {
            Key(account: $0.account, patient: $0.patient.lowercased(), day: $0.day)
        }
        .mapValues { $0.map(\.id) }
        accounts = Set(claims.map(\.account))
    }

    /// - Returns: what the claim would be, in a dry run.
    mutating func take(_ arrival: Arrival) throws(StoreFault) -> ArrivalPreview? {
        let draft = arrival.draft.renamed(UUID().uuidString.lowercased())
        let keys = ClaimKeys(of: draft)
        let key = Key(account: keys.account, patient: keys.patient.lowercased(), day: keys.day)
        let twin = options.takesAgain ? nil : try twin(of: draft, key)
        if twin == nil {
            taken += 1
            if !arrived.insert(key).inserted { repeated += 1 }
            if !keys.account.isEmpty, accounts.contains(keys.account) { shared.append(keys.account) }
        } else {
            known.append(keys.account)
        }
        if options.isDryRun {
            let note = twin == nil ? "a new draft" : "left out, since the store has it already"
            let findings = try office.judge(draft, status: nil).findings
            return ArrivalPreview("\(arrival.title): \(note)", draft, findings: findings, origins: arrival.origins)
        }
        if twin == nil { try office.store.save(try office.judge(draft, status: nil).record) }
        return nil
    }

    /// The claim of the store that bills the same: its frequency and the days, codes and charges of its lines are those
    /// of the draft.
    private func twin(of draft: ClaimDraft, _ key: Key) throws(StoreFault) -> String? {
        for id in before[key] ?? []
        where try office.store.claim(id, in: office.parsing).draft.bill == draft.bill { return id }
        return nil
    }

    func summary(of name: String) -> [String] {
        let verb = options.isDryRun ? "would be taken" : "taken"
        var sentences = ["\(name): \(counted(taken, "claim")) \(verb) as \(taken == 1 ? "a draft" : "drafts")."]
        if !known.isEmpty {
            let them = known.count == 1 ? "it" : "them"
            sentences.append(
                "Left out, since the store has \(them) already: \(listed(known)); --again takes \(them) once more.")
        }
        if !shared.isEmpty {
            sentences.append("The store had another claim of the same account number: \(listed(shared)).")
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
    /// What is billed: the same on a claim that was taken from a file twice, whatever was fixed since.
    fileprivate var bill: [String] {
        [identity.frequency.meaning] + billedLines
    }
}
