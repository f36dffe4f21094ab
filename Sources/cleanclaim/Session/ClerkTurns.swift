import ClaimModel
import ClaimOffice
import ClaimStore
import Foundation
import TerminalKit
import TextKit
import Workstation

/// Whose turn it is to change the open claim, as far as this desk knows.
enum KnownTurn {
    /// - Parameter shown: who asks for it, as the person was shown.
    case ours(shown: TakeOverRequest? = nil)
    case theirs(ClaimHolder)
    /// Theirs, and asked for.
    ///
    /// - Parameter until: when waiting for the answer ends; `nil` once it has.
    case asked(ClaimHolder, TakeOverRequest, until: Deadline?)
    case free

    var isOurs: Bool { if case .ours = self { true } else { false } }
}

/// What a look at the open claim has shown.
struct SeenTurn: Sendable {
    let holder: ClaimHolder?
    let request: TakeOverRequest?
    /// Whether somebody has taken it from this desk.
    let isLost: Bool
    /// Whether it was deleted.
    let isGone: Bool
}

/// Looking whose turn it is: off the loop, when something was written about it.
extension Clerk {
    /// When there may be news.
    var turnDeadline: Deadline? {
        guard open != nil else { return nil }
        let end: Deadline? = if case .asked(_, _, let until) = turn { until } else { nil }
        return [turnWatch.time, end].compactMap(\.self).min()
    }

    /// Looks soon, whether or not something was written.
    func expectTurnNews() { turnWatch.lookSoon() }

    /// Has the turn looked at where that is due, and ends a wait that was too long.
    func turnNews() -> [Action] {
        guard turnWatch.isDue(hasClaim: open != nil && !office.store.isReadOnly) || isTooLong, let open else {
            return []
        }
        let (store, id, lock) = (office.store, open.record.id, open.lock)
        writer.start {
            let seen = Result { () throws(StoreFault) in
                let holder = try store.holder(of: id)
                let claims = holder == nil ? try store.summaries(of: [id]) : []
                let isGone = holder == nil && claims.allSatisfy { $0.status == .deleted }
                return SeenTurn(
                    holder: holder, request: try store.request(for: id), isLost: lock.isLost, isGone: isGone)
            }
            return [.turn(id: id, seen)]
        }
        guard isTooLong, case .asked(let holder, let request, _) = turn else { return [] }
        turn = .asked(holder, request, until: nil)
        return [.turn(id: id, .unanswered)]
    }

    private var isTooLong: Bool {
        if case .asked(_, _, let until?) = turn { until <= .now } else { false }
    }

    /// Takes what a look has shown; one that failed is followed by others.
    func take(_ result: Result<SeenTurn, StoreFault>, of id: String) -> [Action] {
        guard open?.record.id == id, case .success(let seen) = result else { return [] }
        switch turn {
        case .ours where seen.isLost: return [.turn(id: id, .taken(by: pass(to: seen.holder) ?? .unknown))]
        case .asked where seen.isGone, .theirs where seen.isGone:
            turn = .free
            return [.turn(id: id, .gone)]
        case .ours(let shown): return show(seen.request, id, after: shown)
        case .asked(_, let request, _) where seen.holder == nil: return takeClaim(id, because: request.reason)
        case .asked(let holder, let request, _) where holder == seen.holder:
            guard seen.request?.isRefused == true, seen.request?.isSame(as: request) == true else { return [] }
            withdrawRequest()
            turn = .theirs(holder)
            return [.turn(id: id, .refused)]
        case .theirs(let holder) where holder == seen.holder: return []
        case .free where seen.holder == nil: return []
        case .asked, .theirs, .free: return [.turn(id: id, .held(by: pass(to: seen.holder)))]
        }
    }

    /// Whoever asks now, unless the person has kept the claim.
    private func show(_ request: TakeOverRequest?, _ id: String, after shown: TakeOverRequest?) -> [Action] {
        let asked = request?.isRefused == true ? nil : request
        guard asked != shown else { return [] }
        turn = .ours(shown: asked)
        return [.turn(id: id, asked.map { .asked(by: HeldElsewhere($0), reason: $0.reason) } ?? .withdrawn)]
    }

    private func pass(to holder: ClaimHolder?) -> HeldElsewhere? {
        turn = holder.map { .theirs($0) } ?? .free
        return holder.map { HeldElsewhere($0) }
    }

    /// The same turn once more, for a claim that was opened again.
    func turnAgain(_ id: String) -> [Action] {
        guard open?.record.id == id, case .theirs(let holder) = turn else { return [] }
        return [.turn(id: id, .held(by: HeldElsewhere(holder)))]
    }
}

