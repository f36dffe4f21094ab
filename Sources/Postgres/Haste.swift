import Synchronization

/// Whether the program ends, for all its connections to a server: then a server that says nothing is waited for only shortly, and
/// is not asked again.
package final class Haste: Sendable {
    private let isOn = Atomic<Bool>(false)
    private let isVain = Atomic<Bool>(false)

    /// In milliseconds.
    private static let patience: Int32 = 3_000

    package init() {}

    package func begin() { isOn.store(true, ordering: .relaxed) }

    /// Whether the server was asked in vain since then.
    var isInVain: Bool { isVain.load(ordering: .relaxed) }

    func noteSilence() { if isOn.load(ordering: .relaxed) { isVain.store(true, ordering: .relaxed) } }

    /// How long may be waited, in milliseconds; `nil` for as long as it takes.
    func limit(_ patience: Int32?) -> Int32? {
        isOn.load(ordering: .relaxed) ? min(patience ?? .max, Haste.patience) : patience
    }
}
