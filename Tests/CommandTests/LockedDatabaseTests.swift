import Foundation
import Testing

/// Another program that writes into the database for a long time.
private final class Holder {
    private let descriptor: Int32

    /// Takes the lock of whoever writes (SQLite, "WAL-mode File Format", section 2.2.5: byte 120 of the index).
    init(in sandbox: Sandbox) throws {
        descriptor = open(sandbox.file("data/cleanclaim/claims.db-shm").path, O_RDWR | O_CLOEXEC)
        var lock = flock(
            l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: 120, l_len: 1, l_pid: 0)
        try #require(fcntl(descriptor, F_SETLK, &lock) == 0)
    }

    func release() { close(descriptor) }
}

@Suite(.serialized) struct LockedDatabaseTests {
    @Test func `it is said at once and what is keyed is saved once it is free`() throws {
        let window = try TerminalWindow.desk()
        try window.beginClaim()
        let holder = try Holder(in: window.sandbox)
        try window.fill(["Last name": "Quillfeather", "First name": "Zed"])
        try window.wait(for: "Another program is using the database")
        try window.fill(["Middle": "Q"])
        try window.press("C-s")
        try window.wait(for: "nothing was saved")
        // Left, it is listed as not saved, and so says the question.
        try window.press("Escape")
        try window.wait(for: "NOT SAVED")
        try window.press("Escape")
        try window.wait(for: "1 claim is not saved.")
        holder.release()
        try window.wait(for: "Everything is saved.")
        try window.press("Escape")
        try window.wait(forNo: "NOT SAVED")
        #expect(try window.sandbox.run("export", "--clear").output.contains("Quillfeather"))
    }

    @Test func `on the way out it is kept in a file that the next start takes in`() throws {
        let window = try TerminalWindow.desk()
        try window.beginClaim()
        let holder = try Holder(in: window.sandbox)
        try window.send("Quillfeather")
        try window.wait(for: "Quillfeather")
        kill(try window.process, SIGTERM)
        _ = try window.waitForEnd()
        try window.wait(for: "saved at the next start")
        #expect(try !window.sandbox.run("export", "--clear").output.contains("Quillfeather"))
        holder.release()
        let next = try TerminalWindow.reopened(in: window.sandbox)
        try next.wait(for: "Recovered from the last session")
        try next.wait(for: "Quillfeather")
        #expect(try next.sandbox.run("export", "--clear").output.contains("Quillfeather"))
    }
}
