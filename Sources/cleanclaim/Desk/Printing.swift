import Foundation
import Synchronization

/// Print jobs off the loop; what came of them is fetched from here.
final class Printing: Sendable {
    private struct Jobs {
        var running = 0
        var words: [String] = []
    }

    private let jobs = Mutex(Jobs())

    /// Whether an answer is still to come or to be fetched.
    var isBusy: Bool { jobs.withLock { $0.running > 0 || !$0.words.isEmpty } }

    func start(_ text: String, _ kind: Printer.Kind) {
        jobs.withLock { $0.running += 1 }
        Thread.detachNewThread { [self] in
            let words = Printer().print(Array(text.utf8), kind).words
            jobs.withLock {
                $0.running -= 1
                $0.words.append(words)
            }
        }
    }

    func takeWords() -> [String] {
        jobs.withLock { jobs in
            defer { jobs.words = [] }
            return jobs.words
        }
    }
}
