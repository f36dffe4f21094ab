import Foundation

/// Whether a test runs that needs something from outside the project, such as a publisher's file or a package of PyPI:
/// where it is at hand. Under CI (`CI=true`) the test always runs, so that its absence is a failure and not a skip.
public func runs(with isAtHand: Bool) -> Bool {
    isAtHand || ProcessInfo.processInfo.environment["CI"] == "true"
}
