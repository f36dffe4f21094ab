import Foundation
import Synchronization

/// Work on other threads than the loop's: a print job, a submission. The loop fetches what came of it, mostly a message.
final class BackgroundWork<Outcome: Sendable>: Sendable {
    private struct State {
        var running = 0
        var outcomes: [Outcome] = []
    }

    private let state = Mutex(State())
    private let unfinished = DispatchGroup()

    /// Whether some of it is not finished.
    var isRunning: Bool { state.withLock { $0.running > 0 } }
    /// Whether some of it is not finished or its outcome not fetched.
    var isBusy: Bool { state.withLock { $0.running > 0 || !$0.outcomes.isEmpty } }

    /// - Parameter work: returns its outcome; `nil` if nothing came of it.
    func start(_ work: @escaping @Sendable () -> Outcome?) {
        state.withLock { $0.running += 1 }
        unfinished.enter()
        Thread.detachNewThread { [self] in
            let outcome = work()
            state.withLock {
                $0.running -= 1
                if let outcome { $0.outcomes.append(outcome) }
            }
            unfinished.leave()
        }
    }

    /// The outcomes since the last call.
    func takeOutcomes() -> [Outcome] {
        state.withLock { state in
            defer { state.outcomes = [] }
            return state.outcomes
        }
    }

    /// Waits until nothing runs; a submission takes a few seconds at most.
    func finish() { unfinished.wait() }
}
