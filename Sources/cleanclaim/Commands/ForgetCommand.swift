import ArgumentParser
import ClaimModel
import ClaimOffice
import ClaimStore

struct ForgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Erase claims whose retention has ended, or a saved person or organization; cannot be undone.",
        discussion: """
            A submitted claim is erased once its retention has ended (retention_years in config.yaml, 10 unless set), with its \
            versions, answers and submissions, and so is a response without a claim that came so long ago; a claim that was never submitted once it is deleted from the worklist. The \
            database is overwritten and made smaller, and the backups are replaced by a new one. Close every window first.
            """)

    @Argument(help: "Claims, by account number or id.")
    var claims: [String] = []

    @Flag(help: "Every submitted claim, and every unmatched response, whose retention has ended.")
    var expired = false

    @Flag(help: "List the people and organizations that F2 offers, with their numbers.")
    var people = false

    @Option(help: "Erase the person or organization with this number in the list.")
    var person: Int?

    @Flag(help: "Erase without asking.")
    var yes = false

    @OptionGroup var options: CommonOptions

    func validate() throws {
        let ways = [!claims.isEmpty, expired, people, person != nil].count(where: \.self)
        guard ways == 1 else { throw ValidationError("Give claims, --expired, --people or --person NUMBER.") }
    }

    func run() throws {
        let environment = try Environment(options, namesPolicyFaults: false)
        let office = try environment.office()
        let day = environment.library.day
        let retention = Retention(years: environment.configuration.retentionYears, today: day)
        let entries = try office.directory()
        if people {
            let lines = entries.enumerated().map { "\($0 + 1)  \($1.kind.rawValue)  \($1.label)" }
            return Console.print(lines.isEmpty ? "No saved people or organizations." : lines.joined(separator: "\n"))
        }
        let erased =
            try person.map { try forget(person: $0, of: entries, in: office.store, retention) }
            ?? forgetClaims(in: office, retention)
        guard erased > 0 else { throw Refusal(status: Status.errorsFound) }
        try clean(office.store, on: day)
    }

    /// - Returns: how many were erased.
    private func forgetClaims(in office: Office, _ retention: Retention) throws -> Int {
        let ids = expired ? try office.store.expiredClaims(under: retention) : try ids(in: office.store)
        let responses = expired ? try office.store.expiredUnmatched(under: retention) : []
        guard !ids.isEmpty || !responses.isEmpty else { throw Refusal("No claim whose retention has ended.") }
        let counts = [(ids.count, "claim"), (responses.count, "unmatched response")].filter { $0.0 > 0 }
        try ask(counts.map { counted($0.0, $0.1) }.joined(separator: " and "))
        let kept = try office.store.forget(ids, under: retention)
        for (id, fault) in kept.sorted(by: { $0.key < $1.key }) {
            let account = (try? office.store.claim(id, in: office.parsing).draft.name) ?? id
            Console.say("Claim \(account) is not erased. \(fault)")
        }
        let erased = ids.count - kept.count
        if !ids.isEmpty { Console.say("\(counted(erased, "claim")) erased.") }
        for number in responses { try office.store.dismissUnmatched(number) }
        if !responses.isEmpty { Console.say("\(counted(responses.count, "unmatched response")) erased.") }
        return erased + responses.count
    }

    /// Deleted claims are found, too.
    private func ids(in store: ClaimStore) throws -> [String] {
        try claims.map { name in
            guard let id = try store.id(named: name, includingDeleted: true) else {
                throw Refusal("No claim \(name), or several claims have that account number.")
            }
            return id
        }
    }

    private func forget(
        person number: Int, of entries: [ReferenceEntry], in store: ClaimStore, _ retention: Retention
    ) throws -> Int {
        guard entries.indices.contains(number - 1) else {
            throw Refusal("No entry \(number). cleanclaim forget --people lists them.")
        }
        try ask("entry \(number)")
        do throws(RetentionFault) {
            try store.forget(entries[number - 1], under: retention)
        } catch {
            throw Refusal("Entry \(number) is not erased. \(error)")
        }
        Console.say("Entry \(number) erased.")
        return 1
    }

    private func ask(_ what: String) throws {
        guard yes else { throw Refusal("This erases \(what) and cannot be undone. Add --yes to do it.") }
    }

    private func clean(_ store: ClaimStore, on day: Day) throws {
        do throws(StoreFault) {
            try store.shrink()
            _ = try store.renewBackups(on: day)
        } catch {
            throw Refusal(
                "Erased, but a copy may be left in the log or in a backup: \(error) Close every window and repeat it.")
        }
        if !store.replacedDatabases.isEmpty {
            Console.say("The folder replaced has older databases: delete them, too.")
        }
    }
}
