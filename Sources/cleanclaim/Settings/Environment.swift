import ArgumentParser
import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import CodeSets
import Foundation
import Workstation

/// The options that every command takes.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Use this date as today, as 2026-11-23.", visibility: .hidden))
    var today: String?

    @Option(help: "Sign in with the key file of a service.", completion: .file())
    var key: String?
}

/// The environment of a command: the process's variables, the day, and the office's files in the user's folders.
struct Environment {
    let variables: [String: String]
    /// Whether today is the clock's, so that it changes at midnight.
    let followsClock: Bool
    let configuration: Configuration
    /// The key file of the service that runs the command; `nil` for a person.
    let keyFile: String?
    let library: OfficeLibrary
    private let opened = Opened()

    /// Where the records lie.
    var place: StorePlace { StorePlace(folder: library.folders.data, server: configuration.server) }

    /// What was opened already, so that nobody signs in twice.
    private final class Opened {
        var office: Office?
    }

    /// - Parameters:
    ///   - standardDay: the day if none is given; `nil` for the clock's.
    ///   - namesPolicyFaults: whether faults in the office's own policies are printed.
    init(_ options: CommonOptions, standardDay: Day? = nil, namesPolicyFaults: Bool = true) throws {
        try self.init(
            today: options.today, key: options.key, standardDay: standardDay, namesPolicyFaults: namesPolicyFaults)
    }

    init(
        today option: String?, key: String? = nil, standardDay: Day? = nil, namesPolicyFaults: Bool = true
    ) throws {
        variables = ProcessInfo.processInfo.environment
        let fixed = try Environment.day(option: option, variables: variables) ?? standardDay
        followsClock = fixed == nil
        let folders = Folders(environment: variables)
        configuration = try Configuration.read(from: folders.settings)
        let named = key ?? variables["CLEANCLAIM_KEY"].flatMap { $0.isEmpty ? nil : $0 }
        keyFile = named.map(folders.path)
        var library = try OfficeLibrary(
            folders: folders, day: fixed ?? Today.byClock, policyReviewDays: configuration.policyReviewDays,
            silenced: configuration.silencedNotes)
        if let days = configuration.noAnswerDays { library.noAnswerDays = days }
        self.library = library
        for table in library.damagedTables { Console.say("\(table)") }
        for fault in library.policies.faults where namesPolicyFaults && fault.severity != .note {
            Console.say("Policy \(fault)")
        }
    }

    /// The office with the user's own store, opened once.
    func office() throws -> Office {
        if let office = opened.office { return office }
        let office = Office(
            try openStore(), library: library, parties: configuration.interchange, exchange: configuration.exchange)
        opened.office = office
        return office
    }

    /// The claim that a person names: alone in a file of that name, else a stored one. Nobody has to sign in for a file.
    ///
    /// - Parameter kind: what the audit trail says of it; `nil` where that is said later.
    func claim(named name: String, noting kind: TrailKind? = .opened) throws -> NamedClaim {
        try library.claim(inFile: name) ?? office().claim(named: name, noting: kind)
    }

    /// Records a change of the people in the audit trail.
    func note(people text: String, by keyring: Keyring) throws(StoreFault) {
        try place.store(keyring).note(.people, saying: text)
    }

    /// The user's own store.
    ///
    /// - Parameter patience: how long a call waits, in seconds, while another process writes.
    func openStore(patience: TimeInterval = 5) throws -> ClaimStore {
        let store = try place.store(try keyring(), patience: patience)
        if let message = store.sealedOver?.message { Console.say(message) }
        // The key file of this machine opens them for every command: nobody signs in.
        if store.keyring.signedIn?.kind != .machine { try store.noteSignIn() }
        return store
    }

    /// The office for the workstation, where nobody waits long for another process. In the place of a damaged database the
    /// latest backup that is whole is opened.
    ///
    /// - Returns: also what to tell, a sentence each.
    func deskOffice(_ keyring: Keyring) throws -> (office: Office, notes: [String]) {
        let place = place
        func office() throws(StoreFault) -> Office {
            // On a server others save all the time, and a save waits its turn off the loop.
            let store = try place.store(keyring, patience: place.server == nil ? 0.1 : 5)
            var office = Office(
                store, library: library, parties: configuration.interchange, exchange: configuration.exchange)
            office.bulkOverrides = configuration.preferences.bulkOverrides
            return office
        }
        do throws(StoreFault) {
            let office = try office()
            let isWhole = try office.store.noteSignIn()
            if office.store.isReadOnly { return (office, [Environment.readOnlyNote]) }
            let sealedOver = office.store.sealedOver.map { [$0.message] } ?? []
            return (office, (isWhole ? [] : [Environment.cutNote]) + sealedOver)
        } catch {
            guard case .broken = error,
                let restored = try ClaimStore.restoreLatestBackup(in: library.folders.data, for: keyring)
            else { throw error }
            let office = try office()
            try office.store.note(restored: restored)
            try office.store.noteSignIn()
            return (office, [restored.note])
        }
    }

    private static let cutNote =
        "The audit trail lacks records that were there before. cleanclaim audit verify lists what is wrong."

    private static let readOnlyNote =
        "Read-only: claims can be read and printed, and nothing is saved."

    /// The user's own office, after an interrupted submission was completed or undone, which is printed.
    func recoveredOffice() throws -> Office {
        let office = try office()
        for message in try office.recover() { Console.say(message) }
        return office
    }

    /// The option `--today`, else `CLEANCLAIM_TODAY`; `nil` leaves it to the clock.
    private static func day(option: String?, variables: [String: String]) throws -> Day? {
        if let option { return try day(option, from: "--today") }
        guard let text = variables["CLEANCLAIM_TODAY"], !text.isEmpty else { return nil }
        return try day(text, from: "CLEANCLAIM_TODAY")
    }

    private static func day(_ text: String, from name: String) throws -> Day {
        guard let day = Day(iso: text) else { throw Refusal("\(name): write the date as 2026-11-23.") }
        return day
    }
}

extension SealedOver {
    /// What a person has to know of it.
    var message: String {
        guard lost.isEmpty, clear.isEmpty else {
            let rows = lost.isEmpty ? "" : "Damaged rows: \(lost.map(String.init).joined(separator: ", ")). "
            return
                "The records are sealed now. \(rows)Still in clear: \(clear.joined(separator: ", ")). Delete them when you "
                + "need them no more."
        }
        return "The records are sealed now, and so are the backups."
    }
}

extension RestoredStore {
    fileprivate var note: String {
        "The database was damaged: opened the backup of \(backup.day). cleanclaim store salvage adds what is newer."
    }
}
