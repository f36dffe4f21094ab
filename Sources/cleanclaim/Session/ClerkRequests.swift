import ClaimModel
import ClaimOffice
import ClaimStore
import Foundation
import Workstation

/// Work that changes the store and decides what the next key does: it is the writer's, as saving is. The keys after it wait
/// until it is done; the loop does not.
struct Request {
    /// What has to be on the disk before, or to have been tried.
    enum Need {
        case nothing, everything
        /// This claim, as it was keyed.
        case claim(String)
    }

    /// What is to be done on the loop's thread once the work is done.
    typealias Reply = @Sendable (Clerk) throws(StoreFault) -> [Action]

    fileprivate let need: Need
    fileprivate let work: @Sendable (Office) throws(StoreFault) -> Reply
    fileprivate var hasTriedToSave = false
    fileprivate var isRunning = false
}

extension Clerk {
    /// Whether the keys that follow have to wait.
    var isAnswering: Bool { request != nil }

    /// Hands work to the writer; its reply, or why it failed, is among the `savedWork()`. There is one at a time.
    func ask(
        after need: Request.Need = .nothing, _ work: @escaping @Sendable (Office) throws(StoreFault) -> Request.Reply
    ) -> [Action] {
        request = Request(need: need, work: work)
        return proceed()
    }

    /// Looks something up: at once where the records are on this machine, on a server off the loop.
    func lookUp(
        _ work: @escaping @Sendable (Office) throws(StoreFault) -> Request.Reply
    ) throws(StoreFault) -> [Action] {
        office.store.isOnServer ? ask(work) : try work(office)(self)
    }

    /// Hands over work on a stored claim that has no reply.
    func change(
        _ id: String, _ work: @escaping @Sendable (ClaimStore) throws(StoreFault) -> Void
    ) -> [Action] {
        ask(after: .claim(id)) { office throws(StoreFault) in
            try work(office.store)
            return { _ in [] }
        }
    }

    /// Goes on with what was asked: saves first what it needs, then hands it to the writer.
    func proceed() -> [Action] {
        guard let asked = request, !asked.isRunning else { return [] }
        if !asked.hasTriedToSave, isUnsaved(asked.need) {
            // The writer still saves an earlier state: what was keyed since is handed over after that.
            guard !isSaving else { return [] }
            request?.hasTriedToSave = true
            startSaving()
            if isSaving { return [] }
        }
        if case .claim(let id) = asked.need, let fault = unsaved[id]?.fault {
            request = nil
            return [.said(fault.deskMessage)]
        }
        request?.isRunning = true
        let (office, work) = (self.office, asked.work)
        writer.start { [.reply(Result { () throws(StoreFault) in try work(office) })] }
        return []
    }

    /// Takes what the work came to.
    func take(_ result: Result<Request.Reply, StoreFault>) -> [Action] {
        request = nil
        do throws(StoreFault) {
            return try result.get()(self)
        } catch {
            return [.said(error.deskMessage)]
        }
    }

    private func isUnsaved(_ need: Request.Need) -> Bool {
        switch need {
        case .nothing: false
        case .everything: hasUnsavedWork
        case .claim(let id): unsaved[id] != nil
        }
    }
}
