import Foundation
import Postgres
import Synchronization

/// By how much the clock of the server is ahead of this machine's: a desk whose clock is wrong dates what it saves as the others
/// do, who look for it by its time.
final class ServerClock: Sendable {
    /// In milliseconds, below zero where the server is behind; 0 where nobody notices the difference.
    let offset = Atomic<Int64>(0)

    /// Less than this may be the way there and back.
    private static let tolerance: Int64 = 2_000

    /// Asks the server for its time. Where it does not say, what was known stays.
    func compare(over line: PostgresConnection) {
        let sql = "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint"
        guard let time = try? line.run(sql).first?.integer(0) else { return }
        let difference = time - Int64(Date().timeIntervalSince1970 * 1000)
        offset.store(abs(difference) < ServerClock.tolerance ? 0 : difference, ordering: .relaxed)
    }
}
