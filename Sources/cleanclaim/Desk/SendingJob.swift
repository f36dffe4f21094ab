import Foundation
import Synchronization

/// A file of claims that is being sent off the loop; what came of it is fetched from here.
final class SendingJob: Sendable {
    private struct State {
        var isRunning = false
        var words: String?
    }

    private let state = Mutex(State())

    /// Whether an answer is still to come or to be fetched.
    var isBusy: Bool { state.withLock { $0.isRunning || $0.words != nil } }

    /// - Returns: `false` where a file is being sent already.
    func start(_ work: @escaping @Sendable () -> String) -> Bool {
        let isFree = state.withLock { state in
            defer { state.isRunning = true }
            return !state.isRunning
        }
        guard isFree else { return false }
        Thread.detachNewThread { [self] in
            let words = work()
            state.withLock { $0 = State(words: words) }
        }
        return true
    }

    /// What came of it, once.
    func takeWords() -> String? {
        state.withLock { state in
            defer { state.words = nil }
            return state.words
        }
    }

    /// Waits until nothing is being sent; a file takes a few seconds at most.
    func finish() {
        while state.withLock({ $0.isRunning }) { usleep(10_000) }
    }
}
