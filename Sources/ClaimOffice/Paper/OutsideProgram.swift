import Foundation
import Glibc

/// Another program that is given bytes and answers with bytes, within a time limit. No shell is involved.
struct OutsideProgram {
    let path: String
    var arguments: [String] = []
    /// Whether what it writes to standard error belongs to its answer.
    var takesErrors = false
    /// In seconds, from its start to its end.
    let limit: Int

    enum Failure: Error {
        case notStarted, tooSlow
    }

    /// - Returns: what it wrote, and its exit status; a signal that ended it counts as a failure status.
    func run(_ input: [UInt8]) throws(Failure) -> (answer: [UInt8], status: Int32) {
        let process = Process()
        let (given, said) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardInput = given
        process.standardOutput = said
        if takesErrors { process.standardError = said }
        do { try process.run() } catch { throw .notStarted }
        var talk = Talk(
            writer: given.fileHandleForWriting.fileDescriptor, reader: said.fileHandleForReading.fileDescriptor,
            rest: input[...], end: .now + .seconds(limit))
        let isWhole = talk.run { try? given.fileHandleForWriting.close() }
        while isWhole, process.isRunning, .now < talk.end { usleep(5_000) }
        guard !process.isRunning else {
            OutsideProgram.end(process)
            throw .tooSlow
        }
        return (talk.answer, process.terminationReason == .exit ? process.terminationStatus : 255)
    }

    private static func end(_ process: Process) {
        process.terminate()
        for _ in 0..<100 where process.isRunning { usleep(10_000) }
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
    }
}

/// Writes to a program and reads from it by turns, whichever it is ready for, so that neither waits for the other.
private struct Talk {
    let writer: Int32
    let reader: Int32
    var rest: ArraySlice<UInt8>
    let end: ContinuousClock.Instant
    var answer: [UInt8] = []

    /// - Parameter close: closes the writer; called once.
    /// - Returns: whether the program has closed its side in time.
    mutating func run(close: () -> Void) -> Bool {
        _ = fcntl(writer, F_SETFL, O_NONBLOCK)
        var isOpen = true
        while .now < end {
            if rest.isEmpty, isOpen {
                close()
                isOpen = false
            }
            var ends = [pollfd(fd: reader, events: Int16(POLLIN), revents: 0)]
            if isOpen { ends.append(pollfd(fd: writer, events: Int16(POLLOUT), revents: 0)) }
            poll(&ends, nfds_t(ends.count), 200)
            if ends[0].revents != 0, !takeAnswer() {
                if isOpen { close() }
                return true
            }
            if isOpen, ends[1].revents != 0 { give() }
        }
        if isOpen { close() }
        return false
    }

    private mutating func give() {
        let count = rest.prefix(1 << 16).withUnsafeBytes { write(writer, $0.baseAddress, $0.count) }
        if count > 0 { rest = rest.dropFirst(count) }
        // It does not want to read the rest.
        if count < 0, errno == EPIPE { rest = [] }
    }

    /// - Returns: whether more may come.
    private mutating func takeAnswer() -> Bool {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(reader, &bytes, bytes.count)
        if count > 0 { answer += bytes.prefix(count) }
        return count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN))
    }
}
