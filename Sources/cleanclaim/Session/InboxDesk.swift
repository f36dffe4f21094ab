import ClaimOffice
import Foundation
import Glibc
import Synchronization
import TerminalKit
import Workstation

/// What the clerk knows of the inbox, and the work on it that is under way.
final class InboxDesk {
    let inbox: Inbox
    /// Reads the folder.
    let reading = BackgroundWork<InboxContents>()
    /// Takes and imports files, one after the other.
    let taking = BackgroundWork<[Action]>()
    let progress = ImportProgress()
    /// Notices files that come; `nil` if nobody needs to know.
    var watch: StoreWatch?
    private var watched: String?
    /// When the folder is read the next time.
    var lookTime: Deadline?
    /// Until when no file is taken by itself: one that could not be taken would fail again at once.
    var restsUntil = Deadline.now
    /// When it was read last; a network folder notices nothing.
    private(set) var lookedAt = Deadline.now

    /// How long the folder goes unread while keys are pressed, in seconds.
    static let longestUnread = 30
    /// How long nothing is taken by itself after a failure.
    static let rest = Duration.seconds(30)

    init(_ office: Office) { inbox = Inbox(office) }

    /// Begins to watch a folder.
    func follow(_ folder: String) {
        guard let watch, watched != folder else { return }
        let events = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_MODIFY
        // A folder that is not there yet is tried again.
        if watch.watch(folder, for: events) { watched = folder }
    }

    /// When the loop has to wake for it; what runs wakes it by itself.
    var deadline: Deadline? { reading.isRunning || taking.isRunning ? nil : lookTime }

    func noteLook() {
        lookTime = nil
        lookedAt = .now
    }

    func finish() {
        reading.finish()
        taking.finish()
    }
}

/// How far an import is, as the loop shows it.
final class ImportProgress: Sendable {
    private let text = Mutex<String?>(nil)

    func say(_ message: String) { text.withLock { $0 = message } }

    /// The latest since the last call.
    func take() -> String? {
        text.withLock { text in
            defer { text = nil }
            return text
        }
    }
}
