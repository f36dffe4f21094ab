import Glibc
import TerminalKit

/// Standard input as events: waits asleep, reads whatever is there in one piece, and keeps what was not asked for yet.
struct InputQueue {
    enum Outcome {
        case input
        case signal
        /// The deadline has passed.
        case late
        /// Nothing was typed, but whoever else may wake the loop does.
        case woken
    }

    private var decoder: InputDecoder
    /// How long an Escape waits for the rest of a sequence.
    private let escapeDelay: Duration
    private var settleTime: Deadline?
    private var events: ArraySlice<Event> = []
    private var isHungUp = false
    private var bytes = [UInt8](repeating: 0, count: 4096)

    init(decoder: InputDecoder, escapeDelay: Int) {
        self.decoder = decoder
        self.escapeDelay = .milliseconds(escapeDelay)
    }

    mutating func append(_ event: Event) {
        events.append(event)
    }

    mutating func hangUp() {
        events += decoder.flush()
        isHungUp = true
    }

    mutating func popFirst() -> Event? {
        events.popFirst() ?? (isHungUp ? .hangup : nil)
    }

    /// Waits for input, a signal, a descriptor that wakes or the deadline, whichever comes first.
    mutating func wait(signals: Int32, wakeUp: [Int32], until deadline: Deadline?) -> Outcome {
        var watched = ([STDIN_FILENO, signals] + wakeUp).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        let moment = [deadline, settleTime].compactMap { $0 }.min()
        let ready = poll(&watched, nfds_t(watched.count), moment.map(InputQueue.milliseconds) ?? -1)
        if ready > 0, watched[1].revents != 0 { return .signal }
        if ready > 0, watched[0].revents != 0 {
            read()
            return .input
        }
        if let time = settleTime, time <= .now {
            settleTime = nil
            events += decoder.flush()
            return .input
        }
        if ready > 0 { return .woken }
        if let deadline, deadline <= .now { return .late }
        return .input
    }

    private mutating func read() {
        let count = Glibc.read(STDIN_FILENO, &bytes, bytes.count)
        if count > 0 { events += decoder.decode(bytes[..<count]) }
        if count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN) { hangUp() }
        let pause = decoder.isPasting ? .seconds(1) : escapeDelay
        settleTime = decoder.isWaiting ? .now + pause : nil
    }

    /// The time left, rounded up, so that waking early never spins.
    private static func milliseconds(until moment: Deadline) -> Int32 {
        let left = max(.zero, Deadline.now.duration(to: moment)).components
        guard left.seconds < 1_000_000 else { return 1_000_000_000 }
        return Int32(left.seconds * 1000 + (left.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
