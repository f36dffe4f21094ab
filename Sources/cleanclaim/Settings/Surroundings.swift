import ArgumentParser
import ClaimModel
import ClaimRules
import CodeSets
import Foundation

/// The options that every command takes.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Take this day for today, as 2026-11-23.", visibility: .hidden))
    var today: String?
}

/// What a command finds around it: the day, the user's folders, the code sets, the policies.
struct Surroundings {
    let environment: [String: String]
    private(set) var today: Day
    /// Whether today is the clock's, so that it changes at midnight.
    let followsClock: Bool
    let folders: Folders
    private(set) var books: CodeBooks
    /// The office's own releases that cannot be used.
    private(set) var damagedTables: [UnreadableTable]
    private(set) var policies: PolicyLibrary
    /// After so many days a setting of a policy counts as old where its policy does not say.
    let policyReviewDays: Int

    /// - Parameters:
    ///   - standardDay: the day where none is given; `nil` for the clock's.
    ///   - saysPolicyFaults: whether faults in the office's own policies are said.
    /// - Throws: `Refusal` where a resource is missing or damaged.
    init(_ options: CommonOptions, standardDay: Day? = nil, saysPolicyFaults: Bool = true) throws {
        try self.init(today: options.today, standardDay: standardDay, saysPolicyFaults: saysPolicyFaults)
    }

    init(today option: String?, standardDay: Day? = nil, saysPolicyFaults: Bool = true) throws {
        environment = ProcessInfo.processInfo.environment
        let fixed = try Today.given(option: option, environment: environment) ?? standardDay
        today = fixed ?? Today.byClock
        followsClock = fixed == nil
        folders = Folders(environment: environment)
        do {
            (books, damagedTables) = try CodeBooks.loaded(own: folders.codes)
            policyReviewDays =
                try Configuration.read(from: folders.settings).policyReviewDays ?? PolicyLibrary.standardReviewDays
            policies = try PolicyLibrary(office: folders.policies, reviewDays: policyReviewDays)
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal("\(error)")
        }
        for table in damagedTables { Console.say("\(table)") }
        for fault in policies.faults where saysPolicyFaults && fault.severity != .note {
            Console.say("Policy \(fault)")
        }
    }

    /// Reads the code sets anew.
    ///
    /// - Returns: what has changed, in words; `nil` where nothing has.
    mutating func readBooks() throws(CodeBooksFailure) -> String? {
        let before = books.releases
        (books, damagedTables) = try CodeBooks.loaded(own: folders.codes)
        func named(_ verb: String, _ releases: [CodeRelease]) -> String? {
            let names = releases.map { "\($0.set.rawValue) \($0.name)" }
            return names.isEmpty ? nil : "\(verb): \(names.joined(separator: ", "))."
        }
        let now = books.releases
        let words =
            [
                named("Loaded", now.filter { !before.contains($0) }),
                named("Removed", before.filter { !now.contains($0) }),
            ].compactMap(\.self) + damagedTables.map(\.description)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// Reads the policies anew.
    ///
    /// - Returns: what is to be said of it: the first fault, else that it was done.
    /// - Throws: where a shipped policy is missing or damaged; the ones that were read before stay.
    mutating func readPolicies() throws -> String {
        policies = try PolicyLibrary(office: folders.policies, reviewDays: policyReviewDays)
        guard let fault = policies.faults.first(where: { $0.severity != .note }) else {
            return "The office's policies have changed and were read anew."
        }
        return "Policy \(fault)"
    }

    /// The same on another day, as after midnight.
    func on(_ day: Day) -> Surroundings {
        var changed = self
        changed.today = day
        return changed
    }

    var parsing: ParsingContext { ParsingContext(today: today) }

    /// - Parameter policy: the one for a claim whose payer has none of its own; else it is `generic`.
    func context(
        for draft: ClaimDraft, otherwise policy: Policy? = nil, history: [PriorClaim] = [], sent: [SentVersion] = []
    ) -> Context {
        Context(
            books: books, policy: policies.policy(for: draft, otherwise: policy), today: today, history: history,
            sent: sent)
    }

    func findings(on draft: ClaimDraft, in context: Context) -> [Finding] { validate(draft, in: context) }

    /// The policy that a person names.
    func policy(named id: String) throws -> Policy {
        guard let policy = policies.named(policies.id(meantBy: id)) else {
            let known = policies.policies.map(\.id).joined(separator: ", ")
            throw Refusal("There is no policy \"\(id)\". There are: \(known).")
        }
        return policy
    }
}
