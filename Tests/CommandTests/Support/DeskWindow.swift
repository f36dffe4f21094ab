import ArgumentParser
import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import TerminalKit
import TextKit

@testable import Workstation
@testable import cleanclaim

/// A window on a store: the workstation, and the clerk behind it, without the loop. Several may have one claim open, as where
/// no lock is held.
final class DeskWindow {
    private var station: Workstation
    let clerk: Clerk

    init(on store: ClaimStore) throws {
        clerk = try Clerk(of: store)
        let library = clerk.office.library
        station = Workstation(
            inputs: Inputs(
                books: library.books, policies: library.policies, today: library.day,
                practice: ClaimDraft(id: "practice"), directory: [],
                signedIn: SignedInPerson(name: clerk.office.signedIn, isLead: true), refusals: clerk.office.refusals),
            size: Workstation.smallest)
    }

    @discardableResult
    func open(_ id: String) -> DeskWindow {
        carryOut(.open(id: id))
        clerk.open?.lock.release()
        return self
    }

    /// Types over the text of a field.
    @discardableResult
    func type(_ text: String, at field: Field, row: Int = 0) -> DeskWindow {
        let context = clerk.office.parsing
        _ = station.screen.changeEditor { $0.move(to: Place(field, row: row), in: context) }
        return press(text.map { .character($0) })
    }

    @discardableResult
    func press(_ keys: [Key]) -> DeskWindow {
        for key in keys { take(.event(.key(key))) }
        _ = station.settle()
        return self
    }

    /// Saves what was keyed, as the loop does after a frame.
    @discardableResult
    func save() -> DeskWindow {
        take(.saveDue)
        repeat {
            for answer in clerk.saveAll() { take(answer) }
        } while clerk.hasNewWork
        _ = station.settle()
        return self
    }

    /// Looks at what others have changed, as the loop does when the store's files were written.
    @discardableResult
    func noticeChanges() -> DeskWindow {
        take(.storeChanged)
        clerk.writer.finish()
        for answer in clerk.savedWork() { take(answer) }
        _ = station.settle()
        return self
    }

    /// Leaves the claim for the worklist and comes back to it.
    func reopen(_ id: String) {
        carryOut(.close(id: id))
        clerk.writer.finish()
        for answer in clerk.savedWork() { take(answer) }
        carryOut(.open(id: id))
    }

    var draft: ClaimDraft { station.screen.openEditor?.draft ?? ClaimDraft(id: "none") }
    var status: ClaimStatus? { station.screen.openEditor?.work.status }
    var focus: Place? { station.screen.openEditor?.focusedPlace }
    var message: String { station.status.message ?? "" }
    var text: String { station.frame(glyphs: .unicode).text }

    private func take(_ action: Action) {
        for effect in station.handle(action) { carryOut(effect) }
    }

    private func carryOut(_ effect: Effect) {
        if case .save(let claim) = effect { return clerk.keep(claim) }
        for answer in clerk.carryOut(effect) { take(answer) }
    }
}
