import Foundation
import Glibc
import Synchronization

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
        let child = try Child(self)
        defer { close(child.reader) }
        var talk = Talk(
            writer: child.writer, reader: child.reader, rest: input[...], end: .now + .seconds(limit))
        let isWhole = talk.run { close(child.writer) }
        guard isWhole, let status = child.status(by: talk.end) else {
            child.end()
            throw .tooSlow
        }
        return (talk.answer, status & 0x7F == 0 ? status >> 8 & 0xFF : 255)
    }
}

/// A started program, in a process group of its own: ended, it takes those with it that it has started in turn, which may
/// hold its output open.
private struct Child {
    let id: pid_t
    /// What is written here it reads; what it writes is read here.
    let writer: Int32
    let reader: Int32

    /// One after the other: a program that starts at the same time would be given the ends of another's pipes.
    private static let starting = Mutex(())

    init(_ program: OutsideProgram) throws(OutsideProgram.Failure) {
        let started = Child.starting.withLock { _ in try? Child(starting: program) }
        guard let started else { throw .notStarted }
        self = started
    }

    private init(starting program: OutsideProgram) throws(OutsideProgram.Failure) {
        var (given, said): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
        guard pipe(&given) == 0 else { throw .notStarted }
        guard pipe(&said) == 0 else {
            for end in given { close(end) }
            throw .notStarted
        }
        for end in given + said { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (writer, reader) = (given[1], said[0])
        defer { for end in [given[0], said[1]] { close(end) } }
        guard let id = Child.spawn(program, input: given[0], output: said[1]) else {
            for end in [writer, reader] { close(end) }
            throw .notStarted
        }
        self.id = id
    }

    private static func spawn(_ program: OutsideProgram, input: Int32, output: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        if program.takesErrors { posix_spawn_file_actions_adddup2(&actions, output, 2) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // What this program blocks and ignores is no business of the other one.
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
        var words = ([program.path] + program.arguments).map { strdup($0) } + [nil]
        var settings = ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (words + settings).forEach { free($0) } }
        var id: pid_t = 0
        // A program that is just being installed is busy for moments.
        for _ in 0..<50 {
            let fault = posix_spawn(&id, program.path, &actions, &attributes, &words, &settings)
            if fault == 0 { return id }
            guard fault == ETXTBSY else { return nil }
            usleep(20_000)
        }
        return nil
    }

    /// How it ended; `nil` where it has not in time.
    func status(by end: ContinuousClock.Instant) -> Int32? {
        var status: Int32 = 0
        while waitpid(id, &status, WNOHANG) != id {
            guard .now < end else { return nil }
            usleep(5_000)
        }
        return status
    }

    func end() {
        kill(-id, SIGTERM)
        let isEnded = status(by: .now + .seconds(1)) != nil
        kill(-id, SIGKILL)
        if !isEnded { _ = status(by: .now + .seconds(5)) }
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
