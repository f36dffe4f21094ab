internal import CPostgres
import Glibc

extension PostgresConnection {
    /// Waits for the whole answer to what was sent.
    ///
    /// A server that is there and says nothing is given up after `patience`: a peer whose system still acknowledges looks alive
    /// to every time-out of the network.
    func answer(_ isSent: Int32) throws(PostgresFault) -> Rows {
        guard isSent == 1 else { throw PostgresFault(kind: isBroken ? .connection : .other) }
        var last: Rows?
        while let rows = try nextAnswer() { last = rows }
        guard let last, last.isSuccess else {
            let state = last?.sqlState ?? ""
            throw isBroken ? PostgresFault(kind: .connection, sqlState: state) : PostgresFault(sqlState: state)
        }
        return last
    }

    private func nextAnswer() throws(PostgresFault) -> Rows? {
        var begun = ContinuousClock.now
        while PQisBusy(connection) == 1 {
            var wait = pollfd(fd: PQsocket(connection), events: Int16(POLLIN), revents: 0)
            let left = haste.limit(patience).map { Int($0) - Int((ContinuousClock.now - begun) / .milliseconds(1)) }
            if let left, left <= 0 {
                close()
                haste.noteSilence()
                throw .silence
            }
            // The program may come to its end meanwhile.
            let ready = poll(&wait, 1, Int32(min(left ?? .max, 500)))
            if ready > 0 { begun = .now }
            // A signal may end the wait early; what is lost is seen by the next one.
            if ready > 0, PQconsumeInput(connection) == 0 { break }
        }
        return PQgetResult(connection).map { Rows($0) }
    }
}
