import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import CodeSets
import CursesTerminal
import TerminalKit
import Workstation

/// Opens the workstation on a store and runs it until the person leaves.
struct Opening {
    let around: Surroundings
    private let configuration: Configuration
    private let theme: Theme
    /// What the first screen says.
    var note: String?

    init(_ around: Surroundings) throws {
        self.around = around
        configuration = try Configuration.read(from: around.folders.settings)
        do {
            let shipped = try ResourceFolder.url(of: "themes", in: "cleanclaim")
            theme = try ThemeLibrary(folders: [around.folders.themes, shipped]).load(configuration.theme)
        } catch {
            throw Refusal("\(error)")
        }
        note = theme.notes.first.map { "Theme: \($0)" }
    }

    func run(on store: ClaimStore) throws {
        guard try isAllSaved(on: store) else { throw Refusal("The last changes could not be saved.") }
    }

    /// The terminal is given back before anything is said about it.
    private func isAllSaved(on store: ClaimStore) throws -> Bool {
        do {
            let watch = StoreWatch(store.path)
            var terminal = try CursesTerminal(
                theme: theme, environment: around.environment,
                alt: configuration.preferences.keymap.altCharacters, wakeUp: watch.descriptor)
            let clerk = Clerk(
                store: store, around: around, lettering: terminal.glyphs.drawsUnicode ? .unicode : .ascii)
            clerk.storeWatch = watch
            clerk.interchange = configuration.interchange
            clerk.form = configuration.form
            var session = Session(
                try station(for: clerk, size: terminal.size), clerk: clerk,
                clock: around.followsClock ? { Today.byClock } : nil)
            return session.run(on: &terminal)
        } catch let reason as Unusable {
            throw Refusal(reason.description)
        } catch let fault as StoreFault {
            throw Refusal(fault.description)
        }
    }

    private func station(for clerk: Clerk, size: Size) throws(StoreFault) -> Workstation {
        let practice = try clerk.store.practice(in: clerk.parsing)
        let desk = Desk(
            books: around.books, policies: around.policies, today: around.today,
            practice: practice ?? ClaimDraft(id: Clerk.practiceID), directory: try clerk.directory(),
            recentCodes: try clerk.recentCodes(), preferences: configuration.preferences)
        var station = Workstation(desk: desk, size: size)
        _ = station.handle(.listed(try clerk.rows()))
        if practice == nil { station.setUpPractice() }
        let recovered = try SendingRecovery(store: clerk.store).runIfNobodySends()
        if !recovered.isEmpty { _ = station.handle(.listed(try clerk.rows())) }
        if let note = recovered.first ?? note { _ = station.handle(.said(note)) }
        return station
    }
}
