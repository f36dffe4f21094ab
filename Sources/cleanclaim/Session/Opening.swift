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

    func run(_ office: Office) throws {
        if let message = try runSession(office) { throw Refusal(message) }
    }

    /// The terminal is restored before a message is printed.
    ///
    /// - Returns: what became of what could not be saved; `nil` if everything is.
    private func runSession(_ office: Office) throws -> String? {
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
            return session.run(on: &terminal) ? nil : clerk.rescue()
        } catch let reason as Unusable {
            throw Refusal(reason.description)
        }
    }

    private func station(for clerk: Clerk, size: Size) throws(StoreFault) -> Workstation {
        let office = clerk.office
        let practice = try office.practice()
        let inputs = Inputs(
            books: office.library.books, policies: office.library.policies, today: clerk.today,
            practice: practice ?? ClaimDraft(id: Office.practiceID), directory: try office.directory(),
            recentCodes: try office.recentCodes(), preferences: environment.configuration.preferences)
        var station = Workstation(inputs: inputs, size: size)
        _ = station.handle(.listed(try clerk.rows()))
        if practice == nil { station.setUpPractice() }
        let recovered = try office.takeRescued() + office.recover()
        if !recovered.isEmpty { _ = station.handle(.listed(try clerk.rows())) }
        for notice in clerk.damageNotice() { _ = station.handle(notice) }
        if let note = recovered.first ?? note { _ = station.handle(.said(note)) }
        return station
    }
}
