import Foundation
import Synchronization

/// Work on other threads than the loop's: a print job, a submission. The loop fetches the messages about the results.
final class BackgroundWork: Sendable {
    private struct State {
        var running = 0
        var messages: [String] = []
    }

    private let state = Mutex(State())
    private let unfinished = DispatchGroup()

    /// Whether some of it is not finished.
    var isRunning: Bool { state.withLock { $0.running > 0 } }
    /// Whether some of it is not finished or its message not fetched.
    var isBusy: Bool { state.withLock { $0.running > 0 || !$0.messages.isEmpty } }

    /// - Parameter work: returns the message about its result; `nil` if there is nothing to say.
    func start(_ work: @escaping @Sendable () -> String?) {
        state.withLock { $0.running += 1 }
        unfinished.enter()
        Thread.detachNewThread { [self] in
            let message = work()
            state.withLock {
                $0.running -= 1
                if let message { $0.messages.append(message) }
            }
            unfinished.leave()
        }
    }

    /// The messages since the last call.
    func takeMessages() -> [String] {
        state.withLock { state in
            defer { state.messages = [] }
            return state.messages
        }
    }

    /// Waits until nothing runs; a submission takes a few seconds at most.
    func finish() { unfinished.wait() }
}
