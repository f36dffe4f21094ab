import ClaimExchange
public import ClaimModel
public import ClaimRules
public import CodeSets
import Foundation

/// What claims are checked against: the day, the code sets and the payer policies, including those of the office's folders.
public struct OfficeLibrary: Sendable {
    public let folders: Folders
    public var day: Day
    public private(set) var books: CodeBooks
    /// The office's own releases that cannot be used.
    public private(set) var damagedTables: [UnreadableTable]
    public private(set) var policies: PolicyLibrary
    /// What the office expects to be paid.
    public let fees: FeeTable
    /// Days until a policy setting counts as old, if its policy does not say.
    public let policyReviewDays: Int
    /// Days after a submission without the payer's decision until the office asks; 0 for never.
    public var noAnswerDays = Queueing.standardDays

    /// - Parameter silenced: the rules whose notes the office does not want to see, by id.
    /// - Throws: if a resource is missing or damaged.
    public init(
        folders: Folders, day: Day, policyReviewDays: Int? = nil, silenced: [String: SilencedNote] = [:]
    ) throws(OfficeFault) {
        self.folders = folders
        self.day = day
        self.policyReviewDays = policyReviewDays ?? PolicyLibrary.standardReviewDays
        do {
            (books, damagedTables) = try CodeBooks.loaded(own: folders.codes)
            try ProfessionalReader.findGuide()
            policies = try PolicyLibrary(office: folders.policies, reviewDays: self.policyReviewDays)
            policies.silenced = silenced
            fees = try OfficeLibrary.fees(in: folders, on: day)
        } catch {
            throw OfficeFault("\(error)")
        }
    }

    public var parsing: ParsingContext { ParsingContext(today: day) }

    /// The context to check a claim in that is not in the store.
    ///
    /// - Parameters:
    ///   - policy: for a claim whose payer has none; `nil` for `generic`.
    ///   - isRepeated: whether the file that it came in has the same claim before.
    public func context(
        for draft: ClaimDraft, otherwise policy: Policy? = nil, isRepeated: Bool = false
    ) -> Context {
        context(for: draft, otherwise: policy, history: [], sent: [], isRepeated: isRepeated)
    }

    func context(
        for draft: ClaimDraft, otherwise policy: Policy? = nil, history: [PriorClaim], sent: [SentVersion],
        isRepeated: Bool = false, answers: [ClaimAnswer] = [], learned: Learned = Learned()
    ) -> Context {
        Context(
            books: books, policy: policies.policy(for: draft, otherwise: policy), today: day, history: history,
            sent: sent, payerIDOwner: policies.owner(of: draft), isRepeated: isRepeated,
            corrected: answers.corrected, learned: learned, fees: fees,
            silenced: policies.silenced)
    }

    /// Empty where the office has no fee table.
    private static func fees(in folders: Folders, on day: Day) throws(OfficeFault) -> FeeTable {
        guard FileManager.default.fileExists(atPath: folders.fees.path) else { return FeeTable() }
        guard let text = try? String(contentsOf: folders.fees, encoding: .utf8) else {
            throw OfficeFault("fees.csv cannot be read, or is not UTF-8.")
        }
        do throws(CSVFault) {
            return try FeeTable(csv: text, in: ParsingContext(today: day))
        } catch {
            throw OfficeFault("fees.csv: \(error).")
        }
    }
}

extension OfficeLibrary {
    /// Reads the code sets again.
    ///
    /// - Returns: the message about what changed; `nil` if nothing did.
    public mutating func reloadBooks() throws(CodeBooksFailure) -> String? {
        let before = books.releases
        (books, damagedTables) = try CodeBooks.loaded(own: folders.codes)
        func named(_ verb: String, _ releases: [CodeRelease]) -> String? {
            let names = releases.map { "\($0.set.rawValue) \($0.name)" }
            return names.isEmpty ? nil : "\(verb): \(names.joined(separator: ", "))."
        }
        let now = books.releases
        let changes =
            [
                named("Loaded", now.filter { !before.contains($0) }),
                named("Removed", before.filter { !now.contains($0) }),
            ].compactMap(\.self) + damagedTables.map(\.description)
        return changes.isEmpty ? nil : changes.joined(separator: " ")
    }

    /// Reads the policies again.
    ///
    /// - Returns: the message: the first file error, else that the policies were read.
    /// - Throws: if a shipped policy is missing or damaged; the policies then stay as they were.
    public mutating func reloadPolicies() throws -> String {
        let silenced = policies.silenced
        policies = try PolicyLibrary(office: folders.policies, reviewDays: policyReviewDays)
        policies.silenced = silenced
        guard let fault = policies.faults.first(where: { $0.severity != .note }) else {
            return "The office's policies changed and were reloaded."
        }
        return "Policy \(fault)"
    }
}
