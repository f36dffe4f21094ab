import GRDB
import Synchronization

extension DatabaseQueue {
    /// Closes the file and keeps the queue for the whole run: libdispatch gives a queue up on a thread of its own, and
    /// once it has one it wakes every second, idle or not.
    func closeKeepingQueue() throws {
        try close()
        keptQueues.withLock { $0.append(self) }
    }
}

private let keptQueues = Mutex<[DatabaseQueue]>([])
