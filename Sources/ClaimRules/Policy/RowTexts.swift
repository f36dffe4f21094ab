import Synchronization

/// The rows of a policy, made once they are asked for: a start reads every policy, and a claim shows those of one.
final class RowTexts: Equatable, Sendable {
    private let made = Mutex<[PolicyRow]?>(nil)

    func rows(_ make: () -> [PolicyRow]) -> [PolicyRow] {
        made.withLock { made in
            let rows = made ?? make()
            made = rows
            return rows
        }
    }

    /// They follow from the rest of the policy.
    static func == (left: RowTexts, right: RowTexts) -> Bool { true }
}
