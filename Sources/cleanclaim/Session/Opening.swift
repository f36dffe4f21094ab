import ClaimExchange
import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import CodeSets
import CursesTerminal
import TerminalKit
import Workstation
import TextKit

/// Opens the workstation on an office's claims and runs it until the person leaves.
struct Opening {
    private let environment: Environment
    private let theme: Theme
    /// The message on the first screen.
    var note: String?

    init(_ environment: Environment) throws {
        self.environment = environment
        do {
            let shipped = try ResourceFolder.url(of: "themes", in: "cleanclaim")
            theme = try ThemeLibrary(folders: [environment.library.folders.themes, shipped])
                .load(environment.configuration.theme)
        } catch {
            throw Refusal("\(error)")
        }
        note = theme.notes.first.map { "Theme: \($0)" }
    }

    /// - Throws: `Refusal`, also where a signal ended the program: its status is then 128 and the signal's number.
    func run(_ office: Office) throws {
        Rescue.tell(
            "CleanClaim stopped because of an error in the program. What was saved is in \(office.store.path); start it "
                + "again.")
        let (message, signal) = try work(office)
        if let signal {
            if let message { Console.say(message) }
            throw Refusal(status: 128 + signal)
        }
        if let message { throw Refusal(message) }
    }

    /// The terminal is restored before a message is printed.
    ///
    /// - Returns: what became of what could not be saved, `nil` if everything is; and the signal that ended the program.
    private func work(_ office: Office) throws -> (message: String?, signal: Int32?) {
        do {
            let watch = StoreWatch(office.store.path)
            let writer = Writer()
            var terminal = try CursesTerminal(
                theme: theme, environment: environment.variables,
                alt: environment.configuration.preferences.keymap.altCharacters,
                wakeUp: [watch.descriptor, writer.wakeUp.descriptor])
            let clerk = Clerk(
                office, glyphs: terminal.glyphs.drawsUnicode ? .unicode : .ascii, writer: writer)
            clerk.storeWatch = watch
            clerk.form = environment.configuration.form
            var session = Session(
                try station(for: clerk, size: terminal.size), clerk: clerk,
                clock: environment.followsClock ? { Today.byClock } : nil)
            let isSaved = session.run(on: &terminal)
            try? office.store.noteSignOut()
            return (isSaved ? nil : clerk.rescue(), terminal.endingSignal)
        } catch let reason as Unusable {
            throw Refusal(reason.description)
        }
    }

    private func station(for clerk: Clerk, size: Size) throws(StoreFault) -> Workstation {
        let office = clerk.office
        let practice = try office.practice()
        var inputs = Inputs(
            books: office.library.books, policies: office.library.policies, today: clerk.today,
            practice: practice ?? ClaimDraft(id: Office.practiceID),
            directory: [],
            recentCodes: try office.recentCodes(), preferences: environment.configuration.preferences,
            fees: office.library.fees, refusals: office.refusals)
        inputs.printers = clerk.printers
        var station = Workstation(inputs: inputs, size: size)
        _ = station.handle(.listed(try clerk.firstRows()))
        if practice == nil { station.setUpPractice() }
        let recovered = try office.takeRescued() + office.recover()
        if !recovered.isEmpty { _ = station.handle(.listed(try clerk.rows())) }
        for notice in clerk.damageNotice() { _ = station.handle(notice) }
        if let note = recovered.first ?? note { _ = station.handle(.said(note)) }
        return station
    }
}

extension Office {
    /// What a receiver would reject of a claim, as the desk shows it.
    var refusals: @Sendable (ClaimDraft) -> [FileRefusal] {
        { [parsing] draft in
            ProfessionalFile.obstacles(of: draft, in: parsing)
                .map {
                    FileRefusal(place: $0.place, message: $0.message, source: Obstacle.source, carried: $0.carried)
                }
        }
    }
}
