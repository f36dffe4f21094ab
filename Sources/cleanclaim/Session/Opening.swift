import ClaimExchange
import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import CodeSets
import CursesTerminal
import TerminalKit
import Workstation
import Foundation
import TextKit

/// Opens the workstation on an office's claims and runs it until the person leaves.
struct Opening {
    private let environment: Environment
    private let theme: Theme
    /// What the first screen says, a sentence each.
    var notes: [String]

    init(_ environment: Environment) throws {
        self.environment = environment
        do {
            let shipped = try ResourceFolder.url(of: "themes", in: "cleanclaim")
            theme = try ThemeLibrary(folders: [environment.library.folders.themes, shipped])
                .load(environment.configuration.theme)
        } catch {
            throw Refusal("\(error)")
        }
        notes = theme.notes.map { "Theme: \($0)" }
    }

    /// Opens an office whose records are open already, or the user's own once somebody has signed in.
    ///
    /// - Throws: `Refusal`, also where a signal ended the program: its status is then 128 and the signal's number.
    func run(_ office: Office? = nil) throws {
        let folder = office?.store.path ?? environment.library.folders.data.path
        Rescue.tell(
            "CleanClaim stopped because of an error in the program. What was saved is in \(folder); start it again.")
        let (message, signal) = try work(office)
        if let signal { throw Refusal(message, status: 128 + signal) }
        if let message { throw Refusal(message) }
    }

    /// The terminal is restored before a message is printed.
    ///
    /// - Returns: what became of what could not be saved, `nil` if everything is; and the signal that ended the program.
    private func work(_ given: Office?) throws -> (message: String?, signal: Int32?) {
        do {
            let (watch, turnWatch, inboxWatch) = (StoreWatch(), StoreWatch(), StoreWatch())
            let (writer, wakeUp) = (Writer(), WakeUp())
            let keymap = environment.configuration.preferences.keymap
            var terminal = try CursesTerminal(
                theme: theme, environment: environment.variables, alt: keymap.altCharacters,
                wakeUp: [
                    watch.descriptor, turnWatch.descriptor, inboxWatch.descriptor, writer.wakeUp.descriptor,
                    wakeUp.descriptor,
                ])
            let signIn = try DeskSignIn(environment.place)
            var notes = notes
            let office: Office
            if let given {
                office = given
            } else {
                guard let keyring = try keyring(signIn, wakeUp, on: &terminal) else {
                    return (nil, terminal.endingSignal)
                }
                let opened = try environment.deskOffice(keyring)
                office = opened.office
                notes.insert(contentsOf: opened.notes, at: 0)
            }
            watch.watch(office.store.path)
            let clerk = Clerk(
                office, glyphs: terminal.glyphs.drawsUnicode ? .unicode : .ascii, writer: writer)
            clerk.storeWatch = watch
            clerk.inboxDesk.watch = inboxWatch
            let news = ServerNews(writer.wakeUp)
            if try office.store.listen({ news.hear($0) }) { clerk.serverNews = news }
            clerk.turnWatch = TurnWatch(turnWatch, folder: office.store.holdFolder)
            clerk.form = environment.configuration.form
            if given == nil { clerk.settings = environment.library.folders.settings }
            var session = Session(
                try station(for: clerk, size: terminal.size, notes), clerk: clerk,
                clock: environment.followsClock ? { Today.byClock } : nil,
                lock: lock(office, signIn, wakeUp) {
                    _ = (watch.notices(), turnWatch.notices(), inboxWatch.notices())
                    writer.wakeUp.clear()
                })
            let isSaved = session.run(on: &terminal)
            try? office.store.noteSignOut()
            return (isSaved ? nil : clerk.rescue(), terminal.endingSignal)
        } catch let reason as Unusable {
            throw Refusal(reason.description)
        }
    }

    /// Asks who is there, unless the key file of this machine opens the records.
    ///
    /// - Returns: `nil` where the person leaves or a signal ends the program.
    private func keyring(
        _ signIn: DeskSignIn, _ wakeUp: WakeUp, on terminal: inout CursesTerminal
    ) throws(StoreFault) -> Keyring? {
        if let (purpose, name) = try signIn.screen(hasClaims: try environment.place.hasRecords()) {
            var loop = SignInLoop(
                SignIn(
                    purpose, size: terminal.size, name: name, keymap: environment.configuration.preferences.keymap),
                wakeUp: wakeUp)
            guard loop.run(on: &terminal, check: { signIn.check($0) }) == .signedIn else { return nil }
        }
        return signIn.keyring
    }

    /// The lock of a desk that a passphrase has opened.
    private func lock(
        _ office: Office, _ signIn: DeskSignIn, _ wakeUp: WakeUp, passingOver passOver: @escaping () -> Void
    ) -> DeskLock? {
        guard office.store.keyring.signedIn?.kind == .person else { return nil }
        return DeskLock(
            signIn, office.store, keymap: environment.configuration.preferences.keymap,
            minutes: environment.configuration.lockMinutes, wakeUp: wakeUp, passingOver: passOver)
    }

    private func station(for clerk: Clerk, size: Size, _ notes: [String]) throws(StoreFault) -> Workstation {
        let office = clerk.office
        let practice = try office.practice()
        var inputs = Inputs(
            books: office.library.books, policies: office.library.policies, today: clerk.today,
            practice: practice ?? ClaimDraft(id: Office.practiceID),
            directory: [],
            recentCodes: try office.recentCodes(), preferences: environment.configuration.preferences,
            fees: office.library.fees,
            signedIn: SignedInPerson(
                name: office.signedIn, isLead: office.store.keyring.signedIn?.role == .lead),
            refusals: office.refusals)
        inputs.printers = clerk.printers
        inputs.views = Clerk.views(in: office.store)
        inputs.clearinghouse = ClearinghouseSetup(office.parties, office.exchange)
        inputs.clearinghouseFaults = { $0.faults }
        inputs.isReadOnly = office.store.isReadOnly
        var station = Workstation(inputs: inputs, size: size)
        _ = station.handle(.listed(try clerk.firstRows(height: size.rows)))
        if practice == nil { station.setUpPractice() }
        let recovered = try office.takeRescued() + office.recover()
        if !recovered.isEmpty { _ = station.handle(.listed(try clerk.rows())) }
        let sentences = recovered + clerk.damage() + notes
        _ = station.handle(.messages(title: "Before you begin", sentences))
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