/// Asking, giving, keeping and taking: work of the writer.
extension Clerk {
    func take(_ step: TurnStep, of id: String) -> [Action] {
        guard open?.record.id == id else { return [] }
        switch step {
        case .ask(let reason):
            return ask { office throws(StoreFault) in
                let request = try office.store.ask(for: id, because: reason)
                return { $0.wait(for: request, id) }
            }
        case .give:
            return ask(after: .claim(id)) { office throws(StoreFault) in
                let request = try office.store.request(for: id)
                return { $0.give(id, to: request) }
            }
        case .keep:
            let store = office.store
            writer.start {
                do throws(StoreFault) {
                    try store.refuse(id)
                    return []
                } catch {
                    return [.actions([.said(error.deskMessage)])]
                }
            }
            return []
        case .take(let reason): return takeClaim(id, because: reason)
        case .read: return turn.isOurs ? readOwnClaim(id) : readClaim(id)
        }
    }

    /// Ends asking where this desk asks for the open claim.
    func withdrawRequest() {
        guard case .asked(let holder, let request, _) = turn, let id = open?.record.id else { return }
        turn = .theirs(holder)
        let store = office.store
        writer.start {
            try? store.withdraw(request, for: id)
            return []
        }
    }

    private func wait(for request: TakeOverRequest, _ id: String) -> [Action] {
        guard open?.record.id == id else { return [] }
        switch turn {
        case .theirs(let holder), .asked(let holder, _, _):
            turn = .asked(holder, request, until: .now + .seconds(TurnNews.patience))
            // They may have closed it just now.
            expectTurnNews()
            return [.turn(id: id, .waiting(reason: request.reason))]
        case .ours, .free: return []
        }
    }

    /// What is saved already is theirs.
    private func give(_ id: String, to request: TakeOverRequest?) -> [Action] {
        guard let given = open, given.record.id == id, unsaved[id] == nil else { return [] }
        guard let request, !request.isRefused else { return [.turn(id: id, .withdrawn)] }
        given.lock.release()
        open = OpenClaim(record: given.record, lock: .none)
        turn = .theirs(ClaimHolder(person: request.person, desk: request.desk, since: Date()))
        return [.turn(id: id, .given(to: HeldElsewhere(request)))]
    }

    /// Shows what was saved elsewhere.
    private func readClaim(_ id: String) -> [Action] {
        // What was keyed before somebody took the claim over stays on the screen until it is saved.
        guard let revision = open?.record.revision, unsaved[id] == nil else { return [] }
        return ask { office throws(StoreFault) in
            let claim = try office.read(id)
            guard claim.record.revision != revision else { return { _ in [] } }
            let opened = try office.opened(claim.record.draft, claim.record.status)
            return { clerk in
                guard clerk.open?.record.id == id, !clerk.turn.isOurs else { return [] }
                clerk.open = claim
                return [.turn(id: id, .saved(opened))]
            }
        }
    }

    /// - Parameter reason: `nil` where nobody was asked.
    private func takeClaim(_ id: String, because reason: String?) -> [Action] {
        // The keys wait for an answer already: the next look comes back to it.
        guard !isAnswering else {
            expectTurnNews()
            return []
        }
        return ask { office throws(StoreFault) in
            let claim = if let reason { try office.takeOver(id, because: reason) } else { try office.open(id) }
            let opened = try office.opened(claim.record.draft, claim.record.status)
            return { clerk in
                guard clerk.open?.record.id == id else { return [] }
                clerk.open = claim
                clerk.turn = .ours()
                return [.turn(id: id, .ours(opened))]
            }
        }
    }
}

extension Office {
    /// Opens a claim, to read where somebody else has it open.
    func openOrRead(_ id: String) throws(StoreFault) -> (claim: OpenClaim, holder: ClaimHolder?) {
        for _ in 0..<3 {
            do throws(StoreFault) {
                return (try open(id), nil)
            } catch {
                guard error == .openElsewhere else { throw error }
            }
            // Whoever has just closed it has it no longer.
            if let holder = try store.holder(of: id) { return (try read(id), holder) }
        }
        throw .openElsewhere
    }
}

extension HeldElsewhere {
    fileprivate static var unknown: HeldElsewhere { HeldElsewhere(ClaimHolder(person: "", desk: "", since: Date())) }

    init(_ holder: ClaimHolder) {
        let time = String(Today.clockTime(of: holder.since).prefix(5))
        let day = Today.day(of: holder.since)
        self.init(
            person: holder.person, desk: holder.desk.printable(), since: day == Today.byClock ? time : "\(day) \(time)")
    }

    fileprivate init(_ request: TakeOverRequest) {
        self.init(ClaimHolder(person: request.person, desk: request.desk, since: request.since))
    }
}
