import ClaimStore
import Synchronization

/// What was heard from the server since the loop looked last, each thing once.
final class ServerNews: Sendable {
    private let heard = Mutex<Set<StoreNews>>([])
    private let wakeUp: WakeUp

    /// - Parameter wakeUp: wakes the loop.
    init(_ wakeUp: WakeUp) { self.wakeUp = wakeUp }

    /// On any thread.
    func hear(_ news: StoreNews) {
        heard.withLock { heard in
            // Whether the line is there is what was heard last.
            if news == .lineBack { heard.remove(.lineLost) }
            if news == .lineLost { heard.remove(.lineBack) }
            heard.insert(news)
        }
        wakeUp.signal()
    }

    func take() -> Set<StoreNews> {
        heard.withLock { heard in
            defer { heard = [] }
            return heard
        }
    }
}
