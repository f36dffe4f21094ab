import Foundation
import Synchronization

/// Work off the loop, a print job or a file that is sent; what came of it is fetched from here.
final class BackgroundWork: Sendable {
    private struct State {
        var running = 0
        var messages: [String] = []
    }

    private let state = Mutex(State())

    /// Whether some of it has not come to its end.
    var isRunning: Bool { state.withLock { $0.running > 0 } }
    /// Whether an answer is still to come or to be fetched.
    var isBusy: Bool { state.withLock { $0.running > 0 || !$0.messages.isEmpty } }

    /// - Parameter work: says at its end what came of it.
    func start(_ work: @escaping @Sendable () -> String) {
        state.withLock { $0.running += 1 }
        Thread.detachNewThread { [self] in
            let message = work()
            state.withLock {
                $0.running -= 1
                $0.messages.append(message)
            }
        }
    }

    /// What came of it since it was asked last.
    func takeMessages() -> [String] {
        state.withLock { state in
            defer { state.messages = [] }
            return state.messages
        }
    }

    /// Waits until nothing runs; a file takes a few seconds at most.
    func finish() {
        while isRunning { usleep(10_000) }
    }
}
