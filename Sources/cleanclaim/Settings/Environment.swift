import ArgumentParser
import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import CodeSets
import Foundation

/// The options that every command takes.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Use this date as today, as 2026-11-23.", visibility: .hidden))
    var today: String?
}

/// The environment of a command: the process's variables, the day, and the office's files in the user's folders.
struct Environment {
    let variables: [String: String]
    /// Whether today is the clock's, so that it changes at midnight.
    let followsClock: Bool
    let configuration: Configuration
    let library: OfficeLibrary

    /// - Parameters:
    ///   - standardDay: the day if none is given; `nil` for the clock's.
    ///   - namesPolicyFaults: whether faults in the office's own policies are printed.
    init(_ options: CommonOptions, standardDay: Day? = nil, namesPolicyFaults: Bool = true) throws {
        try self.init(today: options.today, standardDay: standardDay, namesPolicyFaults: namesPolicyFaults)
    }

    init(today option: String?, standardDay: Day? = nil, namesPolicyFaults: Bool = true) throws {
        variables = ProcessInfo.processInfo.environment
        let fixed = try Environment.day(option: option, variables: variables) ?? standardDay
        followsClock = fixed == nil
        let folders = Folders(environment: variables)
        configuration = try Configuration.read(from: folders.settings)
        library = try OfficeLibrary(
            folders: folders, day: fixed ?? Today.byClock, policyReviewDays: configuration.policyReviewDays,
            silenced: configuration.silencedNotes)
        for table in library.damagedTables { Console.say("\(table)") }
        for fault in library.policies.faults where namesPolicyFaults && fault.severity != .note {
            Console.say("Policy \(fault)")
        }
    }

    /// The office with the user's own store.
    func office() throws -> Office { Office(try openStore(), library: library, parties: configuration.interchange) }

    /// The user's own store.
    ///
    /// - Parameter patience: how long a call waits, in seconds, while another process writes.
    func openStore(patience: TimeInterval = 5) throws(StoreFault) -> ClaimStore {
        try ClaimStore(folder: library.folders.data, keyring: try keyring(), patience: patience)
    }

    /// What opens the records, unlocked; made where there is none, for this machine.
    func keyring() throws(StoreFault) -> Keyring { try Keyring.ofThisMachine(forData: library.folders.data) }

    /// The office for the workstation, where nobody waits long for another process. In the place of a damaged database the
    /// latest backup that is whole is opened.
    ///
    /// - Returns: also the message to show; `nil` if there is none.
    func deskOffice() throws -> (office: Office, note: String?) {
        func office() throws(StoreFault) -> Office {
            Office(try openStore(patience: 0.1), library: library, parties: configuration.interchange)
        }
        do throws(StoreFault) {
            let office = try office()
            let isWhole = try office.store.noteSignIn()
            return (office, office.store.isReadOnly ? Environment.readOnlyNote : isWhole ? nil : Environment.cutNote)
        } catch {
            guard case .broken = error, let restored = try ClaimStore.restoreLatestBackup(in: library.folders.data)
            else { throw error }
            let office = try office()
            try office.store.note(restored: restored)
            try office.store.noteSignIn()
            return (office, restored.note)
        }
    }

    private static let cutNote =
        "The audit trail lacks records that were there before. cleanclaim audit verify lists what is wrong."

    private static let readOnlyNote =
        "The database is read-only: claims can be read and printed, and nothing is saved."

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

extension RestoredStore {
    fileprivate var note: String {
        "The database was damaged: opened the backup of \(backup.day). cleanclaim store salvage adds what is newer."
    }
}
