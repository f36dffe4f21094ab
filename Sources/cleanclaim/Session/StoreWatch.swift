import Glibc

/// Wakes the loop when a file of a folder is written, whoever writes it (Linux, inotify(7)).
///
/// While nothing is written, it costs nothing and wakes nobody.
final class StoreWatch {
    /// Readable when something was written; -1 if the system has none.
    let descriptor: Int32

    init() { descriptor = inotify_init1(O_NONBLOCK | O_CLOEXEC) }

    /// - Parameter events: what counts as written.
    /// - Returns: whether the folder is there.
    @discardableResult
    func watch(_ folder: String, for events: Int32 = IN_MODIFY) -> Bool {
        descriptor >= 0 && inotify_add_watch(descriptor, folder, UInt32(events)) >= 0
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Whether something was written since the last call.
    func notices() -> Bool {
        guard descriptor >= 0 else { return false }
        var bytes = [UInt8](repeating: 0, count: 4096)
        var hasNoticed = false
        while read(descriptor, &bytes, bytes.count) > 0 { hasNoticed = true }
        return hasNoticed
    }
}
