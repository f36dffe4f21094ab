import Glibc
import TerminalKit

/// When the clerk looks whose turn it is at the open claim: once something was written about it, and a little later again,
/// since a file is seen to be closed a moment before its lock is gone.
struct TurnWatch {
    private var watch: StoreWatch?
    private var looks: ArraySlice<Deadline> = []

    init() {}

    init(_ watch: StoreWatch, folder: String) {
        self.watch = watch
        // Somebody asks, opens or closes a claim, or is killed.
        watch.watch(folder, for: IN_MOVED_TO | IN_DELETE | IN_CLOSE_WRITE)
    }

    /// When the next look is due.
    var time: Deadline? { looks.first }

    mutating func lookSoon() { looks = [0, 300, 1_000, 4_000].map { .now + .milliseconds($0) }[...] }

    /// Whether it is time to look; without an open claim it never is.
    mutating func isDue(hasClaim: Bool) -> Bool {
        let isWritten = watch?.notices() == true
        guard hasClaim else {
            looks = []
            return false
        }
        if isWritten { lookSoon() }
        guard let time = looks.first, time <= .now else { return false }
        looks.removeFirst()
        return true
    }
}
