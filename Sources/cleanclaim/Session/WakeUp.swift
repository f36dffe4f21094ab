import Glibc

/// Wakes the loop when another thread has finished something (pipe(7)).
///
/// While nothing happens, it costs nothing and wakes nobody.
final class WakeUp: Sendable {
    /// Readable when the loop is to wake; -1 if the system has none left.
    let descriptor: Int32
    private let end: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        for end in ends where end >= 0 {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        (descriptor, end) = (ends[0], ends[1])
    }

    deinit {
        for descriptor in [descriptor, end] where descriptor >= 0 { close(descriptor) }
    }

    /// Wakes the loop; from any thread. A pipe that is full wakes it anyway.
    func signal() {
        var byte: UInt8 = 1
        _ = write(end, &byte, 1)
    }

    /// Takes away what woke the loop.
    func clear() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while descriptor >= 0, read(descriptor, &bytes, bytes.count) > 0 {}
    }
}
