import ClaimRules
import Synchronization

/// What was learned as of the last answer, counted once.
final class LessonCache: Sendable {
    private let state = Mutex<(last: Int64?, learned: Learned)>((nil, Learned()))

    /// `nil` where something was answered since.
    func known(asOf last: Int64?) -> Learned? {
        state.withLock { $0.last != nil && $0.last == last ? $0.learned : nil }
    }

    /// What was counted last, whatever has come since.
    var latest: Learned { state.withLock(\.learned) }

    func keep(_ learned: Learned, asOf last: Int64?) -> Learned {
        state.withLock { $0 = (last, learned) }
        return learned
    }
}
